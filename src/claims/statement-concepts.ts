import type { Statement } from './statement.ts';

/** Keys whose lists name no concepts. */
const otherLists: ReadonlySet<string> = new Set(['aspect', 'date', 'stances', 'withoutDates']);

/** The same statement with each of its lists of concepts changed. */
export function withConcepts(
  statement: Statement,
  change: (concepts: string[]) => string[],
): Statement {
  return changed(statement, change) as Statement;
}

function changed(value: unknown, change: (concepts: string[]) => string[]): unknown {
  if (Array.isArray(value)) {
    return value.every((part) => typeof part === 'string')
      ? change(value)
      : value.map((part) => changed(part, change));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      key,
      otherLists.has(key) ? part : changed(part, change),
    ]),
  );
}

/** Every concept a statement names. */
export function conceptsOf(statement: Statement): string[] {
  const found: string[] = [];
  withConcepts(statement, (concepts) => {
    found.push(...concepts);
    return concepts;
  });
  return found;
}
