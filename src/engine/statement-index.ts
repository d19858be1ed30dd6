import type { ClaimRule } from '../claims/rules.ts';
import type { Statement } from '../claims/statement.ts';

/** A statement and the claim it makes. */
export interface Candidate {
  claim: ClaimRule;
  statement: Statement;
  /** Place in the rules: of a claim's statements the first that holds is told. */
  order: number;
}

/** Finds the few statements that a sentence could make. */
export interface StatementIndex {
  candidates(concepts: ReadonlySet<string>): Candidate[];
}

/**
 * Files every statement under its rarest required concepts, so that the number of claims hardly
 * matters: a sentence is held only against statements one of whose rarest concepts it names.
 */
export function createStatementIndex(claims: readonly ClaimRule[]): StatementIndex {
  const all = claims
    .flatMap((claim) => claim.statements.map((statement) => ({ claim, statement })))
    .map(
      (candidate, order): Filed => ({
        ...candidate,
        order,
        groups: requiredGroups(candidate.statement),
      }),
    );
  const uses = new Map<string, number>();
  for (const { groups } of all) {
    for (const concept of new Set(groups.flat())) {
      uses.set(concept, (uses.get(concept) ?? 0) + 1);
    }
  }
  const cost = (group: readonly string[]) =>
    group.reduce((sum, id) => sum + (uses.get(id) ?? 0), 0);
  const byConcept = new Map<string, Filed[]>();
  for (const candidate of all) {
    const [key] = candidate.groups.toSorted((a, b) => cost(a) - cost(b));
    for (const concept of key ?? []) {
      const filed = byConcept.get(concept);
      if (filed) filed.push(candidate);
      else byConcept.set(concept, [candidate]);
    }
  }
  return {
    candidates(concepts) {
      const found = new Set<Filed>();
      for (const concept of concepts) {
        for (const candidate of byConcept.get(concept) ?? []) {
          if (couldHold(candidate, concepts)) found.add(candidate);
        }
      }
      return [...found].sort((a, b) => a.order - b.order);
    },
  };
}

interface Filed extends Candidate {
  groups: readonly (readonly string[])[];
}

/** Whether every group that the sentence must name is named: most candidates end here. */
function couldHold({ groups, statement }: Filed, named: ReadonlySet<string>): boolean {
  const names = (group: readonly string[]) => group.some((concept) => named.has(concept));
  const { some } = statement;
  return groups.every(names) && (!some || some.of.filter(names).length >= some.least);
}

/** The groups of which the sentence itself must name one concept each. */
function requiredGroups(statement: Statement): string[][] {
  return [statement.event ?? [], statement.calls?.what ?? [], ...(statement.mentions ?? [])].filter(
    (group) => group.length > 0 && !group.includes('unsaid'),
  );
}
