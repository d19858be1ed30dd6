import type { NumberMention } from '../text/number-mention.ts';
import { textAt } from '../text/token-sequence.ts';
import { countedThings, mayBeCounted } from './counted-things.ts';
import type { Grammar, Phrase } from './grammar-types.ts';
import { isVerbal } from './mention.ts';
import { isAt, type TaggedSentence } from './sentence.ts';

/** A number with the things it counts. */
export interface Figure {
  number: NumberMention;
  /** What it counts: the nearest noun, and those joined to it. Empty where it is not known. */
  of: readonly Phrase[];
  /** What it may count, where that stands before it: "shells reached 12 million". Enough to be right, not to be wrong. */
  perhaps: readonly Phrase[];
  /** Whether the sentence says what it counts in words that are not known: "five kilometres of cable". */
  ofSomethingElse: boolean;
  /** Whether it counts a part of what a larger number before it counts: "12,000 men, including 500 officers". */
  part: boolean;
}

/** Finds what each number of a sentence counts. */
export function readFigures(sentence: TaggedSentence, grammar: Grammar): Figure[] {
  return sentence.numbers
    .filter((number) => !number.ordinal && !isYear(sentence, number) && !isPair(sentence, number))
    .map((number) => {
      const of = countedThings(sentence, grammar, number);
      return {
        number,
        of,
        perhaps: mayBeCounted(sentence, grammar, number, of),
        ofSomethingElse:
          of.length === 0 &&
          (isMeasureOf(sentence, number) ||
            isDistance(sentence, number) ||
            isOfUnknownThings(sentence, number)),
        part: isIncluded(sentence, grammar, number),
      };
    });
}

/** "a rise on 2023", "up from 2023": a year, though no date is made of it. */
function isYear(
  { tokens }: TaggedSentence,
  { first, last, low, high, unit }: NumberMention,
): boolean {
  const bare = first === last && unit === null && low === high && low >= 1900 && low < 2100;
  return bare && beforeYear.has(textAt(tokens, first - 1)) && tokens[last + 1]?.kind !== 'word';
}

const beforeYear = new Set(['on', 'from', 'in', 'since', 'than', 'over']);

/** "trade between the two reached": the two countries, and no count. */
function isPair(sentence: TaggedSentence, { first, last }: NumberMention): boolean {
  const { tokens, mentionAt } = sentence;
  if (first !== last || tokens[first]?.text !== 'two' || tokens[first - 1]?.text !== 'the')
    return false;
  const next = tokens[last + 1];
  const verb = mentionAt[last + 1]?.readings.some(isVerbal);
  return next?.kind !== 'word' || verb === true || isAt(sentence, last + 1, 'auxiliary');
}

/** How far before a number the word that includes it may stand, in tokens. */
const inclusionReach = 12;

/** "12,000 men, including 500 officers and three generals": counted already, up to the next verb. */
function isIncluded(
  { tokens, numbers }: TaggedSentence,
  { events }: Grammar,
  number: NumberMention,
): boolean {
  const stop = Math.max(0, number.first - inclusionReach);
  for (let at = number.first - 1; at > stop; at--) {
    const { text, kind } = tokens[at] ?? {};
    const before = textAt(tokens, at - 1);
    if (text === 'including' || (text === 'them' && (before === 'among' || before === 'of')))
      return numbers.some(
        ({ last, low, unit }) => last < at && unit === number.unit && low > number.high,
      );
    if (kind === 'punctuation' && text !== ',') return false;
    if (events.some((event) => event.kind === 'verb' && event.mention.first === at)) return false;
  }
  return false;
}

const measures = new Set(
  'km m cm mile foot hectare acre square-km square-m square-mile'.split(' '),
);

/**
 * "five kilometres from the village": how far away something is. "From bank to bank" is a length, and metres from
 * a target are how well it is hit.
 */
function isDistance({ tokens }: TaggedSentence, { last, unit }: NumberMention): boolean {
  if (unit !== 'km' && unit !== 'mile') return false;
  const next = textAt(tokens, last + 1);
  if (next === 'from') {
    const to = tokens.findIndex(({ text }, at) => at > last + 1 && at < last + 7 && text === 'to');
    // "from the bridge to Korea" is how far from the bridge that leads there.
    const the = (at: number) => tokens[at]?.text === 'the';
    return to < 0 || (the(last + 2) && !the(to + 1));
  }
  return afterDistance.has(next);
}

const afterDistance = new Set(
  'away off inland upstream downstream behind beyond short north south east west'.split(' '),
);

/** "five kilometres of cable": a length or an area of something, and not of the whole. */
function isMeasureOf(
  { tokens, mentionAt }: TaggedSentence,
  { last, unit }: NumberMention,
): boolean {
  const noun = tokens[last + 2];
  return (
    unit !== null &&
    measures.has(unit) &&
    tokens[last + 1]?.text === 'of' &&
    noun?.kind === 'word' &&
    mentionAt[last + 2]?.readings.some(({ concept }) => concept.is.has('determiner')) !== true
  );
}

/** How far behind a number things with no known name may stand, in tokens. */
const unknownReach = 3;

/** "6,000 North Korean students": a word right behind the number that looks like several things. */
function isOfUnknownThings(
  { tokens, mentionAt }: TaggedSentence,
  { last, unit }: NumberMention,
): boolean {
  if (unit !== null) return false;
  for (let at = last + 1; at <= last + unknownReach; at++) {
    const token = tokens[at];
    if (token?.kind !== 'word') return false;
    const mention = mentionAt[at];
    if (mention) {
      if (!mention.readings.every(({ form }) => form === 'adjective')) return false;
      at = mention.last;
    } else if (/[^su]s$/.test(token.text)) return !token.possessive;
  }
  return false;
}
