import { countryOf, type Frame, readFrames } from './frame.ts';
import { readGrammar } from './grammar.ts';
import { isAt, type TaggedSentence, withMentions, wordsOf } from './sentence.ts';
import {
  type Mention,
  mentionOf,
  standsFor,
  standsForAny,
  type TaggedConcept,
  type Tagger,
  verbForms,
} from './tagger.ts';

const plural = /^(?:they|them|their|theirs)$/;
/** Groups of people that "they" is looked for behind: those that are sent. */
const sent = ['military-personnel', 'military-unit', 'contingent', 'worker'];
/** Whom a sentence may have told of for "the soldiers" in the next. */
const told = [...sent, 'armed-forces', 'koreans', 'north-koreans'];
/** What a sentence names that may tell of a group. */
export const soughtForGroups = ['personnel', 'armed-forces'];
/** What "they" might be as well, where it stands in the plural. */
const others = [
  'weapon',
  'goods',
  'vehicle',
  'document',
  'building',
  'office',
  'person',
  'organisation',
];
/** What a group of North Korea is read as besides what it is: soldiers, and others. */
const northKorean = { soldier: 'kims-men', other: 'north-koreans' };
/** How far before a group "the", "these" and "such" may stand, in tokens. */
const determinerReach = 3;
/** How far behind a group its country may stand, in tokens: "soldiers from Pyongyang". */
const ownerReach = 3;

/** A group of people that a sentence tells of. */
export interface Group {
  concepts: readonly TaggedConcept[];
  /** Whether it is said to be North Korea's. */
  northKorean: boolean;
}

/** Whether a word stands for several told of before. */
export const isPlural = (word: string): boolean =>
  plural.test(word) || /^(?:each|others|those)$/.test(word);

/** Whether words that suggest these concepts may be taken for a group told of before. */
export function mayMeanGroup(suggests: ReadonlySet<string>): boolean {
  return isSent((concept) => suggests.has(concept));
}

function isSent(has: (concept: string) => boolean): boolean {
  return sent.some(has);
}

/** All that a definite group could suggest besides what it is. */
export function countryOfGroups({ concepts }: Tagger): ReadonlySet<string> {
  const names = Object.values(northKorean).flatMap((id) => concepts.get(id) ?? []);
  return mentionOf(
    0,
    0,
    names.map((concept) => ({ concept, form: 'name' })),
  ).suggests;
}

/** All that "they" could suggest. */
export function groupsOf(tagger: Tagger): Set<string> {
  const groups = [...tagger.concepts.values()].filter(({ is }) =>
    told.some((kind) => is.has(kind)),
  );
  const suggested = groups.flatMap((concept) => [
    ...mentionOf(0, 0, [{ concept, form: 'name' }]).suggests,
  ]);
  return new Set([...suggested, ...countryOfGroups(tagger)]);
}

/**
 * The group that "they" in the next sentence means; null where the sentence names several of whom it is not
 * plain, or one of another country; undefined where it names none, so that the one before counts.
 */
