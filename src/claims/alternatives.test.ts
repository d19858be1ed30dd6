import { describe, expect, it } from 'vitest';
import { faultInAlternatives, wordingCount, wordingsOf } from './alternatives.ts';

describe('alternatives in an entry of the lexicon', () => {
  it.each<[string, string[]]>([
    ['treaty', ['treaty']],
    ['(new|old) treaty', ['new treaty', 'old treaty']],
    ['treaty (of 2024|with North Korea)', ['treaty of 2024', 'treaty with North Korea']],
    ['the (new|) treaty', ['the new treaty', 'the treaty']],
    ['(|new) treaty', ['treaty', 'new treaty']],
    ['(a|b) (c|d)', ['a c', 'a d', 'b c', 'b d']],
    [
      'defen(c|s)e program(me|)',
      ['defence programme', 'defence program', 'defense programme', 'defense program'],
    ],
    ['( a |  b ) c', ['a c', 'b c']],
    ['(one|two|three)', ['one', 'two', 'three']],
    ['(ship)', ['(ship)']],
    ['(KCNA) (said|told)', ['(KCNA) said', '(KCNA) told']],
    ['(man/men|woman/women)', ['man/men', 'woman/women']],
  ])('%s', (entry, wordings) => {
    expect(faultInAlternatives(entry)).toBeNull();
    expect(wordingsOf(entry)).toEqual(wordings);
    expect(wordingCount(entry)).toBe(wordings.length);
  });

  it.each([
    ['(new|old treaty', 'lacks its other half'],
    ['new|old) treaty', 'lacks its other half'],
    [')new|old( treaty', 'lacks its other half'],
    ['new|old treaty', 'outside of brackets'],
    ['(new) | (old) treaty', 'outside of brackets'],
    ['((new|old) treaty|pact)', 'within brackets'],
    ['(new|)', 'no word at all'],
    ['(new|) (old|)', 'no word at all'],
    ['(a|b)'.repeat(9), 'more than 500 wordings'],
    ['(a|b)'.repeat(2000), 'more than 500 wordings'],
  ])('%s cannot be spelled out', (entry, says) => {
    expect(faultInAlternatives(entry)).toContain(says);
  });
});
