import isProbablyReaderable from '@mozilla/readability/Readability-readerable.js';

/** How long a page that is still busy is waited for, in milliseconds. */
const short = 300;
const long = 2000;

/**
 * Resolves when the browser has nothing else to do, so that a page is drawn before it is read. Where
 * it stays busy, an article is not kept waiting for long. Whether a page looks like one takes a while
 * to tell, so it is asked only then.
 */
export async function leisure(): Promise<void> {
  if ((await isIdleWithin(short)) || looksLikeArticle()) return;
  await isIdleWithin(long);
}

function isIdleWithin(timeout: number): Promise<boolean> {
  return new Promise((resolve) =>
    requestIdleCallback(({ didTimeout }) => resolve(!didTimeout), { timeout }),
  );
}

/** This orders work and never forbids it. The thresholds count characters, of which Korean needs fewer. */
function looksLikeArticle(): boolean {
  return isProbablyReaderable(document, { minContentLength: 70, minScore: 15 });
}
