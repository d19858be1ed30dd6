import { Bench } from 'tinybench';

/**
 * How many times as long `work` takes as `unit`, both measured in turn in one run. The medians are
 * compared: a machine that is busy for a moment slows a few runs of either, not half of them.
 */
export function ratioOf(work: () => unknown, unit: () => unknown, rounds = 15): number {
  const bench = new Bench({ time: 0, iterations: 1, warmup: false });
  const taken = { work: [] as number[], unit: [] as number[] };
  bench.add('unit', unit, { afterEach() {} }).add('work', work);
  for (let round = 0; round < rounds + 2; round++) {
    bench.runSync();
    // The first rounds run before the code is compiled.
    if (round < 2) continue;
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
