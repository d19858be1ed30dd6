/** How long a page must be quiet before it is read again, in milliseconds. */
const quiet = 400;
/** However restless a page is, it is read again after this time. */
const patience = 3000;

/** The longest rest between two readings, however long the last one took. */
const longestRest = 5000;

/** How long is waited, each time longer, before what came to nothing is done again. */
const pauses = [500, 2000, 8000, 30_000];

interface Watch {
  /** Also watches a shadow root, which the document's own observer does not see into. */
  include(root: ShadowRoot): void;
  /** Has the page read now, though nothing has changed and even while it is hidden. */
  request(): void;
  /**
   * Has the page read again after a pause, since it came to nothing this time. False where that has been tried
   * often enough: then it is read again only when it changes.
   */
  again(): boolean;
}

/**
 * Calls `onChange` at once and whenever a page's text may have changed: late content, live blogs, unfolded parts,
 * routes of a single-page application. It gathers changes and waits for a quiet moment, does
 * nothing while the page is hidden, and never lets reading take more than a tenth of the time.
 * `onChange` resolves when its work is done.
 */
export function watchPage(onChange: () => Promise<void>, signal: AbortSignal): Watch {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let firstChange = 0;
  let restUntil = 0;
  let isWorking = false;
  let isDirty = false;
  let failures = 0;

  const schedule = (wait: number) => {
    if (signal.aborted) return;
    const now = performance.now();
    if (!isDirty) firstChange = now;
    isDirty = true;
    if (isWorking || document.hidden) return;
    const due = Math.max(Math.min(now + wait, firstChange + patience), wait && restUntil);
    clearTimeout(timer);
    timer = setTimeout(() => document.hidden || work(), due - now);
  };

  const work = async () => {
    if (signal.aborted) return;
    if (isWorking) {
      isDirty = true;
      return;
    }
    clearTimeout(timer);
    isDirty = false;
    isWorking = true;
    const started = performance.now();
    const failuresBefore = failures;
    await onChange();
    isWorking = false;
    if (failures === failuresBefore) failures = 0;
    const ended = performance.now();
    restUntil = Math.max(restUntil, ended + Math.min(9 * (ended - started), longestRest));
    if (isDirty) schedule(quiet);
  };

  const again = () => {
    const pause = pauses[failures];
    failures += 1;
    if (pause === undefined) return false;
    restUntil = performance.now() + pause;
    schedule(quiet);
    return true;
  };

  const change = () => schedule(quiet);
  schedule(0);
  const observer = new MutationObserver((records) => {
    if (records.some(isOfInterest)) change();
  });
  const observe = (root: Node) =>
    observer.observe(root, {
      childList: true,
      characterData: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['hidden', 'open'],
    });
  observe(document);

  const onReturn = () => {
    if (isDirty && !document.hidden) schedule(0);
  };
  document.addEventListener('visibilitychange', onReturn, { signal });
  // Text that was there but folded shows up without any change of nodes; a click unfolds it.
  document.addEventListener('click', change, { signal, passive: true, capture: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  return { include: observe, request: () => void work(), again };
}

/** Our own host element comes and goes without the page's text having changed. */
function isOfInterest(record: MutationRecord): boolean {
  if (record.type !== 'childList') return true;
  for (const nodes of [record.addedNodes, record.removedNodes]) {
    for (const node of nodes) if (node.nodeName !== 'TUMEN-ANNOTATIONS') return true;
  }
  return false;
}
