import { Failure } from './failure.ts';

/** The text of bytes in UTF-8, or in UTF-16 where they begin with its mark. */
export function decodeText(bytes: Uint8Array, name: string): string {
  const text = decode(bytes, encodingByMark(bytes) ?? 'utf-8', name);
  if (text.includes('\0')) throw new Failure(`${name} is not a text file.`);
  return text;
}

/** The markup of a page, in the encoding that the page says it is written in, else in UTF-8. */
export function decodePage(bytes: Uint8Array, name: string): string {
  const encoding = encodingByMark(bytes) ?? encodingByMeta(bytes) ?? 'utf-8';
  return decode(bytes, encoding, name).replaceAll('\0', '\uFFFD');
}

function encodingByMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** Browsers look at the first 1024 bytes too, and take UTF-16 named there for UTF-8. */
function encodingByMeta(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  const named = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(start)?.[1];
  return !named || /^utf-?16/i.test(named) ? null : named;
}

function decode(bytes: Uint8Array, encoding: string, name: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof RangeError) {
      throw new Failure(`${name} says it is written in ${encoding}, which is not known.`);
    }
    throw new Failure(`${name} is not text in ${encoding.toUpperCase()}.`);
  }
}
