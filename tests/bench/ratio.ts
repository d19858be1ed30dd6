import { Bench } from 'tinybench';

/** Enough for work of milliseconds: before the first twenty rounds its code is still being compiled. */
const manyRounds = { warmUp: 20, rounds: 15 };

/** Enough for work of seconds, whose code is compiled within its first rounds. */
export const fewRounds = { warmUp: 2, rounds: 5 };

/**
 * How many times as long `work` takes as `unit`, both measured in turn in one run, in code that has run
 * before. The medians are compared: a machine that is busy for a moment slows a few runs of either, not half
 * of them.
 */
export function ratioOf(
  work: () => unknown,
  unit: () => unknown,
  { warmUp, rounds }: { warmUp: number; rounds: number } = manyRounds,
): number {
  const bench = new Bench({ time: 0, iterations: 1, warmup: false });
  const taken = { work: [] as number[], unit: [] as number[] };
  bench.add('unit', unit, { afterEach() {} }).add('work', work);
  for (let round = 0; round < rounds + warmUp; round++) {
    bench.runSync();
    if (round < warmUp) continue;
    for (const name of ['unit', 'work'] as const) {
      const result = bench.getTask(name)?.result;
      if (result && 'latency' in result) taken[name].push(result.latency.p50);
    }
  }
  return median(taken.work) / median(taken.unit);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}
