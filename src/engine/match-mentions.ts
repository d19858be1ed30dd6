import { type Statement, unsaid } from '../claims/statement.ts';
import { carriedInto, mayBeCarried, tellsEnough } from './carried.ts';
import { isInComparison } from './comparison.ts';
import type { Reason } from './finding.ts';
import { countryOf } from './frames/frame.ts';
import { country } from './grammar-types.ts';
import { phraseMeans } from './match-roles.ts';
import type { Because, Named, Surroundings } from './match-types.ts';
import { type Mention, standsFor, standsForAny } from './mention.ts';
import type { SentenceReading } from './reading.ts';
import { carriedReasons, wordsReason } from './reasons.ts';
import { isOfSource } from './source.ts';
import { isOneOfTwo, twoCountries } from './two-countries.ts';

/** Whether what a statement asks for is that something is denied, or that there is none of it. */
export function isDenial({ stances, none }: Statement): boolean {
  return none !== undefined || (stances?.includes('denied') ?? false);
}

/** Whether something that the sentence names belongs to one of the countries: "Kim's men", "soldiers from Pyongyang". */
export function isOwned(
  { what, to }: NonNullable<Statement['belongs']>,
  { grammar }: SentenceReading,
): boolean {
  return grammar.phrases.some(
    (phrase) =>
      !phrase.negated &&
      standsForAny(phrase.mention, what) &&
      to.includes(countryOf(phrase) ?? unsaid),
  );
}

/** Something of which a sentence says that there is none, and the words that say so. */
export function findNone(
  concepts: readonly string[],
  { grammar }: SentenceReading,
): { thing: Mention; words: Mention } | null {
  for (const phrase of grammar.phrases) {
    const words = phrase.none ?? phrase.head?.none;
    if (words && phraseMeans(phrase, concepts)) return { thing: phrase.mention, words };
  }
  return null;
}

/** Whether one of the wanted concepts is named. */
export function holdsAny(concepts: Named, wanted: readonly string[]): boolean {
  return wanted.some((concept) => concepts.has(concept));
}

/** No clause set aside. */
export const nowhere: ReadonlySet<number> = new Set();

/**
 * "Kim, who has sent a million shells, may go further": the clauses that tell only of what may be or is to come,
 * where nothing else keeps a statement from holding. It has to hold without them then. Null where something does.
 */
export function clausesAside(
  without: readonly string[],
  reading: SentenceReading,
  denial: boolean,
  isException = false,
): ReadonlySet<number> | null {
  const { sentence } = reading;
  const aside = new Set<number>();
  for (const mention of sentence.mentions) {
    if (!without.some((concept) => mention.names.has(concept))) continue;
    if (!denial && reading.isNegated(mention)) continue;
    if (isPronoun(mention, reading)) continue;
    const beside = isOfSource(sentence, mention) || isInComparison(sentence, mention.first);
    if (!isException && beside) continue;
    if (!standsFor(mention, 'mood')) return null;
    const clause = reading.grammar.clauseAt[mention.first] ?? 0;
    if (clause === 0) return null;
    aside.add(clause);
  }
  return aside;
}

/** "Behind them": what a pronoun means is told, but nothing is told of it that keeps a statement from holding. */
function isPronoun({ first, last }: Mention, { asWritten, references }: SentenceReading): boolean {
  return references.length > 0 && first === last && !asWritten.mentionAt[first];
}

/** Whether a token stands in a clause that was set aside. */
export function standsApart(
  token: number,
  apart: ReadonlySet<number>,
  { grammar }: SentenceReading,
): boolean {
  return apart.size > 0 && apart.has(grammar.clauseAt[token] ?? 0);
}

/** How many of the groups have a concept that is named. */
export function countHeld(concepts: Named, groups: readonly (readonly string[])[]): number {
  return groups.filter((group) => holdsAny(concepts, group)).length;
}

/** Whether the whole text names what a statement asks of it. */
export function pageHolds({ page }: Statement, named: Named): boolean {
  if (!page) return true;
  if (page.mentions && !page.mentions.every((group) => holdsAny(named, group))) return false;
  return !(page.without && holdsAny(named, page.without));
}

/** Whether a mention stands for the concept, or for a country by one of its names. */
function means(mention: Mention, concepts: readonly string[]): boolean {
  return (
    standsForAny(mention, concepts) ||
    mention.readings.some(
      ({ concept }) => concept.for !== null && concepts.includes(concept.for),
    ) ||
    (standsFor(mention, 'both-sides') && concepts.some(isOneOfTwo))
  );
}

/** The words that a statement asks for, found in a sentence or carried into it. */
export interface Words {
  because: Because;
  places: readonly number[];
  /** How many of some groups the text around the sentence carries into it. */
  carried(groups: readonly (readonly string[])[]): number;
}

/** A word of the sentence that stands for one of a group of concepts. */
type Told = readonly [mention: Mention, group: readonly string[]];

