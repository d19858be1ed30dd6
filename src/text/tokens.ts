import {
  APOSTROPHE,
  classAt,
  DIGIT,
  FRACTION,
  HYPHEN,
  IGNORED,
  isLetter,
  isWordPart,
  SPACE,
  UPPER,
} from './character-class.ts';
import { normalForm } from './normalise.ts';
import type { TextRange, Token } from './token.ts';
import { Vocabulary } from './vocabulary.ts';

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

/** Marks that are their own normal form. */
const PLAIN_MARKS = new Set('.,;:!?()[]{}/%&+*=#@$');

function markText(mark: string): string {
  if (PLAIN_MARKS.has(mark)) return mark;
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

/** How a plain word is told: its normal form, and whether it begins with a capital. */
interface Spelling {
  text: string;
  capital: boolean;
}

const spellings = new Vocabulary<Spelling>((word) => wordAt(word, 0, word.length, false));

/** Goes through a sentence token by token. */
export class TokenCursor {
  private readonly text: string;
  private readonly range: TextRange;
  private readonly limit: number;
  private at: number;
  private openQuotes = 0;
  /** Where a token must begin to be joined to the one before. */
  private joint = -1;

  constructor(text: string, range: TextRange) {
    this.text = text;
    this.range = range;
    this.at = Math.max(range.start, 0);
    this.limit = Math.min(range.end, text.length);
  }

  /** What a vocabulary knows of the next token, where that is a word of plain letters; it is passed then. */
  plainWord<Entry>(vocabulary: Vocabulary<Entry>): Entry | null {
    const { text, limit } = this;
    while (this.at < limit && text.charCodeAt(this.at) === 32) this.at++;
    const entry = vocabulary.read(text, this.at, limit);
    if (entry !== null) {
      this.at = vocabulary.end;
      this.joint = this.at;
    }
    return entry;
  }

  /** The next token; null at the end of the sentence. */
  next(): Token | null {
    const { text, limit } = this;
    while (this.at < limit) {
      const kind = classAt(text, this.at);
      if (kind === SPACE) this.at++;
      else if (kind === IGNORED) {
        if (this.joint === this.at) this.joint++;
        this.at++;
      } else if (isLetter(kind) || kind === DIGIT || kind === FRACTION) {
        return this.wordOrFigure(isLetter(kind));
      } else if (
        kind === HYPHEN &&
        this.joint === this.at &&
        this.at + 1 < limit &&
        isWordPart(classAt(text, this.at + 1))
      ) {
        this.at++;
        this.joint = this.at;
      } else return this.mark();
    }
    return null;
  }

  private wordOrFigure(isWord: boolean): Token {
    const { text, at, limit } = this;
    const token = isWord ? this.word() : figureAt(text, at, limit);
    token.joined = this.joint === at;
    this.at = token.end;
    this.joint = token.end;
    return token;
  }

  private word(): Token {
    const { text, at, limit } = this;
    const plain = spellings.read(text, at, limit);
    if (!plain) return wordAt(text, at, limit, this.openQuotes > 0);
    return {
      text: plain.text,
      start: at,
      end: spellings.end,
      kind: 'word',
      capital: plain.capital,
      possessive: false,
      joined: false,
    };
  }

  private mark(): Token {
    const { text, at, range, limit } = this;
    const token = markAt(text, at, range, limit);
    if (token.text === "'") {
      const opens = at === range.start || !isWordPart(classAt(text, at - 1));
      if (opens && isWordPart(classAt(text, token.end))) this.openQuotes++;
      else if (this.openQuotes > 0) this.openQuotes--;
    }
    this.at = token.end;
    return token;
  }
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
  const cursor = new TokenCursor(text, range);
  for (let token = cursor.next(); token; token = cursor.next()) tokens.push(token);
  return tokens;
}
