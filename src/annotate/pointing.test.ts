import { beforeEach, expect, test, vi } from 'vitest';
import { createPointing } from './pointing.ts';

const open = vi.fn();
const close = vi.fn();
const make = () => createPointing<string>(open, close, (a, b) => a === b);

beforeEach(() => {
  vi.useFakeTimers();
  vi.resetAllMocks();
});

test('opens only when the pointer has rested', () => {
  const pointing = make();
  pointing.over('sentence');
  vi.advanceTimersByTime(300);
  expect(open).not.toHaveBeenCalled();
  vi.advanceTimersByTime(100);
  expect(open).toHaveBeenCalledWith('sentence');
});

test('does not open for a pointer that passes by', () => {
  const pointing = make();
  pointing.over('sentence');
  vi.advanceTimersByTime(200);
  pointing.over(null);
  vi.advanceTimersByTime(1000);
  expect(open).not.toHaveBeenCalled();
});

test('closes a moment after the pointer has left', () => {
  const pointing = make();
  pointing.over('sentence');
  pointing.over(null);
  vi.advanceTimersByTime(250);
  expect(close).not.toHaveBeenCalled();
  vi.advanceTimersByTime(100);
  expect(close).toHaveBeenCalled();
});

test('stays while the pointer is on the card, and closes when it leaves that', () => {
  const pointing = make();
  pointing.over('sentence');
  pointing.over(null);
  vi.advanceTimersByTime(200);
  pointing.overCard(true);
  vi.advanceTimersByTime(10_000);
  expect(close).not.toHaveBeenCalled();
  pointing.overCard(false);
  vi.advanceTimersByTime(400);
  expect(close).toHaveBeenCalled();
});

test('does not change to a sentence that is crossed on the way to the card', () => {
  const pointing = make();
  pointing.over('one');
  vi.advanceTimersByTime(400);
  pointing.over('two');
  vi.advanceTimersByTime(200);
  pointing.overCard(true);
  vi.advanceTimersByTime(1000);
  expect(open).toHaveBeenCalledTimes(1);
  expect(close).not.toHaveBeenCalled();
});
