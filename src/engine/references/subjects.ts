import { type Discourse, type Memory, once } from '../discourse.ts';
import { readGrammar } from '../grammar.ts';
import type { Phrase } from '../grammar-types.ts';
import { isVerbal, type Mention, type Reading, standsFor, standsForAny } from '../mention.ts';
import { isAt, type TaggedSentence } from '../sentence.ts';
import type { ReferenceKind } from './reference.ts';

/** What "it" and "they" may mean besides countries. */
const things = ['document', 'organisation', 'vehicle', 'weapon'];
/** What is spoken of as a country is, by "it" and "its". */
const states = ['country', 'capital', 'government'];
/** What "its" is looked at before: what countries have. */
const owned = ['armed-forces', 'goods', 'military-personnel', 'military-unit', 'weapon', 'worker'];
/** How far behind "it" its verb may stand, and behind "its" its noun, in tokens. */
const reach = 4;

/** The one country or thing that a sentence tells of, or the things of one kind. */
interface Subject {
  readings: readonly Reading[];
  plural: boolean;
}

const pronouns = new Set(['it', 'its', 'she', 'they', 'them']);
/** What "it" and "they" mean, and what "them" does. */
const lastSubject: Memory<Subject> = { sentences: 3, reach: 'block', toldIn: once(subjectToldIn) };
export const lastThings: Memory<Subject> = {
  sentences: 3,
  reach: 'block',
  toldIn: once(thingsToldIn),
};

/**
 * "It" before its verb, and "its" before what countries have, are the country told of before, and "it" and
 * "they" the things: "Moscow feels free. It has pulled out of the sanctions."
 */
export const subjects: ReferenceKind = {
  words: pronouns,
  means: { told: [...states, ...things, 'ship'] },
  asks: [],
  after: lastSubject,
  find(sentence, _, before) {
    const read = new Map<number, Subject>();
    let told: Subject | null | undefined;
    for (const [at, { text }] of sentence.tokens.entries()) {
      if (!mayStand(sentence, at)) continue;
      const within =
        text === 'them' ? thingsAhead(sentence, at, before) : subjectWithin(sentence, at, read);
      if (within === null) continue;
      if (within === undefined && told === undefined) told = before.last(lastSubject);
      const meant = within ?? told;
      if (meant && fits(meant, text)) read.set(at, meant);
    }
    return [...read].map(([at, { readings }]) => ({
      first: at,
      last: at,
      readings,
      meant: readings[0]?.concept.name ?? '',
    }));
  },
};

/** The subject of the last statement of a sentence; undefined where it is "it" again. */
function subjectToldIn(sentence: TaggedSentence): Subject | null | undefined {
  const { tokens } = sentence;
  const from = tokens.findLastIndex(({ text }) => text === ':' || text === ';') + 1;
  return subjectFrom(sentence, from, tokens.length);
}

function subjectFrom(
  sentence: TaggedSentence,
  from: number,
  until: number,
): Subject | null | undefined {
  const { events, phrases } = readGrammar(sentence);
  const first = asks(sentence, from) ? from + 1 : from;
  const pronoun = sentence.tokens.findIndex(
    ({ text }, at) => at >= first && at < until && /^(?:it|its|they|their)$/.test(text),
  );
  if (/^(?:nobody|there)$/.test(sentence.tokens[first]?.text ?? '')) return undefined;
  const subject = phrases.find(
    ({ mention, preposition, head }) =>
      mention.first >= first && mention.last < until && !preposition && !head,
  );
  const verb = events.find(
    ({ kind, mention }) => kind === 'verb' && mention.first >= first && mention.first < until,
  );
  const before = (at: number) => !verb || at < verb.mention.first;
  if (pronoun >= 0 && before(pronoun) && (!subject || pronoun < subject.mention.first)) {
    const owned = subject && /^(?:its|their)$/.test(sentence.tokens[pronoun]?.text ?? '');
    const things = owned ? asSubject(sentence, subject) : null;
    return things?.plural ? things : undefined;
  }
  if (
    !subject ||
    !before(subject.mention.first) ||
    !isWhole(sentence, subject.mention, first > from)
  )
    return onlyShip(sentence);
  return asSubject(sentence, subject) ?? onlyShip(sentence);
}

/** The things of one kind that a sentence names; null where it names several. */
function thingsToldIn(sentence: TaggedSentence): Subject | null | undefined {
  const named = readGrammar(sentence).phrases.flatMap((phrase) => {
    const meant = asSubject(sentence, phrase);
    return meant?.plural ? [meant] : [];
  });
  const [first, ...others] = named;
  return others.length > 0 ? null : first;
}

/** "Does Moscow feel bound?", "And what does Seoul do?": the subject follows the auxiliary. */
function asks(sentence: TaggedSentence, from: number): boolean {
  return isAt(sentence, from, 'auxiliary');
}

/** Whether these words are all of a noun phrase: not "Moscow and Pyongyang", nor "the Moscow paper". */
function isWhole(sentence: TaggedSentence, { last }: Mention, asked: boolean): boolean {
  const next = sentence.tokens[last + 1];
  if (!next || sentence.tokens[last]?.possessive || isAt(sentence, last + 1, 'coordinator'))
    return false;
  return (
    asked ||
    next.kind === 'punctuation' ||
    [
      'auxiliary',
      'will-modal',
      'may-modal',
      'action',
      'adverb',
      'preposition',
      'relative-word',
    ].some((kind) => isAt(sentence, last + 1, kind)) ||
    /(?:s|ed|ly)$/.test(next.text)
  );
}

