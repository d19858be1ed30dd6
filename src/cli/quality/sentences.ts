import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../failure.ts';
import { projectRoot } from '../project.ts';

/** A sentence of which it is known whether it makes a claim. */
export interface KnownSentence {
  claim: string;
  makes: boolean;
  text: string;
  published: string | null;
  /** For one that does not: why not, in the words of whoever wrote it. */
  why: string | null;
}

/** The sentences the rules were written from, and those that no one who writes rules may read. */
export type Half = 'a' | 'b';

const files: Record<Half, string> = { a: 'written-from.jsonl', b: 'held-out.jsonl' };

/** @throws Failure when the file is missing or a line of it is not as it must be. */
export async function knownSentences(half: Half): Promise<KnownSentence[]> {
  const path = join('tests', 'quality', files[half]);
  let text: string;
  try {
    text = await readFile(join(projectRoot, path), 'utf8');
  } catch {
    throw new Failure(`${path} cannot be read.`);
  }
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const sentence = knownSentence(line);
    if (!sentence) throw new Failure(`${path}:${index + 1} needs "claim", "makes" and "text".`);
    return [sentence];
  });
}

function knownSentence(line: string): KnownSentence | null {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const { claim, makes, text, published, why }: Record<string, unknown> = { ...value };
  if (typeof claim !== 'string' || typeof makes !== 'boolean' || typeof text !== 'string') {
    return null;
  }
  return {
    claim,
    makes,
    text,
    published: typeof published === 'string' ? published : null,
    why: typeof why === 'string' ? why : null,
  };
}
