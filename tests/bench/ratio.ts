import { Bench } from 'tinybench';

/** Enough for work of milliseconds: before the first twenty rounds its code is still being compiled. */
const manyRounds = { warmUp: 20, rounds: 15 };

/** Enough for work of seconds, whose code is compiled within its first round. */
export const fewRounds = { warmUp: 1, rounds: 3 };

/**
 * How many times as long `work` takes as `unit`, both measured in turn in one run, in code that has run before.
 * What takes less time is done as often as to take about as long as the other: a busy machine interrupts
 * what takes long, and what takes a millisecond hardly ever. The median of the rounds counts.
 */
export function ratioOf(
  work: () => unknown,
  unit: () => unknown,
  { warmUp, rounds }: { warmUp: number; rounds: number } = manyRounds,
): number {
  const taken = { work: [] as number[], unit: [] as number[] };
  const both = { work: repeated(work, 1), unit: repeated(unit, 1) };
  const round = () => {
    for (const name of ['unit', 'work'] as const) taken[name].push(both[name]());
  };
  for (let done = 0; done < warmUp; done++) round();
  const often = median(taken.work) / median(taken.unit);
  both.unit = repeated(unit, Math.max(1, Math.round(often)));
  both.work = repeated(work, Math.max(1, Math.round(1 / often)));
  taken.work.length = 0;
  taken.unit.length = 0;
  for (let done = 0; done < rounds; done++) round();
  return median(taken.work.map((time, at) => time / (taken.unit[at] ?? Number.NaN)));
}

/** Does something so many times, and tells how long it took once. */
function repeated(task: () => unknown, times: number): () => number {
  const bench = new Bench({ time: 0, iterations: 1, warmup: false });
  const all = () => {
    for (let done = 0; done < times; done++) task();
  };
  bench.add('task', all, { async: false });
  return () => {
    // Else it would tell the first time again.
    bench.reset();
    bench.runSync();
    const result = bench.getTask('task')?.result;
    return result && 'latency' in result ? result.latency.p50 / times : Number.NaN;
  };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}
