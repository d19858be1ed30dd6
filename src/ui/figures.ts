import type { ClaimFigure } from '../claims/claim.ts';
import { formatDay, formatNumber, say } from './say.ts';

/** A figure that a claim turns on, as a reader reads it: “1,000 people”, “19 June 2024”. */
export function formatFigure({ value, unit, range }: ClaimFigure): string {
  if (unit === 'year' && value !== null) return String(value);
  const text = range && (range[0] ?? range[1]) !== null ? formatRange(range) : formatValue(value);
  return unit && unit !== 'date' ? `${text} ${unit}` : text;
}

function formatValue(value: number | string | null): string {
  return typeof value === 'number' ? formatNumber(value) : formatDay(value ?? '–');
}

function formatRange([low, high]: [number | null, number | null]): string {
  if (low === null) return say('atMost', formatNumber(high ?? 0));
  if (high === null) return say('atLeast', formatNumber(low));
  return low === high ? formatNumber(low) : `${formatNumber(low)}–${formatNumber(high)}`;
}
