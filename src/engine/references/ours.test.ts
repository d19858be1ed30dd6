import { describe, expect, it } from 'vitest';
import { claimsIn } from '../../../tests/engine/rules.ts';

const never = 'north-korea-never-supplied-arms-to-russia';
const before = 'Russia and its neighbours. Let us recall what Moscow said.';

describe('our side', () => {
  it.each([
    'The DPRK has not delivered a single shell to our army.',
    'No ammunition of any kind has come to our forces from the DPRK.',
  ])('is Russia’s where North Korea is another: %s', (text) => {
    expect(claimsIn([before, text])).toContain(never);
  });

  it.each([
    'The DPRK and Iran have not delivered a single shell to our army.',
    'Not a single shell has been delivered to our army.',
    'The DPRK has not shown our army a single shell.',
  ])('is nobody’s elsewhere: %s', (text) => {
    expect(claimsIn([before, text])).not.toContain(never);
  });
});
