import { describe, expect, test } from 'vitest';
import { verdicts } from '../claims/verdict.ts';
import { toneFor, verdictStyles } from '../ui/verdict-style.ts';
import { type Colour, contrast, inkOn, parseColour } from './ground.ts';

const colour = (text: string): Colour => {
  const parsed = parseColour(text);
  if (!parsed) throw new Error(`${text} is no colour`);
  return parsed;
};

test.each([
  ['#ff8000', { red: 1, green: 128 / 255, blue: 0, alpha: 1 }],
  ['rgb(255, 128, 0)', { red: 1, green: 128 / 255, blue: 0, alpha: 1 }],
  ['rgba(0, 0, 0, 0.5)', { red: 0, green: 0, blue: 0, alpha: 0.5 }],
  ['color(srgb 1 0.5 0 / 0.25)', { red: 1, green: 0.5, blue: 0, alpha: 0.25 }],
])('reads %s', (text, parts) => {
  expect(parseColour(text)).toEqual(parts);
});

test('leaves alone what is in another form', () => {
  expect(parseColour('oklch(0.7 0.1 200)')).toBeNull();
});

test('measures contrast as WCAG does', () => {
  expect(contrast(colour('#000000'), colour('#ffffff'))).toBeCloseTo(21);
  expect(contrast(colour('#777777'), colour('#ffffff'))).toBeCloseTo(4.48, 2);
});

describe.each(verdicts)('The line of %s', (verdict) => {
  test.each([
    '#ffffff',
    '#f4ecd8',
    '#dcebfa',
    '#fbe3e4',
    '#eeeeee',
    '#121212',
    '#000000',
    '#0b2545',
    '#5c1010',
    '#2b2b2b',
  ])('stands out from %s by 3 to 1', (ground) => {
    const tone = toneFor(verdict, (line) => contrast(colour(line), colour(ground)));
    expect(tone).not.toBe('text');
    const { colour: dark, light } = verdictStyles[verdict];
    expect(contrast(colour(tone === 'light' ? light : dark), colour(ground))).toBeGreaterThan(3);
  });

  test('can be drawn on in both tones', () => {
    const { colour: dark, light } = verdictStyles[verdict];
    for (const tone of [dark, light]) {
      const ink = colour(inkOn(tone) === '#fff' ? '#ffffff' : '#000000');
      expect(contrast(ink, colour(tone))).toBeGreaterThan(3);
    }
  });

  test('takes the colour of the text where neither of its own stands out', () => {
    expect(toneFor(verdict, () => 2.9)).toBe('text');
  });
});
