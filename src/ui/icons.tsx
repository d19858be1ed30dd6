import type { Verdict } from '../claims/verdict.ts';
import { strokesOf } from './verdict-style.ts';

/** The sign of a verdict: a filled disc with a drawing, so that it is told without its colour. */
export function VerdictIcon({ verdict }: { verdict: Verdict }) {
  return (
    <svg class="verdict-icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <circle cx="8" cy="8" r="8" />
      <path d={strokesOf[verdict]} />
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
