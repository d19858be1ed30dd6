import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalForm, normalise } from './normalise.ts';

/** Strings of the characters that need care, lone surrogates among them. */
const troublesome = fc
  .array(
    fc.constantFrom(
      ...'aE5 \n"\'-“”‘’«»–—‐‑\u00ad\u200b\u200d\ufeff\u00a0\u2009\u202f½ﬁ２ＫŉİΣς가ᄀ\u1161\u11a8ㄱㅏﾊﾞ\u0301\u0323\u0345ٍ́𝐊😀'
        .split('')
        .concat(['\ud800', '\udc00', '😀', '𝐊', 'ẛ̣', '…', '№', 'é']),
    ),
  )
  .map((characters) => characters.join(''));

const anyText = fc.oneof(fc.string({ unit: 'binary' }), troublesome, fc.string());

describe('normalise', () => {
  it.each([
    ['Kim Jong‑un’s “SAPPERS”', 'kim jong-un\'s "sappers"'],
    ['so\u00adft zero\u200bwidth', 'soft zerowidth'],
    ['10\u00a0000\u202fmen', '10 000 men'],
    ['1–2 — ― end', '1—2 — — end'],
    ['１２ ﬁles', '12 files'],
    ['1½ million', '1½ million'],
    ['Ch’ŏn', "ch'ŏn"],
    ['Cafe\u0301', 'café'],
    ['ДОГОВІР', 'договір'],
    ['한', '한'],
  ])('brings %j to %j', (original, normal) => {
    expect(normalise(original).text).toBe(normal);
    expect(normalForm(original)).toBe(normal);
  });

  it('leads from the normal form back to the original', () => {
    const original = 'The “so\u00adft” ﬁle by Café\u0301';
    const { text, originalStart, originalEnd } = normalise(original);
    const back = (word: string) => {
      const start = text.indexOf(word);
      return original.slice(originalStart(start), originalEnd(start + word.length));
    };
    expect(back('soft')).toBe('so\u00adft');
    expect(back('file')).toBe('ﬁle');
    expect(back('by')).toBe('by');
    expect(back('"soft"')).toBe('“so\u00adft”');
  });

  it('keeps offsets inside the text', () => {
    const { originalStart, originalEnd } = normalise('“ab”');
    expect([originalStart(-1), originalStart(99)]).toEqual([0, 4]);
    expect([originalEnd(-1), originalEnd(0), originalEnd(99)]).toEqual([0, 0, 4]);
    expect(normalise('').originalEnd(3)).toBe(0);
  });

  it('does nothing the second time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = normalise(text).text;
        expect(normalise(once).text).toBe(once);
      }),
      { numRuns: 3000 },
    );
  });

  it('agrees with the form without the map', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(normalForm(text)).toBe(normalise(text).text);
      }),
    );
  });

  it('maps every character to the piece of the original that it came from', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { text: normal, originalStart, originalEnd } = normalise(text);
        let previous = 0;
        for (let at = 0; at < normal.length; at++) {
          const start = originalStart(at);
          const end = originalEnd(at + 1);
          expect(start).toBeGreaterThanOrEqual(previous);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(normalForm(text.slice(start, end))).toContain(normal.charAt(at));
          previous = start;
        }
      }),
      { numRuns: 2000 },
    );
  });
});
