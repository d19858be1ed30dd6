import { expect, test } from 'vitest';
import { verdicts } from '../claims/verdict.ts';
import { verdictStyles } from './verdict-style.ts';

/** Grounds that news pages have: white, salmon and grey paper, and dark pages down to black. */
const grounds = ['#ffffff', '#fff1e5', '#f6f7f9', '#262626', '#121212', '#000000'];

test.each(verdicts)('the line for %s stands out by 3 to 1 on light and dark grounds', (verdict) => {
  for (const ground of grounds) {
    expect(contrast(verdictStyles[verdict].colour, ground)).toBeGreaterThanOrEqual(3);
  }
});

test('no two verdicts have the same line', () => {
  const lines = verdicts.map((v) => `${verdictStyles[v].line} ${verdictStyles[v].thickness}`);
  expect(new Set(lines).size).toBe(verdicts.length);
});

/** Contrast as WCAG 2.2 defines it. */
function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