/** A ship with a name is spoken of again wherever it stands: "Let us begin with the Ursa Major. She …". */
function onlyShip({ mentions }: TaggedSentence): Subject | null {
  const ships = mentions.flatMap(({ readings }) =>
    readings.filter(({ concept, form }) => concept.is.has('ship') && form === 'name'),
  );
  const [ship] = ships;
  return ship && ships.every(({ concept }) => concept === ship.concept)
    ? { readings: [ship], plural: false }
    : null;
}

function asSubject(sentence: TaggedSentence, { mention, owner }: Phrase): Subject | null {
  const plural =
    (sentence.tokens[mention.last]?.text.endsWith('s') ?? false) &&
    mention.readings.some(({ form }) => form === 'noun');
  if (standsForAny(mention, ['person', 'personnel', 'both-sides'])) return null;
  // "The government in Seoul" is Seoul.
  const seat = owner && standsFor(mention, 'government') ? owner.mention : mention;
  const readings = seat.readings.filter(
    (reading) =>
      reading.form !== 'adjective' &&
      !isVerbal(reading) &&
      [...states, ...things].some((kind) => reading.concept.is.has(kind)),
  );
  return readings.length > 0
    ? { readings: readings.map(({ concept }) => ({ concept, form: 'name' as const })), plural }
    : null;
}

/** Whether a word stands where it may mean a country or thing, and means nothing else yet. */
function mayStand(sentence: TaggedSentence, at: number): boolean {
  const text = sentence.tokens[at]?.text ?? '';
  if (!pronouns.has(text) || isRead(sentence, at)) return false;
  if (text === 'its') return isOwning(sentence, at);
  return text !== 'it' || isActing(sentence, at);
}

function fits(meant: Subject, pronoun: string): boolean {
  if (meant.plural !== pronoun.startsWith('the')) return false;
  if (pronoun === 'its') return isState(meant);
  return pronoun !== 'she' || isShip(meant);
}

function isState({ readings }: Subject): boolean {
  return readings.some(({ concept }) => states.some((kind) => concept.is.has(kind)));
}

function isShip({ readings }: Subject): boolean {
  return readings.every(({ concept }) => concept.is.has('ship'));
}

/** The things told of before, where the sentence names none itself before the pronoun. */
function thingsAhead(sentence: TaggedSentence, pronoun: number, before: Discourse): Subject | null {
  const several = sentence.mentions.some(
    ({ last, readings }) =>
      last < pronoun &&
      (sentence.tokens[last]?.text.endsWith('s') ?? false) &&
      readings.some(({ form }) => form === 'noun' || form === 'phrase'),
  );
  return several ? null : before.last(lastThings);
}

/** Whether a pronoun has been read already: as soldiers, or the treaty. */
function isRead(sentence: TaggedSentence, at: number): boolean {
  const mention = sentence.mentionAt[at];
  return mention?.readings.some(({ form }) => form === 'name') ?? false;
}

/** Verbs whose "it" is nobody: "it takes a year", "it seems", "it was reported that". */
const impersonal =
  /^(?:takes?|took|taken|seems?|seemed|appears?|appeared|emerge[sd]?|happen(?:s|ed)|turn(?:s|ed))$/;

/** Whether a verb of ours follows that says what it does. */
function isActing(sentence: TaggedSentence, pronoun: number): boolean {
  for (let at = pronoun + 1; at <= pronoun + reach; at++) {
    const token = sentence.tokens[at];
    if (token?.kind !== 'word' || impersonal.test(token.text)) return false;
    const mention = sentence.mentionAt[at];
    const verb = mention?.readings.some(
      (reading) => reading.concept.is.has('action') && isVerbal(reading),
    );
    if (verb) return !(isAt(sentence, at, 'attribution') && isAt(sentence, at - 1, 'auxiliary-be'));
    const between = ['auxiliary', 'will-modal', 'may-modal', 'adverb', 'function-word'];
    if (!between.some((kind) => isAt(sentence, at, kind)) && !token.text.endsWith('ly'))
      return false;
  }
  return false;
}

function isOwning(sentence: TaggedSentence, pronoun: number): boolean {
  for (let at = pronoun + 1; at <= pronoun + reach; at++) {
    const token = sentence.tokens[at];
    if (token?.kind !== 'word' || isAt(sentence, at, 'preposition')) return false;
    const mention = sentence.mentionAt[at];
    if (mention && standsForAny(mention, owned)) return true;
  }
  return false;
}

/**
 * What a pronoun means within its sentence: what it was read as before, or the subject of the statement before.
 * Null where the sentence tells of others before, undefined where of nobody.
 */
function subjectWithin(
  sentence: TaggedSentence,
  pronoun: number,
  read: ReadonlyMap<number, Subject>,
): Subject | null | undefined {
  const again = [...read].at(-1);
  if (again) return again[1];
  const { phrases } = readGrammar(sentence);
  const before = phrases.filter(
    ({ mention, preposition }) => mention.last < pronoun && !preposition,
  );
  if (before.length === 0) return undefined;
  return subjectFrom(sentence, 0, pronoun) ?? null;
}
