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
function normaliseStretch([stretch, plain]: RegExpExecArray): string {
  return plain === undefined ? normaliseCluster(stretch) : plain.toLowerCase();
}

/** Whether lower-casing is all: far quicker than a regular expression on one word. */
function isPlainAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x20 || unit > 0x7e || unit === 0x60) return false;
  }
  return true;
}

/**
 * Brings a text to the form in which words are compared: Unicode NFKC (fractions such as "½"
 * excepted), lower case, straight quotes, one hyphen, one dash, plain spaces, and without
 * zero-width characters and soft hyphens. Takes any string, lone surrogates included. Idempotent.
 */
export function normalForm(text: string): string {
  if (isPlainAscii(text) || ALL_PLAIN.test(text)) return text.toLowerCase();
  let normal = '';
  for (const match of text.matchAll(STRETCH)) normal += normaliseStretch(match);
  return normal;
}
