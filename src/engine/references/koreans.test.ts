import { describe, expect, it } from 'vitest';
import { claimsIn } from '../../../tests/engine/rules.ts';

const claim = 'fought-inside-ukraine';
const lead = 'Pyongyang has sent thousands of soldiers to Russia.';

describe('Koreans', () => {
  it.each([
    `${lead} Some of the Koreans are already in combat on Ukrainian soil.`,
    `${lead} Korean infantry has been in combat in the Kharkiv region.`,
    `${lead} The soldiers Korean have been in combat in the Kharkiv region.`,
  ])('are those of the North in a text on its war: %s', (text) => {
    expect(claimsIn(text, '2024-12-02')).toContain(claim);
  });

  it.each([
    'Seoul sent observers to Ukraine. Korean infantry has been in combat in the Kharkiv region.',
    `${lead} Next to the South, Korean infantry has been in combat in the Kharkiv region.`,
  ])('are left open elsewhere: %s', (text) => {
    expect(claimsIn(text, '2024-12-02')).not.toContain(claim);
  });
});
