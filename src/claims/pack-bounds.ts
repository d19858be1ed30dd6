import { addFault, type EntryFile, type Fault } from './fault.ts';
import type { ConceptGroups } from './rules.ts';
import { type Statement, unsaid } from './statement.ts';
import { conceptsOf } from './statement-concepts.ts';

/** No form of a claim is nested deeper. */
const deepest = 12;
/** No file within its size says more, unless it says the same over and over by reference. */
const mostValues = 1_000_000;
/** No text for a reader is longer. */
const longestText = 5000;

/**
 * Notes what no pack needs and what would make the checks after this one slow: nesting without end,
 * YAML that multiplies itself by references, texts that nobody reads. Itself it takes a bounded time.
 */
export function noteExcess(value: unknown, file: EntryFile, faults: Fault[]): void {
  let values = 0;
  const walk = (one: unknown, path: readonly PropertyKey[]): boolean => {
    if (++values > mostValues) {
      addFault(faults, file, [], `it holds more than ${mostValues} values: make two packs of it`);
      return false;
    }
    if (path.length > deepest) {
      addFault(faults, file, path.slice(0, 3), 'it is nested too deep: keep to the form of claims');
      return false;
    }
    // All forms of a list are one text there; no reader reads them.
    const isText = typeof one === 'string' && !(path[0] === 'lexicon' && path[1] === 'words');
    if (isText && one.length > longestText) {
      addFault(faults, file, path, `keep texts within ${longestText} characters`);
      return true;
    }
    if (typeof one !== 'object' || one === null) return true;
    return Object.entries(one).every(([key, part]) =>
      walk(part, [...path, Array.isArray(one) ? Number(key) : key]),
    );
  };
  walk(value, []);
}

/** Notes a pack whose statements say too much once the concepts of groups stand in their places. */
export function noteLongGroups(
  statements: readonly Statement[],
  groups: ConceptGroups,
  file: EntryFile,
  faults: Fault[],
): void {
  const sizes = statements.flatMap(conceptsOf).map((id) => groups.get(id)?.length ?? 1);
  if (sizes.reduce((sum, size) => sum + size, 0) <= mostValues) return;
  const message = `its statements name more than ${mostValues} concepts with all groups: make two packs of it`;
  addFault(faults, file, ['claims'], message);
}

/** So many statements may be looked up by one concept: each is tried on every sentence that names it. */
const mostByConcept = 200;

/** Notes claims that are looked up by a concept that too many others are looked up by. */
export function noteCrowds(
  claims: readonly { statements: readonly Statement[] }[],
  file: EntryFile,
  faults: Fault[],
): void {
  const uses = new Map<string, number>();
  const groupsOf = ({ event, calls, mentions }: Statement) =>
    [event ?? [], calls?.what ?? [], ...(mentions ?? [])].filter(
      (group) => group.length > 0 && !group.includes(unsaid),
    );
  for (const { statements } of claims) {
    for (const id of new Set(statements.flatMap((one) => groupsOf(one).flat()))) {
      uses.set(id, (uses.get(id) ?? 0) + 1);
    }
  }
  const cost = (group: readonly string[]) =>
    group.reduce((sum, id) => sum + (uses.get(id) ?? 0), 0);
  const crowds = new Map<string, number>();
  for (const [index, { statements }] of claims.entries()) {
    for (const statement of statements) {
      const [rarest = []] = groupsOf(statement).sort((a, b) => cost(a) - cost(b));
      for (const id of rarest) {
        const crowd = (crowds.get(id) ?? 0) + 1;
        crowds.set(id, crowd);
        if (crowd !== mostByConcept + 1) continue;
        const message = `more than ${mostByConcept} statements of the pack are looked up by ${id}: let each mention something rarer too`;
        addFault(faults, file, ['claims', index, 'statements'], message);
      }
    }
  }
}
