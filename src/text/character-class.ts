// What the words, numbers and marks of a text are told apart by.
export const SPACE = 1;
export const LOWER = 2;
export const UPPER = 3;
export const MARK = 4;
export const DIGIT = 5;
export const HYPHEN = 6;
export const APOSTROPHE = 7;
export const IGNORED = 8;
export const FRACTION = 9;
export const OTHER = 10;

const APOSTROPHES = new Set("'’‘ʼ‛＇ʻ`");
const HYPHENS = new Set('-‐‑﹣－');

function classify(character: string): number {
  if (APOSTROPHES.has(character)) return APOSTROPHE;
  if (HYPHENS.has(character)) return HYPHEN;
  if (/\s/u.test(character)) return SPACE;
  if (/\p{Default_Ignorable_Code_Point}/u.test(character)) return IGNORED;
  if (/[\p{Lu}\p{Lt}]/u.test(character)) return UPPER;
  if (/[\p{L}\p{Nl}]/u.test(character)) return LOWER;
  if (/\p{M}/u.test(character)) return MARK;
  if (/\p{Nd}/u.test(character)) return DIGIT;
  if (/[¼-¾⅐-⅞]/u.test(character)) return FRACTION;
  return OTHER;
}

/** The class of every UTF-16 code unit met so far; 0 stands for not met. */
const CLASSES = new Uint8Array(0x10000);

/** The class of the character at `at`: white space beyond the end. */
export function classAt(text: string, at: number): number {
  if (at >= text.length) return SPACE;
  const unit = text.charCodeAt(at);
  const known = CLASSES[unit];
  if (known) return known;
  if (unit >= 0xd800 && unit <= 0xdfff) return classOfPair(text, at);
  const found = classify(text.charAt(at));
  CLASSES[unit] = found;
  return found;
}

/** The class of a half of a surrogate pair: the second half goes on with what the first began. */
function classOfPair(text: string, at: number): number {
  const whole = text.codePointAt(at) ?? 0;
  if (whole > 0xffff) return classify(String.fromCodePoint(whole));
  const before = text.codePointAt(at - 1) ?? 0;
  if (at === 0 || before <= 0xffff) return OTHER;
  const kind = classify(String.fromCodePoint(before));
  return isLetter(kind) ? MARK : kind;
}

export const isLetter = (kind: number) => kind === LOWER || kind === UPPER;
export const isWordPart = (kind: number) => kind >= LOWER && kind <= DIGIT;
