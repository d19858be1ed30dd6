import { sentenceEnd } from './sentence-boundaries.ts';
import type { TextRange } from './token.ts';

/** Abbreviations that always have something after them in their sentence. */
const NEVER_LAST = new Set(
  `mr mrs ms mx dr prof gen lt col maj sgt capt adm cmdr brig cpl pvt gov sen rep rev hon pres
   amb fr st mt ft messrs mme approx ca cf vs viz incl est dept univ
   hr frau sr sra srta
   ген полк подп кап адм лейт проф акад им ул пл пр просп гр тов стр см ср обл ред
   бул вул ім див акад доц`.split(/\s+/),
);

/** Abbreviations that stand before a figure or a name of a month; else they end a sentence. */
const BEFORE_FIGURE = new Set(
  `no nos art arts fig figs vol ch sec para p pp res jan feb mar apr jun jul aug sep sept oct nov
   dec ст гл п пп рис № ч`.split(/\s+/),
);

/** Abbreviations that may end a sentence: what follows decides. */
const SOMETIMES_LAST = new Set(
  `inc co corp ltd plc jr sr etc al ed eds sq avg max min hrs mln bln tel ext dist
   г гг в вв тыс млн млрд трлн руб долл км кг др пр т м
   р рр тис грн дол обл`.split(/\s+/),
);

/** Words that, written with a capital, begin a sentence rather than go on with a name. */
const OPENERS = new Set(
  `the a an he she it they we i you his her its their our my this that these those there here
   in on at by for from with without as after before since until during while when where although
   though because if but and or yet so however meanwhile moreover also both all some many most
   several one two three no not nor what who why how according then now only even still instead
   он она оно они мы вы я его её их это эта этот эти в во на по для из от с со при после до за
   но и а или если когда как что кто так там тогда также однако между тем однако
   він вона воно вони ми ви його її їх це цей ця ці у на після до але та й або якщо коли як`.split(
    /\s+/,
  ),
);

const isCapital = (unit: number) => unit >= 65 && unit <= 90;
const SPACE = /\s/;
const isSpace = (unit: number) =>
  unit === 32 ||
  (unit >= 9 && unit <= 13) ||
  (unit >= 160 && SPACE.test(String.fromCharCode(unit)));
