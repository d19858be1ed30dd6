import type { DateMention } from '../text/date-mention.ts';
import { readDates } from '../text/dates.ts';
import type { NumberMention } from '../text/number-mention.ts';
import { readNumbers } from '../text/numbers.ts';
import type { TextRange, Token } from '../text/token.ts';
import { textAt } from '../text/token-sequence.ts';
import { tokenise } from '../text/tokens.ts';
import { articles } from './english.ts';
import { type Mention, mentionOf, standsFor } from './mention.ts';
import type { Tagger } from './tagging/tagger.ts';

/** A sentence with its numbers and dates, before anything in it is named. */
export interface CountedSentence {
  /** Where it stands in its block, in UTF-16 code units. */
  range: TextRange;
  /** The words as they stand in the text. */
  text: string;
  tokens: readonly Token[];
  numbers: readonly NumberMention[];
  dates: readonly DateMention[];
}

/** A sentence with everything that was found in it before its grammar is read. */
export interface TaggedSentence extends CountedSentence {
  mentions: readonly Mention[];
  /** For each token the mention that covers it. */
  mentionAt: readonly (Mention | undefined)[];
  prepositions: Pick<ReadonlyMap<string, string>, 'get'>;
}

/** Finds tokens, numbers and dates of one sentence of a block. */
export function countSentence(block: string, range: TextRange): CountedSentence {
  const tokens = tokenise(block, range);
  const numbers = readNumbers(tokens);
  const dates = readDates(tokens, numbers);
  return { range, text: block.slice(range.start, range.end), tokens, numbers, dates };
}

/** Finds the concepts of a sentence, and takes out the numbers that are parts of names and dates. */
export function tagSentence(counted: CountedSentence, tagger: Tagger): TaggedSentence {
  const { tokens, numbers: allNumbers, dates } = counted;
  const { prepositions } = tagger;
  const found = tagger.tag(tokens);
  const tagged = found
    .filter(
      (mention, index) =>
        !isOtherColon(tokens, found, index) &&
        !isAnswer(tokens, mention) &&
        !isOfNumber(tokens, mention),
    )
    .map((mention, index, all) => asSaid(tokens, withoutPlan(mention, all[index + 1])));
  if (allNumbers.length === 0 && dates.length === 0)
    return withMentions({ ...counted, prepositions }, tagged);
  const dated = new Set<number>();
  for (const { first, last } of dates) for (let at = first; at <= last; at++) dated.add(at);
  // The words of a date stand for nothing else: "May" is no modal there, "March" no parade. But a name may
  // end in one: "the war of 1950".
  const mentions = tagged.filter(
    ({ first, last }) =>
      !dated.has(first) &&
      (!dated.has(last) || dates.some((date) => date.first > first && date.last === last)) &&
      !isNumero(tokens, first, last) &&
      !allNumbers.some((number) => isPartOfCount(number, first, last)),
  );
  const numbers = allNumbers.filter(
    (number) => !dated.has(number.first) && !dated.has(number.last) && !isNamed(mentions, number),
  );
  return withMentions({ ...counted, numbers, prepositions }, mentions);
}

/** The sentence with these mentions; which of them covers a token is worked out when it is asked for. */
export function withMentions(
  sentence: Omit<TaggedSentence, 'mentions' | 'mentionAt'>,
  mentions: readonly Mention[],
  tokens: readonly Token[] = sentence.tokens,
): TaggedSentence {
  const { range, text, numbers, dates, prepositions } = sentence;
  let covering: (Mention | undefined)[] | null = null;
  return {
    range,
    text,
    tokens,
    numbers,
    dates,
    prepositions,
    mentions,
    get mentionAt() {
      if (!covering) {
        covering = new Array(tokens.length);
        for (const mention of mentions) covering.fill(mention, mention.first, mention.last + 1);
      }
      return covering;
    },
  };
}

/** "Not to Moscow, which has pulled out": what the answer takes back ends where it goes on to tell more. */
const shortAnswer = /^not (?:\S+ ){1,4}, (?:which|who|whose|where) /;
const shortAnswerReach = 8;

