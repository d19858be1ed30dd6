import type { Statement } from '../claims/statement.ts';
import { countriesOf } from './mention.ts';
import type { TaggedSentence } from './sentence.ts';
import { isOfSource } from './source.ts';
import { isOneOfTwo, twoCountries } from './two-countries.ts';

/** Whether a sentence may leave this group of concepts to the text around it: it asks for one of the two countries. */
export function mayBeCarried(group: readonly string[]): boolean {
  return group.some(isOneOfTwo);
}

/** How much of a statement a sentence must hold itself, for the rest to be carried into it, and of a denial. */
const leastTold = 2;
const leastDenied = 3;

/**
 * Whether a sentence tells enough of a statement by itself: more of a denial, which would else be one of anything
 * at all.
 * @param named how many groups of concepts the sentence names, the two countries left out
 */
export function tellsEnough(statement: Statement, named: number): boolean {
  return named >= leastNamed(statement);
}

/** How many groups of concepts a sentence must name for the rest to be carried into it. */
export function leastNamed(statement: Statement): number {
  const { event, agent, thing, from, to, at, figures, ordinal, calls, none, stances } = statement;
  const denies = none !== undefined || stances?.includes('denied');
  // That anybody does it with anything tells next to nothing.
  const act = event && (agent ?? thing ?? from ?? to ?? at ?? figures);
  const told = [act, figures, ordinal, calls].filter((key) => key).length;
  return (denies ? leastDenied : leastTold) - told;
}

/**
 * The two countries that the text around a sentence carries into it: what a writer has named once is left
 * unsaid, as in "In all, a million shells have gone to Russia". Nothing is carried into a sentence that
 * names another country, since it may be about that one, unless the statement asks for it, or that one only tells it.
 */
export function carriedInto(
  { sentence, named }: { sentence: TaggedSentence; named: ReadonlySet<string> },
  statement: Statement,
  near: { has(concept: string): boolean },
): ReadonlySet<string> {
  const asked = [statement.mentions, statement.some?.of].flatMap((groups) => (groups ?? []).flat());
  const isForeign = (country: string) => !isOneOfTwo(country) && !asked.includes(country);
  const foreign = sentence.mentions.some(
    (mention) => countriesOf(mention).some(isForeign) && !isOfSource(sentence, mention),
  );
  const isLeftUnsaid = (country: string) => near.has(country) && !named.has(country);
  return new Set(foreign ? [] : twoCountries.filter(isLeftUnsaid));
}
