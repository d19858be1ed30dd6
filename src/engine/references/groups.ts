import { type Discourse, type Memory, once } from '../discourse.ts';
import { countryOf, type Frame } from '../frames/frame.ts';
import { readFrames } from '../frames/read.ts';
import { readGrammar } from '../grammar.ts';
import type { Phrase } from '../grammar-types.ts';
import {
  countriesOf,
  type Mention,
  type Reading,
  standsFor,
  standsForAny,
  type TaggedConcept,
} from '../mention.ts';
import type { TaggedSentence } from '../sentence.ts';
import { isOfSource } from '../source.ts';
import type { Tagger } from '../tagging/tagger.ts';
import { isOneOfTwo } from '../two-countries.ts';

/** Groups of people that are sent. */
export const sent = ['military-personnel', 'military-unit', 'contingent', 'worker'];
/** Whom a sentence may have told of for "the soldiers" in the next. */
export const told = [...sent, 'armed-forces', 'koreans', 'north-koreans'];
/** What a group of North Korea is read as besides what it is: soldiers, and others. */
const asNorthern = { soldier: 'kims-men', other: 'north-koreans' };
/** The same as one list. */
export const northKoreans: readonly string[] = Object.values(asNorthern);
/** Peoples that "they" may mean as well, where a sentence tells of them and nobody else. */
export const otherPeoples: readonly string[] = ['russians', 'ukrainians', 'other-nationals'];

/** A group of people that a sentence tells of. */
export interface Group {
  concepts: readonly TaggedConcept[];
  /** Whether it is said to be North Korea's. */
  northKorean: boolean;
}

/** What a sentence names that may tell of a group. */
export const soughtForGroups = ['personnel', 'armed-forces'];
const memory = { sentences: 3, sought: soughtForGroups, toldIn: once(groupToldIn) };

/** The group told of last in the same block, and before its opening. */
export const groupInBlock: Memory<Group> = { ...memory, reach: 'block' };
export const groupBefore: Memory<Group> = { ...memory, reach: 'opening' };

/** How long a text may keep telling of a group, in sentences. */
const longestTopic = 30;
/** The last group of which a text says whose it is. */
export const groupOfText: Memory<Group> = {
  sentences: longestTopic,
  reach: 'text',
  sought: soughtForGroups,
  toldIn: once(ownedToldIn),
};

/**
 * The group of North Korea of which a text goes on telling: the last one of which it is said whose it is, or soldiers
 * at all in a text on that country that tells of nobody else's.
 */
export function northernBefore(before: Discourse, { concepts }: Tagger): Group | null {
  const told = before.last(groupOfText);
  if (told) return told.northKorean ? told : null;
  const soldier = concepts.get('soldier');
  return soldier && before.isMainlyAbout('north-korea')
    ? { concepts: [soldier], northKorean: true }
    : null;
}

/** A group of which a sentence says whose it is: North Korea's where it is nobody else's. */
function ownedToldIn(sentence: TaggedSentence): Group | undefined {
  const named = sentence.mentions.filter(
    (mention) =>
      standsForAny(mention, [...told, ...otherPeoples]) &&
      !standsFor(mention, 'action') &&
      !isOne(sentence, mention) &&
      !speaks(sentence, mention),
  );
  if (named.length === 0) return undefined;
  const owners = ownersOf(sentence, named);
  // "Colombians serve as well": a people is its country's.
  const others = named.some((mention) => standsForAny(mention, otherPeoples));
  if (owners.size === 0 && !others && !isOfNorthAlone(sentence)) return undefined;
  const northKorean = !others && [...owners].every((owner) => owner === 'north-korea');
  return { concepts: conceptsOf(named), northKorean };
}

/**
 * The group of people that a sentence tells of; null where it names several of whom it is not plain, or one of
 * another country.
 */
function groupToldIn(sentence: TaggedSentence): Group | null | undefined {
  const people = sentence.mentions.filter(
    (mention) => standsFor(mention, 'personnel') && !standsFor(mention, 'action'),
  );
  const { mentions } = sentence;
  const named = mentions.filter(
    (mention) => standsForAny(mention, told) && !standsFor(mention, 'action'),
  );
  if (named.length === 0) return peopleToldIn(people);
  if (people.some((one) => !named.includes(one) && !isGeneric(one) && !isOfNorth(one))) return null;
  const phrases = readGrammar(sentence).phrases.filter(({ mention }) => named.includes(mention));
  if (phrases.length === 0 || phrases.some(({ negated, none }) => negated || none)) return null;
  const countries = ownersOf(sentence, named);
  if (countries.size > 1 || (countries.size === 1 && !countries.has('north-korea'))) return null;
  if (countries.size === 0 && mentions.some(isForeign)) return null;
  return {
    concepts: conceptsOf(named),
    northKorean:
      countries.size === 1 ||
      isOfNorthAlone(sentence) ||
      (!isOfSouth(sentence) && named.every((mention) => standsFor(mention, 'koreans'))),
  };
}

