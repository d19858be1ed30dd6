// The package `tumen/page`: reads pages for the engine. See docs/ENGINE.md.
import { readDocument } from '../page/read.ts';
import type { ReadPage } from './text-checker.ts';

/** A page that was read, with the way back from offsets into it. */
export interface LocatedPage extends ReadPage {
  /** A part of the visible text as a range of the page; null where the page has lost it. */
  rangeOf(place: { start: number; end: number }): Range | null;
}

/**
 * Reads the visible text of a page, its day of publication and its language. Nothing in the page is
 * changed. Without a window (linkedom and the like) names and attributes alone tell what is visible.
 * `address` is the page's own, where it is known: it may tell the day.
 */
export function readPage(document: Document, address?: string): LocatedPage {
  const { source, facts, locate } = readDocument(document, address);
  return {
    source,
    text: source.blocks.map((block) => block.text).join('\n'),
    isFactCheck: facts.isFactCheck,
    rangeOf({ start, end }) {
      const place = locate(start, end);
      if (!place) return null;
      const range = document.createRange();
      range.setStart(place.start.node, place.start.offset);
      range.setEnd(place.end.node, place.end.offset);
      return range;
    },
  };
}
