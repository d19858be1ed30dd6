import { encodingOfPage, encodingOfText } from '../text/encoding.ts';
import { Failure } from './failure.ts';

/** The text of bytes in UTF-8, or in UTF-16 where they begin with its mark. */
export function decodeText(bytes: Uint8Array, name: string): string {
  const text = decode(bytes, encodingOfText(bytes), name);
  if (text.includes('\0')) throw new Failure(`${name} is not a text file.`);
  return text;
}

/** The markup of a page, in the encoding that the page says it is written in, else in UTF-8. */
export function decodePage(bytes: Uint8Array, name: string): string {
  return decode(bytes, encodingOfPage(bytes), name).replaceAll('\0', '\uFFFD');
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
