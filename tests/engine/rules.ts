import { fileURLToPath } from 'node:url';
import { compile } from '../../src/claims/compile.ts';
import { loadRules } from '../../src/claims/stored-rules.ts';
import { createChecker } from '../../src/engine/check.ts';
import { nothingBefore } from '../../src/engine/discourse.ts';
import {
  type Finding,
  isShown,
  type SourceDocument,
  type Stance,
} from '../../src/engine/finding.ts';
import { countryOf, type Frame } from '../../src/engine/frames/frame.ts';
import type { Phrase } from '../../src/engine/grammar-types.ts';
import { readSentence, type SentenceReading } from '../../src/engine/reading.ts';
import { wordsOf } from '../../src/engine/sentence.ts';
import { createTagger } from '../../src/engine/tagging/tagger.ts';

/** The folder of the project. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

const compilation = await compile(root);

/** The rules that ship, and every example sentence by claim. */
export const rules = loadRules(compilation.rules);
export const { examples } = compilation;
export const tagger = createTagger(rules.file.lexicon);
export const checker = createChecker(rules);

/** A document of one or more paragraphs, two line ends apart. */
export function documentOf(
  text: string | readonly string[],
  published: string | null = null,
): SourceDocument {
  let start = 0;
  const blocks = [text].flat().map((paragraph) => {
    const block = { text: paragraph, start, kind: 'paragraph' as const };
    start += paragraph.length + 2;
    return block;
  });
  return { blocks, published, language: 'en' };
}

/** The findings that a reader would be shown. */
export function shown(
  text: string | readonly string[],
  published: string | null = null,
): Finding[] {
  return checker
    .check(documentOf(text, published))
    .findings.filter(({ stance }) => isShown(stance));
}

/** The claims that a reader would be shown, in order. */
export function claimsIn(
  text: string | readonly string[],
  published: string | null = null,
): string[] {
  return shown(text, published).map(({ claim }) => claim);
}

/** The stance in which a text makes a claim; null where it does not make it at all. */
export function stanceOf(
  claim: string,
  text: string | readonly string[],
  published: string | null = null,
): Stance | null {
  const { findings } = checker.check(documentOf(text, published));
  return findings.find((finding) => finding.claim === claim)?.stance ?? null;
}

/** One sentence read by itself. */
export function read(text: string): SentenceReading {
  return readSentence(text, 0, { start: 0, end: text.length }, tagger, nothingBefore);
}

/** The concepts that each mention of a sentence may stand for, by its words. */
export function mentionsIn(text: string): Map<string, string[]> {
  const { sentence } = read(text);
  return new Map(
    sentence.mentions.map(({ first, last, readings }) => [
      wordsOf(sentence, first, last),
      [...new Set(readings.map(({ concept }) => concept.id))],
    ]),
  );
}

/** Who does what to whom, in words and countries. */
export interface Roles {
  agent: string | null;
  agentCountry: string | null;
  thing: string[];
  from: string | null;
  to: string | null;
}

/** The roles of the first event of a sentence that is of this kind. */
export function rolesOf(event: string, text: string): Roles {
  const reading = read(text);
  const frame = frameOf(event, reading);
  const words = ({ mention }: Phrase) => wordsOf(reading.sentence, mention.first, mention.last);
  return {
    agent: frame.agent && words(frame.agent),
    agentCountry: frame.agent && countryOf(frame.agent),
    thing: frame.thing.map(words),
    from: frame.from?.country ?? null,
    to: frame.to?.country ?? null,
  };
}

/** The first frame of a reading whose event is of this kind. */
export function frameOf(event: string, reading: SentenceReading): Frame {
  const frame = reading.frames.find((one) => one.event.concepts.some(({ is }) => is.has(event)));
  if (!frame) throw new Error(`nothing of the kind ${event} is read in: ${reading.sentence.text}`);
  return frame;
}
