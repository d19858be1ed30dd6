import type { LibraryClaim } from './collection.ts';

/** A span of time, in milliseconds since 1970. */
export interface Span {
  from: number;
  to: number;
}

/** An event of one day, and the claim that is about it. */
export interface TimelineEvent {
  claim: LibraryClaim;
  day: string;
  time: number;
}

export interface Lane {
  theme: string;
  /** In the order of their days. */
  events: TimelineEvent[];
}

const day = 86_400_000;
const shortest = 20 * day;

/** The claims about an event of one day, by theme. */
export function lanesOf(claims: readonly LibraryClaim[]): Lane[] {
  const lanes = new Map<string, TimelineEvent[]>();
  for (const claim of claims) {
    if (!claim.event) continue;
    const events = lanes.get(claim.theme) ?? [];
    lanes.set(claim.theme, events);
    events.push({ claim, day: claim.event, time: Date.parse(claim.event) });
  }
  return [...lanes]
    .map(([theme, events]) => ({ theme, events: events.sort((a, b) => a.time - b.time) }))
    .sort((a, b) => a.theme.localeCompare(b.theme));
}

/** Whole years around all events. */
export function fullSpan(lanes: readonly Lane[]): Span {
  return yearsAround(lanes.flatMap(({ events }) => events.map(({ time }) => time)));
}

/** Whole years around most events: a treaty of 1961 shall not press all others together. */
export function mainSpan(lanes: readonly Lane[]): Span {
  const times = lanes.flatMap(({ events }) => events.map(({ time }) => time)).sort((a, b) => a - b);
  return yearsAround(times.slice(Math.floor(times.length / 10)));
}

function yearsAround(times: readonly number[]): Span {
  const years = times.map((time) => new Date(time).getUTCFullYear());
  const now = new Date().getUTCFullYear();
  const first = years.length > 0 ? Math.min(...years) : now;
  const last = years.length > 0 ? Math.max(...years) : now;
  return { from: Date.UTC(first), to: Date.UTC(last + 1) };
}

/** A span that is longer or shorter by a factor, around a moment that stays where it is. */
export function zoomed(span: Span, factor: number, around: number, full: Span): Span {
  const length = Math.min(Math.max((span.to - span.from) * factor, shortest), full.to - full.from);
  const share = (around - span.from) / (span.to - span.from);
  return within({ from: around - share * length, to: around + (1 - share) * length }, full);
}

/** A span moved by a share of its length. */
export function moved(span: Span, by: number, full: Span): Span {
  const step = (span.to - span.from) * by;
  return within({ from: span.from + step, to: span.to + step }, full);
}

/** A span moved as far as is needed to show a moment. */
export function showing(span: Span, time: number, full: Span): Span {
  if (time >= span.from && time <= span.to) return span;
  const half = (span.to - span.from) / 2;
  return within({ from: time - half, to: time + half }, full);
}

function within({ from, to }: Span, full: Span): Span {
  const shift = from < full.from ? full.from - from : Math.min(0, full.to - to);
  return { from: Math.round(from + shift), to: Math.round(to + shift) };
}

/** The beginnings of years, quarters or months in a span: few enough to be written beside each other. */
export function ticksOf(span: Span, most: number): { time: number; step: 'year' | 'month' }[] {
  const months = (span.to - span.from) / (30.44 * day);
  const step = [1, 3, 6, 12, 24, 60, 120, 240].find((size) => months / size <= most) ?? 480;
  const first = new Date(span.from);
  const ticks: { time: number; step: 'year' | 'month' }[] = [];
  // Months are counted from 1900, so that steps of many years begin at round ones.
  const months0 = (first.getUTCFullYear() - 1900) * 12 + first.getUTCMonth();
  for (let month = Math.floor(months0 / step) * step; ; month += step) {
    const time = Date.UTC(1900, month);
    if (time > span.to) return ticks;
    if (time >= span.from) ticks.push({ time, step: month % 12 === 0 ? 'year' : 'month' });
  }
}

/** In which row each of these places stands, so that none within `gap` of another share one. */
export function rowsFor(places: readonly number[], gap: number): number[] {
  const ends: number[] = [];
  return places.map((place) => {
    const free = ends.findIndex((end) => place - end >= gap);
    const row = free < 0 ? ends.length : free;
    ends[row] = place;
    return row;
  });
}
