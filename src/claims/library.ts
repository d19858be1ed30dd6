import type { Correction } from './corrections.ts';

/** A piece of a line of prose. */
export type Inline =
  | { kind: 'text' | 'code' | 'strong' | 'emphasis'; text: string }
  | { kind: 'link'; text: string; to: string };

/** A block of prose, as the page on method is made of. */
export type ProseBlock =
  | { kind: 'heading'; level: number; parts: Inline[] }
  | { kind: 'paragraph'; parts: Inline[] }
  | { kind: 'list'; ordered: boolean; items: Inline[][] }
  | { kind: 'table'; head: Inline[][]; rows: Inline[][][] };

/** The second bundled file: what only the library shows. */
export interface LibraryFile {
  format: 1;
  /** The names of the persons that each claim is about, in the order of the claims of the rules file. */
  persons: string[][];
  /** The newest first. */
  corrections: Correction[];
  methodology: ProseBlock[];
}

/**
 * Takes the parsed library file. It was made by the build, so only its format is looked at here.
 * @throws Error when it is not a library file of the format this program reads.
 */
export function loadLibrary(json: unknown): LibraryFile {
  if (typeof json !== 'object' || json === null || !('format' in json) || json.format !== 1) {
    throw new Error(
      'The library file is not one that this version of Tumen reads. Build it again.',
    );
  }
  return json as LibraryFile;
}