/** What mentions of groups are. */
function conceptsOf(named: readonly Mention[]): TaggedConcept[] {
  const concepts = new Set(named.flatMap(({ readings }) => readings.map(({ concept }) => concept)));
  return [...concepts].filter(({ is }) => told.some((kind) => is.has(kind)));
}

/** The countries whose groups are named. */
function ownersOf(sentence: TaggedSentence, named: readonly Mention[]): Set<string> {
  const grammar = readGrammar(sentence);
  const frames = readFrames(sentence, grammar);
  const owners = grammar.phrases.flatMap((phrase) =>
    named.includes(phrase.mention) ? (ownerOf(phrase, frames) ?? []) : [],
  );
  // "Korean infantry" is short for that of the North.
  const north = (owner: string) => owner === 'korea' && !isOfSouth(sentence);
  return new Set(owners.map((owner) => (north(owner) ? 'north-korea' : owner)));
}

/** "Ukraine's general staff denied it": who only tells of it. */
function speaks(sentence: TaggedSentence, mention: Mention): boolean {
  const next = sentence.mentionAt[mention.last + 1];
  return (
    isOfSource(sentence, mention) ||
    (next !== undefined && standsForAny(next, ['attribution', 'denial']))
  );
}

function isOfNorthAlone({ mentions }: TaggedSentence): boolean {
  const names = (country: string) => mentions.some((mention) => mention.names.has(country));
  return names('north-korea') && !names('russia') && !mentions.some(isForeign);
}

function isOfSouth({ mentions }: TaggedSentence): boolean {
  return mentions.some(({ names }) => names.has('south-korea'));
}

/** "The Ukrainians have left": people of one other nation, and nobody else. */
function peopleToldIn(people: readonly Mention[]): Group | null | undefined {
  const [first, ...more] = people.filter((one) => !isGeneric(one));
  if (!first) return undefined;
  const [reading] = first.readings;
  if (!reading || more.length > 0 || !otherPeoples.includes(reading.concept.id)) return null;
  return { concepts: [reading.concept], northKorean: false };
}

/** "men", "people": words that fit every group. */
export function isGeneric({ readings }: Mention): boolean {
  return readings.some(({ concept }) => concept.id === 'personnel');
}

function isOfNorth({ readings }: Mention): boolean {
  return readings.some(({ concept }) => concept.for === 'north-korea');
}

/** The country of a group, by its own words or by who sends it: "Pyongyang sent 10,000 soldiers". */
function ownerOf(phrase: Phrase, frames: readonly Frame[]): string | null {
  const sending = frames.find(
    ({ event, thing }) => event.concepts[0]?.roles === 'giving' && thing.includes(phrase),
  );
  return countryOf(phrase) ?? sending?.from?.country ?? null;
}

/** Whether a mention is of a country other than the two, or stands for one. */
export function isForeign(mention: Mention): boolean {
  return countriesOf(mention).some((country) => !isOneOfTwo(country));
}

/** What words that mean a group are read as: those of whom the text says whose they are, too. */
export function meaningOf(group: Group, before: Discourse, tagger: Tagger) {
  const isSent = group.concepts.some(({ is }) => sent.some((kind) => is.has(kind)));
  const northern = group.northKorean || (isSent && northernBefore(before, tagger) !== null);
  const names = [...group.concepts.map(({ name }) => name), ...(northern ? ['North Korea'] : [])];
  const concepts = group.concepts.map((concept) => ({ concept, form: 'name' as const }));
  return {
    northKorean: northern,
    readings: [...concepts, ...(northern ? northernOf(group, tagger) : [])],
    meant: `those told of before (${names.join(', ')})`,
  };
}

/** What a group of North Korea is read as besides what it is. */
export function northernOf(group: Group, { concepts }: Tagger): Reading[] {
  const armed = group.concepts.some(({ is }) => is.has('soldier'));
  const concept = concepts.get(armed ? asNorthern.soldier : asNorthern.other);
  return concept ? [{ concept, form: 'name' }] : [];
}

/** "the general", "the captive": one man is not the group. */
export function isOne({ tokens }: TaggedSentence, { last, readings }: Mention): boolean {
  return (
    readings.every(({ concept, form }) => form === 'noun' && concept.is.has('personnel')) &&
    !/(?:s|men)$/.test(tokens[last]?.text ?? '')
  );
}