export function groupToldOf(sentence: TaggedSentence): Group | null | undefined {
  const people = sentence.mentions.filter(
    (mention) => standsFor(mention, 'personnel') && !standsFor(mention, 'action'),
  );
  const { mentions } = sentence;
  const named = mentions.filter(
    (mention) => standsForAny(mention, told) && !standsFor(mention, 'action'),
  );
  if (named.length === 0) return people.some((one) => !isGeneric(one)) ? null : undefined;
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

/** "men", "people": words that fit every group. */
function isGeneric({ readings }: Mention): boolean {
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
function isForeign({ readings }: Mention): boolean {
  return readings.some(({ concept }) => {
    const country =
      concept.for ?? (concept.is.has('country') && concept.id !== 'country' ? concept.id : null);
    return country !== null && country !== 'russia' && country !== 'north-korea';
  });
}

/**
 * Reads "they" as the group of people that the sentences before tell of, and "the soldiers" as North Korea's
 * where the last ones named are: "Pyongyang sent 10,000 soldiers. They are in Kursk."
 */
export function resolveGroups(
  sentence: TaggedSentence,
  tagger: Tagger,
  before: { they(): Group | null; definite(): Group | null },
): { sentence: TaggedSentence; references: string[] } {
  const references = new Set<string>();
  const tell = (first: number, last: number, meant: string) =>
    references.add(`“${wordsOf(sentence, first, last).toLowerCase()}” is read as ${meant}.`);
  const places = pronounsIn(sentence);
  const they = places.length > 0 ? before.they() : null;
  const read = places.flatMap((at) => {
    if (!they) return [];
    const north = they.northKorean ? northKoreanOf(they.concepts, tagger) : undefined;
    const concepts = north ? [...they.concepts, north] : they.concepts;
    const words = [...they.concepts.map(({ name }) => name), ...(north ? ['North Korea'] : [])];
    tell(at, at, `those told of before (${words.join(', ')})`);
    return [
      mentionOf(
        at,
        at,
        concepts.map((concept) => ({ concept, form: 'name' as const })),
      ),
    ];
  });
  let definite: Group | null | undefined;
  const mentions = sentence.mentions.map((mention) => {
    if (!isOpen(sentence, mention)) return mention;
    definite ??= before.definite();
    if (!definite?.northKorean || !isAmong(mention, definite)) return mention;
    const north = northKoreanOf(definite.concepts, tagger);
    if (!north) return mention;
    tell(mention.first, mention.last, 'North Korea’s');
    const readings = [...mention.readings, { concept: north, form: 'name' as const }];
    return mentionOf(mention.first, mention.last, readings);
  });
  if (references.size === 0) return { sentence, references: [] };
  const kept = mentions.flatMap((mention) => {
    const pronoun = read.find(({ first }) => mention.first <= first && first <= mention.last);
    if (!pronoun) return [mention];
    // "every one of them": what is said of them stays.
    const last = pronoun.first - 1;
    return last <= mention.first ? [] : [mentionOf(mention.first, last, mention.readings)];
  });
  const pronouns = new Set(read.map(({ first }) => first));
  const tokens = sentence.tokens.map((token, at) =>
    pronouns.has(at) && token.text === 'their' ? { ...token, possessive: true } : token,
  );
  const all = [...kept, ...read].sort((a, b) => a.first - b.first);
  return { sentence: withMentions({ ...sentence, tokens }, all), references: [...references] };
}

function northKoreanOf(
  concepts: readonly TaggedConcept[],
  tagger: Tagger,
): TaggedConcept | undefined {
  const armed = concepts.some(({ is }) => is.has('soldier'));
  return tagger.concepts.get(armed ? northKorean.soldier : northKorean.other);
}

/** The places of "they" and the like, up to the first word for several others whom it might mean. */
function pronounsIn(sentence: TaggedSentence): number[] {
  const { tokens, mentions } = sentence;
  const places = tokens.flatMap(({ text, kind }, at) =>
    kind === 'word' && (plural.test(text) || isEach(sentence, at) || isOthers(sentence, at))
      ? [at]
      : [],
  );
  if (places.length === 0) return places;
  const stop = mentions.find((mention) => isSeveral(sentence, mention))?.first ?? Infinity;
  return places.filter((at) => at < stop && !isWithinAction(sentence, at));
}

/** "Each draws 2,000 dollars", "a wage of 2,000 dollars each": each of those told of before, but not "each side". */
function isEach({ tokens, mentionAt }: TaggedSentence, at: number): boolean {
  const next = tokens[at + 1];
  if (tokens[at]?.text !== 'each') return false;
  if (!next || next.kind === 'punctuation' || /^(?:is|was|has|had)$/.test(next.text)) return true;
  const verb = mentionAt[at + 1]?.readings.some(({ form }) => verbForms.includes(form));
  return at === 0 && verb === true;
}

/** "took their own lives": the pronoun is part of what they did. */
function isWithinAction({ mentionAt }: TaggedSentence, at: number): boolean {
  const mention = mentionAt[at];
  return mention !== undefined && mention.first < at && standsFor(mention, 'action');
}

/** "Others took their own lives", "those who blew themselves up": more of those told of before. */
function isOthers({ tokens }: TaggedSentence, at: number): boolean {
  const text = tokens[at]?.text;
  return (at === 0 && text === 'others') || (text === 'those' && tokens[at + 1]?.text === 'who');
}

function isSeveral(sentence: TaggedSentence, mention: Mention): boolean {
  if (standsForAny(mention, ['personnel', 'both-sides', 'three-leaders'])) return true;
  const actors = ['country', 'person', 'capital', 'organisation'];
  const next = sentence.mentionAt[mention.last + 2];
  return (
    (standsForAny(mention, others) && isInPlural(sentence, mention)) ||
    (standsForAny(mention, actors) &&
      isAt(sentence, mention.last + 1, 'coordinator') &&
      next !== undefined &&
      standsForAny(next, actors))
  );
}

function isInPlural({ tokens }: TaggedSentence, { last, readings }: Mention): boolean {
  const token = tokens[last];
  const named = readings.some(({ form }) => !verbForms.includes(form));
  return named && token !== undefined && !token.possessive && token.text.endsWith('s');
}

/** Whether a group is one told of before, and whose it is left unsaid: "the soldiers", "such men". */
function isOpen(sentence: TaggedSentence, mention: Mention): boolean {
  if (!isSent((kind) => standsFor(mention, kind)) && !isPlainMen(sentence, mention)) return false;
  if (mention.readings.some(({ concept }) => concept.for !== null)) return false;
  if (isOne(sentence, mention)) return false;
  for (let at = mention.last + 1; at <= mention.last + ownerReach; at++) {
    const behind = sentence.mentionAt[at];
    if (behind && (isForeign(behind) || standsForAny(behind, ['country', 'capital']))) return false;
  }
  for (let at = mention.first; at >= Math.max(0, mention.first - determinerReach); at--) {
    const token = sentence.tokens[at];
    if (token?.kind === 'word' && /^(?:the|this|that|these|those|such|another)$/.test(token.text))
      return true;
    if (at === mention.first) continue;
    if (token?.kind === 'punctuation' || token?.possessive) return false;
    const other = sentence.mentionAt[at];
    if (other && (isForeign(other) || standsForAny(other, ['country', 'preposition', 'action'])))
      return false;
  }
  return false;
}

/** "the general", "the captive": one man is not the group. */
function isOne({ tokens }: TaggedSentence, { last, readings }: Mention): boolean {
  return (
    readings.every(({ concept, form }) => form === 'noun' && concept.is.has('personnel')) &&
    !/(?:s|men)$/.test(tokens[last]?.text ?? '')
  );
}

function isPlainMen(sentence: TaggedSentence, mention: Mention): boolean {
  return isGeneric(mention) && sentence.tokens[mention.last]?.text === 'men';
}

/** "the soldiers" may be the sappers told of before, and "the sappers" the soldiers, but not the tourists. */
function isAmong(mention: Mention, { concepts }: Group): boolean {
  const armed = standsForAny(mention, ['military-personnel', 'military-unit']);
  return (
    isGeneric(mention) ||
    concepts.some(
      ({ is }) =>
        sent.some((kind) => is.has(kind) && standsFor(mention, kind)) ||
        (armed && ['armed-forces', 'koreans', 'north-koreans'].some((kind) => is.has(kind))),
    )
  );
}
