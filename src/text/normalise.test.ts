import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalForm } from './normalise.ts';

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

describe('the normal form of a text', () => {
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
  ])('of %j is %j', (original, normal) => {
    expect(normalForm(original)).toBe(normal);
  });

  it('stays as it is the second time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = normalForm(text);
        expect(normalForm(once)).toBe(once);
      }),
      { numRuns: 3000 },
    );
  });
});
