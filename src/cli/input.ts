import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import type { SourceDocument } from '../engine/finding.ts';
import { textDocument } from '../engine/text-document.ts';
import { decodePage, decodeText } from './decode.ts';
import { Failure } from './failure.ts';
import { projectRoot } from './project.ts';

/** What the command line says in place of what a file says. */
export interface Overrides {
  published: string | null;
  language: string | null;
}

/** A file as the engine reads it. */
export interface Input {
  source: SourceDocument;
  /** Whether it is a page that is itself a fact check. */
  isFactCheck: boolean;
  /** The visible text, which offsets count in. */
  text: string;
  /** Where the page says it is, or else the name of the file; null for standard input. */
  address: string | null;
  title: string | null;
}

/**
 * Reads a page, a text file or, named `-`, standard input.
 * @throws Failure naming the file and what is wrong with it.
 */
export async function readInput(file: string, overrides: Overrides): Promise<Input> {
  if (file === '-') return textInput(await standardInput(), null, overrides);
  const kind = extname(file).toLowerCase();
  const bytes = await readBytes(file, ['.html', '.htm', '.txt'].includes(kind));
  if (kind === '.txt') return textInput(decodeText(bytes, file), file, overrides);
  const { readPage } = await import('./page-document.ts');
  const { page, address, title } = readPage(decodePage(bytes, file));
  const { published, language, blocks } = page.source;
  return {
    source: {
      blocks,
      published: overrides.published ?? published,
      language: overrides.language ?? language,
    },
    isFactCheck: page.isFactCheck,
    text: page.text,
    address: address ?? file,
    title,
  };
}

function textInput(text: string, file: string | null, overrides: Overrides): Input {
  return {
    source: textDocument(text, overrides),
    isFactCheck: false,
    text,
    address: file,
    title: null,
  };
}

async function readBytes(file: string, isKnownKind: boolean): Promise<Uint8Array> {
  const path = pathOf(file);
  try {
    if ((await stat(path)).isDirectory()) {
      throw new Failure(`${file} is a directory: name the files in it.`);
    }
    if (!isKnownKind) {
      throw new Failure(`${file} is of no known kind: name .html, .htm or .txt files, or -.`);
    }
    return await readFile(path);
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(unreadable(file, error));
  }
}

/** npm moves to the project's folder and says where it was called: that is where names count from. */
function pathOf(file: string): string {
  const calledIn = process.env.INIT_CWD;
  if (!calledIn || process.cwd() !== projectRoot) return file;
  const path = resolve(calledIn, file);
  return existsSync(path) ? path : file;
}

function unreadable(file: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') return `There is no file ${file}.`;
  if (code === 'EACCES' || code === 'EPERM') return `${file} may not be read: no permission.`;
  return `${file} cannot be read${code ? ` (${String(code)})` : ''}.`;
}

/**
 * The text that comes on standard input.
 * @throws Failure when it cannot be read or is no text.
 */
export async function standardInput(): Promise<string> {
  return decodeText(await readStandardInput(), 'Standard input');
}

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  try {
    for await (const chunk of process.stdin) chunks.push(chunk);
  } catch {
    throw new Failure('Standard input cannot be read.');
  }
  return Buffer.concat(chunks);
}
