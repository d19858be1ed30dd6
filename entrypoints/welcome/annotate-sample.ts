import { Annotations } from '../../src/annotate/annotations.ts';
import { cardPart } from '../../src/annotate/card-part.tsx';
import type {} from '../../src/annotate/loaded.ts';
import type { Mark } from '../../src/annotate/mark.ts';
import { isShown } from '../../src/engine/finding.ts';
import { flatten } from '../../src/messages/flat-document.ts';
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
  const facts = { published, language: 'en', isFactCheck: false };
  const page = await readPatiently(article, facts, signal);
  const answer = await send('check', flatten(page.source));
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
  const findings = answer.report.findings.filter(({ stance }) => isShown(stance));
  return (await annotations.show({ page, answer, findings }, look)) ?? [];
}
