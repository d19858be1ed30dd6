/** A text in normal form, with the way back to the text as it stood. */
export interface NormalisedText {
  text: string;
  /** Where in the original the character begins that holds the code unit at `offset`. */
  originalStart(offset: number): number;
  /** Where in the original the character ends that holds the code unit before `offset`. */
  originalEnd(offset: number): number;
}

const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * What Unicode may compose with the character before it: marks, conjoining and compatibility
 * Hangul letters, half-width voicing marks; ignorable characters ride along.
 */
const FOLLOWERS =
  '\\p{M}\\p{Default_Ignorable_Code_Point}\\u1160-\\u11ff\\u3131-\\u318e\\uff9e-\\uffdc';

/** Characters that lower-casing alone brings to normal form. */
const PLAIN = '\\n\\r\\x20-\\x5f\\x61-\\x7e\\u00c0-\\u00ff\\u0400-\\u052f\\uac00-\\ud7a3';

const ALL_PLAIN = new RegExp(`^[${PLAIN}]*$`);

/**
 * A run of plain characters, or one character with its followers. Vulgar fractions stand alone,
 * because NFKC would turn "1½" into "11⁄2".
 */
const STRETCH = new RegExp(
  `([${PLAIN}]+)(?![${FOLLOWERS}])|[¼-¾⅐-⅞↉]|[\\s\\S][${FOLLOWERS}]*`,
  'gu',
);
const FRACTION = /^[¼-¾⅐-⅞↉]$/u;

const REPLACEMENTS: readonly [string, string][] = [
  ["'", '‘’‚‛‹›ʻʼʽ′`´＇ˊ'],
  ['"', '“”„‟«»″〝〞〟＂「」『』｢｣'],
  ['-', '‐‑⁃−﹣－֊'],
  ['—', '‒–—―⸺⸻﹘︱︲'],
  [
    ' ',
    '\t\v\f\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000',
  ],
  // One form for both sigmas, so that a word is the same at its end and before a suffix.
  ['σ', 'ς'],
];
const REPLACEMENT = new Map(
  REPLACEMENTS.flatMap(([to, from]) => [...from].map((character) => [character, to] as const)),
);
const REPLACED = new RegExp(`[${[...REPLACEMENT.keys()].join('')}]`, 'gu');

function replaceLookalikes(text: string): string {
  return text.replace(REPLACED, (character) => REPLACEMENT.get(character) ?? character);
}

function normaliseCluster(cluster: string): string {
  if (FRACTION.test(cluster)) return cluster;
  // Halves of a character apart would become one when what parts them is taken out.
  const visible = replaceLookalikes(cluster.toWellFormed().replace(IGNORABLE, ''));
  const folded = visible.normalize('NFKC').toLowerCase().normalize('NFKC');
  return replaceLookalikes(folded.replace(IGNORABLE, ''));
}

/** The normal form of one match of STRETCH. */
function normaliseStretch(match: RegExpExecArray): string {
  const [stretch, plain] = match;
  return plain === undefined ? normaliseCluster(stretch) : plain.toLowerCase();
}

/**
 * Brings a text to the form in which words are compared: Unicode NFKC (fractions such as "½"
 * excepted), lower case, straight quotes, one hyphen, one dash, plain spaces, and without
 * zero-width characters and soft hyphens. Takes any string, lone surrogates included, and gives
 * the normal form with a map back; all offsets are UTF-16 code units. Idempotent.
 */
export function normalise(text: string): NormalisedText {
  const parts: string[] = [];
  // Stretches by where they begin in the normal form; a plain one maps unit by unit.
  const normalStarts: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const plain: boolean[] = [];
  let length = 0;
  for (const match of text.matchAll(STRETCH)) {
    const normal = normaliseStretch(match);
    if (normal === '') continue;
    parts.push(normal);
    normalStarts.push(length);
    starts.push(match.index);
    ends.push(match.index + match[0].length);
    plain.push(match[1] !== undefined);
    length += normal.length;
  }

  /** The last stretch that begins at or before `offset`. */
  const stretchAt = (offset: number): number => {
    let low = 0;
    let high = normalStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((normalStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const inside = (at: number, offset: number) =>
    (starts[at] ?? 0) + offset - (normalStarts[at] ?? 0);

  return {
    text: parts.join(''),
    originalStart(offset) {
      if (offset >= length) return text.length;
      const at = stretchAt(Math.max(offset, 0));
      return plain[at] ? inside(at, Math.max(offset, 0)) : (starts[at] ?? 0);
    },
    originalEnd(offset) {
      if (offset <= 0 || length === 0) return 0;
      const last = Math.min(offset, length) - 1;
      const at = stretchAt(last);
      return plain[at] ? inside(at, last) + 1 : (ends[at] ?? text.length);
    },
  };
}

/** Whether lower-casing is all: far quicker than a regular expression on one word. */
function isPlainAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x20 || unit > 0x7e || unit === 0x60) return false;
  }
  return true;
}

/** The normal form of a text without the way back: `normalise(text).text`, faster. */
export function normalForm(text: string): string {
  if (isPlainAscii(text) || ALL_PLAIN.test(text)) return text.toLowerCase();
  let normal = '';
  for (const match of text.matchAll(STRETCH)) normal += normaliseStretch(match);
  return normal;
}
