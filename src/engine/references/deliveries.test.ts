import { describe, expect, it } from 'vitest';
import { claimsIn } from '../../../tests/engine/rules.ts';

const claim = 'un-experts-found-no-evidence-of-arms';
const lead = 'North Korea has not sent Russia a single weapon, the diplomat said.';

describe('deliveries told of before', () => {
  it.each([
    `${lead} UN experts who looked into such supplies found no evidence of them.`,
    `${lead} It is a lie. Experts of the United Nations found no evidence of these shipments.`,
  ])('are of arms: %s', (text) => {
    expect(claimsIn(text, '2025-01-06')).toContain(claim);
  });

  it.each([
    `${lead} UN experts found no evidence of supplies.`,
    `${lead} UN experts found no evidence of such supplies of grain.`,
    'Russia feeds North Korea. UN experts found no evidence of such supplies.',
  ])('are not where something else is meant: %s', (text) => {
    expect(claimsIn(text, '2025-01-06')).not.toContain(claim);
  });
});
