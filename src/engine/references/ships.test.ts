import { describe, expect, it } from 'vitest';
import { claimsIn } from '../../../tests/engine/rules.ts';

const claim = 'ursa-major-carried-reactors-to-north-korea';
const sank = 'The Ursa Major sank off Spain on 23 December 2024.';
const cargo = 'was carrying two submarine reactors to North Korea, a paper writes.';

describe('a ship told of before', () => {
  it.each([
    `${sank} The Russian freighter ${cargo}`,
    `${sank} All but two men lived. That vessel ${cargo}`,
  ])('is meant: %s', (text) => {
    expect(claimsIn(text, '2026-01-15')).toContain(claim);
  });

  it.each([
    `${sank} A Russian freighter ${cargo}`,
    `${sank} A tanker came by. The ship ${cargo}`,
    `${sank} The Russian freighters ${cargo}`,
  ])('is not meant where it is another: %s', (text) => {
    expect(claimsIn(text, '2026-01-15')).not.toContain(claim);
  });
});
