import type { ClaimRule } from '../claims/rules.ts';
import { type Statement, unsaid } from '../claims/statement.ts';
import { leastNamed, mayBeCarried } from './carried.ts';
import { needsDate } from './match-dates.ts';
import { countedBy, needsLargeNumber, needsNumber, numbersAllow } from './match-figures.ts';
import type { Named } from './match-types.ts';
import type { CountedSentence, TaggedSentence } from './sentence.ts';
import { isOneOfTwo } from './two-countries.ts';

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
  /** Whether it may hold a number, a large one, and a date. */
  number: boolean;
  largeNumber: boolean;
  date: boolean;
}

/** Finds the few statements that a sentence could make. */
export interface StatementIndex {
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

interface Filed extends Candidate {
  /**
   * The groups of which the sentence must name one concept each, the one that most statements ask for
   * first: a sentence about other things ends there.
   */
  groups: number[];
  some: Several | null;
  /** What the text around may carry into the sentence, and what of the rest it must name itself then. */
  carried: (Several & { any: readonly Carried[] }) | null;
  needsNumber: boolean;
  needsLargeNumber: boolean;
  needsDate: boolean;
}

/** Groups of which a sentence must name so many. */
interface Several {
  least: number;
  of: readonly number[];
}

/** A group with one of the two countries, which the text around may carry. */
interface Carried {
  group: number;
  countries: readonly string[];
}

/** Bounds the memory that texts can make the index keep. */
const mostSignals = 50_000;

/**
 * Files every statement under its rarest required concepts, so that the number of claims hardly
 * matters: a sentence is held only against statements one of whose rarest concepts it names.
 */
export function createStatementIndex(claims: readonly ClaimRule[]): StatementIndex {
  const groups = new Groups();
  const all: Filed[] = [];
  for (const claim of claims) {
    for (const statement of claim.statements) {
      const { some = null } = statement;
      all.push({
        claim,
        statement,
        order: all.length,
        groups: requiredGroups(statement).map((group) => groups.require(group)),
        some: some && ownSome(some, groups),
        carried: carriedOf(statement, groups),
        needsNumber: needsNumber(statement),
        needsLargeNumber: needsLargeNumber(statement),
        needsDate: needsDate(statement),
      });
    }
  }
  const costs = groups.costs();
  const byConcept = new Map<string, Filed[]>();
  for (const filed of all) {
    filed.groups.sort((a, b) => (costs[b] ?? 0) - (costs[a] ?? 0));
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
  /** The round in which each group was met last: nothing needs to be cleared for the next sentence. */
  const met = new Int32Array(groups.count);
  let round = 0;
  const meet = (signals: readonly Signal[]) => {
    round = (round + 1) | 0;
    for (const { meets } of signals) for (const group of meets) met[group] = round;
  };
  const isMet = (group: number) => met[group] === round;
  const areMet = ({ least, of }: Several) => {
    let count = 0;
    for (const group of of) if (met[group] === round) count++;
    return count >= least;
  };
  /** Whether every group that the sentence must name is named: most candidates end here. */
  const couldHold = ({ groups: required, some, carried }: Filed, carries: Named) => {
    if (!required.every(isMet) || (some && !areMet(some))) return false;
    const unsaid = carried?.any.filter(({ group }) => !isMet(group)) ?? [];
    if (!carried || unsaid.length === 0) return true;
    return (
      areMet(carried) &&
      unsaid.every(({ countries }) => countries.some((country) => carries.has(country)))
    );
  };
  return {
    signalOf,
    couldMakeAny({ signals, number, largeNumber, date }, carries, counted) {
      if (signals.every(({ calls }) => calls.length === 0)) return false;
      meet(signals);
      const couldMake = (filed: Filed) => {
        const { needsNumber, needsLargeNumber, needsDate, statement } = filed;
        if ((needsNumber && !number) || (needsLargeNumber && !largeNumber)) return false;
        if ((needsDate && !date) || !couldHold(filed, carries)) return false;
        return (!needsNumber && !needsDate) || numbersAllow(statement, counted());
      };
      return signals.some(({ calls }) => calls.some(couldMake));
    },
    candidates({ sentence }) {
      const signals = sentence.mentions.map(({ suggests }) => signalOf(suggests));
      meet(signals);
      const found = new Set<Filed>();
      for (const { calls } of signals)
        for (const filed of calls) if (couldHold(filed, anything)) found.add(filed);
      return [...found].sort((a, b) => a.order - b.order);
    },
  };
}

const anything: Named = { has: () => true };

/** The groups of concepts that statements ask for, each with a number of its own. */
class Groups {
  private readonly byFirst = new Map<string, number[]>();
  private readonly byConcept = new Map<string, number[]>();
  private readonly concepts: (readonly string[])[] = [];
  /** How many statements require each. */
  private readonly uses: number[] = [];

  get count(): number {
    return this.concepts.length;
  }

  numberOf(group: readonly string[]): number {
    const [first = ''] = group;
    const known = this.byFirst.get(first)?.find((number) => this.isSame(number, group));
    if (known !== undefined) return known;
    const number = this.concepts.length;
    addTo(this.byFirst, first, number);
    this.concepts.push(group);
    this.uses.push(0);
    for (const concept of group) addTo(this.byConcept, concept, number);
    return number;
  }

  private isSame(number: number, group: readonly string[]): boolean {
    const known = this.concepts[number] ?? [];
    return known.length === group.length && known.every((concept, at) => concept === group[at]);
  }

  /** The number of a group that a statement requires. */
  require(group: readonly string[]): number {
    const number = this.numberOf(group);
    this.uses[number] = (this.uses[number] ?? 0) + 1;
    return number;
  }

  conceptsOf(number: number | undefined): readonly string[] {
    return number === undefined ? [] : (this.concepts[number] ?? []);
  }

  /** The numbers of the groups that hold a concept. */
  holding(concept: string): readonly number[] {
    return this.byConcept.get(concept) ?? [];
  }

  /** How often statements require any concept of each group: the higher, the more often a text names one. */
  costs(): number[] {
    const ofConcept = new Map<string, number>();
    for (const [concept, numbers] of this.byConcept) {
      let uses = 0;
      for (const number of numbers) uses += this.uses[number] ?? 0;
      ofConcept.set(concept, uses);
    }
    return this.concepts.map((group) => {
      let cost = 0;
      for (const concept of group) cost += ofConcept.get(concept) ?? 0;
      return cost;
    });
  }
}

function addTo<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** How many of several groups words of the sentence itself must suggest, where the text around may carry others. */
function ownSome({ least, of }: NonNullable<Statement['some']>, groups: Groups): Several | null {
  const own = of.filter((group) => !mayBeCarried(group));
  const needed = least - (of.length - own.length);
  return needed > 0 ? { least: needed, of: own.map((group) => groups.numberOf(group)) } : null;
}

/** What of a statement the text around may carry; null where the sentence has to tell all of it. */
function carriedOf(statement: Statement, groups: Groups): Filed['carried'] {
  const { mentions = [] } = statement;
  const carried = mentions.filter((group) => mayBeCarried(group) && !group.includes(unsaid));
  if (carried.length === 0) return null;
  // What else a group names than the two countries is told by the sentence.
  const own = mentions.map((group) => group.filter((concept) => !isOneOfTwo(concept)));
  return {
    any: carried.map((group) => ({
      group: groups.numberOf(group),
      countries: group.filter(isOneOfTwo),
    })),
    least: leastNamed(statement) - (statement.some ? 1 : 0),
    of: own.filter(({ length }) => length > 0).map((group) => groups.numberOf(group)),
  };
}

/** The groups of which words of the sentence itself must suggest one concept each. */
function requiredGroups(statement: Statement): string[][] {
  const { event, agent, thing, from, to, at, calls, none, belongs, mentions = [] } = statement;
  const roles = event ? [event, agent, thing, from, to, at] : [];
  const told = [calls?.what, none, belongs?.what, countedBy(statement)];
  const groups = [...roles, ...told, ...mentions].flatMap((group = []) =>
    group.length > 0 && !group.includes(unsaid) ? [group] : [],
  );
  const own = groups.filter((group) => !mentions.includes(group) || !mayBeCarried(group));
  if (own.length > 0) return own;
  const any = statement.some?.of.flat() ?? [];
  if (any.length > 0 && !mayBeCarried(any)) return [any];
  // Where a group names more than a country, the text around may carry the others.
  return groups.some((group) => !group.every(isOneOfTwo)) ? [groups.flat()] : groups;
}
