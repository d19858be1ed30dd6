import { type Quantity, readCardinal, readPartOfScale } from './number-cardinals.ts';
import { readShare } from './number-shares.ts';
import { CURRENCIES, CURRENCY_SIGNS, UNITS_OF_MEASURE } from './number-words.ts';
import { matchesWords, type Tokens, textAt, touches } from './token-sequence.ts';

/** The second end of a range after the first, or the first alone. */
export function readRange(
  tokens: Tokens,
  at: number,
  opening: string,
  hedged: boolean,
): Quantity | null {
  const low = readAmount(tokens, at, hedged);
  if (!low) return null;
  const mark = textAt(tokens, low.next);
  const hyphened =
    tokens[low.next]?.kind === 'number' &&
    tokens[low.next]?.joined === true &&
    !touches(tokens, low.next);
  if (!hyphened && !RANGE_MARKS.has(mark)) return low;
  if ((mark === 'and') !== (opening === 'between') && (mark === 'and' || mark === 'or')) return low;
  if (mark === 'to' && opening === '' && textAt(tokens, at - 1) === 'from') return low;
  const high = readAmount(tokens, hyphened ? low.next : low.next + 1, hedged);
  if (!high || low.high !== low.low || (low.year && high.year)) return low;
  if (low.unit !== null && high.unit !== null && low.unit !== high.unit) return low;
  const borrowed = low.scale === 1 && high.scale > 1 && low.low * high.scale < high.high;
  const least = borrowed ? low.low * high.scale : low.low;
  if (least >= high.low) return low;
  // "two or three", but not "1,000 or 50,000".
  if (mark === 'or' && high.low > least * 3) return low;
  return { ...high, low: least, unit: high.unit ?? low.unit };
}

const RANGE_MARKS = new Set(['to', '—', '-', '–', 'or', 'and']);

/** A number with its unit: "$1.5bn", "five kilometres", "75 per cent". */
function readAmount(tokens: Tokens, at: number, hedged: boolean): Quantity | null {
  const currency = readCurrencyBefore(tokens, at);
  const share = currency || readPartOfScale(tokens, at) ? null : readShare(tokens, at, hedged);
  if (share) return share;
  const number = readCardinal(tokens, currency?.next ?? at);
  if (!number) return null;
  const unit = readUnit(tokens, number.next);
  if (currency) {
    const next = unit && CURRENCIES.has(unit.unit) ? unit.next : number.next;
    return { ...number, next, unit: currency.unit, year: false };
  }
  if (!unit || (textAt(tokens, number.next) === 'won' && number.high < 100)) return number;
  return { ...number, next: unit.next, unit: unit.unit, year: false };
}

/** What is counted or measured by the words at `at`: "percent", "km", a currency. */
export function readUnit(tokens: Tokens, at: number): { unit: string; next: number } | null {
  const token = tokens[at];
  if (!token) return null;
  const sign = CURRENCY_SIGNS.get(token.text);
  if (sign !== undefined && touches(tokens, at)) return { unit: sign, next: at + 1 };
  for (const { words, unit } of UNITS_OF_MEASURE.get(token.text) ?? []) {
    // "120 M-1989 guns": a letter with a hyphen behind it is part of a name.
    const named = words.length === 1 && (words[0]?.length ?? 0) === 1 && tokens[at + 1]?.joined;
    if (!named && matchesWords(tokens, at, words)) return { unit, next: at + words.length };
  }
  return null;
}

/** A currency sign or code before a figure: "$", "US$", "USD". */
function readCurrencyBefore(tokens: Tokens, at: number): { unit: string; next: number } | null {
  const offset = textAt(tokens, at) === 'u.s.' ? 1 : 0;
  const text = textAt(tokens, at + offset);
  const unit =
    CURRENCY_SIGNS.get(text) ?? (/^(?:usd|eur|gbp|rub|krw|cny)$/.test(text) ? text : undefined);
  if (unit === undefined || tokens[at + offset + 1]?.kind !== 'number') return null;
  return { unit, next: at + offset + 1 };
}
