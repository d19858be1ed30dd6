import { type FigureTest, type OrdinalTest, type Statement, unsaid } from '../claims/statement.ts';
import type { NumberMention } from '../text/number-mention.ts';
import { large } from '../text/numbers.ts';
import type { Figure } from './figures.ts';
import { countryOf, type Frame } from './frames/frame.ts';
import type { Phrase } from './grammar-types.ts';
import { needsDate } from './match-dates.ts';
import { standsApart } from './match-mentions.ts';
import { type Because, nothing } from './match-types.ts';
import { type Mention, standsFor, standsForAny } from './mention.ts';
import type { SentenceReading } from './reading.ts';
import { figureReason } from './reasons.ts';
import { type CountedSentence, isAt, type TaggedSentence } from './sentence.ts';

/** How far behind "third" the word it counts may stand, in tokens. */
const ordinalReach = 6;

/** Whether a number in order ("the third visit") is the one that a statement asks for. */
export function ordinalHolds(test: OrdinalTest, { sentence }: SentenceReading): boolean {
  return sentence.numbers.some((number) => {
    if (number.low !== test.is || number.high !== test.is || number.unit !== null) return false;
    const numbered = numberedBy(sentence, number);
    if (numbered && standsForAny(numbered, test.of)) return true;
    // "whose trip was number three": what is counted is told before.
    if (numbered && standsFor(numbered, 'auxiliary-be'))
      return sentence.mentions.some(
        (mention) => mention.last < numbered.first && standsForAny(mention, test.of),
      );
    for (let at = number.last + 1; at <= number.last + ordinalReach; at++) {
      const word = sentence.tokens[at]?.text;
      if (at === number.last + 1 && number.ordinal && endsPhrase(sentence, at)) {
        return sentence.mentions.some((mention) => standsForAny(mention, test.of));
      }
      if (word === undefined || word === ',') return false;
      if (word === (number.ordinal ? 'time' : 'times') || word === 'occasions') return true;
      const mention = sentence.mentionAt[at];
      if (mention && standsForAny(mention, test.of)) return true;
    }
    return false;
  });
}

/** "visit number three", "meeting No. 4": what has its place in a row from the number behind it. */
function numberedBy(sentence: TaggedSentence, { first, last }: NumberMention): Mention | undefined {
  let at = first - 1;
  if (sentence.tokens[at]?.text === '.') at--;
  if (!/^(?:number|no|nr|№)$/.test(sentence.tokens[at]?.text ?? '')) return undefined;
  return sentence.mentionAt[at - 1] ?? sentence.mentionAt[last + 1];
}

/** "the third by Shoigu", "the third.": what is counted is told elsewhere. */
function endsPhrase(sentence: SentenceReading['sentence'], at: number): boolean {
  const token = sentence.tokens[at];
  return !token || token.kind === 'punctuation' || isAt(sentence, at, 'preposition');
}

/** The figures of a sentence that a statement asks for, and where they stand; null where none is there or one says otherwise. */
export function testFigures(
  tests: readonly FigureTest[] | undefined,
  reading: SentenceReading,
  apart: ReadonlySet<number>,
): { because: Because; places: readonly number[] } | null {
  if (!tests) return { because: nothing, places: [] };
  const right: [Figure, FigureTest][] = [];
  // "30,000 more soldiers, on top of the 11,000": a number that counts nothing named takes no other back.
  let contradicted = false;
  for (const figure of reading.figures) {
    if (standsApart(figure.number.first, apart, reading)) continue;
    const meant = tests.filter((test) => isOf(figure, test, reading));
    const holds = (test: FigureTest) => figureHolds(figure.number, test) === true;
    const holding =
      meant.find((test) => !test.beside && holds(test)) ??
      tests.find((test) => !test.beside && holds(test) && mayCount(figure, test, reading));
    if (holding) right.push([figure, holding]);
    else if (meant.some((test) => test.beside && holds(test))) continue;
    else if (!figure.part && meant.some((test) => figureHolds(figure.number, test) === false)) {
      if (figure.of.length > 0) return null;
      contradicted = true;
    }
  }
  if (right.length === 0 || (contradicted && right.every(([{ of }]) => of.length === 0)))
    return null;
  const because = () => right.map(([{ number }, test]) => figureReason(reading, number, test));
  return { because, places: right.map(([{ number }]) => number.first) };
}

