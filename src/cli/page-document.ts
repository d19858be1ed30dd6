import { parseHTML } from 'linkedom';
import { type PageText, readDocument } from '../page/read.ts';

/**
 * Reads the markup of a page with the code that reads pages in the browser. The page's address is
 * what the page itself gives as its own.
 */
export function readPage(markup: string): PageText {
  // linkedom ties the document type to nothing, so that a walk from it would end there.
  const { document } = parseHTML(markup.replace(/<!doctype[^>]*>/gi, ''));
  const canonical = document.querySelector('link[rel=canonical]')?.getAttribute('href');
  const shared = document.querySelector('meta[property="og:url"]')?.getAttribute('content');
  return readDocument(document, canonical ?? shared ?? undefined);
}
