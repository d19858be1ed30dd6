import { textAt } from '../text/token-sequence.ts';
import { isVerbal, type Mention, standsFor, standsForAny } from './mention.ts';
import { beginningOf } from './references/opening.ts';
import { isAt, type TaggedSentence } from './sentence.ts';

/** How many tokens may stand before the verb with which somebody says so. */
const sourceReach = 9;

/** What a source may be called beside what it says: an officer from Kharkiv, a Chinese expert. */
const sourceKinds = ['place', 'officer', 'expert', 'diplomat', 'envoy', 'armed-forces'];

/** What those do who say something, with or without "that" behind it. */
const saying = new Set(['say', 'says', 'said', 'believe', 'believes', 'believed']);

/** "BEIJING –", "SEOUL, South Korea (AP) —": where a report was written. */
const dateline = /^\p{Lu}{3}[\p{Lu} .]*(?:, [\p{L} .]+)?(?: ?\([\p{L} ]+\))? ?[—–-] /u;

/**
 * Whether a mention only tells who says so, and where: "…, a Ukrainian officer told the channel", "…, according to a
 * Chinese portal", "An Iranian expert said that …", "Ukraine's army says …", "BEIJING –". Nothing of what is told is about it.
 */
export function isOfSource(sentence: TaggedSentence, mention: Mention): boolean {
  const from = mention.readings.some(
    ({ concept, form }) => form === 'adjective' && concept.is.has('country'),
  );
  if (!from && !standsForAny(mention, sourceKinds) && !isForeignOffice(mention)) return false;
  const head = dateline.exec(sentence.text)?.[0].length ?? 0;
  if ((sentence.tokens[mention.last]?.end ?? 0) - sentence.range.start < head) return true;
  if (isWorried(sentence, mention) || isSeat(sentence, mention)) return true;
  const behind = sourceBehind(sentence);
  if (behind !== null && mention.first >= behind) return true;
  const { tokens } = sentence;
  const that = tokens.findIndex(({ text }, at) => at > mention.last && text === 'that');
  const start = beginningOf(sentence);
  if (that > 0 && that <= start + sourceReach && saysSo(sentence, start, that) === that - 1)
    return true;
  const says = saysSo(sentence, 0, tokens.length);
  return says !== null && says > mention.last && saying.has(textAt(tokens, says));
}

/** "The Pentagon", "Britain's Open Source Centre": those of a third country. */
function isForeignOffice({ readings }: Mention): boolean {
  return readings.some(
    ({ concept }) =>
      concept.is.has('organisation') &&
      concept.for !== null &&
      concept.for !== 'russia' &&
      concept.for !== 'north-korea',
  );
}

/** How far before whom it worries such a verb may stand, in tokens. */
const worryReach = 4;
const worrying =
  /^(?:alarm|anger|concern|disturb|rattle|trouble|unsettle|upset|worr)(?:s|ed|ies|ied)?$/;

/** "a step that alarms Seoul and Tokyo", "it keeps officials in Tokyo awake": who only hears of it. */
function isWorried({ tokens }: TaggedSentence, { first, last }: Mention): boolean {
  const before = tokens.slice(Math.max(0, first - worryReach), first);
  return before.some(
    ({ text }) =>
      worrying.test(text) || (/^(?:keeps?|kept)$/.test(text) && tokens[last + 1]?.text === 'awake'),
  );
}

/** "London's Open Source Centre": where those sit who say so. */
function isSeat({ tokens, mentionAt }: TaggedSentence, { last }: Mention): boolean {
  const next = mentionAt[last + 1];
  return tokens[last]?.possessive === true && next !== undefined && standsFor(next, 'organisation');
}

/** "…, it became known in Seoul" */
function isKnown({ tokens }: TaggedSentence, from: number): boolean {
  const words = tokens.slice(from, from + 4).map(({ text }) => text);
  return /^it (?:became|has become|has emerged|emerged|was (?:reported|learned|announced))/.test(
    words.join(' '),
  );
}

/** Where a sentence begins to tell who says what it told; null where it does not. */
function sourceBehind(sentence: TaggedSentence): number | null {
  const { tokens } = sentence;
  const comma = tokens.findLastIndex(({ text }) => text === ',');
  if (comma < 1) return null;
  const from = comma + 1;
  if (tokens[from]?.text === 'according' || isKnown(sentence, from)) return from;
  return saysSo(sentence, from, tokens.length) === null ? null : from;
}

/** The verb with which somebody says so, where nothing but that stands between two tokens. */
function saysSo(sentence: TaggedSentence, from: number, end: number): number | null {
  const { tokens } = sentence;
  for (let at = from; at < Math.min(end, from + sourceReach); at++) {
    if (
      ['coordinator', 'relative-word', 'subordinator', 'negation'].some((one) =>
        isAt(sentence, at, one),
      )
    )
      return null;
    const { text, kind } = tokens[at] ?? {};
    if (kind === 'punctuation' || text === 'that') return null;
    const mention = sentence.mentionAt[at];
    if (!mention || !standsFor(mention, 'attribution')) continue;
    // "officials say" is a turn of phrase of its own.
    const isPhrase = saying.has(textAt(tokens, mention.last));
    if (
      !isPhrase &&
      !mention.readings.some((reading) => reading.form !== 'ing' && isVerbal(reading))
    )
      continue;
    const told = tokens.slice(at + 1, end).some(({ text }) => /^(?:that|how|:)$/.test(text));
    return told ? null : mention.last;
  }
  return null;
}
