/** Long enough for a machine that is busy with something else. */
const patience = 15_000;
/** How long to wait between two questions, in milliseconds, at first and at most: too many keep a page from its work. */
const firstStep = 50;
const longestStep = 500;

/** Asks again and again, less and less often, until the answer is neither undefined, null nor false, and returns it. */
export async function waitFor<Answer>(
  what: string,
  ask: () => Promise<Answer | undefined | null | false>,
): Promise<Answer> {
  const end = Date.now() + patience;
  for (let step = firstStep; Date.now() < end; step = Math.min(step * 1.4, longestStep)) {
    const answer = await ask();
    if (answer !== undefined && answer !== null && answer !== false) return answer;
    await new Promise((resolve) => setTimeout(resolve, step));
  }
  throw new Error(`Waited ${patience / 1000} seconds in vain for ${what}`);
}
