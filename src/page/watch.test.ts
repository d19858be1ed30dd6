import { parseHTML } from 'linkedom';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { watchPage } from './watch.ts';

const hour = 3_600_000;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('document', parseHTML('<p>Text</p>').document);
  vi.stubGlobal(
    'MutationObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('reading that came to nothing', () => {
  test('begins again after longer and longer pauses, and then no more', async () => {
    const times: number[] = [];
    const start = performance.now();
    const answers: boolean[] = [];
    const watch = watchPage(async () => {
      times.push(Math.round((performance.now() - start) / 100) / 10);
      answers.push(watch.again());
    }, new AbortController().signal);
    await vi.advanceTimersByTimeAsync(hour);
    expect(times).toEqual([0, 0.5, 2.5, 10.5, 40.5]);
    expect(answers).toEqual([true, true, true, true, false]);

    watch.request();
    await vi.advanceTimersByTimeAsync(hour);
    expect(answers.slice(5)).toEqual([false]);
  });

  test('has all pauses before it again once a reading came to its end', async () => {
    const came = [true, true, true, false, true];
    let readings = 0;
    const watch = watchPage(async () => {
      readings += 1;
      if (came.shift()) watch.again();
    }, new AbortController().signal);
    await vi.advanceTimersByTimeAsync(hour);
    expect(readings).toBe(4);
    watch.request();
    await vi.advanceTimersByTimeAsync(1000);
    expect(readings).toBe(6);
    await vi.advanceTimersByTimeAsync(hour);
    expect(readings).toBe(6);
  });

  test('does not begin again on a page whose script has ended', async () => {
    const controller = new AbortController();
    let readings = 0;
    const watch = watchPage(async () => {
      readings += 1;
      watch.again();
      controller.abort();
    }, controller.signal);
    await vi.advanceTimersByTimeAsync(hour);
    expect(readings).toBe(1);
  });
});
