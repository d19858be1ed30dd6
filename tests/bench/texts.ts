import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readPage } from '../../src/cli/page-document.ts';
import { projectRoot } from '../../src/cli/project.ts';
import type { SourceDocument } from '../../src/engine/finding.ts';

/** The visible text of a test page. */
async function page(name: string): Promise<string[]> {
  const html = await readFile(join(projectRoot, 'tests', 'pages', name), 'utf8');
  return readPage(html).page.source.blocks.map(({ text }) => text);
}

/** A document of at least so many words, made of paragraphs taken round and round. */
export function documentOf(paragraphs: readonly string[], words: number): SourceDocument {
  const blocks: SourceDocument['blocks'] = [];
  let start = 0;
  let counted = 0;
  for (let at = 0; counted < words; at++) {
    const text = paragraphs[at % paragraphs.length] ?? '';
    blocks.push({ text, start, kind: 'paragraph' });
    start += text.length + 1;
    counted += wordsIn(text);
  }
  return { blocks, published: '2025-06-20', language: 'en' };
}

/** One pass over a text that does no more than find its words: the unit of all speed figures. */
export function wordsIn(text: string): number {
  let words = 0;
  for (const _ of text.matchAll(/[\p{L}\p{N}]+/gu)) words++;
  return words;
}

/** The whole text of a document. */
export function textOf({ blocks }: SourceDocument): string {
  return blocks.map(({ text }) => text).join('\n');
}

/** Texts of three kinds: none about both countries, a passing mention, and an article full of claims. */
export async function sampleTexts() {
  const [unrelated, passing, article] = await Promise.all([
    page('unrelated.html'),
    page('passing-mention.html'),
    page('sample-article.html'),
  ]);
  return { unrelated, passing, article };
}
