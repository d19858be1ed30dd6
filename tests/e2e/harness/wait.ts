/** Long enough for a machine that is busy with something else. */
const patience = 15_000;
const step = 50;

/** Asks again and again until the answer is neither undefined, null nor false, and returns it. */
export async function waitFor<Answer>(
  what: string,
  ask: () => Promise<Answer | undefined | null | false>,
): Promise<Answer> {
  const end = Date.now() + patience;
  while (Date.now() < end) {
    const answer = await ask();
    if (answer !== undefined && answer !== null && answer !== false) return answer;
    await new Promise((resolve) => setTimeout(resolve, step));
  }
  throw new Error(`Waited ${patience / 1000} seconds in vain for ${what}`);
}
