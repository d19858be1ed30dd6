import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentenceEnd } from './sentence-boundaries.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

function ends(text: string): number[] {
  const found: number[] = [];
  for (let at = 0; at < text.length; ) {
    at = sentenceEnd(text, at);
    found.push(at);
  }
  return found;
}

const expected = (text: string) =>
  [...segmenter.segment(text)].map(({ index, segment }) => index + segment.length);

/** One or more characters of every kind that the rules tell apart. */
const kinds = [
  ...['a', 'B', '가', '5', '.', '?', '…', '。', ')', '“', '"', ',', '—', '#', ' ', '\u00a0'],
  ...['\n', '\r', '\r\n', '\u2029', '\u0301', '\u00ad', '\u200d', '\u0600', '\ud800', '\udc00'],
  ...['\u{1f600}', '\u{1d400}', '\u{1d41a}', '\u{e0067}', '\u{11049}'],
];

describe('sentenceEnd', () => {
  it('finds what Intl.Segmenter finds, in any order of characters', () => {
    const text = fc
      .array(fc.constantFrom(...kinds), { maxLength: 14 })
      .map((characters) => characters.join(''));
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary' }), fc.lorem()), (one) => {
        expect(ends(one)).toEqual(expected(one));
      }),
      { numRuns: 20_000 },
    );
  });

  it('takes every character for what Intl.Segmenter takes it for', () => {
    const differing: string[] = [];
    for (let code = 0; code <= 0x10ffff; code += code < 0x3000 ? 1 : 7) {
      const one = String.fromCodePoint(code);
      const text = `a.${one}b. ${one}B?${one}c.)${one}. ${one} d ${one}.E${one}`;
      if (ends(text).join() !== expected(text).join()) differing.push(code.toString(16));
    }
    expect(differing).toEqual([]);
  });
});
