import { readRange, readUnit } from './number-amounts.ts';
import { exactly, type Quantity } from './number-cardinals.ts';
import type { NumberMention } from './number-mention.ts';
import { readShare } from './number-shares.ts';
import {
  CHANGES,
  FRACTION_NAMES,
  HEDGES_AFTER,
  HEDGES_BEFORE,
  type Hedge,
  KOREAN_SCALES,
  NOT_COUNTED,
  NUMBER_OPENERS,
  NUMBER_WORDS,
  ORDINAL_SUFFIXES,
  ORDINALS,
  PRONOUN_BEFORE,
  TENS,
  TOUCHING_SCALES,
  UNITS,
} from './number-words.ts';
import type { Token } from './token.ts';
import { matchesWords, type Tokens, textAt, touches } from './token-sequence.ts';

function readHedge(
  tokens: Tokens,
  at: number,
  table: typeof HEDGES_BEFORE,
): { hedge: Hedge; next: number } | null {
  for (const { words, hedge } of table.get(textAt(tokens, at)) ?? []) {
    if (matchesWords(tokens, at, words)) return { hedge, next: at + words.length };
  }
  return null;
}

/** The place in an order: "third", "twenty-fourth", "4th". */
function readOrdinal(tokens: Tokens, at: number): Quantity | null {
  const token = tokens[at];
  if (!token) return null;
  const next = textAt(tokens, at + 1);
  if (token.kind === 'number') {
    return ORDINAL_SUFFIXES.has(next) && touches(tokens, at + 1)
      ? exactly(Number(token.text), at + 2)
      : null;
  }
  const place = ORDINALS.get(token.text);
  if (place !== undefined) return exactly(place, at + 1);
  const tens = TENS.get(token.text);
  const rest = ORDINALS.get(next);
  return tens !== undefined && rest !== undefined && rest < 10
    ? exactly(tens + rest, at + 2)
    : null;
}

/** Whether "one" at `at` stands for somebody or something and not for a count. */
function isPronoun(tokens: Tokens, at: number, next: number): boolean {
  if (textAt(tokens, at) !== 'one' || next !== at + 1) return false;
  if (PRONOUN_BEFORE.has(textAt(tokens, at - 1))) return true;
  const after = tokens[next];
  return after === undefined || after.kind !== 'word' || NOT_COUNTED.has(after.text);
}

