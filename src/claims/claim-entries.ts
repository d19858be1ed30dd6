import { addFault, type EntryFile, type Fault, parsed } from './fault.ts';
import type { ClaimRule, ConceptGroups } from './rules.ts';
import { type ClaimEntry, claimSchema } from './schema.ts';
import { unsaid } from './statement.ts';
import { conceptsOf, withConcepts } from './statement-concepts.ts';

/** What claims are held against while they are read. */
export interface KnownToClaims {
  /** The ids that claims have already. */
  ids: Set<string>;
  concepts: { has(id: string): boolean };
}

/** Reads the claims of one file; each that has a fault is left out, with the fault noted. */
export function readClaimEntries(
  list: readonly unknown[],
  file: EntryFile,
  path: readonly PropertyKey[],
  known: KnownToClaims,
  faults: Fault[],
): ClaimEntry[] {
  const claims: ClaimEntry[] = [];
  for (const [index, value] of list.entries()) {
    const entry = parsed(claimSchema, value, file, [...path, index], faults);
    if (!entry) continue;
    noteNames(entry, file, [...path, index], known, faults);
    claims.push(entry);
  }
  return claims;
}

/** Notes ids that are taken and concepts that are not there. */
export function noteNames(
  claim: Pick<ClaimEntry, 'id' | 'aliases' | 'statements'> &
    Partial<Pick<ClaimEntry, 'without' | 'unless'>>,
  file: EntryFile,
  path: readonly PropertyKey[],
  { ids, concepts }: KnownToClaims,
  faults: Fault[],
): void {
  for (const id of [claim.id, ...claim.aliases]) {
    if (ids.has(id))
      addFault(faults, file, [...path, 'id'], `the id ${id} is taken: choose another`);
    ids.add(id);
  }
  const noteMissing = (named: readonly string[], key: readonly PropertyKey[]) => {
    for (const concept of named) {
      if (concepts.has(concept) || concept === unsaid) continue;
      const message = `there is no concept ${concept}: correct it or add it to the lexicon`;
      addFault(faults, file, [...path, ...key], message);
    }
  };
  noteMissing(claim.without ?? [], ['without']);
  for (const key of ['unless', 'statements'] as const)
    for (const [number, statement] of (claim[key] ?? []).entries())
      noteMissing(conceptsOf(statement), [key, number]);
}

/** So many wordings show the range of a claim; all of them would be a tenth of the extension. */
const shownWordings = 2;

/**
 * A claim as the rules file holds it. What no statement of it may name or say besides is written into each, and
 * all concepts of a group in its place.
 */
export function claimRule(entry: ClaimEntry, theme: string, groups: ConceptGroups): ClaimRule {
  const { examples, seen_in: _seenIn, figures, time, without, unless, ...rest } = entry;
  const named = (concepts: string[]) => [
    ...new Set(concepts.flatMap((id) => groups.get(id) ?? id)),
  ];
  return {
    ...rest,
    theme,
    time: { ...time, before: time.before ?? null, after: time.after ?? null },
    event: entry.event ?? null,
    doubts: entry.doubts ?? null,
    figures: figures.map(({ as_of, ...figure }) => ({ ...figure, asOf: as_of })),
    statements: entry.statements.map((statement) =>
      withConcepts(
        {
          ...statement,
          ...(without && { without: [...without, ...(statement.without ?? [])] }),
          ...(unless && { unless: [...unless, ...(statement.unless ?? [])] }),
        },
        named,
      ),
    ),
    wordings: examples.makes.slice(0, shownWordings).map(({ text }) => text),
  };
}
