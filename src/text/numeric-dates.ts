import { expressionOf } from './calendar-dates.ts';
import { KOREAN_YEARS } from './calendar-words.ts';
import type { CalendarParts } from './date-mention.ts';
import { type Found, one } from './date-words.ts';
import type { Year } from './date-years.ts';
import type { Token } from './token.ts';
import { looksLikeYear, textAt, touches } from './token-sequence.ts';

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return (
    year >= 1900 && year <= 2100 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  );
}

/** "2024-06-19", "2024.06.19", "19.06.2024", "19/06/2024", "06/19/2024" where unambiguous. */
export function readNumericDate(tokens: readonly Token[], at: number): Found | null {
  const token = tokens[at];
  if (token?.kind !== 'number') return null;
  let fields = token.text.split('.').map(Number);
  let next = at + 1;
  if (fields.length === 1) {
    const [second, third, fifth] = [tokens[at + 1], tokens[at + 2], tokens[at + 4]];
    if (second?.kind === 'number' && second.joined && third?.kind === 'number' && third.joined) {
      fields = [token, second, third].map((part) => Number(part.text));
      next = at + 3;
    } else if (
      second?.text === '/' &&
      textAt(tokens, at + 3) === '/' &&
      third &&
      fifth &&
      touches(tokens, at + 4)
    ) {
      fields = [token, third, fifth].map((part) => Number(part.text));
      next = at + 5;
    }
  }
  const [a = 0, b = 0, c = 0] = fields;
  if (fields.length !== 3) return null;
  const found = (year: number, month: number, day: number) =>
    isDay(year, month, day)
      ? one(at, next, { kind: 'absolute', parts: { year, month, day } })
      : null;
  if (a > 31) return found(a, b, c);
  // Points and hyphens put the day first; with a stroke either may stand first.
  const stroke = textAt(tokens, at + 1) === '/';
  if (stroke && a <= 12 && b <= 12 && a !== b) return null;
  return b > 12 ? found(c, a, b) : found(c, b, a);
}

const startsWith = (tokens: readonly Token[], at: number, syllable: string) =>
  touches(tokens, at) && textAt(tokens, at).startsWith(syllable);

/** "2024년 6월 19일", "6월 19일", "지난해 11월", "2024년". */
export function readKoreanDate(tokens: readonly Token[], at: number): Found | null {
  let next = at;
  let year: Year | undefined;
  const relative = KOREAN_YEARS.get(textAt(tokens, at).replace(/(?:의|에|는|은|도)$/, ''));
  if (relative !== undefined) {
    year = { kind: 'relative-year', offset: relative };
    next = at + 1;
  } else if (looksLikeYear(tokens[at]) && startsWith(tokens, at + 1, '년')) {
    year = { kind: 'absolute', year: Number(textAt(tokens, at)) };
    next = at + 2;
  }
  const parts: CalendarParts = {};
  const month = Number(textAt(tokens, next));
  if (startsWith(tokens, next + 1, '월') && month >= 1 && month <= 12) {
    parts.month = month;
    next += 2;
    const day = Number(textAt(tokens, next));
    if (startsWith(tokens, next + 1, '일') && day >= 1 && day <= 31) {
      parts.day = day;
      next += 2;
    }
  }
  if (next === at) return null;
  return one(at, next, expressionOf(parts, year));
}