/** A word for each group of concepts that a statement asks for; null where one has none. */
export function findMentions(
  statement: Statement,
  reading: SentenceReading,
  around: Pick<Surroundings, 'near' | 'subject' | 'isLong' | 'isException'>,
  apart: ReadonlySet<number>,
): Words | null {
  const { found, missing } = wordsTold(statement, reading, around, apart);
  const { some } = statement;
  const several = some?.of.filter((group) => !mayBeCarried(group)) ?? [];
  const own = found.filter(tellsMore).length + (countHeld(reading.concepts, several) > 0 ? 1 : 0);
  const tells = around.isException || tellsEnough(statement, own);
  const near = namedNear(reading, around, missing.length);
  const carried =
    tells || missing.length === 0 ? findCarried(statement, reading, near, missing) : null;
  if (!carried) return null;
  const because = () => [
    ...found.map(([mention, group]): Reason => {
      const concept = group.length === 1 ? group[0] : nearest(mention, group);
      return wordsReason(reading, mention, concept ?? '');
    }),
    ...carriedReasons(reading, carried),
  ];
  const unsaidOf = (groups: readonly (readonly string[])[]) => {
    if (!tells || around.isException) return 0;
    const countries = carriedInto(reading, statement, near);
    return groups.filter((group) => mayBeCarried(group) && holdsAny(countries, group)).length;
  };
  return { because, places: found.map(([mention]) => mention.first), carried: unsaidOf };
}

/** The words of a sentence for what a statement mentions, and the groups that it has none for. */
function wordsTold(
  statement: Statement,
  reading: SentenceReading,
  { subject, isLong }: Pick<Surroundings, 'subject' | 'isLong'>,
  apart: ReadonlySet<number>,
): { found: Told[]; missing: (readonly string[])[] } {
  // In a long text that is not about the two, "both sides" are others.
  const isOfTwo = twoCountries.every((country) => subject?.has(country) === true);
  const areOthers = isLong === true && !isOfTwo;
  const found: Told[] = [];
  const missing: (readonly string[])[] = [];
  for (const group of statement.mentions ?? []) {
    const mention = reading.sentence.mentions.find(
      (one) =>
        means(one, group) &&
        !(areOthers && standsFor(one, 'both-sides')) &&
        !standsApart(one.first, apart, reading) &&
        (isDenial(statement) || !reading.isNegated(one)) &&
        !isOthers(one, statement, reading),
    );
    if (mention) found.push([mention, group]);
    else if (!group.includes(unsaid)) missing.push(group);
  }
  return { found, missing };
}

/**
 * What the text around may carry into a sentence. What a text is about may be unsaid wherever the rest is told; a
 * long text tells of much in passing.
 * @param missing how many groups of concepts the sentence has no word for
 */
function namedNear(
  reading: SentenceReading,
  { near, subject, isLong }: Pick<Surroundings, 'near' | 'subject' | 'isLong'>,
  missing: number,
): Named {
  const isSubject = (country: string) => subject?.has(country) === true;
  return {
    has: (country) =>
      !isAnothers(country, reading) &&
      (near.has(country) ? !isLong || isSubject(country) : missing === 1 && isSubject(country)),
  };
}

/** Whether what was found is more than one of the two countries, which the text around could carry as well. */
function tellsMore([mention, group]: Told): boolean {
  const countries = group.filter(isOneOfTwo);
  return countries.length === 0 || !means(mention, countries);
}

/** "Russian soldiers", where the statement is about people of North Korea: they are not the ones meant. */
function isOthers(mention: Mention, { mentions }: Statement, reading: SentenceReading): boolean {
  if (!standsForAny(mention, ['military-personnel', 'military-unit'])) return false;
  const phrase = reading.phraseOf.get(mention);
  const owner = phrase?.owner;
  const beside = owner && owner.mention.last + 1 === mention.first ? owner : phrase;
  const told = beside && country(beside);
  if (!told || told === 'north-korea' || told === 'korea') return false;
  return mentions?.some((group) => group.includes('north-korea') && !group.includes(told)) ?? false;
}

/**
 * "Russian soldiers were killed", "Russian bombs", "a reactor for its own navy": the sentence is not about the country
 * that the text around it would carry into it.
 */
function isAnothers(carried: string, reading: SentenceReading): boolean {
  const { sentence, phraseOf } = reading;
  const { tokens, mentions } = sentence;
  const ownUse = tokens.some(
    ({ text }, at) => text === 'own' && /^(?:for|of)$/.test(tokens[at - 2]?.text ?? ''),
  );
  if (ownUse) return true;
  if (carried !== 'north-korea') return false;
  return mentions.some((mention) => {
    if (standsFor(mention, 'other-nationals')) return true;
    const phrase = phraseOf.get(mention);
    if (!phrase?.owner || country(phrase.owner) !== 'russia') return false;
    if (standsFor(mention, 'weapon')) return true;
    if (standsFor(mention, 'armed-forces')) return suffers(reading, mention);
    return standsForAny(mention, ['military-personnel', 'military-unit']) && !phrase.preposition;
  });
}

/** "Its army has lost about 600 men": those who fell are its own. */
function suffers({ frames }: SentenceReading, mention: Mention): boolean {
  return frames.some(
    ({ event, agent }) =>
      agent?.mention === mention &&
      event.concepts.some(({ is }) => is.has('to-lose') || is.has('to-die')),
  );
}

/** The countries that stand in for groups which the sentence does not name; null where one has none. */
function findCarried(
  statement: Statement,
  reading: SentenceReading,
  near: Named,
  missing: readonly (readonly string[])[],
): readonly string[] | null {
  if (missing.length === 0) return [];
  if (!missing.every(mayBeCarried)) return null;
  const carried = carriedInto(reading, statement, near);
  const countries = missing.map((group) => group.find((concept) => carried.has(concept)));
  return countries.every((country) => country !== undefined) ? countries : null;
}

function nearest(mention: Mention, group: readonly string[]): string {
  return group.find((concept) => means(mention, [concept])) ?? group[0] ?? '';
}
