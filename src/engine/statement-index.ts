import type { ClaimRule } from '../claims/rules.ts';
import type { Statement } from '../claims/statement.ts';
import type { SentenceReading } from './reading.ts';

/** A statement and the claim it makes. */
export interface Candidate {
  claim: ClaimRule;
  statement: Statement;
  /** Place in the rules: of a claim's statements the first that holds is told. */
  order: number;
}

/** Finds the few statements that a sentence could make. */
export interface StatementIndex {
  candidates(reading: Pick<SentenceReading, 'sentence' | 'named'>): Candidate[];
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
  // What the words of one surface form call for is worked out once.
  const bySense = new Map<ReadonlySet<string>, readonly Filed[]>();
  const calledFor = (names: ReadonlySet<string>): readonly Filed[] => {
    let called = bySense.get(names);
    if (!called) {
      called = [...new Set([...names].flatMap((concept) => byConcept.get(concept) ?? []))];
      // Sense sets are made once for each surface form; only forms read in context are new.
      if (bySense.size < mostSenses) bySense.set(names, called);
    }
    return called;
  };
  return {
    candidates(reading) {
      const found = new Set<Filed>();
      for (const { names } of reading.sentence.mentions) {
        for (const candidate of calledFor(names)) found.add(candidate);
      }
      return [...found]
        .filter((candidate) => couldHold(candidate, reading.named))
        .sort((a, b) => a.order - b.order);
    },
  };
}

/** Bounds the memory that texts can make the index keep. */
const mostSenses = 50_000;

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
  const { event, calls, none, mentions } = statement;
  return [event ?? [], calls?.what ?? [], none ?? [], ...(mentions ?? [])].filter(
    (group) => group.length > 0 && !group.includes('unsaid'),
  );
}
