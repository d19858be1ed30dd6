import { describe, expect, it } from 'vitest';
import { claimsIn, stanceOf } from '../../tests/engine/rules.ts';

const claim = 'kim-jong-un-visited-moscow';
const told = 'Kim Jong Un visited Moscow in 2025.';

describe('what the text behind it takes back', () => {
  it.each([
    `Claim: ${told} Verdict: False.`,
    `Claim: ${told}\n\nVerdict: False. He went to Beijing.`,
    `CLAIM\n\n${told}\n\nVERDICT\n\nFalse.`,
    `What was claimed\n\n${told}\n\nOur verdict\n\nMisleading. He did not.`,
    `The claim: ${told} The truth: he went to Beijing.`,
    `Claim 3: ${told} It was shared a thousand times. Finding: incorrect.`,
    `${told} This is false.`,
    `${told} That is not true, the ministry said.`,
    `Posts say that ${told} The claim is unfounded.`,
    `${told} He did not.`,
    `${told} No, he never did.`,
    `Claim two: ${told} It is false, because he was in Beijing then.`,
    `${told} He did not; it was Beijing.`,
    `${told} Wrong.`,
    `${told} False. He went to Beijing.`,
  ])('%s', (text) => {
    expect(stanceOf(claim, text, '2026-02-01')).toBe('rebutted');
  });

  it.each([
    `Claim: ${told} Verdict: True.`,
    `${told} He did not travel alone.`,
    `${told} He did not, however, travel alone.`,
    `${told} No, that was not his first visit abroad.`,
    `${told} It is not true that he flew.`,
    `${told} Seoul rejects such visits.`,
    `${told} Claim: he flew. Verdict: False.`,
    `${told} This was his first visit, and false hopes were raised in the South by it.`,
  ])('stands: %s', (text) => {
    expect(claimsIn(text, '2026-02-01')).toContain(claim);
  });
});
