import { normalForm } from './normalise.ts';
import type { TextRange, Token } from './token.ts';

const SPACE = 1;
const LOWER = 2;
const UPPER = 3;
const MARK = 4;
const DIGIT = 5;
const HYPHEN = 6;
const APOSTROPHE = 7;
const IGNORED = 8;
const FRACTION = 9;
const OTHER = 10;

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

function classAt(text: string, at: number): number {
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

const isLetter = (kind: number) => kind === LOWER || kind === UPPER;
const isWordPart = (kind: number) => kind >= LOWER && kind <= DIGIT;

/** The end of a run of digits. */
function digitsEnd(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && classAt(text, at) === DIGIT) at++;
  return at;
}

const MONTH_BEFORE =
  /(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|uary|rch|ril|une|uly|ust|mber|tober)[.,]?\s$/i;

/** "On June 17 500 builders …" has a day and a number, not 17,500. */
function followsMonth(text: string, at: number): boolean {
  return MONTH_BEFORE.test(text.slice(Math.max(0, at - 6), at));
}

/** "120 170 mm guns" has a number of guns and their calibre. */
function isCalibre(text: string, end: number): boolean {
  return /^[\s-]?mm\b/i.test(text.slice(end, end + 4));
}

const THIN_SPACES = new Set('\u00a0\u2009\u202f\u2007');

/** The end of a number with its separators, from its first digit on, and its plain form. */
function readNumber(text: string, from: number, limit: number): { end: number; plain: string } {
  let end = digitsEnd(text, from, limit);
  let plain = text.slice(from, end);
  let grouped = false;
  let decimal = false;
  while (end + 1 < limit) {
    const separator = text.charAt(end);
    const groupEnd = digitsEnd(text, end + 1, limit);
    const length = groupEnd - end - 1;
    if (length === 0) break;
    const group = text.slice(end + 1, groupEnd);
    const mayGroup = !decimal && (grouped || end - from <= 3);
    if (separator === '.') {
      // Several points make a date ("19.06.2024") or groups; the readers tell which.
      plain += `.${group}`;
      decimal = true;
    } else if (
      mayGroup &&
      length === 3 &&
      (separator === ',' ||
        THIN_SPACES.has(separator) ||
        (separator === ' ' &&
          (group === '000' || !(followsMonth(text, from) || isCalibre(text, groupEnd)))) ||
        separator === "'" ||
        separator === '’')
    ) {
      plain += group;
      grouped = true;
    } else if (
      mayGroup &&
      length === 2 &&
      separator === ',' &&
      text.charAt(groupEnd) === ',' &&
      classAt(text, groupEnd + 1) === DIGIT
    ) {
      plain += group;
      grouped = true;
    } else if (mayGroup && !grouped && length <= 2 && separator === ',') {
      plain += `.${group}`;
      decimal = true;
    } else break;
    end = groupEnd;
  }
  if (end < limit && classAt(text, end) === FRACTION && !decimal) {
    plain = String(Number(plain) + fractionValue(text.charAt(end)));
    end++;
  }
  return { end, plain: normalForm(plain) };
}

function fractionValue(character: string): number {
  const [over = '0', under = '1'] = character.normalize('NFKC').split('⁄');
  return Number(over) / Number(under);
}

const POINT = 46;

/** The end of letters with points between ("U.S.", "D.P.R.K."), or `from` where there are none. */
function acronymEnd(text: string, from: number, limit: number): number {
  if (text.charCodeAt(from + 1) !== POINT) return from;
  let at = from;
  let letters = 0;
  while (at < limit && isLetter(classAt(text, at)) && !isWordPart(classAt(text, at + 1))) {
    letters++;
    at++;
    if (at >= limit || text.charCodeAt(at) !== POINT) break;
    at++;
  }
  return letters > 1 ? at : from;
}

/** Korean writes figures and letters as one word ("1만2000명"). */
const isHangul = (unit: number) => unit >= 0xac00 && unit <= 0xd7a3;

/** The end of a word from its first letter on, apostrophes inside included. */
function wordEnd(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit) {
    const kind = classAt(text, at);
    if (kind === DIGIT && isHangul(text.charCodeAt(at - 1))) break;
    if (isWordPart(kind)) at++;
    else if (kind === IGNORED || kind === APOSTROPHE) {
      let next = at + 1;
      while (next < limit && classAt(text, next) === IGNORED) next++;
      if (next >= limit || !isWordPart(classAt(text, next))) break;
      if (kind === APOSTROPHE && !isLetter(classAt(text, next))) break;
      at = next;
    } else break;
  }
  return at;
}

/** Whether the word ends with "s" or "S" at `at`, its apostrophe standing before. */
function isFinalS(text: string, at: number, limit: number): boolean {
  if (at >= limit) return false;
  const letter = text.charAt(at);
  return (
    (letter === 's' || letter === 'S') && (at + 1 >= limit || !isWordPart(classAt(text, at + 1)))
  );
}

/** Whether an apostrophe at `at` ends a plural in the genitive ("the leaders' meeting"). */
function isBareGenitive(text: string, at: number, limit: number): boolean {
  if (at >= limit || classAt(text, at) !== APOSTROPHE) return false;
  const letter = text.charAt(at - 1);
  return (letter === 's' || letter === 'S') && !isWordPart(classAt(text, at + 1));
}

/** "'s" after these is a verb. */
const CONTRACTED = new Set(
  `it's he's she's that's there's here's what's who's where's how's when's why's let's one's`.split(
    ' ',
  ),
);

