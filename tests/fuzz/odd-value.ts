import fc from 'fast-check';

type Path = readonly (string | number)[];

/** What nobody expects where something else belongs. */
const oddValue = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1e308,
    '',
    ' ',
    'unsaid',
    'false',
    '2024-13-45',
    [],
    {},
    [[]],
    [null],
  ),
  fc.constantFrom<unknown>(
    'javascript:alert(1)',
    'data:text/html,x',
    '<img src=x onerror=alert(1)>',
    '\ud800',
    '\u202e',
    '__proto__',
    'constructor',
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.jsonValue({ maxDepth: 2 }),
  fc.constant('x'.repeat(100_000)),
);

/** A copy of a value in which some part, at any depth, was replaced, dropped, doubled or given an odd key. */
export function oddVersion(value: unknown): fc.Arbitrary<unknown> {
  const paths = pathsIn(value);
  const change = fc.tuple(
    fc.constantFrom(...paths),
    fc.constantFrom('replace', 'drop', 'double', 'add'),
    oddValue,
  );
  return fc.array(change, { minLength: 1, maxLength: 3 }).map((changes) => {
    const odd = changes.reduce((changed: unknown, [path, kind, odd]) => {
      if (path.length === 0) return kind === 'replace' ? structuredClone(odd) : changed;
      return changeAt(changed, path, kind, structuredClone(odd));
    }, structuredClone(value));
    return JSON.parse(JSON.stringify(odd) ?? 'null');
  });
}

function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return [
    path,
    ...keys.flatMap((key) =>
      pathsIn((value as Record<string | number, unknown>)[key], [...path, key]),
    ),
  ];
}

function changeAt(value: unknown, path: Path, kind: string, odd: unknown): unknown {
  let holder = value as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) {
    const next = holder?.[key];
    if (typeof next !== 'object' || next === null) return value;
    holder = next as Record<string | number, unknown>;
  }
  const key = path.at(-1);
  if (typeof holder !== 'object' || holder === null || key === undefined) return value;
  if (kind === 'replace') holder[key] = odd;
  else if (kind === 'drop' && Array.isArray(holder)) holder.splice(Number(key), 1);
  else if (kind === 'drop') delete holder[key];
  else if (kind === 'double' && Array.isArray(holder))
    holder.push(structuredClone(holder[Number(key)]));
  else if (kind === 'double') holder[`${key}2`] = structuredClone(holder[key]);
  else if (Array.isArray(holder)) holder.push(odd);
  else holder[typeof odd === 'string' && !odd.startsWith('__') ? odd : 'odd'] = odd;
  return value;
}

/** A copy of a written file with letters, lines and indentation changed here and there. */
export function oddFile(text: string): fc.Arbitrary<string> {
  const odd = fc.constantFrom(
    '\t',
    ':',
    '- ',
    '"',
    "'",
    '{',
    ']',
    '*',
    '&a ',
    '!!js ',
    '#',
    '|',
    '>-',
    '\n',
    '\0',
    '\ud800',
    '%',
    '<<: ',
    '\u0085',
    '@',
  );
  const change = fc.tuple(
    fc.nat(),
    fc.nat(60),
    fc.constantFrom('insert', 'drop', 'double', 'swap'),
    odd,
  );
  return fc.array(change, { minLength: 1, maxLength: 3 }).map((changes) =>
    changes.reduce((changed, [place, length, kind, inserted]) => {
      const at = place % (changed.length + 1);
      const end = Math.min(changed.length, at + length);
      const part = changed.slice(at, end);
      if (kind === 'insert') return changed.slice(0, at) + inserted + changed.slice(at);
      if (kind === 'drop') return changed.slice(0, at) + changed.slice(end);
      if (kind === 'double') return changed.slice(0, end) + changed.slice(at);
      return part + changed.slice(0, at) + changed.slice(end);
    }, text),
  );
}
