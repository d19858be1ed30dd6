import type { SourceDocument } from '../engine/finding.ts';

/**
 * A document as it is sent: its text in one piece, and where in it the blocks start. Browsers take
 * several times as long to send each block as an object of its own.
 */
export interface FlatDocument extends Omit<SourceDocument, 'blocks'> {
  /** The text of all blocks, with one character between two of them. */
  text: string;
  starts: number[];
  /** Which of the blocks are headings. */
  headings: number[];
}

/** A document in the form in which it is sent. */
export function flatten({ blocks, ...rest }: SourceDocument): FlatDocument {
  return {
    ...rest,
    text: blocks.map(({ text }) => text).join('\n'),
    starts: blocks.map(({ start }) => start),
    headings: blocks.flatMap(({ kind }, index) => (kind === 'heading' ? index : [])),
  };
}

/** The document that was sent. */
export function unflatten({ text, starts, headings, ...rest }: FlatDocument): SourceDocument {
  const isHeading = new Set(headings);
  const blocks = starts.map((start, index) => {
    const next = starts[index + 1];
    return {
      text: text.slice(start, next === undefined ? undefined : next - 1),
      start,
      kind: isHeading.has(index) ? ('heading' as const) : ('paragraph' as const),
    };
  });
  return { ...rest, blocks };
}
