/** How long a piece of work holds the page's thread at most, in milliseconds. */
const slice = 5;

/**
 * Does work that hands back control after each of its small steps, and leaves the page room whenever
 * some milliseconds have passed. What fits in the first ones is done when this returns.
 */
export async function inSlices<Result>(
  work: Iterator<unknown, Result>,
  signal: AbortSignal,
): Promise<Result> {
  for (;;) {
    const pauseAt = performance.now() + slice;
    do {
      const step = work.next();
      if (step.done) return step.value;
    } while (performance.now() < pauseAt);
    await new Promise((resume) => setTimeout(resume));
    signal.throwIfAborted();
  }
}
