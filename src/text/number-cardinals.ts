import {
  FRACTION_NAMES,
  KOREAN_SCALES,
  PLURAL_MULTIPLES,
  PLURALS,
  SCALES,
  TENS,
  TOUCHING_SCALES,
  UNITS,
  VAGUE_MULTIPLES,
} from './number-words.ts';
import { looksLikeYear, matchesWords, type Tokens, textAt, touches } from './token-sequence.ts';

/** A number read so far; `next` is the index of the token after it. */
export interface Quantity {
  low: number;
  high: number;
  next: number;
  unit: string | null;
  /** The largest scale word used: "ten" before "twelve thousand" borrows it. */
  scale: number;
  /** Whether the text is a plain figure of four digits in the range of years. */
  year: boolean;
}

/** One value that ends before the token at `next`. */
export function exactly(value: number, next: number, scale = 1): Quantity {
  return { low: value, high: value, next, unit: null, scale, year: false };
}

/** The value of a figure in digits, NaN for anything else ("19.06.2024"). */
function figureValue(text: string): number {
  if (/^\d{1,3}(?:\.\d{3}){2,}$/.test(text)) return Number(text.replaceAll('.', ''));
  return Number(text);
}

/** A figure or a number word below one hundred ("twenty-four"). */
export function readSmall(tokens: Tokens, at: number): Quantity | null {
  const token = tokens[at];
  if (!token) return null;
  if (token.kind === 'number') {
    const value = figureValue(token.text);
    if (Number.isNaN(value)) return null;
    return { ...exactly(value, at + 1), year: looksLikeYear(token) };
  }
  const unit = UNITS.get(token.text);
  if (unit !== undefined) return exactly(unit, at + 1);
  const tens = TENS.get(token.text);
  if (tens === undefined) return null;
  const rest = UNITS.get(textAt(tokens, at + 1));
  return rest !== undefined && rest < 10 ? exactly(tens + rest, at + 2) : exactly(tens, at + 1);
}

/** The scale that the token at `at` names; letters count only against a figure ("25k"). */
function scaleAt(tokens: Tokens, at: number): number | undefined {
  const text = textAt(tokens, at);
  const scale = SCALES.get(text);
  if (scale !== undefined) return scale;
  if (tokens[at - 1]?.kind !== 'number' || !touches(tokens, at)) return undefined;
  return TOUCHING_SCALES.get(text) ?? KOREAN_SCALES.get(text.charAt(0));
}

/** The index after a scale word: its point ("12 тыс. снарядов") belongs to it. */
function afterScale(tokens: Tokens, at: number): number {
  const pointed = /^(?:тыс|тис|млн|млрд|mln|bln)$/.test(textAt(tokens, at));
  return pointed && textAt(tokens, at + 1) === '.' && at + 2 < tokens.length ? at + 2 : at + 1;
}

/** Whether a figure goes on after a Korean scale ("1만2000명"). */
function goesOnInKorean(tokens: Tokens, at: number): boolean {
  return touches(tokens, at) && KOREAN_SCALES.has(textAt(tokens, at - 1));
}

/** The index after "and a half" or "-and-a-half", or 0 where there is none. */
function afterAndAHalf(tokens: Tokens, at: number): number {
  return matchesWords(tokens, at, ['and', 'a', 'half']) ? at + 3 : 0;
}

/** "half a million", "half a dozen", "a quarter of a million", "three quarters of a million". */
export function readPartOfScale(tokens: Tokens, at: number): Quantity | null {
  let next = at;
  let count = 1;
  if (textAt(tokens, next) === 'a') next++;
  else {
    const small = readSmall(tokens, next);
    if (small && small.low < 20) {
      count = small.low;
      next = small.next;
    }
  }
  const parts = FRACTION_NAMES.get(textAt(tokens, next));
  if (parts === undefined || parts > 4) return null;
  next++;
  if (textAt(tokens, next) === 'of') next++;
  const article = textAt(tokens, next) === 'a';
  if (article) next++;
  const scale = SCALES.get(textAt(tokens, next));
  if (scale === undefined || (!article && parts !== 2)) return null;
  return exactly((count / parts) * scale, next + 1, scale);
}