/** Whether only a sentence with a number can make a statement. */
export function needsNumber({ figures, ordinal }: Statement): boolean {
  return figures !== undefined || ordinal !== undefined;
}

/** Whether only a sentence with a large number can make a statement. */
export function needsLargeNumber({ figures, ordinal }: Statement): boolean {
  if (ordinal && ordinal.is >= large) return true;
  return figures?.every((test) => test.beside || leastHolding(test) >= large) ?? false;
}

/** No smaller number is the one tested for. */
function leastHolding(test: FigureTest): number {
  if (test.unit === 'percent') return 0;
  if (test.is === undefined) return test.least ?? Number.NEGATIVE_INFINITY;
  return test.is * (1 - Math.max(test.tolerance ?? 0, approximate));
}

/** What the figures that a statement asks for count, one of which a sentence must name; none where it need not. */
export function countedBy({ figures = [] }: Statement): string[] {
  const counted = figures.filter(({ beside }) => !beside).flatMap(({ of }) => of);
  return counted.includes(unsaid) ? [] : counted;
}

/**
 * Whether the numbers and dates of a sentence can meet a statement, whatever they count and mean:
 * asked first, since most sentences end here and their grammar need not be read.
 */
export function numbersAllow(statement: Statement, { numbers, dates }: CountedSentence): boolean {
  const { figures, ordinal } = statement;
  if (needsDate(statement) && dates.length === 0) return false;
  if (ordinal && !numbers.some(({ low }) => low === ordinal.is)) return false;
  return (
    !figures ||
    numbers.some((number) =>
      figures.some(
        (test) =>
          !test.beside && (test.unit ?? null) === number.unit && figureHolds(number, test) === true,
      ),
    )
  );
}

function hasUnit({ number }: Figure, { unit }: FigureTest): boolean {
  return number.unit === (unit ?? null);
}

function mayCount(figure: Figure, test: FigureTest, reading: SentenceReading): boolean {
  return hasUnit(figure, test) && figure.perhaps.some((phrase) => isCounted(phrase, test, reading));
}

function isOf(figure: Figure, test: FigureTest, reading: SentenceReading): boolean {
  if (!hasUnit(figure, test)) return false;
  if (figure.of.length === 0) return test.of.includes(unsaid) && !figure.ofSomethingElse;
  return figure.of.some((phrase) => isCounted(phrase, test, reading));
}

/** Whether a phrase is what a figure is asked for: of the kind, and nobody else's. */
function isCounted(
  phrase: Phrase,
  { of, whose }: FigureTest,
  { frames }: SentenceReading,
): boolean {
  if (!standsForAny(phrase.mention, of)) return false;
  return !whose || whose.includes(ownerOf(phrase, frames) ?? unsaid);
}

/** The country of a phrase, by its own words or by who gives it: "Ukraine sent 10,000 soldiers". */
function ownerOf(phrase: Phrase, frames: readonly Frame[]): string | null {
  const told = countryOf(phrase);
  if (told) return told;
  const giving = frames.find(
    ({ event, thing }) => event.concepts[0]?.roles === 'giving' && thing.includes(phrase),
  );
  return giving?.from?.country ?? null;
}

/** How much an approximate figure ("about", "some", "nearly") may differ, as a share. */
const approximate = 0.1;

/** True where the figure is the one tested for, false where it is another, null where it is too vague to tell. */
function figureHolds(number: NumberMention, test: FigureTest): boolean | null {
  const { low, high, hedge } = number;
  // "less than $2,000" gives a figure only to say that it is not reached.
  if (hedge === 'below' && test.is !== undefined)
    return figureHolds({ ...number, hedge: 'about' }, test) ? false : null;
  if (test.is === undefined) {
    const least = test.least ?? Number.NEGATIVE_INFINITY;
    const most = test.most ?? Number.POSITIVE_INFINITY;
    if (low > most) return false;
    if (high === Number.POSITIVE_INFINITY) return low >= least ? true : null;
    const within = low >= least && high <= most;
    return !within && isVague(number) && high >= least ? null : within;
  }
  if (high === Number.POSITIVE_INFINITY) return test.is < low ? false : null;
  const slack = Math.max(test.tolerance ?? 0, hedge === 'exact' ? 0 : approximate) * test.is;
  const within = test.is >= low - slack && test.is <= high + slack;
  return within && isVague(number) ? null : within;
}

/** "several million" and "tens of thousands" hold too much to say that it is this. */
function isVague({ low, high }: NumberMention): boolean {
  return high > 2 * low;
}
