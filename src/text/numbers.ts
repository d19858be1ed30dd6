import type { NumberMention } from './number-mention.ts';
import {
  AFTER_SHARE,
  ALL_OTHERS,
  CHANGES,
  CURRENCIES,
  CURRENCY_SIGNS,
  FRACTION_NAMES,
  HALVES_OF_PLACES,
  HEDGES_AFTER,
  HEDGES_BEFORE,
  type Hedge,
  KOREAN_SCALES,
  NOT_COUNTED,
  NUMBER_OPENERS,
  NUMBER_WORDS,
  ORDINAL_SUFFIXES,
  ORDINALS,
  PLURAL_MULTIPLES,
  PLURALS,
  PRONOUN_BEFORE,
  SCALES,
  TENS,
  TIME_NOUNS,
  TOUCHING_SCALES,
  UNITS,
  UNITS_OF_MEASURE,
  VAGUE_MULTIPLES,
} from './number-words.ts';
import type { Token } from './token.ts';
import { looksLikeYear, matchesWords, textAt, touches } from './token-sequence.ts';

type Tokens = readonly Token[];

/** A number read so far; `next` is the index of the token after it. */
interface Quantity {
  low: number;
  high: number;
  next: number;
  unit: string | null;
  /** The largest scale word used: "ten" before "twelve thousand" borrows it. */
  scale: number;
  /** Whether the text is a plain figure of four digits in the range of years. */
  year: boolean;
}

const exactly = (value: number, next: number, scale = 1): Quantity => ({
  low: value,
  high: value,
  next,
  unit: null,
  scale,
  year: false,
});

/** The value of a figure in digits, NaN for anything else ("19.06.2024"). */
function figureValue(text: string): number {
  if (/^\d{1,3}(?:\.\d{3}){2,}$/.test(text)) return Number(text.replaceAll('.', ''));
  return Number(text);
}

