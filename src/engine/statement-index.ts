import type { ClaimRule } from '../claims/rules.ts';
import { addTo } from './concept-groups.ts';
import {
  type Candidate,
  type FiledStatement,
  fileStatements,
  type Several,
} from './filed-statements.ts';
import { numbersAllow } from './match-figures.ts';
import type { Named } from './match-types.ts';
import type { CountedSentence, TaggedSentence } from './sentence.ts';

/** Some words, as far as statements ask for what they suggest. */
export interface Signal {
  suggests: ReadonlySet<string>;
  /** The statements of which they suggest a rarest concept. */
  calls: readonly FiledStatement[];
  /** The groups of concepts of which they suggest one. */
  meets: readonly number[];
}

/** What a sentence could hold, as far as its words tell before it is read. */
export interface Outlook {
  signals: readonly Signal[];
  /** Whether it may hold a number, a large one, and a date. */
  number: boolean;
  largeNumber: boolean;
  date: boolean;
}

/** Finds the few statements that a sentence could make. */
export interface StatementIndex {
  /** The statements that a sentence could make by what it names, in the order of the rules. */
  candidates(reading: { sentence: TaggedSentence }): Candidate[];
  /**
   * Whether a sentence with this outlook could make any of them. Its numbers and dates are asked for where
   * nothing else keeps a statement out.
   * @param carries the countries that the text around could carry into it
   */
  couldMakeAny(outlook: Outlook, carries: Named, counted: () => CountedSentence): boolean;
  /** What statements make of words that suggest these concepts. */
  signalOf(suggests: ReadonlySet<string>): Signal;
}

/** Bounds the memory that texts can make the index keep. */
const mostSignals = 50_000;

/**
 * Files every statement under its rarest required concepts, so that the number of claims hardly
 * matters: a sentence is held only against statements one of whose rarest concepts it names.
 */
export function createStatementIndex(claims: readonly ClaimRule[]): StatementIndex {
  const { statements, groups } = fileStatements(claims);
  const byConcept = new Map<string, FiledStatement[]>();
  for (const filed of statements) {
    for (const concept of groups.conceptsOf(filed.groups.at(-1))) addTo(byConcept, concept, filed);
  }
  const known = new Map<ReadonlySet<string>, Signal>();
  const signalOf = (suggests: ReadonlySet<string>): Signal => {
    let signal = known.get(suggests);
    if (!signal) {
      const all = [...suggests];
      const calls = new Set(all.flatMap((concept) => byConcept.get(concept) ?? []));
      const meets = new Set(all.flatMap((concept) => groups.holding(concept)));
      signal = { suggests, calls: [...calls], meets: [...meets] };
      // Sets are made once for each surface form; only what is read in context is new.
      if (known.size < mostSignals) known.set(suggests, signal);
    }
    return signal;
  };
  const met = new MetGroups(groups.count);
  /** Whether every group that the sentence must name is named: most candidates end here. */
  const couldHold = ({ groups: required, some, carried }: FiledStatement, carries: Named) => {
    if (!required.every((group) => met.has(group)) || (some && !met.hasSeveral(some))) return false;
    const unsaid = carried?.any.filter(({ group }) => !met.has(group)) ?? [];
    if (!carried || unsaid.length === 0) return true;
    return (
      met.hasSeveral(carried) &&
      unsaid.every(({ countries }) => countries.some((country) => carries.has(country)))
    );
  };
  return {
    signalOf,
    couldMakeAny({ signals, number, largeNumber, date }, carries, counted) {
      if (signals.every(({ calls }) => calls.length === 0)) return false;
      met.meet(signals);
      const couldMake = (filed: FiledStatement) => {
        const { needsNumber, needsLargeNumber, needsDate, statement } = filed;
        if ((needsNumber && !number) || (needsLargeNumber && !largeNumber)) return false;
        if ((needsDate && !date) || !couldHold(filed, carries)) return false;
        return (!needsNumber && !needsDate) || numbersAllow(statement, counted());
      };
      return signals.some(({ calls }) => calls.some(couldMake));
    },
    candidates({ sentence }) {
      const signals = sentence.mentions.map(({ suggests }) => signalOf(suggests));
      met.meet(signals);
      const found = new Set<FiledStatement>();
      for (const { calls } of signals)
        for (const filed of calls) if (couldHold(filed, anything)) found.add(filed);
      return [...found].sort((a, b) => a.order - b.order);
    },
  };
}

const anything: Named = { has: () => true };

/** Which groups of concepts a sentence has words for. */
class MetGroups {
  /** The round in which each was met last: nothing needs to be cleared for the next sentence. */
  private readonly rounds: Int32Array;
  private round = 0;

  constructor(count: number) {
    this.rounds = new Int32Array(count);
  }

  /** Begins with the words of another sentence. */
  meet(signals: readonly Signal[]): void {
    this.round = (this.round + 1) | 0;
    for (const { meets } of signals) for (const group of meets) this.rounds[group] = this.round;
  }

  has(group: number): boolean {
    return this.rounds[group] === this.round;
  }

  hasSeveral({ least, of }: Several): boolean {
    let count = 0;
    for (const group of of) if (this.has(group)) count++;
    return count >= least;
  }
}