/** "No, they have been withdrawn", "Not any longer, it has left": the answer to a question takes back nothing of what follows it. */
function isAnswer(tokens: readonly Token[], { first, last }: Mention): boolean {
  if (first === 0 && textAt(tokens, 0) === 'not') {
    const opening = tokens.slice(0, shortAnswerReach).map(({ text }) => `${text} `);
    if (shortAnswer.test(opening.join(''))) return true;
  }
  const word = textAt(tokens, first);
  const next = textAt(tokens, last + 1);
  const isNo = word === 'no' && first === last;
  const isNotAnyLonger = word === 'not' && (next === 'longer' || next === 'more');
  const end = isNotAnyLonger ? last + 2 : isNo ? last + 1 : -1;
  if (textAt(tokens, end) !== ',') return false;
  return first === 0 || /^[:"']$/.test(textAt(tokens, first - 1));
}

/** "possibly several", "perhaps as many as 1,000": what may be is how many, not whether. */
function isOfNumber(tokens: readonly Token[], { first, last }: Mention): boolean {
  const next = tokens[last + 1];
  if (first !== last || !next || !possibly.has(textAt(tokens, first))) return false;
  return next.kind === 'number' || opensNumber.has(next.text);
}

const possibly = new Set(['maybe', 'perhaps', 'possibly', 'potentially']);
const opensNumber = new Set('as even hundreds many more several thousands two up'.split(' '));

/** How far into a headline the colon behind its speaker may stand, in tokens. */
const speakerReach = 6;

/** "UN: Russia hit Kharkiv": in a headline that begins with who says it, the colon says so; no other does. */
function isOtherColon(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  index: number,
): boolean {
  const colon = mentions[index]?.first ?? 0;
  if (tokens[colon]?.text !== ':') return false;
  const speaker = mentions[index - 1];
  if (colon > speakerReach || !speaker || speaker.first > 1 || speaker.last !== colon - 1)
    return true;
  return !['person', 'office', 'organisation', 'capital'].some((kind) => standsFor(speaker, kind));
}

/** "weapons going to Russia": with a place behind it, it is no plan. */
function withoutPlan(mention: Mention, next: Mention | undefined): Mention {
  if (!standsFor(mention, 'planned') || next?.first !== mention.last + 1) return mention;
  if (!standsFor(next, 'place') && !standsFor(next, 'country')) return mention;
  const moves = mention.readings.filter(({ concept }) => concept.is.has('action'));
  return moves.length > 0 ? mentionOf(mention.first, mention.last, moves) : mention;
}

/**
 * "…, recalls the weekly", "…, the weekly recalled", "…, the weekly recalled in a piece on ships": behind what is
 * told it is said, and nothing is called back.
 */
function asSaid(tokens: readonly Token[], mention: Mention): Mention {
  const { first, last, readings } = mention;
  const said = readings.filter(({ concept }) => concept.is.has('attribution'));
  if (said.length === 0 || said.length === readings.length) return mention;
  const turned = textAt(tokens, first - 1) === ',' && articles.has(textAt(tokens, last + 1));
  const ends = tokens.length - last <= 2 && tokens[last + 1]?.kind !== 'word';
  const before = tokens.slice(Math.max(0, first - 4), first).map(({ text }) => text);
  const told = before.includes(',');
  const behind = tokens.slice(last + 1, last + 3).map(({ text }) => text);
  const where =
    /, (?:the|a|an) /.test(before.join(' ')) &&
    /^(?:at|during|in|on) (?:a|an|her|his|its|the)$/.test(behind.join(' '));
  return turned || (ends && told) || where ? mentionOf(first, last, said) : mention;
}

/** "six and a half million": a word that is part of a plain number is no share. */
function isPartOfCount(number: NumberMention, first: number, last: number): boolean {
  return (
    number.unit !== 'percent' &&
    number.first < first &&
    last <= number.last &&
    number.last - number.first >= 2
  );
}

/** "resolution no. 2375": a word for *number* denies nothing. */
function isNumero(tokens: readonly Token[], first: number, last: number): boolean {
  const [numero, next] = [tokens[first], tokens[first + 1]];
  if (numero?.text !== 'no' || first !== last || !next) return false;
  const sign = numero.end - numero.start === 1;
  return sign || (next.text === '.' && tokens[first + 2]?.kind === 'number');
}

/** Whether a number is part of a name: "two brigades", "Hwasong-20"; a share is none: "half the shells". */
function isNamed(mentions: readonly Mention[], number: NumberMention): boolean {
  if (number.ordinal || number.unit === 'percent') return false;
  return mentions.some(({ first, last }) => first <= number.last && last > number.last);
}

/** Whether the token at this index belongs to a mention of the concept. */
export function isAt(sentence: TaggedSentence, index: number, concept: string): boolean {
  const mention = sentence.mentionAt[index];
  return mention !== undefined && standsFor(mention, concept);
}

/** The words of a span of tokens as they stand in the text. */
export function wordsOf(sentence: TaggedSentence, first: number, last: number): string {
  const start = sentence.tokens[first]?.start ?? 0;
  const end = sentence.tokens[last]?.end ?? start;
  return sentence.text.slice(start - sentence.range.start, end - sentence.range.start);
}
