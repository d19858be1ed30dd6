import {
  readBareYear,
  readCalendarDate,
  readDayOfMonth,
  readInheritedDay,
} from './calendar-dates.ts';
import { namesTime, opensDate } from './calendar-words.ts';
import type { DateMention } from './date-mention.ts';
import { type Found, isDash, type Sentence } from './date-words.ts';
import { readDistance } from './distant-dates.ts';
import type { NumberMention } from './number-mention.ts';
import { readKoreanDate, readNumericDate } from './numeric-dates.ts';
import {
  readDayAdverb,
  readDetermined,
  readNeighbour,
  readSame,
  readWeekday,
  readWeekend,
  readWithinPeriod,
} from './relative-dates.ts';
import type { Token } from './token.ts';
import { looksLikeYear, textAt } from './token-sequence.ts';

export {
  isAnchored,
  isShortlyBefore,
  newsDaysOf,
  resolveDate,
  resolveWithin,
  withYearBefore,
} from './date-resolution.ts';

/** The date that begins at `at`; the first word tells which readers can have a say. */
function readDate(sentence: Sentence, at: number): Found | null {
  const { tokens } = sentence;
  const text = textAt(tokens, at);
  if (text === 'a' || text === 'an') return readDistance(sentence, at);
  if (text === 'the')
    return readNeighbour(sentence, at) ?? readSame(sentence, at) ?? readWeekend(tokens, at);
  if (tokens[at]?.kind === 'number') {
    return (
      readNumericDate(tokens, at) ??
      readKoreanDate(tokens, at) ??
      readDistance(sentence, at) ??
      readInheritedDay(sentence, at) ??
      readDayOfMonth(tokens, at) ??
      readCalendarDate(sentence, at) ??
      readBareYear(sentence, at)
    );
  }
  return (
    readDistance(sentence, at) ??
    readNeighbour(sentence, at) ??
    readSame(sentence, at) ??
    readWithinPeriod(sentence, at) ??
    readDetermined(sentence, at) ??
    readInheritedDay(sentence, at) ??
    readDayOfMonth(tokens, at) ??
    readCalendarDate(sentence, at) ??
    readBareYear(sentence, at) ??
    readWeekday(tokens, at) ??
    readDayAdverb(tokens, at) ??
    readKoreanDate(tokens, at)
  );
}

/** Gives a month the year of the next one: "between March and November 2024". */
function shareYears(tokens: readonly Token[], mentions: DateMention[]): void {
  for (let index = mentions.length - 2; index >= 0; index--) {
    const mention = mentions[index];
    const next = mentions[index + 1];
    if (mention?.expression.kind !== 'yearless' || !next || next.first - mention.last > 3) continue;
    const between = textAt(tokens, mention.last + 1);
    const through =
      isDash(between) ||
      /^(?:to|through|until|till)$/.test(between) ||
      next.first === mention.last + 1;
    if (!through && !/^(?:and|or)$/.test(between)) continue;
    const { parts } = mention.expression;
    const { expression } = next;
    if (
      expression.kind !== 'absolute' &&
      expression.kind !== 'relative-year' &&
      expression.kind !== 'same'
    )
      continue;
    if (expression.kind === 'same' && (expression.unit !== 'year' || expression.offset)) continue;
    const later = expression.parts.month;
    if (parts.month === undefined || later === undefined) continue;
    const wraps = parts.month > later;
    if (wraps && (!through || expression.kind === 'same')) continue;
    const back = wraps ? 1 : 0;
    if (expression.kind === 'absolute') {
      mention.expression = {
        kind: 'absolute',
        parts: { ...parts, year: expression.parts.year - back },
      };
    } else if (expression.kind === 'relative-year') {
      mention.expression = { kind: 'relative-year', parts, offset: expression.offset - back };
    } else mention.expression = { kind: 'same', unit: 'year', parts };
  }
}

/** Whether a token alone makes it possible that the sentence holds a date. */
export function tellsTime(token: Token): boolean {
  if (token.kind === 'number') return looksLikeYear(token) || /^\d+\.\d+\.\d+$/.test(token.text);
  return token.kind === 'word' && namesTime(token.text);
}

/**
 * The dates of a sentence, in order and without overlap, as the words give them: what they are
 * relative to is left to `resolveDate`. Takes the tokens of one sentence and its numbers from
 * `readNumbers`; `first` and `last` are indexes of tokens. Several days of one month
 * ("June 17-19") are one mention each.
 */
export function readDates(
  tokens: readonly Token[],
  numbers: readonly NumberMention[],
): DateMention[] {
  const mentions: DateMention[] = [];
  if (!tokens.some(tellsTime)) return mentions;
  const byFirst = new Map(numbers.map((number) => [number.first, number]));
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at];
    const opens = token?.kind === 'number' || byFirst.has(at) || opensDate(token?.text ?? '');
    const found = opens
      ? readDate({ tokens, numbers: byFirst, previous: mentions.at(-1) }, at)
      : null;
    if (found) mentions.push(...found.mentions);
    at = found ? found.next : at + 1;
  }
  shareYears(tokens, mentions);
  return mentions;
}
