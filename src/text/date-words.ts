import {
  COUNTED_PLURALS,
  DOUBTFUL_MONTHS,
  MONTHS,
  NOT_PLURAL,
  SHORT_MONTHS,
} from './calendar-words.ts';
import type { DateExpression, DateMention } from './date-mention.ts';
import type { NumberMention } from './number-mention.ts';
import { ORDINAL_SUFFIXES, ORDINALS, SCALES, TENS } from './number-words.ts';
import type { Token } from './token.ts';
import { looksLikeYear, textAt, touches } from './token-sequence.ts';

/** The dates at one place of a sentence; none where its words cannot be expressed as one. */
export interface Found {
  next: number;
  mentions: DateMention[];
}

/** What a reader needs of the sentence. */
export interface Sentence {
  tokens: readonly Token[];
  /** The numbers by their first token. */
  numbers: ReadonlyMap<number, NumberMention>;
  /** The last date read. */
  previous: DateMention | undefined;
}

/** What one date is read as: the tokens from `first` up to `next`. */
export const one = (first: number, next: number, expression: DateExpression): Found => ({
  next,
  mentions: [{ first, last: next - 1, expression }],
});

/** Words that tell a time, but none that can be expressed as a date. */
export const skip = (next: number): Found => ({ next, mentions: [] });

/** Whether a token is a word that does not begin with a capital. */
export function isLowerWord(token: Token | undefined): boolean {
  return token?.kind === 'word' && !token.capital;
}

/** Whether the token at `at` is a plural that a figure before it may count ("troops"). */
export function isCountedPlural(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token || !isLowerWord(token) || token.joined) return false;
  if (COUNTED_PLURALS.has(token.text)) return true;
  return (
    token.text.length > 3 &&
    token.text.endsWith('s') &&
    !token.possessive &&
    !NOT_PLURAL.has(token.text)
  );
}

/** A year in digits at `at`, unless it counts the things after it ("2000 sappers"). */
export function yearAt(tokens: readonly Token[], at: number): number | null {
  const token = tokens[at];
  if (!token || !looksLikeYear(token)) return null;
  const year = Number(token.text);
  const next = tokens[at + 1];
  if (
    next &&
    (SCALES.has(next.text) || next.text === '%' || (next.text === 's' && touches(tokens, at + 1)))
  )
    return null;
  if (year % 100 === 0 && isCountedPlural(tokens, at + 1)) return null;
  return year;
}

interface Month {
  month: number;
  next: number;
  /** Whether the word is a month only beside other words of a date. */
  doubtful: boolean;
}

/** The month named at `at`, in full or shortened. */
export function monthAt(tokens: readonly Token[], at: number): Month | null {
  const token = tokens[at];
  if (token?.kind !== 'word') return null;
  const month = MONTHS.get(token.text);
  const latin = /^[a-z]/.test(token.text);
  if (month !== undefined) {
    const doubtful = DOUBTFUL_MONTHS.has(token.text);
    // "august" is an adjective, "may" and "march" are verbs.
    const needsCapital = latin && (doubtful || token.text === 'august');
    return needsCapital && !token.capital ? null : { month, next: at + 1, doubtful };
  }
  const short = SHORT_MONTHS.get(token.text);
  if (short === undefined || !token.capital) return null;
  const point = textAt(tokens, at + 1) === '.' && touches(tokens, at + 1) && at + 2 < tokens.length;
  return { month: short, next: point ? at + 2 : at + 1, doubtful: true };
}

/** A day of the month at `at`: "4", "4th", "fourth", "twenty-fourth". */
export function dayAt(
  tokens: readonly Token[],
  at: number,
): { day: number; next: number; ordinal: boolean } | null {
  const token = tokens[at];
  if (!token) return null;
  if (token.kind === 'number') {
    if (!/^\d{1,2}$/.test(token.text)) return null;
    if (token.joined && tokens[at - 1]?.kind === 'word') return null;
    const day = Number(token.text);
    if (day < 1 || day > 31) return null;
    const ordinal = ORDINAL_SUFFIXES.has(textAt(tokens, at + 1)) && touches(tokens, at + 1);
    return { day, next: ordinal ? at + 2 : at + 1, ordinal };
  }
  const place = ORDINALS.get(token.text);
  if (place !== undefined) return place <= 31 ? { day: place, next: at + 1, ordinal: true } : null;
  const day = (TENS.get(token.text) ?? 99) + (ORDINALS.get(textAt(tokens, at + 1)) ?? 99);
  return day <= 31 ? { day, next: at + 2, ordinal: true } : null;
}

/** Whether a token is a dash or a hyphen that stands apart. */
export const isDash = (text: string) => text === '—' || text === '-';

/** The index after a mark that joins two days ("17-19", "14 and 15"), or 0. */
export function afterDayMark(tokens: readonly Token[], at: number): number {
  const token = tokens[at];
  if (!token) return 0;
  if (token.kind === 'number') return token.joined && !touches(tokens, at) ? at : 0;
  return isDash(token.text) || /^(?:,|and|or|to|и|і|та)$/.test(token.text) ? at + 1 : 0;
}

/** What headlines put a year before without an article: "2024 pact replaces 1961 alliance". */
export const DATED_NOUNS =
  /^(?:treaty|pact|alliance|accord|agreement|deal|summit|parade|invasion|congress|resolution)$/;

/** The word for year that follows one in digits, in Russian and Ukrainian. */
export const YEAR_NOUN = /^(?:г|гг|года|году|год|р|рр|року|рік|році)$/;
