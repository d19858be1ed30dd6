import type { ClaimRule } from '../claims/rules.ts';
import { type Statement, unsaid } from '../claims/statement.ts';
import { leastNamed, mayBeCarried } from './carried.ts';
import { ConceptGroups } from './concept-groups.ts';
import { needsDate } from './match-dates.ts';
import { countedBy, needsLargeNumber, needsNumber } from './match-figures.ts';
import { isOneOfTwo } from './two-countries.ts';

/** A statement and the claim it makes. */
export interface Candidate {
  claim: ClaimRule;
  statement: Statement;
  /** Place in the rules: of a claim's statements the first that holds is told. */
  order: number;
}

/** A statement with what a sentence must name for it, by the numbers of groups. */
export interface FiledStatement extends Candidate {
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
export interface Several {
  least: number;
  of: readonly number[];
}

/** A group with one of the two countries, which the text around may carry. */
interface Carried {
  group: number;
  countries: readonly string[];
}

/** Files the statements of all claims by the groups of concepts that they ask for. */
export function fileStatements(claims: readonly ClaimRule[]): {
  statements: FiledStatement[];
  groups: ConceptGroups;
} {
  const groups = new ConceptGroups();
  const statements: FiledStatement[] = [];
  for (const claim of claims) {
    for (const statement of claim.statements) {
      const { some = null } = statement;
      statements.push({
        claim,
        statement,
        order: statements.length,
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
  for (const filed of statements) filed.groups.sort((a, b) => (costs[b] ?? 0) - (costs[a] ?? 0));
  return { statements, groups };
}

/** How many of several groups words of the sentence itself must suggest, where the text around may carry others. */
function ownSome(
  { least, of }: NonNullable<Statement['some']>,
  groups: ConceptGroups,
): Several | null {
  const own = of.filter((group) => !mayBeCarried(group));
  const needed = least - (of.length - own.length);
  return needed > 0 ? { least: needed, of: own.map((group) => groups.numberOf(group)) } : null;
}

/** What of a statement the text around may carry; null where the sentence has to tell all of it. */
function carriedOf(statement: Statement, groups: ConceptGroups): FiledStatement['carried'] {
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
