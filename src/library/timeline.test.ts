import { describe, expect, test } from 'vitest';
import { moved, rowsFor, type Span, showing, ticksOf, zoomed } from './timeline.ts';

const span = (from: string, to: string): Span => ({ from: Date.parse(from), to: Date.parse(to) });
const full = span('1961-01-01', '2027-01-01');
const year = span('2025-01-01', '2026-01-01');
const middle = Date.parse('2025-06-01');

describe('the timeline', () => {
  test('zooms around a moment, which keeps its place', () => {
    const close = zoomed(year, 0.5, middle, full);
    const share = (one: Span) => (middle - one.from) / (one.to - one.from);
    expect(close.to - close.from).toBe((year.to - year.from) / 2);
    expect(share(close)).toBeCloseTo(share(year));
  });

  test('never leaves the years that there are', () => {
    expect(zoomed(year, 1000, middle, full)).toEqual(full);
    expect(moved(year, 50, full).to).toBe(full.to);
    expect(moved(year, -500, full).from).toBe(full.from);
  });

  test('ends zooming in before nothing is left', () => {
    let close = year;
    for (let times = 0; times < 50; times++) close = zoomed(close, 0.5, middle, full);
    expect(close.to - close.from).toBeGreaterThan(86_400_000);
  });

  test('goes where an event is', () => {
    const summit = Date.parse('1961-07-06');
    const { from, to } = showing(year, summit, full);
    expect(from <= summit && summit <= to).toBe(true);
    expect(showing(year, middle, full)).toEqual(year);
  });

  test('writes as many dates as there is room for', () => {
    expect(ticksOf(year, 6).map(({ time }) => new Date(time).toISOString().slice(0, 7))).toEqual([
      '2025-01',
      '2025-04',
      '2025-07',
      '2025-10',
      '2026-01',
    ]);
    expect(ticksOf(full, 8).length).toBeLessThanOrEqual(9);
    expect(ticksOf(full, 8)[0]).toMatchObject({ step: 'year' });
  });

  test('sets events of the same days under each other', () => {
    expect(rowsFor([10, 12, 40, 45, 50], 20)).toEqual([0, 1, 0, 1, 2]);
  });
});