/** "tens of thousands", "thousands", "several thousand", "a couple of hundred", "a few dozen". */
function readVague(tokens: Tokens, at: number): Quantity | null {
  const multiple = PLURAL_MULTIPLES.get(textAt(tokens, at));
  if (multiple) {
    // English says "tens of thousands"; Russian and Ukrainian have no "of".
    const place = textAt(tokens, at + 1) === 'of' ? at + 2 : at + 1;
    const scale = SCALES.get(textAt(tokens, place)) ?? 1;
    if (scale >= 1000) {
      return { ...exactly(multiple[0] * scale, place + 1, scale), high: multiple[1] * scale };
    }
  }
  const least = PLURALS.get(textAt(tokens, at));
  if (least !== undefined && (textAt(tokens, at) !== 'scores' || textAt(tokens, at + 1) === 'of')) {
    return { ...exactly(least, at + 1, least), high: Number.POSITIVE_INFINITY };
  }
  let next = at;
  if (textAt(tokens, next) === 'a') next++;
  const vague = VAGUE_MULTIPLES.get(textAt(tokens, next));
  if (!vague) return null;
  next++;
  if (textAt(tokens, next) === 'of') next++;
  let scale = SCALES.get(textAt(tokens, next));
  if (scale === undefined) return null;
  next++;
  const further = SCALES.get(textAt(tokens, next));
  if (further !== undefined && further > scale) {
    scale *= further;
    next++;
  }
  return { ...exactly(vague[0] * scale, next, scale), high: vague[1] * scale };
}

/** A number in the making: finished groups in `total`, the open one in `group`. */
interface Tally {
  total: number;
  group: number | null;
  /** The largest scale so far. */
  scale: number;
  next: number;
  year: boolean;
}

/** Takes in a scale word ("hundred", "million") and "and a half" after it, if there is one. */
function takeScale(tokens: Tokens, tally: Tally): boolean {
  const scale = scaleAt(tokens, tally.next);
  if (scale === undefined) return false;
  const bare = tally.group === null;
  if (bare && (tally.total > 0 || PLURALS.has(textAt(tokens, tally.next)))) return false;
  const count = tally.group ?? 1;
  if (scale <= 100 && count < 100) tally.group = count * scale;
  else {
    const multiplies = scale > tally.scale && tally.total > 0;
    tally.total = multiplies ? (tally.total + count) * scale : tally.total + count * scale;
    tally.group = null;
  }
  tally.scale = Math.max(tally.scale, scale);
  tally.next = afterScale(tokens, tally.next);
  tally.year = false;
  const halved = scale >= 1000 ? afterAndAHalf(tokens, tally.next) : 0;
  if (halved > 0) {
    tally.total += scale / 2;
    tally.next = halved;
  }
  return true;
}

/** Takes in a figure, a small number word or "and a half", if it belongs to the number. */
function takeSmall(tokens: Tokens, tally: Tally, first: number): boolean {
  const { next, group, total } = tally;
  const linked = next > first && textAt(tokens, next) === 'and';
  const small = readSmall(tokens, linked ? next + 1 : next);
  if (!small) {
    const halved = group === null ? 0 : afterAndAHalf(tokens, next);
    if (halved > 0) {
      tally.group = (group ?? 0) + 0.5;
      tally.next = halved;
    }
    return halved > 0;
  }
  const followed = scaleAt(tokens, small.next);
  if (group === null && total === 0 && !linked) {
    tally.group = small.low;
    tally.year = small.year;
  } else if (tokens[small.next - 1]?.kind === 'number') {
    // "2 million 500 thousand", but not "9.4 million 152 mm shells"
    if (linked || total === 0 || group !== null) return false;
    const smaller = followed !== undefined && followed < tally.scale;
    if (!smaller && !goesOnInKorean(tokens, next)) return false;
    tally.group = small.low;
  } else {
    // "one hundred and twenty", "two thousand five"; not "a thousand and five thousand".
    if (small.low >= 100 && (group !== null || followed !== undefined)) return false;
    if (group !== null && (group < 100 || group % 100 !== 0)) return false;
    if (group === null && (tally.scale < 1000 || (linked && followed !== undefined))) return false;
    tally.group = (group ?? 0) + small.low;
  }
  tally.next = small.next;
  return true;
}

/** A number without hedges and units: figures, words and scales. */
export function readCardinal(tokens: Tokens, at: number): Quantity | null {
  const special = readPartOfScale(tokens, at) ?? readVague(tokens, at);
  if (special) return special;
  const tally: Tally = { total: 0, group: null, scale: 1, next: at, year: false };
  const opening = textAt(tokens, at);
  if ((opening === 'a' || opening === 'one') && SCALES.has(textAt(tokens, at + 1))) {
    tally.group = 1;
    tally.next = at + 1;
  }
  while (takeScale(tokens, tally) || takeSmall(tokens, tally, at)) {
    // Each turn takes in at least one more token.
  }
  if (tally.next === at) return null;
  const value = tally.total + (tally.group ?? 0);
  return { ...exactly(value, tally.next, tally.scale), year: tally.year };
}