/** "US" and "U.S." alike become this, which is never the pronoun. */
const UNITED_STATES = 'u.s.';

/** The word at `start`; inside single quotation marks an apostrophe after it closes them. */
function wordAt(text: string, start: number, limit: number, quoted: boolean): Token {
  const capital = classAt(text, start) === UPPER;
  const acronym = acronymEnd(text, start, limit);
  if (acronym > start) {
    const letters = normalForm(text.slice(start, acronym).replaceAll('.', ''));
    const possessive = classAt(text, acronym) === APOSTROPHE && isFinalS(text, acronym + 1, limit);
    return {
      text: letters === 'us' ? UNITED_STATES : letters,
      start,
      end: possessive ? acronym + 2 : acronym,
      kind: 'word',
      capital,
      possessive,
      joined: false,
    };
  }
  let end = wordEnd(text, start, limit);
  let core = end;
  if (
    end - start > 2 &&
    classAt(text, end - 2) === APOSTROPHE &&
    isFinalS(text, end - 1, end) &&
    !CONTRACTED.has(normalForm(text.slice(start, end)))
  ) {
    core = end - 2;
  } else if (!quoted && isBareGenitive(text, end, limit)) end++;
  const word = text.slice(start, core);
  return {
    text: word === 'US' ? UNITED_STATES : normalForm(word),
    start,
    end,
    kind: 'word',
    capital,
    possessive: core < end,
    joined: false,
  };
}

/** The number at `start`. */
function figureAt(text: string, start: number, limit: number): Token {
  const { end, plain } =
    classAt(text, start) === FRACTION
      ? { end: start + 1, plain: String(fractionValue(text.charAt(start))) }
      : readNumber(text, start, limit);
  const possessive = classAt(text, end) === APOSTROPHE && isFinalS(text, end + 1, limit);
  return {
    text: plain,
    start,
    end: possessive ? end + 2 : end,
    kind: 'number',
    capital: false,
    possessive,
    joined: false,
  };
}

const QUOTES = new Set('"“”„‟«»″＂「」『』');
const SINGLE_QUOTES = new Set("'‘’‚‛‹›`");
const DASHES = new Set('–—―‒⸺⸻﹘');

function markText(mark: string): string {
  if (QUOTES.has(mark)) return '"';
  if (SINGLE_QUOTES.has(mark)) return "'";
  if (DASHES.has(mark)) return '—';
  // NFKC would make three points of it.
  return mark === '…' ? mark : normalForm(mark);
}

/** The punctuation mark at `start`: one character, or the two hyphens of a typed dash. */
function markAt(text: string, start: number, range: TextRange, limit: number): Token {
  let end = start + ((text.codePointAt(start) ?? 0) > 0xffff && start + 1 < limit ? 2 : 1);
  let mark = markText(text.slice(start, end));
  if (classAt(text, start) === HYPHEN) {
    const twice = end < limit && classAt(text, end) === HYPHEN;
    if (twice) end++;
    const spaced =
      classAt(text, end) === SPACE && (start === range.start || classAt(text, start - 1) === SPACE);
    mark = twice || spaced ? '—' : '-';
  }
  return {
    text: mark,
    start,
    end,
    kind: 'punctuation',
    capital: false,
    possessive: false,
    joined: false,
  };
}

/**
 * Cuts one sentence into words, numbers and punctuation marks.
 * Takes the whole text and the sentence's range in it; gives tokens in order whose offsets are
 * UTF-16 code units of that text. Everything but white space, joining hyphens and ignorable
 * characters lies in a token.
 * - Numbers lose their separators ("10 000" is "10000"), keep their points, take a fraction in
 *   ("1½" is "1.5"); letters right after one are a joined word ("1.5m" is "1.5" and "m").
 * - Hyphenated words are several tokens, the later ones joined.
 * - Acronyms lose their points ("D.P.R.K." is "dprk"), except that "US" and "U.S." are "u.s.".
 * - Possessive endings are cut from the text and flagged; an apostrophe after a plural counts as
 *   one where no single quotation mark is open.
 * - Quotes are `"` and `'`, dashes (two hyphens, or one with spaces around, as well) are `—`.
 */
export function tokenise(text: string, range: TextRange): Token[] {
  const tokens: Token[] = [];
  const limit = Math.min(range.end, text.length);
  let at = Math.max(range.start, 0);
  let openQuotes = 0;
  /** Where a token must begin to be joined to the one before. */
  let joint = -1;

  while (at < limit) {
    const kind = classAt(text, at);
    if (kind === SPACE) at++;
    else if (kind === IGNORED) {
      if (joint === at) joint++;
      at++;
    } else if (isLetter(kind) || kind === DIGIT || kind === FRACTION) {
      const token = isLetter(kind)
        ? wordAt(text, at, limit, openQuotes > 0)
        : figureAt(text, at, limit);
      token.joined = joint === at;
      tokens.push(token);
      at = token.end;
      joint = at;
    } else if (
      kind === HYPHEN &&
      joint === at &&
      at + 1 < limit &&
      isWordPart(classAt(text, at + 1))
    ) {
      at++;
      joint = at;
    } else {
      const token = markAt(text, at, range, limit);
      if (token.text === "'") {
        const opens = at === range.start || !isWordPart(classAt(text, at - 1));
        if (opens && isWordPart(classAt(text, token.end))) openQuotes++;
        else if (openQuotes > 0) openQuotes--;
      }
      tokens.push(token);
      at = token.end;
    }
  }
  return tokens;
}
