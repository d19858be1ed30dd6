import { Annotations } from '../../src/annotate/annotations.ts';
import { cardPart } from '../../src/annotate/card-part.tsx';
import type {} from '../../src/annotate/loaded.ts';
import type { Mark } from '../../src/annotate/mark.ts';
import type { ClaimText } from '../../src/claims/claim.ts';
import { isShown } from '../../src/engine/finding.ts';
import { send } from '../../src/messages/messages.ts';
import { readPatiently } from '../../src/page/read.ts';
import { loadSettings } from '../../src/settings/store.ts';

/**
 * Has an article in one of our own pages checked and marked, as the article of a page is: read by the
 * same code, checked by the background, drawn by the same code. What is drawn goes with the signal.
 */
export async function annotateSample(
  article: Element,
  published: string,
  signal: AbortSignal,
): Promise<readonly Mark[]> {
  const facts = { published, language: 'en', looksLikeArticle: true, isFactCheck: false };
  const page = await readPatiently(article, facts, signal);
  const { report, claims } = await send('check', page.source);
  const { look } = await loadSettings();
  signal.throwIfAborted();
  globalThis.tumenCard = cardPart;
  const annotations = new Annotations(
    {
      onRead: (claim) => void send('open-claim', { claim }),
      // Here is no site to switch off, and nobody hides what is shown to them as an example.
      onHide: null,
      onPause: null,
      page: () => ({ address: location.href, published }),
      bringCard: async () => cardPart,
      onFailure: (reason) => console.error('Tumen could not show a card.', reason),
    },
    signal,
  );
  const found = report.findings.filter(({ stance }) => isShown(stance));
  const texts = new Map(claims.map((claim): [string, ClaimText] => [claim.id, claim]));
  return (await annotations.show(found, texts, page, look)) ?? [];
}
