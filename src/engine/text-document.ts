import type { SourceDocument, TextBlock } from './finding.ts';

/** What is known of a text besides the text itself. */
export interface TextFacts {
  published: string | null;
  /** Where null, the script of the letters tells. */
  language: string | null;
}

interface Line {
  text: string;
  start: number;
}

const lineBreak = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;
const longestHeading = 150;
const sentenceEnd = /[.!?…。！？:;,]["'”’»)\]]*$/;
/** No one wraps text by hand wider than this. */
const widestWrap = 120;
/** Lines all shorter than this are short lines of their own. */
const narrowestWrap = 40;

/**
 * A plain text as a document: each line is a paragraph, a short first line without an end mark is a
 * heading. Offsets are those of `text` as it stands.
 */
export function textDocument(text: string, facts: TextFacts): SourceDocument {
  return {
    blocks: textBlocks(text),
    published: facts.published,
    language: facts.language ?? guessLanguage(text),
  };
}

function textBlocks(text: string): TextBlock[] {
  const groups = paragraphGroups(linesOf(text));
  const first = groups[0]?.[0];
  const blocks = groups.flatMap((group) => (isWrapped(group) ? [joined(group, text)] : group));
  return blocks.map((block, index) => ({
    text: block.text,
    start: block.start,
    kind:
      index === 0 && blocks.length > 1 && block.text === first?.text && isHeading(block.text)
        ? 'heading'
        : 'paragraph',
  }));
}

function isHeading(text: string): boolean {
  return text.length <= longestHeading && !sentenceEnd.test(text);
}

/** The lines without the white space around them; a blank line has an empty text. */
function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  const add = (from: number, to: number): void => {
    const line = text.slice(from, to);
    const start = from + line.length - line.trimStart().length;
    lines.push({ text: line.trim(), start });
  };
  let from = 0;
  for (const found of text.matchAll(lineBreak)) {
    add(from, found.index);
    from = found.index + found[0].length;
  }
  add(from, text.length);
  return lines;
}

/** Lines that follow one another without a blank line between them. */
function paragraphGroups(lines: readonly Line[]): Line[][] {
  const groups: Line[][] = [];
  let current: Line[] = [];
  for (const line of [...lines, { text: '', start: 0 }]) {
    if (line.text !== '') current.push(line);
    else if (current.length > 0) {
      groups.push(current);
      current = [];
    }
  }
  return groups;
}

/**
 * Whether a paragraph was broken into lines at a fixed width, as in mails: then every break was
 * needed, since the next word would not have fitted, and some sentence goes on in the next line.
 */
function isWrapped(group: readonly Line[]): boolean {
  if (group.length < 2) return false;
  let width = 0;
  for (const line of group) width = Math.max(width, line.text.length);
  if (width < narrowestWrap || width > widestWrap) return false;
  let amid = false;
  for (const [index, line] of group.entries()) {
    const next = group[index + 1];
    if (!next) break;
    const word = /^\S+/.exec(next.text)?.[0] ?? '';
    if (line.text.length + 1 + word.length <= width) return false;
    if (!sentenceEnd.test(line.text) && !/^\p{Lu}/u.test(word)) amid = true;
  }
  return amid;
}

/** Wrapped lines as one paragraph of the same length, so that offsets stay true. */
function joined(group: readonly Line[], text: string): Line {
  const start = group[0]?.start ?? 0;
  const last = group.at(-1);
  const end = last ? last.start + last.text.length : start;
  return { text: text.slice(start, end).replace(/[\r\n\v\f\u0085\u2028\u2029]/g, ' '), start };
}

/** By the script most letters belong to; null for a text without letters. */
function guessLanguage(text: string): string | null {
  const sample = text.slice(0, 20_000);
  const count = (letters: RegExp): number => sample.match(letters)?.length ?? 0;
  const hangul = count(/\p{Script=Hangul}/gu) * 2;
  const cyrillic = count(/\p{Script=Cyrillic}/gu);
  const others = count(/\p{L}/gu) - hangul / 2 - cyrillic;
  if (hangul > Math.max(cyrillic, others)) return 'ko';
  if (cyrillic > others) return /[іїєґ]/i.test(sample) ? 'uk' : 'ru';
  return others > 0 ? 'en' : null;
}
