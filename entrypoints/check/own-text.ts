import type { SourceDocument } from '../../src/engine/finding.ts';
import { textDocument } from '../../src/engine/text-document.ts';
import { flatten } from '../../src/messages/flat-document.ts';
import { send } from '../../src/messages/messages.ts';
import type { CheckAnswer } from '../../src/messages/protocol.ts';
import { readDocument } from '../../src/page/read.ts';
import { encodingOfPage, encodingOfText } from '../../src/text/encoding.ts';
import { sayProblem } from '../../src/ui/problem.ts';
import { formatNumber, say } from '../../src/ui/say.ts';

const megabyte = 1024 * 1024;
const mostMegabytes = 5;

/** A text that the reader gave to be checked. */
export interface OwnText {
  /** The name of its file; null where it was pasted. */
  name: string | null;
  title: string | null;
  /** The visible text, which offsets count in. */
  text: string;
  source: SourceDocument;
  /** Whether it is a page that is itself a fact check. */
  isFactCheck: boolean;
}

/** A reason not to check a text, in words for the reader. */
export class Refusal extends Error {}

/**
 * A text that was pasted or typed.
 * @throws Refusal where it is empty or too long
 */
export function pastedText(text: string): OwnText {
  if (text.trim() === '') throw new Refusal(say('textMissing'));
  refuseTooLong(sizeOf(text));
  const source = textDocument(text, { published: null, language: null });
  return { name: null, title: null, text, source, isFactCheck: false };
}

/**
 * A text or a page in a file.
 * @throws Refusal where it is something else, too long, or in an encoding that cannot be read
 */
export async function textOfFile(file: File): Promise<OwnText> {
  const kind = /\.(txt|html?)$/i.exec(file.name)?.[1]?.toLowerCase();
  if (!kind) throw new Refusal(say('fileOfOtherKind', file.name));
  refuseTooLong(file.size);
  const buffer = await file.arrayBuffer().catch(() => {
    throw new Refusal(say('fileUnreadable', file.name));
  });
  const bytes = new Uint8Array(buffer);
  if (kind !== 'txt') return pageOfFile(file.name, bytes);
  const text = decoded(bytes, encodingOfText(bytes), file.name);
  if (text.includes('\0')) throw new Refusal(say('fileUnreadable', file.name));
  return { ...pastedText(text), name: file.name };
}

function pageOfFile(name: string, bytes: Uint8Array): OwnText {
  const markup = decoded(bytes, encodingOfPage(bytes), name);
  // A document made in this way runs no script and loads nothing.
  const page = new DOMParser().parseFromString(markup, 'text/html');
  const address = page.querySelector('link[rel=canonical]')?.getAttribute('href');
  const { source, facts } = readDocument(page, address ?? undefined);
  return {
    name,
    title: page.title || null,
    text: source.blocks.map((block) => block.text).join('\n'),
    source,
    isFactCheck: facts.isFactCheck,
  };
}

function decoded(bytes: Uint8Array, encoding: string, name: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal(say('fileUnreadable', name));
  }
}

function refuseTooLong(size: number): void {
  if (size <= mostMegabytes * megabyte) return;
  throw new Refusal(say('textTooLong', inMegabytes(size), mostMegabytes));
}

/** How large a text is, in megabytes, as the reader writes numbers. */
export function megabytesOf(text: string): string {
  return inMegabytes(sizeOf(text));
}

function sizeOf(text: string): number {
  return new Blob([text]).size;
}

function inMegabytes(size: number): string {
  return formatNumber(Math.ceil((size / megabyte) * 10) / 10);
}

/**
 * Has the background check a text, as if it had been published on `day` where one is given.
 * @throws Refusal with the reason, where it fails
 */
export async function checkOwnText({ source }: OwnText, day: string | null): Promise<CheckAnswer> {
  try {
    return await send('check', flatten({ ...source, published: day }));
  } catch (error) {
    throw new Refusal(say('textFailed', sayProblem(error)));
  }
}
