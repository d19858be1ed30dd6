import type { TextChecker } from '../package/index.ts';
import { languageTag } from '../package/language-tag.ts';
import { isDay } from '../text/iso-day.ts';
import { Failure } from './failure.ts';
import type { Overrides } from './input.ts';
import { print } from './output.ts';

interface LineInput {
  id: string | number;
  text: string;
  published: string | null;
  language: string | null;
}

const lineFeed = 10;

/**
 * Answers each line of `input` with a line on standard output, in order, as they come.
 * @throws Failure naming the first line that is not as it must be; those before it are answered.
 */
export async function checkLines(
  input: AsyncIterable<Uint8Array>,
  checker: TextChecker,
  options: Overrides & { all: boolean },
): Promise<void> {
  let number = 0;
  for await (const lines of lineGroups(input)) {
    let output = '';
    try {
      for (const bytes of lines) {
        number++;
        const line = readLine(bytes, number);
        if (line) output += `${JSON.stringify(lineAnswer(line, checker, options))}\n`;
        if (output.length > 65_536) {
          await print(output);
          output = '';
        }
      }
    } finally {
      await print(output);
    }
  }
}

/** The lines that each chunk of the input ends, as bytes without the line feed. */
async function* lineGroups(input: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array[]> {
  let rest: Uint8Array[] = [];
  for await (const chunk of input) {
    const lines: Uint8Array[] = [];
    let from = 0;
    for (let at = chunk.indexOf(lineFeed); at >= 0; at = chunk.indexOf(lineFeed, from)) {
      lines.push(Buffer.concat([...rest, chunk.subarray(from, at)]));
      rest = [];
      from = at + 1;
    }
    if (from < chunk.length) rest.push(chunk.subarray(from));
    if (lines.length > 0) yield lines;
  }
  if (rest.length > 0) yield [Buffer.concat(rest)];
}

const decoder = new TextDecoder('utf-8', { fatal: true });

/** Null for a blank line. */
function readLine(bytes: Uint8Array, number: number): LineInput | null {
  const fail = (what: string): never => {
    throw new Failure(`Line ${number} of standard input ${what}.`);
  };
  let value: unknown;
  try {
    const text = decoder.decode(bytes);
    if (text.trim() === '') return null;
    value = JSON.parse(text);
  } catch (error) {
    return fail(error instanceof SyntaxError ? 'is not JSON' : 'is not text in UTF-8');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return fail('is not an object such as {"id": "1", "text": "…"}');
  }
  const { id, text, published, language }: Record<string, unknown> = { ...value };
  if (typeof id !== 'string' && typeof id !== 'number') return fail('has no "id"');
  if (typeof text !== 'string') return fail('has no "text"');
  const day = published ?? null;
  if (day !== null && (typeof day !== 'string' || !isDay(day))) {
    return fail('has a "published" that is not a day such as 2025-06-17');
  }
  const tag = language ?? null;
  if (tag === null) return { id, text, published: day, language: null };
  const known = typeof tag === 'string' ? languageTag(tag) : null;
  if (known === null) return fail('has a "language" that is not a language tag such as en');
  return { id, text, published: day, language: known };
}

function lineAnswer(
  line: LineInput,
  checker: TextChecker,
  options: Overrides & { all: boolean },
): Record<string, unknown> {
  const { published, notBefore, findings } = checker.check(line.text, {
    published: options.published ?? line.published,
    language: options.language ?? line.language,
    all: options.all,
  });
  return { id: line.id, published, notBefore, findings };
}
