/** How much is tried, and from which seed, so that a run can be run again. */
export interface Run {
  count: number;
  seed: number;
}

/** What was tried and what came of it, by name. */
export type Tally = Record<string, number>;

/** A tally in one line. */
export function tallyLine(name: string, tally: Tally): string {
  const parts = Object.entries(tally).map(
    ([what, count]) => `${what} ${count.toLocaleString('en')}`,
  );
  return `${name}: ${parts.join(', ')}`;
}
