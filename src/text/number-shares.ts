import { exactly, type Quantity, readCardinal, readSmall } from './number-cardinals.ts';
import {
  AFTER_SHARE,
  ALL_OTHERS,
  FRACTION_NAMES,
  HALVES_OF_PLACES,
  NUMBER_WORDS,
  ORDINALS,
  TIME_NOUNS,
} from './number-words.ts';
import { type Tokens, textAt, touches } from './token-sequence.ts';

const percent = (value: number, next: number): Quantity => ({
  ...exactly(value, next),
  unit: 'percent',
});

/** The numbers that can be the whole of which a share is told: "one in four", "of every hundred". */
const WHOLES = new Set([2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 50, 100, 1000]);

/** Shares in words: "half of", "two thirds", "a quarter of", "three in ten", "1/3 of". */
export function readShare(tokens: Tokens, at: number, hedged: boolean): Quantity | null {
  const opening = textAt(tokens, at);
  if (opening === 'every') return readEveryNth(tokens, at);
  if (opening === 'half') return readHalf(tokens, at, hedged);
  if (opening === 'a') return readAPart(tokens, at, hedged);
  const over = readSmall(tokens, at);
  if (!over || over.low > 100) return null;
  if (textAt(tokens, over.next) === '/' && touches(tokens, over.next))
    return readFraction(tokens, over);
  return readParts(tokens, over) ?? readRatio(tokens, over);
}

/** "half of the shells", "half its shells", "nearly half"; not "the eastern half". */
function readHalf(tokens: Tokens, at: number, hedged: boolean): Quantity | null {
  const before = textAt(tokens, at - 1);
  if (HALVES_OF_PLACES.has(before) || before === 'the') return null;
  const after = textAt(tokens, at + 1);
  if (after === 'of') return percent(50, at + 2);
  if (/^(?:the|its|their|his|her|our|all|these|those)$/.test(after)) return percent(50, at + 1);
  return hedged && !/^(?:a|an|hour|way)$/.test(after) ? percent(50, at + 1) : null;
}

/** "a quarter of", "about a third". */
function readAPart(tokens: Tokens, at: number, hedged: boolean): Quantity | null {
  const parts = FRACTION_NAMES.get(textAt(tokens, at + 1));
  if (parts === undefined) return null;
  if (textAt(tokens, at + 2) === 'of') return percent(100 / parts, at + 3);
  return hedged && parts <= 5 && parts !== 2 ? percent(100 / parts, at + 2) : null;
}

/** "1/3 of". */
function readFraction(tokens: Tokens, over: Quantity): Quantity | null {
  const under = readSmall(tokens, over.next + 1);
  if (!under || under.low <= over.low || textAt(tokens, under.next) !== 'of') return null;
  return percent((100 * over.low) / under.low, under.next + 1);
}

/** "two thirds", "one-third", "one quarter of". */
function readParts(tokens: Tokens, over: Quantity): Quantity | null {
  const name = textAt(tokens, over.next);
  const parts = FRACTION_NAMES.get(name);
  if (parts === undefined || over.low >= parts) return null;
  const of = textAt(tokens, over.next + 1) === 'of';
  const told = over.low > 1 ? name.endsWith('s') : of || tokens[over.next]?.joined === true;
  return told ? percent((100 * over.low) / parts, over.next + (of ? 2 : 1)) : null;
}

/** "three in ten", "two out of every five". */
function readRatio(tokens: Tokens, over: Quantity): Quantity | null {
  const link = textAt(tokens, over.next);
  const further = textAt(tokens, over.next + 1);
  const out = link === 'out' && further === 'of';
  if (!out && link !== 'in' && !(link === 'of' && further === 'every'))
    return readShareAroundNoun(tokens, over);
  const behind = over.next + (out ? 2 : 1);
  const under = readCardinal(tokens, textAt(tokens, behind) === 'every' ? behind + 1 : behind);
  if (!under || under.low <= over.low || under.high !== under.low || !WHOLES.has(under.low))
    return null;
  if (TIME_NOUNS.has(textAt(tokens, under.next))) return null;
  return percent((100 * over.low) / under.low, under.next);
}

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
