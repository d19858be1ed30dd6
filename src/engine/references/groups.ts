import { type Memory, once } from '../discourse.ts';
import { countryOf, type Frame } from '../frames/frame.ts';
import { readFrames } from '../frames/read.ts';
import { readGrammar } from '../grammar.ts';
import { type Mention, standsFor, standsForAny, type TaggedConcept } from '../mention.ts';
import type { TaggedSentence } from '../sentence.ts';
import type { Tagger } from '../tagging/tagger.ts';

/** Groups of people that are sent. */
export const sent = ['military-personnel', 'military-unit', 'contingent', 'worker'];
/** Whom a sentence may have told of for "the soldiers" in the next. */
export const told = [...sent, 'armed-forces', 'koreans', 'north-koreans'];
/** What a group of North Korea is read as besides what it is: soldiers, and others. */
const northKorean = { soldier: 'kims-men', other: 'north-koreans' };
export const northKoreans: readonly string[] = Object.values(northKorean);
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

/** The group told of last in the same block, before its opening, and near by. */
export const groupInBlock: Memory<Group> = { ...memory, reach: 'block' };
export const groupBefore: Memory<Group> = { ...memory, reach: 'opening' };
export const groupNearBy: Memory<Group> = { ...memory, reach: 'near' };

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
  const grammar = readGrammar(sentence);
  const frames = readFrames(sentence, grammar);
  const phrases = grammar.phrases.filter(({ mention }) => named.includes(mention));
  if (phrases.length === 0 || phrases.some(({ negated, none }) => negated || none)) return null;
  const isOfSouth = mentions.some(({ names }) => names.has('south-korea'));
  const owners = phrases.flatMap((phrase) => ownerOf(phrase, frames) ?? []);
  // "Korean infantry" is short for that of the North.
  const countries = new Set(
    owners.map((owner) => (owner === 'korea' && !isOfSouth ? 'north-korea' : owner)),
  );
  if (countries.size > 1 || (countries.size === 1 && !countries.has('north-korea'))) return null;
  if (countries.size === 0 && mentions.some(isForeign)) return null;
  const all = new Set(mentions.flatMap(({ names }) => [...names]));
  const northAlone = all.has('north-korea') && !all.has('russia');
  const concepts = new Set(named.flatMap(({ readings }) => readings.map(({ concept }) => concept)));
  return {
    concepts: [...concepts].filter(({ is }) => told.some((kind) => is.has(kind))),
    northKorean:
      countries.size === 1 ||
      northAlone ||
      (!isOfSouth && named.every((mention) => standsFor(mention, 'koreans'))),
  };
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

type Phrase = Frame['thing'][number];

/** The country of a group, by its own words or by who sends it: "Pyongyang sent 10,000 soldiers". */
function ownerOf(phrase: Phrase, frames: readonly Frame[]): string | null {
  const sending = frames.find(
    ({ event, thing }) => event.concepts[0]?.roles === 'giving' && thing.includes(phrase),
  );
  return countryOf(phrase) ?? sending?.from?.country ?? null;
}

/** Whether a mention is of a country other than the two, or stands for one. */
export function isForeign({ readings }: Mention): boolean {
  return readings.some(({ concept }) => {
    const country =
      concept.for ?? (concept.is.has('country') && concept.id !== 'country' ? concept.id : null);
    return country !== null && country !== 'russia' && country !== 'north-korea';
  });
}

/** What a group is read as besides what it is, where it is North Korea's. */
export function northernOf(group: Group, { concepts }: Tagger): TaggedConcept | undefined {
  if (!group.northKorean) return undefined;
  const armed = group.concepts.some(({ is }) => is.has('soldier'));
  return concepts.get(armed ? northKorean.soldier : northKorean.other);
}
