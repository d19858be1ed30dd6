import fc from 'fast-check';
import type { TestBrowser } from '../e2e/harness/test-browser.ts';
import { type Action, actions, Reader } from './reader.ts';
import type { Run, Tally } from './tally.ts';

/** One thing that a reader does. */
interface Step {
  action: Action;
  /** Tells which of several things it is done to. */
  choice: number;
  /** After how many milliseconds the background is ended while it is done; null where it is not. */
  ends: number | null;
  /** Whether the reader waits and looks before doing the next thing. */
  looks: boolean;
}

const step: fc.Arbitrary<Step> = fc.record({
  action: fc.constantFrom<Action>(...actions),
  choice: fc.nat(99),
  ends: fc.oneof(
    fc.constant(null),
    fc.integer({ min: 0, max: 30 }),
    fc.integer({ min: 30, max: 600 }),
  ),
  looks: fc.boolean(),
});
const sequence = fc.array(
  // A test has the background itself do what keys do.
  step.filter(({ action, ends }) => action !== 'next finding' || ends === null),
  { minLength: 8, maxLength: 16 },
);

/**
 * Does what readers do in an order that nobody planned, with the background ended at any moment, in a real
 * browser. Marks, badge, settings and packs are then what they have to be by all that was done, and nothing is
 * logged as an error. Each sequence has a seed of its own, so that one can be run again alone.
 */
export async function fuzzActions({ count, seed }: Run, browser: TestBrowser): Promise<Tally> {
  const tally = { sequences: 0, actions: 0, 'backgrounds ended': 0, looks: 0 };
  await browser.setAccess(true);
  for (let own = seed; own < seed + count; own++) {
    const [steps = []] = fc.sample(sequence, { numRuns: 1, seed: own });
    const done: string[] = [];
    try {
      const reader = await Reader.of(browser);
      for (const one of steps) {
        const act = reader.plan(one.action, one.choice);
        if (!act) continue;
        done.push(textOf(one));
        tally.actions += 1;
        await Promise.all([act(), endsBackground(browser, one.ends)]);
        if (one.ends !== null) tally['backgrounds ended'] += 1;
        // What was asked of a background that ended is asked once more, so the next may end only after that.
        if (!one.looks && one.ends === null) continue;
        await reader.holds();
        tally.looks += 1;
      }
      await reader.ends();
    } catch (error) {
      const again = `npm run fuzz -- --actions --count 1 ${own}`;
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`${browser.name}, ${again}: ${reason}, after ${done.join(', ')}`, {
        cause: error,
      });
    }
    tally.sequences += 1;
  }
  return tally;
}

async function endsBackground(browser: TestBrowser, after: number | null): Promise<void> {
  if (after === null) return;
  await new Promise((resolve) => setTimeout(resolve, after));
  await browser.stopBackground();
}

function textOf({ action, choice, ends, looks }: Step): string {
  const end = ends === null ? '' : `, background ended after ${ends} ms`;
  return `${action} (${choice}${end}${looks ? ', looks' : ''})`;
}
