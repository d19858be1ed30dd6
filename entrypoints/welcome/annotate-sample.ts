import { broughtCard } from '../../src/annotate/loaded.ts';
import type { Mark } from '../../src/annotate/mark.ts';
import { isShown } from '../../src/engine/finding.ts';
import { flatten } from '../../src/messages/flat-document.ts';
import { send } from '../../src/messages/messages.ts';
import { readPatiently } from '../../src/page/read.ts';
import type { Look } from '../../src/settings/settings.ts';
import { bring } from './bring.ts';

/**
 * Has an article in one of our own pages checked and marked, as the article of a page is: read by the
 * same code, checked by the background, drawn by the same code. What is drawn goes with the signal.
 * @param onFailure called with the reason where a card cannot be shown
 */
export async function annotateSample(
  article: Element,
  { published, look }: { published: string; look: Look },
  signal: AbortSignal,
  onFailure: (reason: unknown) => void,
): Promise<readonly Mark[]> {
  const facts = { published, language: 'en', isFactCheck: false };
  const page = await readPatiently(article, facts, signal);
  const answer = await send('check', flatten(page.source));
  if (!globalThis.tumenAnnotate) await bring('annotate');
  if (!globalThis.tumenAnnotate) throw new Error('annotate.js could not be run');
  signal.throwIfAborted();
  const annotations = globalThis.tumenAnnotate(
    {
      onRead: (claim) => void send('open-claim', { claim }).catch(onFailure),
      // Here is no site to switch off, and nobody hides what is shown to them as an example.
      onHide: null,
      onPause: null,
      page: () => ({ address: location.href, published }),
      bringCard: () => broughtCard(bring),
      onFailure,
    },
    signal,
  );
  const findings = answer.report.findings.filter(({ stance }) => isShown(stance));
  return (await annotations.show({ page, answer, findings }, look)) ?? [];
}