/** A figure or a number word below one hundred ("twenty-four"). */
function readSmall(tokens: Tokens, at: number): Quantity | null {
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
function readPartOfScale(tokens: Tokens, at: number): Quantity | null {
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
function readCardinal(tokens: Tokens, at: number): Quantity | null {
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

function readUnit(tokens: Tokens, at: number): { unit: string; next: number } | null {
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

const percent = (value: number, next: number): Quantity => ({
  ...exactly(value, next),
  unit: 'percent',
});

/** Whether a number can be the whole of which a share is told: "one in four", "of every hundred". */
const WHOLES = new Set([2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 50, 100, 1000]);

/** "every other shell", "every third missile": what comes after is counted. */
function readEveryNth(tokens: Tokens, at: number): Quantity | null {
  const nth = textAt(tokens, at + 1);
  const parts = nth === 'other' ? 2 : nth === 'second' ? 2 : ORDINALS.get(nth);
  const noun = tokens[at + 2];
  if (parts === undefined || parts < 2 || parts > 10 || noun?.kind !== 'word') return null;
  if (TIME_NOUNS.has(noun.text) || (nth === 'other' && ALL_OTHERS.has(noun.text))) return null;
  return percent(100 / parts, at + 2);
}

/** How many words may stand between "one" and "in four". */
const SHARE_NOUN_REACH = 4;

/** "one shell in two", "one container out of every four": the share is told around its noun. */
function readShareAroundNoun(tokens: Tokens, over: Quantity): Quantity | null {
  if (over.low !== 1 || over.high !== 1) return null;
  for (let at = over.next; at <= over.next + SHARE_NOUN_REACH; at++) {
    const token = tokens[at];
    if (token?.kind !== 'word' || NUMBER_WORDS.has(token.text)) return null;
    if (at === over.next) continue;
    const out = token.text === 'out' && textAt(tokens, at + 1) === 'of';
    if (!out && token.text !== 'in' && token.text !== 'of') continue;
    const place = out ? at + 2 : at + 1;
    const every = textAt(tokens, place) === 'every';
    if (token.text === 'of' && !every) return null;
    const under = readCardinal(tokens, every ? place + 1 : place);
    if (!under || under.low !== under.high || under.low <= 1 || !WHOLES.has(under.low)) return null;
    const after = tokens[under.next];
    const closed = after === undefined || after.kind !== 'word' || AFTER_SHARE.has(after.text);
    return every || closed ? percent(100 / under.low, under.next) : null;
  }
  return null;
}

/** Shares in words: "half of", "two thirds", "a quarter of", "three in ten", "1/3 of". */
function readShare(tokens: Tokens, at: number, hedged: boolean): Quantity | null {
  const text = textAt(tokens, at);
  if (text === 'every') return readEveryNth(tokens, at);
  if (text === 'half') {
    const before = textAt(tokens, at - 1);
    if (HALVES_OF_PLACES.has(before) || before === 'the') return null;
    const after = textAt(tokens, at + 1);
    if (after === 'of') return percent(50, at + 2);
    if (/^(?:the|its|their|his|her|our|all|these|those)$/.test(after)) return percent(50, at + 1);
    return hedged && !/^(?:a|an|hour|way)$/.test(after) ? percent(50, at + 1) : null;
  }
  if (text === 'a') {
    const parts = FRACTION_NAMES.get(textAt(tokens, at + 1));
    if (parts === undefined) return null;
    if (textAt(tokens, at + 2) === 'of') return percent(100 / parts, at + 3);
    return hedged && parts <= 5 && parts !== 2 ? percent(100 / parts, at + 2) : null;
  }
  const over = readSmall(tokens, at);
  if (!over || over.low > 100) return null;
  if (textAt(tokens, over.next) === '/' && touches(tokens, over.next)) {
    const under = readSmall(tokens, over.next + 1);
    if (!under || under.low <= over.low || textAt(tokens, under.next) !== 'of') return null;
    return percent((100 * over.low) / under.low, under.next + 1);
  }
  const name = textAt(tokens, over.next);
  const parts = FRACTION_NAMES.get(name);
  if (parts !== undefined && over.low < parts) {
    const of = textAt(tokens, over.next + 1) === 'of';
    if (over.low > 1 ? name.endsWith('s') : of || tokens[over.next]?.joined === true) {
      return percent((100 * over.low) / parts, over.next + (of ? 2 : 1));
    }
  }
  let next = over.next;
  if (textAt(tokens, next) === 'out' && textAt(tokens, next + 1) === 'of') next += 2;
  else if (
    textAt(tokens, next) === 'in' ||
    (textAt(tokens, next) === 'of' && textAt(tokens, next + 1) === 'every')
  )
    next++;
  else return readShareAroundNoun(tokens, over);
  if (textAt(tokens, next) === 'every') next++;
  const under = readCardinal(tokens, next);
  if (!under || under.low <= over.low || under.low > 1000 || under.high !== under.low) return null;
  if (!WHOLES.has(under.low)) return null;
  if (TIME_NOUNS.has(textAt(tokens, under.next))) return null;
  return percent((100 * over.low) / under.low, under.next);
}

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

const RANGE_MARKS = new Set(['to', '—', '-', '–', 'or', 'and']);

/** The second end of a range after the first, or the first alone. */
function readRange(tokens: Tokens, at: number, opening: string, hedged: boolean): Quantity | null {
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
  let at = first;
  let hedge: NumberMention['hedge'] = 'exact';
  for (let count = 0; count < MOST_HEDGES; count++) {
    const found = readHedge(tokens, at, HEDGES_BEFORE);
    if (!found) break;
    if (hedge === 'exact') hedge = found.hedge;
    at = found.next;
  }
  const hedged = at > first;
  const ordinal = hedged ? null : readOrdinal(tokens, at);
  if (ordinal) {
    const share = readShare(tokens, at, false);
    if (!share) {
      return {
        first,
        last: ordinal.next - 1,
        low: ordinal.low,
        high: ordinal.high,
        hedge,
        unit: null,
        ordinal: true,
      };
    }
  }
  const opening = textAt(tokens, at);
  const opened = opening === 'between' || (opening === 'from' && !tellsChange(tokens, at));
  let quantity = opened
    ? readRange(tokens, at + 1, opening, hedged)
    : readRange(tokens, at, '', hedged);
  if (!quantity) return null;
  // "between" and "from" belong to the mention only where a range follows.
  if (opened && quantity.low === quantity.high) return null;
  const start = opened ? at + 1 : at;
  if (isNoCount(tokens, start, quantity.next) || isPronoun(tokens, start, quantity.next))
    return null;
  const after = readHedge(tokens, quantity.next, HEDGES_AFTER);
  if (
    after &&
    (after.hedge !== 'about' ||
      textAt(tokens, quantity.next) !== 'odd' ||
      tokens[quantity.next]?.joined)
  ) {
    if (hedge === 'exact') hedge = after.hedge;
    quantity = { ...quantity, next: after.next };
    const unit = quantity.unit === null ? readUnit(tokens, after.next) : null;
    if (unit) quantity = { ...quantity, next: unit.next, unit: unit.unit };
  }
  const { low, high, next, unit } = quantity;
  return { first, last: next - 1, low, high, hedge, unit, ordinal: false };
}

/** Whether a token alone makes it possible that the sentence holds a number. */
export function tellsNumber({ kind, text }: Token): boolean {
  return kind === 'number' || NUMBER_WORDS.has(text) || text === 'every';
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
