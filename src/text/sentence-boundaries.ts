/** The kinds of characters that Unicode's rules for sentences (UAX 29) tell apart. */
const OTHER = 1;
const SPACE = 2;
/** Ends a line or a paragraph, and a sentence with it. */
const BREAK = 3;
/** Marks and format characters, which belong to what stands before them. */
const EXTENDING = 4;
const LOWER = 5;
const UPPER = 6;
/** Letters without case. */
const LETTER = 7;
const DIGIT = 8;
/** A full stop, which may also stand in a number or after an abbreviation. */
const POINT = 9;
/** A question mark and its like. */
const END = 10;
/** Quotation marks and brackets. */
const CLOSING = 11;
/** Commas and their like: the sentence goes on. */
const GOING_ON = 12;

/** The first that fits holds. What the properties do not cover is listed as the standard lists it. */
const KINDS: readonly (readonly [RegExp, number])[] = [
  [/[\n\r\u0085\u2028\u2029]/, BREAK],
  [/[\p{Nd}\u066b\u066c\u19da\u0600-\u0605\u06dd\u0890\u0891\u08e2\u{110bd}\u{110cd}]/u, DIGIT],
  [/[\p{Grapheme_Extend}\p{Mc}\p{Cf}]/u, EXTENDING],
  [/\p{White_Space}/u, SPACE],
  [/[.\u2024\ufe52\uff0e]/, POINT],
  [/\p{Sentence_Terminal}/u, END],
  [/[-,:;\u037e\u055d\u060c\u060d\u07f8\u1802\u1808–—、]/, GOING_ON],
  [/[\ufe10\ufe11\ufe13\ufe14\ufe31\ufe32\ufe50\ufe51\ufe54\ufe55\ufe58\ufe63]/, GOING_ON],
  [/[\uff0c\uff0d\uff1a\uff1b\uff64]/, GOING_ON],
  [/["'\p{Ps}\p{Pe}\p{Pi}\p{Pf}]/u, CLOSING],
  [/[\u275b-\u2760\u2e00\u2e01\u2e06-\u2e08\u2e0b\u{1f676}-\u{1f678}]/u, CLOSING],
  [/[\u10d0-\u10fa\u10fd-\u10ff\u1c90-\u1cba\u1cbd-\u1cbf]/, LETTER],
  [/\p{Lowercase}/u, LOWER],
  [/[\p{Uppercase}\p{Lt}]/u, UPPER],
  [/[\p{Alphabetic}\u05f3]/u, LETTER],
];

function classify(character: string): number {
  return KINDS.find(([pattern]) => pattern.test(character))?.[1] ?? OTHER;
}

/** The kind of every UTF-16 code unit met so far; 0 stands for not met. */
const KNOWN = new Uint8Array(0x10000);

/** The kind of the character at `at`; 0 at the end. The second half of a pair adds nothing to the first. */
function kindAt(text: string, at: number): number {
  if (at >= text.length) return 0;
  const unit = text.charCodeAt(at);
  const known = KNOWN[unit];
  if (known) return known;
  if (unit >= 0xd800 && unit <= 0xdfff) return kindOfPair(text, at);
  const kind = classify(text.charAt(at));
  KNOWN[unit] = kind;
  return kind;
}

function kindOfPair(text: string, at: number): number {
  const whole = text.codePointAt(at) ?? 0;
  if (whole > 0xffff) return classify(String.fromCodePoint(whole));
  const isSecondHalf = at > 0 && (text.codePointAt(at - 1) ?? 0) > 0xffff;
  return isSecondHalf ? EXTENDING : OTHER;
}

/** The first place from `at` on that is not of this kind; what extends a character goes with it. */
function after(kind: number, text: string, at: number): number {
  let next = at;
  for (let found = kindAt(text, next); found === kind || found === EXTENDING; ) {
    next++;
    found = kindAt(text, next);
  }
  return next;
}

/** Whether the sentence goes on in lower case, whatever stands between that is no letter (SB8). */
function goesOnInLowerCase(text: string, from: number): boolean {
  for (let at = from; ; at++) {
    const kind = kindAt(text, at);
    if (kind === LOWER) return true;
    if (kind === 0 || kind === UPPER || kind === LETTER) return false;
    if (kind === BREAK || kind === POINT || kind === END) return false;
  }
}

/**
 * The end of the sentence that begins at `start`, by the rules of Unicode (UAX 29): the white space
 * after it belongs to it. `Intl.Segmenter` finds the same, but takes longer for its call than a paragraph
 * takes to be read.
 */
export function sentenceEnd(text: string, start: number): number {
  /** The kind of the character before, extending ones passed over. */
  let before = 0;
  for (let at = start; at < text.length; ) {
    const kind = kindAt(text, at);
    at++;
    if (kind === BREAK) return breakEnd(text, at - 1);
    if (kind !== POINT && kind !== END) {
      if (kind !== EXTENDING) before = kind;
      continue;
    }
    at = after(EXTENDING, text, at);
    const next = kindAt(text, at);
    const inside =
      kind === POINT &&
      (next === DIGIT || (next === UPPER && (before === UPPER || before === LOWER)));
    before = kind;
    if (inside) continue;
    const closed = after(CLOSING, text, at);
    const end = after(SPACE, text, closed);
    if (end > at) before = SPACE;
    at = end;
    if (kind === POINT && goesOnInLowerCase(text, at)) continue;
    const follower = kindAt(text, at);
    if (follower === GOING_ON || follower === POINT || follower === END) continue;
    return follower === BREAK ? breakEnd(text, at) : at;
  }
  return text.length;
}

/** The end of a line break: two characters may make one. */
function breakEnd(text: string, at: number): number {
  return text.startsWith('\r\n', at) ? at + 2 : at + 1;
}