/** Parts of names ("KN-23"), clock times ("10:30"), decades ("1990s") and scores ("24/7"). */
function isNoCount(tokens: Tokens, at: number, next: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'number') return false;
  if (isTimeStamp(tokens, at)) return true;
  if (token.joined && tokens[at - 1]?.kind === 'word') return true;
  if (touches(tokens, at) && /^[:/#]$/.test(textAt(tokens, at - 1))) return true;
  if (!touches(tokens, next)) return false;
  const after = textAt(tokens, next);
  return (/^[:/]$/.test(after) && touches(tokens, next + 1)) || after === 's';
}

/** "11.15 The parade is over": the time that heads an entry of a live blog. */
function isTimeStamp(tokens: Tokens, at: number): boolean {
  const next = tokens[at + 1];
  if (at > 0 || next?.kind !== 'word' || !next.capital) return false;
  return /^(?:[01]?\d|2[0-3])\.[0-5]\d$/.test(textAt(tokens, at));
}

/** How many tokens before "from" may hold the verb of a change. */
const CHANGE_REACH = 5;

function tellsChange(tokens: Tokens, from: number): boolean {
  for (let at = Math.max(0, from - CHANGE_REACH); at < from; at++) {
    if (CHANGES.has(textAt(tokens, at))) return true;
  }
  return false;
}

/** More hedges than this do not stand before one number; keeps the time linear. */
const MOST_HEDGES = 3;

function readMention(tokens: Tokens, first: number): NumberMention | null {
  const before = readHedgesBefore(tokens, first);
  const hedged = before.next > first;
  const ordinal = hedged ? null : readOrdinal(tokens, first);
  if (ordinal && !readShare(tokens, first, false)) {
    const { low, high, next } = ordinal;
    return { first, last: next - 1, low, high, hedge: 'exact', unit: null, ordinal: true };
  }
  const quantity = readCount(tokens, before.next, hedged);
  if (!quantity) return null;
  const after = readHedgeAfter(tokens, quantity);
  const { low, high, next, unit } = after?.quantity ?? quantity;
  const hedge = before.hedge ?? after?.hedge ?? 'exact';
  return { first, last: next - 1, low, high, hedge, unit, ordinal: false };
}

/** All hedges before a number; the first of them counts. */
function readHedgesBefore(tokens: Tokens, first: number): { hedge: Hedge | null; next: number } {
  let hedge: Hedge | null = null;
  let next = first;
  for (let count = 0; count < MOST_HEDGES; count++) {
    const found = readHedge(tokens, next, HEDGES_BEFORE);
    if (!found) break;
    hedge ??= found.hedge;
    next = found.next;
  }
  return { hedge, next };
}

/** What is counted, as a range or as one number; null for numbers that count nothing. */
function readCount(tokens: Tokens, at: number, hedged: boolean): Quantity | null {
  const opening = textAt(tokens, at);
  const opened = opening === 'between' || (opening === 'from' && !tellsChange(tokens, at));
  const start = opened ? at + 1 : at;
  const quantity = readRange(tokens, start, opened ? opening : '', hedged);
  // "between" and "from" belong to the mention only where a range follows.
  if (!quantity || (opened && quantity.low === quantity.high)) return null;
  const { next } = quantity;
  return isNoCount(tokens, start, next) || isPronoun(tokens, start, next) ? null : quantity;
}

/** "or more", "-odd", and a unit behind them. */
function readHedgeAfter(
  tokens: Tokens,
  quantity: Quantity,
): { hedge: Hedge; quantity: Quantity } | null {
  const { next, unit } = quantity;
  const after = readHedge(tokens, next, HEDGES_AFTER);
  // "50 odd soldiers", as against "50-odd".
  if (
    !after ||
    (after.hedge === 'about' && textAt(tokens, next) === 'odd' && !tokens[next]?.joined)
  )
    return null;
  const behind = unit === null ? readUnit(tokens, after.next) : null;
  return {
    hedge: after.hedge,
    quantity: { ...quantity, next: behind?.next ?? after.next, unit: behind?.unit ?? unit },
  };
}

/** Whether a token alone makes it possible that the sentence holds a number. */
export function tellsNumber({ kind, text }: Token): boolean {
  return kind === 'number' || NUMBER_WORDS.has(text) || text === 'every';
}

/** A number that is none of the few small ones that most sentences with a number have: "two", "first", "10". */
export const large = 20;

/**
 * Whether a token alone makes it possible that the sentence holds a large number: "600", "million", the k of "25k".
 * Shares are large without one: "half of".
 */
export function tellsLargeNumber(token: Token): boolean {
  const { kind, text } = token;
  if (TOUCHING_SCALES.has(text) || KOREAN_SCALES.has(text.charAt(0))) return true;
  if (FRACTION_NAMES.has(text) || text === 'every') return false;
  const value = kind === 'number' ? Number(text) : (UNITS.get(text) ?? ORDINALS.get(text));
  return tellsNumber(token) && !(value !== undefined && value < large);
}

/**
 * The quantities of a sentence, in order and without overlap: figures and number words, ranges,
 * hedges ("about", "or more"), shares, money, measures and ordinals.
 * Takes the tokens of one sentence; `first` and `last` are indexes into them. A range or a vague
 * plural has different ends; `low` and `high` do not take the hedge into account. The figures of
 * dates are numbers here too.
 */
export function readNumbers(tokens: readonly Token[]): NumberMention[] {
  const mentions: NumberMention[] = [];
  if (!tokens.some(tellsNumber)) return mentions;
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at];
    const opens = token?.kind === 'number' || NUMBER_OPENERS.has(token?.text ?? '');
    const mention = opens ? readMention(tokens, at) : null;
    if (mention) mentions.push(mention);
    at = mention ? mention.last + 1 : at + 1;
  }
  return mentions;
}
