import { NoAnswerError, receive, send } from '../../src/messages/messages.ts';
import { mayNameBothCountries } from '../../src/page/gate.ts';
import { leisure } from '../../src/page/leisure.ts';
import { ContentScriptContext, isOrphaned } from '../../src/page/script-context.ts';
import { watchPage } from '../../src/page/watch.ts';

/**
 * Looks out for the names of both countries on a page, now and whenever it changes, and has what reads
 * the page brought in with them, or when the popup asks. Nothing is read here, kept or sent. What is
 * brought in ends this.
 */
export async function lookOut(
  context: Pick<ContentScriptContext, 'signal' | 'abort'>,
): Promise<void> {
  const { signal } = context;
  let brought: Promise<null> | undefined;
  const bring = () => {
    brought ??= send('bring', 'read').catch((error: unknown) => {
      brought = undefined;
      throw error;
    });
    return brought;
  };
  await untilShown();
  if (signal.aborted) return;
  // What is asked for while the browser puts the page aside is not always answered.
  const onShown = ({ persisted }: PageTransitionEvent) => {
    if (persisted) void lookOut(new ContentScriptContext());
  };
  addEventListener('pageshow', onShown, { signal });
  receive({ 'tell-state': bring }, signal);
  await leisure();
  if (signal.aborted) return;
  const watch = watchPage(async () => {
    if (!mayNameBothCountries(document)) return;
    await bring().catch((error: unknown) => {
      const isOver = signal.aborted || isOrphaned();
      if (!isOver && error instanceof NoAnswerError && watch.again()) return;
      if (!isOver) console.error('Tumen could not read this page:', error);
      context.abort();
    });
  }, signal);
}

/**
 * A page that the browser gets ready before anyone goes to it is none yet: what it told would be taken
 * for the page in front, and most are never looked at.
 */
async function untilShown(): Promise<void> {
  if (!('prerendering' in document && document.prerendering)) return;
  await new Promise((resume) =>
    document.addEventListener('prerenderingchange', resume, { once: true }),
  );
}