const DOTTED = /^(?:\p{L}\.){2,}$/u;
const INITIAL = /^\p{Lu}\.$/u;
/** "D. A. Medvedev": the "A." is no article. */
const ANOTHER_INITIAL = /^\s*\p{Lu}\.\s/u;
const NEXT_WORD = /^[\p{P}\p{S}\s]*([\p{L}\p{M}]+|\p{N})/u;
const GOES_ON = /^[\p{Pi}\p{Ps}\p{Pd}"'\s]*\p{Ll}|^\s*[,;:)\]}»”’%]/u;
const MARKS_ONLY = /^[\s\p{P}\p{S}]*$/u;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const PART_OF_WORD = /[\p{L}\p{M}№.]/u;
const POINT = 46;
const isPartOfWord = (unit: number) =>
  unit < 128
    ? unit === POINT || (unit >= 97 && unit <= 122) || isCapital(unit)
    : PART_OF_WORD.test(String.fromCharCode(unit));

/** No abbreviation is longer; keeps the time linear. */
const LONGEST_ABBREVIATION = 12;

/** The word with its point, or the letters with theirs, that end before `end`; else empty. */
function abbreviationBefore(text: string, end: number): string {
  let last = end;
  while (last > 0 && isSpace(text.charCodeAt(last - 1))) last--;
  if (text.charCodeAt(last - 1) !== POINT) return '';
  let first = last - 1;
  while (
    first > 0 &&
    last - first <= LONGEST_ABBREVIATION &&
    isPartOfWord(text.charCodeAt(first - 1))
  )
    first--;
  const word = text.slice(first, last);
  return LETTER_OR_DIGIT.test(text.charAt(first - 1)) ? '' : word;
}

/** How much of what comes after a boundary is looked at. */
const VIEW = 60;

/** Whether a boundary at `end` is no end of a sentence after all. */
function runsOn(text: string, end: number): boolean {
  const word = abbreviationBefore(text, end);
  if (word === '' && isCapital(text.charCodeAt(end))) return false;
  const after = text.slice(end, end + VIEW);
  // Marks alone ("…”", a bullet) belong to the sentence before.
  if (GOES_ON.test(after) || MARKS_ONLY.test(after)) return true;
  if (word === '') return false;
  const next = NEXT_WORD.exec(after)?.[1] ?? '';
  const opens = OPENERS.has(next.toLowerCase()) && !ANOTHER_INITIAL.test(after);
  if (DOTTED.test(word) || INITIAL.test(word)) return !opens;
  const name = word.slice(0, -1).toLowerCase();
  if (NEVER_LAST.has(name)) return true;
  if (BEFORE_FIGURE.has(name)) return /^\p{N}/u.test(next);
  return SOMETIMES_LAST.has(name) && !opens && !/^(?:etc|др|al)$/.test(name);
}

/** Whether a word with its point is, or may be, an abbreviation. */
function isAbbreviation(word: string): boolean {
  const name = word.slice(0, -1).toLowerCase();
  return (
    DOTTED.test(word) ||
    INITIAL.test(word) ||
    NEVER_LAST.has(name) ||
    BEFORE_FIGURE.has(name) ||
    SOMETIMES_LAST.has(name)
  );
}

/** A point is found at once; of most paragraphs no more need be looked at. */
const POINT_AND_FIGURE = /\.["'”’»)]*\s+\p{Nd}/u;
const POINT_AND_CAPITAL = /\.\p{Lu}/u;

const POINT_BEFORE_FIGURE = /\p{Ll}\.["'”’»)]*\s+(?=\p{Nd})/gu;

/**
 * Where a figure begins a sentence: "… against us. 4 thousand were killed". Unicode sees the lower case behind
 * the figure and takes the point for an abbreviation's.
 */
function figureStarts(text: string): number[] {
  if (!POINT_AND_FIGURE.test(text)) return [];
  return [...text.matchAll(POINT_BEFORE_FIGURE)]
    .filter(({ index }) => !isAbbreviation(abbreviationBefore(text, text.indexOf('.', index) + 1)))
    .map(({ 0: { length }, index }) => index + length);
}

/** A word or a year, its point, and a word with a capital right behind. */
const GLUED =
  /(?<![\p{L}\p{M}\p{N}’'.@/-])(\p{L}[\p{L}\p{M}’'-]*|\p{Nd}{4})\.(?=(\p{Lu}\p{Ll}*)[\s,’'])/gu;

/**
 * Where the space between two sentences was lost: "since October last year.In the report". Names with a point in
 * them ("Lenta.Ru") begin with a capital, and no opener follows.
 */
function lostSpaces(text: string): number[] {
  if (!POINT_AND_CAPITAL.test(text)) return [];
  return [...text.matchAll(GLUED)]
    .filter(([, before = '', after = '']) => {
      const opens = OPENERS.has(after.toLowerCase()) || !/^\p{Lu}/u.test(before);
      return opens && before.length > 1 && !isAbbreviation(`${before}.`);
    })
    .map(({ 0: { length }, index }) => index + length);
}

const LINE_BREAK = /[\n\r\u0085\u2028\u2029]/;

/** Makes spaces of white space with one line break in it, as long as before. */
function joinLines(space: string): string {
  const lines = space.match(/\r\n|[\n\r\u0085\u2028\u2029]/g)?.length ?? 0;
  return lines === 1 ? ' '.repeat(space.length) : space;
}

function trimmed(text: string, start: number, end: number): TextRange {
  let first = start;
  let last = end;
  while (first < last && isSpace(text.charCodeAt(first))) first++;
  while (last > first && isSpace(text.charCodeAt(last - 1))) last--;
  return { start: first, end: last };
}

/**
 * The sentences of a paragraph, in order, without the white space around them; ranges of UTF-16 code
 * units. A single line break is a space, an empty line ends a sentence. Boundaries are those of Unicode
 * (UAX 29); those after abbreviations, initials and quotes that go on in lower case ("“Did he go?” she
 * asked.") are taken back; those before a figure that begins a sentence, or where a space was lost, are added.
 */
export function splitSentences(text: string): TextRange[] {
  const broken = LINE_BREAK.test(text);
  const flat = broken ? text.replace(/\s+/g, joinLines) : text;
  const added = [...figureStarts(flat), ...lostSpaces(flat)].sort((a, b) => a - b);
  let next = 0;
  const sentences: TextRange[] = [];
  let start = 0;
  for (let from = 0, end = 0; from < flat.length; from = end) {
    const boundary = sentenceEnd(flat, from);
    while ((added[next] ?? boundary) <= from && next < added.length) next++;
    end = Math.min(boundary, added[next] ?? boundary);
    const lineEnds = broken && LINE_BREAK.test(flat.slice(Math.max(from, end - 2), end));
    if (end === boundary && end < flat.length && !lineEnds && runsOn(flat, end)) continue;
    const range = trimmed(flat, start, end);
    if (LETTER_OR_DIGIT.test(flat.slice(range.start, range.end))) sentences.push(range);
    start = end;
  }
  return sentences;
}
