import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Token } from './token.ts';
import { tokenise } from './tokens.ts';

const read = (text: string): Token[] => tokenise(text, { start: 0, end: text.length });
const texts = (text: string): string[] => read(text).map((token) => token.text);

describe('words', () => {
  it.each<[string, string[]]>([
    ['Kim sent sappers.', ['kim', 'sent', 'sappers', '.']],
    ["He didn't at five o’clock", ['he', "didn't", 'at', 'five', "o'clock"]],
    ['Jong-un', ['jong', 'un']],
    ['the D.P.R.K. and the U.N. met', ['the', 'dprk', 'and', 'the', 'un', 'met']],
    ['the U.S. told us', ['the', 'u.s.', 'told', 'us']],
    ['US officials told us', ['u.s.', 'officials', 'told', 'us']],
    ['U.S.Army', ['u.s.', 'army']],
    ['at 5 p.m. sharp', ['at', '5', 'pm', 'sharp']],
    ['J. Smith', ['j', '.', 'smith']],
    ['M1989 and KN-23', ['m1989', 'and', 'kn', '23']],
    ['Pak Jong Ch’on', ['pak', 'jong', "ch'on"]],
    ['so\u00adldiers zero\u200bwidth', ['soldiers', 'zerowidth']],
    ['Пять тысяч сапёров', ['пять', 'тысяч', 'сапёров']],
    ["п’ять об'єктів", ["п'ять", "об'єктів"]],
    ['북한이 보냈다', ['북한이', '보냈다']],
    ['𝐊𝐢𝐦 😀', ['kim', '😀']],
  ])('%j is %j', (text, expected) => {
    expect(texts(text)).toEqual(expected);
  });

  it('flags capitals', () => {
    expect(read('Kim met him in Москва').map((token) => token.capital)).toEqual([
      true,
      false,
      false,
      false,
      true,
    ]);
  });

  it('joins hyphenated words and letters after a figure', () => {
    const joined = (text: string) => read(text).map((token) => token.joined);
    expect(joined('Jong-un')).toEqual([false, true]);
    expect(joined('5,000-strong')).toEqual([false, true]);
    expect(joined('mid‑August')).toEqual([false, true]);
    expect(joined('1.5m')).toEqual([false, true]);
    expect(joined('a - b')).toEqual([false, false, false]);
    expect(joined('Russia–Korea')).toEqual([false, false, false]);
  });

  it('gives offsets in the original text', () => {
    const text = 'xx “Jong‑un’s” so\u00adft';
    const tokens = tokenise(text, { start: 3, end: text.length });
    expect(tokens.map((token) => text.slice(token.start, token.end))).toEqual([
      '“',
      'Jong',
      'un’s',
      '”',
      'so\u00adft',
    ]);
  });
});

describe('possessives', () => {
  const possessive = (text: string) =>
    read(text)
      .filter((token) => token.possessive)
      .map((token) => [token.text, text.slice(token.start, token.end)]);

  it('are cut and flagged', () => {
    expect(possessive("Russia's and Kim’s")).toEqual([
      ['russia', "Russia's"],
      ['kim', 'Kim’s'],
    ]);
    expect(possessive("the U.S.'s DPRK's 2024's")).toEqual([
      ['u.s.', "U.S.'s"],
      ['dprk', "DPRK's"],
      ['2024', "2024's"],
    ]);
    expect(possessive("the leaders' meeting")).toEqual([['leaders', "leaders'"]]);
  });

  it('are not contractions or closing quotation marks', () => {
    expect(possessive("it's what's and that's")).toEqual([]);
    expect(possessive("'two leaders' met")).toEqual([]);
    expect(texts('‘two leaders’ met')).toEqual(["'", 'two', 'leaders', "'", 'met']);
  });
});

describe('numbers', () => {
  it.each<[string, string[]]>([
    ['1,000', ['1000']],
    ['2,000,000', ['2000000']],
    ['10\u00a0000', ['10000']],
    ['10\u2009500', ['10500']],
    ['10 000 men', ['10000', 'men']],
    ['9 985 tourists', ['9985', 'tourists']],
    ['on June 17 500 men', ['on', 'june', '17', '500', 'men']],
    ['in 2024 500 men', ['in', '2024', '500', 'men']],
    ['1.5', ['1.5']],
    ['1,5 млн', ['1.5', 'млн']],
    ['12,500.75', ['12500.75']],
    ['1½', ['1.5']],
    ['½', ['0.5']],
    ['19.06.2024', ['19.06.2024']],
    ['2024-06-19', ['2024', '06', '19']],
    ['$2bn', ['$', '2', 'bn']],
    ['25k', ['25', 'k']],
    ['75%', ['75', '%']],
    ['4th', ['4', 'th']],
    ['June 4, 2025.', ['june', '4', ',', '2025', '.']],
    ['４,０００', ['4000']],
    ['1만2000명', ['1', '만', '2000', '명']],
  ])('%j is %j', (text, expected) => {
    expect(texts(text)).toEqual(expected);
  });
});

describe('punctuation', () => {
  it('has one form for quotes, dashes and typed dashes', () => {
    expect(texts('“a” «b» „c“')).toEqual(['"', 'a', '"', '"', 'b', '"', '"', 'c', '"']);
    expect(texts('a — b – c - d -- e')).toEqual(['a', '—', 'b', '—', 'c', '—', 'd', '—', 'e']);
    expect(texts('wait…')).toEqual(['wait', '…']);
  });
});

describe('on any text', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string(),
    fc
      .array(
        fc.constantFrom(...'aB.5,½ -–\'’"s\u00ad\u00a0가é', 'S', '\ud800', '\udc00', '😀', '𝐊'),
      )
      .map((characters) => characters.join('')),
  );

  it('tokens ascend, do not overlap and leave out nothing but spaces and hyphens', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let end = 0;
        const left: string[] = [];
        for (const token of read(text)) {
          expect(token.start).toBeGreaterThanOrEqual(end);
          expect(token.end).toBeGreaterThan(token.start);
          left.push(text.slice(end, token.start));
          end = token.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
        left.push(text.slice(end));
        expect(left.join('').replace(/[\s\p{Default_Ignorable_Code_Point}\-‐‑﹣－]/gu, '')).toBe(
          '',
        );
      }),
      { numRuns: 3000 },
    );
  });

  it('stays within the range', () => {
    fc.assert(
      fc.property(anyText, fc.nat(20), fc.nat(20), (text, a, b) => {
        const range = { start: Math.min(a, b), end: Math.max(a, b) };
        for (const token of tokenise(text, range)) {
          expect(token.start).toBeGreaterThanOrEqual(range.start);
          expect(token.end).toBeLessThanOrEqual(Math.min(range.end, text.length));
        }
      }),
      { numRuns: 1000 },
    );
  });
});
