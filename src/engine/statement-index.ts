import type { ClaimRule } from '../claims/rules.ts';
import type { Statement } from '../claims/statement.ts';
import { needsDate, needsNumber } from './match.ts';
import type { TaggedSentence } from './sentence.ts';

/** A statement and the claim it makes. */
export interface Candidate {
  claim: ClaimRule;
  statement: Statement;
  /** Place in the rules: of a claim's statements the first that holds is told. */
  order: number;
}

/** Some words, as far as statements ask for what they suggest. */
export interface Signal {
  suggests: ReadonlySet<string>;
  /** The statements of which they suggest a rarest concept. */
  calls: readonly Filed[];
  /** The groups of concepts of which they suggest one. */
  meets: readonly number[];
}

/** What a sentence could hold, as far as its words tell before it is read. */
export interface Outlook {
  signals: readonly Signal[];
  /** What "he" or "she" in it could mean. */
  persons: Signal | null;
  /** Whether it may hold a number, and a date. */
  number: boolean;
  date: boolean;
}

/** Finds the few statements that a sentence could make. */
export interface StatementIndex {
  candidates(reading: { sentence: TaggedSentence }): Candidate[];
  /** Whether a sentence with this outlook could have candidates at all. */
  couldCall(outlook: Outlook): boolean;
  /** What statements make of words that suggest these concepts. */
  signalOf(suggests: ReadonlySet<string>): Signal;
}

interface Filed extends Candidate {
  /**
   * The groups of which the sentence must name one concept each, the one that most statements ask for
   * first: a sentence about other things ends there.
   */
  groups: readonly number[];
  some: { least: number; of: readonly number[] } | null;
  needsNumber: boolean;
  needsDate: boolean;
}

/** Bounds the memory that texts can make the index keep. */
const mostSignals = 50_000;

/**
 * Files every statement under its rarest required concepts, so that the number of claims hardly
 * matters: a sentence is held only against statements one of whose rarest concepts it names.
 */
export function createStatementIndex(claims: readonly ClaimRule[]): StatementIndex {
  const required = claims.flatMap((claim) =>
    claim.statements.map((statement) => ({ claim, statement, groups: requiredGroups(statement) })),
  );
  const uses = new Map<string, number>();
  for (const { groups } of required) {
    for (const concept of new Set(groups.flat())) {
      uses.set(concept, (uses.get(concept) ?? 0) + 1);
    }
  }
  const cost = (group: readonly string[]) =>
    group.reduce((sum, id) => sum + (uses.get(id) ?? 0), 0);
  const numbers = new GroupNumbers();
  const byConcept = new Map<string, Filed[]>();
  for (const [order, { claim, statement, groups }] of required.entries()) {
    const { some = null } = statement;
    const sorted = groups.toSorted((a, b) => cost(b) - cost(a));
    const filed: Filed = {
      claim,
      statement,
      order,
      groups: sorted.map((group) => numbers.of(group)),
      some: some && { least: some.least, of: some.of.map((group) => numbers.of(group)) },
      needsNumber: needsNumber(statement),
      needsDate: needsDate(statement),
    };
    for (const concept of sorted.at(-1) ?? []) {
      const others = byConcept.get(concept);
      if (others) others.push(filed);
      else byConcept.set(concept, [filed]);
    }
  }
  const known = new Map<ReadonlySet<string>, Signal>();
  const signalOf = (suggests: ReadonlySet<string>): Signal => {
    let signal = known.get(suggests);
    if (!signal) {
      const all = [...suggests];
      const calls = new Set(all.flatMap((concept) => byConcept.get(concept) ?? []));
      const meets = new Set(all.flatMap((concept) => numbers.holding(concept)));
      signal = { suggests, calls: [...calls], meets: [...meets] };
      // Sets are made once for each surface form; only what is read in context is new.
      if (known.size < mostSignals) known.set(suggests, signal);
    }
    return signal;
  };
  /** The round in which each group was met last: nothing needs to be cleared for the next sentence. */
  const met = new Int32Array(numbers.count);
  let round = 0;
  const meet = (signals: readonly Signal[]) => {
    round = (round + 1) | 0;
    for (const { meets } of signals) for (const group of meets) met[group] = round;
  };
  const isMet = (group: number) => met[group] === round;
  /** Whether every group that the sentence must name is named: most candidates end here. */
  const couldHold = ({ groups, some }: Filed) =>
    groups.every(isMet) && (!some || some.of.filter(isMet).length >= some.least);
  return {
    signalOf,
    couldCall({ signals: named, persons, number, date }) {
      const signals = persons ? [...named, persons] : named;
      if (signals.every(({ calls }) => calls.length === 0)) return false;
      meet(signals);
      return signals.some(({ calls }) =>
        calls.some(
          (filed) =>
            (number || !filed.needsNumber) && (date || !filed.needsDate) && couldHold(filed),
        ),
      );
    },
    candidates({ sentence }) {
      const signals = sentence.mentions.map(({ suggests }) => signalOf(suggests));
      meet(signals);
      const found = new Set<Filed>();
      for (const { calls } of signals)
        for (const filed of calls) if (couldHold(filed)) found.add(filed);
      return [...found].sort((a, b) => a.order - b.order);
    },
  };
}

/** Numbers for groups of concepts, the same for the same concepts. */
class GroupNumbers {
  private readonly byKey = new Map<string, number>();
  private readonly byConcept = new Map<string, number[]>();

  get count(): number {
    return this.byKey.size;
  }

  of(group: readonly string[]): number {
    const key = group.join(' ');
    const known = this.byKey.get(key);
    if (known !== undefined) return known;
    const number = this.byKey.size;
    this.byKey.set(key, number);
    for (const concept of group) {
      const others = this.byConcept.get(concept);
      if (others) others.push(number);
      else this.byConcept.set(concept, [number]);
    }
    return number;
  }

  holding(concept: string): readonly number[] {
    return this.byConcept.get(concept) ?? [];
  }
}

/** The groups of which words of the sentence itself must suggest one concept each. */
function requiredGroups(statement: Statement): string[][] {
  const { event, agent, thing, from, to, at, calls, none, mentions = [] } = statement;
  const roles = event ? [event, agent, thing, from, to, at] : [];
  return [...roles, calls?.what, none, ...mentions].flatMap((group = []) =>
    group.length > 0 && !group.includes('unsaid') ? [group] : [],
  );
}
