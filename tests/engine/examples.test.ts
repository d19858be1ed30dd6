import { describe, expect, it } from 'vitest';
import { isShown } from '../../src/engine/finding.ts';
import { checker, documentOf, examples } from './rules.ts';

/** The verdict that a reader would be shown for a claim in this text; null for none. */
function verdictOf(claim: string, text: string, published: string): string | null {
  const { findings } = checker.check(documentOf(text, published));
  return findings.find((one) => one.claim === claim && isShown(one.stance))?.verdict ?? null;
}

describe('every example of every claim', () => {
  it.each([...examples])('%s', (claim, { makes, not }) => {
    const failing: string[] = [];
    for (const { text, published, verdict } of makes) {
      const found = verdictOf(claim, text, published);
      if (found === null) failing.push(`not found (${published}): ${text}`);
      else if (verdict && found !== verdict) {
        failing.push(`found as ${found}, not ${verdict} (${published}): ${text}`);
      }
    }
    for (const { text, published, why } of not) {
      if (verdictOf(claim, text, published) !== null) {
        failing.push(`found, but ${why} (${published}): ${text}`);
      }
    }
    expect(failing.length, `\n${failing.join('\n')}\n`).toBe(0);
  });
});
