import type { Verdict } from '../claims/verdict.ts';

/** One drawing a verdict, on a field of 16 by 16, in strokes. */
const strokes: Record<Verdict, string> = {
  false: 'M5 5l6 6M11 5l-6 6',
  misleading: 'M8 4v5M8 11.6v.4',
  outdated: 'M8 4.5V8l2.4 1.6',
  disputed: 'M4.5 6.4h7M4.5 9.6h7M10 4.2L6 11.8',
  unproven: 'M6 6.2a2 2 0 1 1 2.9 1.8c-.6.3-.9.7-.9 1.3M8 11.6v.4',
  accurate: 'M4.7 8.3l2.3 2.3 4.4-5',
};

/** The sign of a verdict: a filled disc with a drawing, so that it is told without its colour. */
export function VerdictIcon({ verdict }: { verdict: Verdict }) {
  return (
    <svg class="verdict-icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <circle cx="8" cy="8" r="8" />
      <path d={strokes[verdict]} />
    </svg>
  );
}

const drawings = {
  close: 'M4 4l8 8M12 4l-8 8',
  previous: 'M10 3L5 8l5 5',
  next: 'M6 3l5 5-5 5',
  away: 'M6 3H3v10h10v-3M9 3h4v4M13 3L7.5 8.5',
} as const;

/** A small drawing for a button or a link. */
export function Icon({ name }: { name: keyof typeof drawings }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={drawings[name]} />
    </svg>
  );
}
