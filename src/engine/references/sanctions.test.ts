import { describe, expect, it } from 'vitest';
import { claimsIn } from '../../../tests/engine/rules.ts';

const coal = 'russian-coal-via-rajin-breaks-un-sanctions';
const withdrew = 'russia-withdrew-from-un-sanctions';
const lead = 'The UN sanctions on North Korea are still there.';

describe('sanctions told of before', () => {
  it.each([
    [coal, `${lead} Russian coal that goes through Rajin is a breach of them.`],
    [coal, `${lead} Exports of Russian coal by way of Rajin violate these measures.`],
    [withdrew, `${lead} Russia has officially withdrawn from them.`],
    [withdrew, `${lead} Moscow has formally quit that regime.`],
    [
      withdrew,
      `${lead} Is Russia bound by them? Not any longer, it has officially withdrawn from them.`,
    ],
  ])('are meant: %s %s', (claim, text) => {
    expect(claimsIn(text, '2025-03-10')).toContain(claim);
  });

  it.each([
    'Russia and North Korea trade. Russian coal that goes through Rajin is a breach of them.',
    `${lead} Russian coal that goes through Rajin is sold to them.`,
  ])('are not meant elsewhere: %s', (text) => {
    expect(claimsIn(text, '2025-03-10')).toEqual([]);
  });
});
