import { parseHTML } from 'linkedom';
import { type LocatedPage, readPage as readVisible } from '../package/page.ts';

/** A page with what it says of itself. */
export interface FilePage {
  page: LocatedPage;
  /** The page's full address on the web; null where it does not tell. */
  address: string | null;
  title: string | null;
}

/**
 * Reads the markup of a page with the code that reads pages in the browser. The page's address is
 * what the page itself gives as its own.
 */
export function readPage(markup: string): FilePage {
  // linkedom ties the document type to nothing, so that a walk from it would end there.
  const { document } = parseHTML(markup.replace(/<!doctype[^>]*>/gi, ''));
  const canonical = document.querySelector('link[rel=canonical]')?.getAttribute('href');
  const shared = document.querySelector('meta[property="og:url"]')?.getAttribute('content');
  const told = [canonical, shared].find((address) => address && URL.canParse(address));
  return {
    page: readVisible(document, canonical ?? shared ?? undefined),
    address: told && /^https?:/i.test(told) ? told : null,
    title: document.querySelector('title')?.textContent?.replace(/\s+/g, ' ').trim() || null,
  };
}
