import { describe, expect, it } from 'vitest';
import { claimsIn } from '../../tests/engine/rules.ts';

const inside = 'fought-inside-ukraine';
const withdrawn = 'withdrawn-from-the-front';
const signed = 'treaty-signed-in-june-2025';

describe('who says so, and where', () => {
  it.each([
    [
      'an officer who tells it is none of whom he tells',
      'North Korean soldiers have been in combat in the Kharkiv region, a Ukrainian officer said.',
      '2024-11-22',
      inside,
    ],
    [
      'where a report was written',
      'BEIJING – It was the first time they had met since they sealed their partnership treaty in June 2025.',
      '2025-09-03',
      signed,
    ],
    [
      'an army that says it is none of which it tells',
      'Ukrainian military officials say North Korean soldiers in the Kursk region have withdrawn from the front line.',
      '2025-01-31',
      withdrawn,
    ],
  ])('%s', (_, sentence, day, claim) => {
    expect(claimsIn(sentence, day)).toContain(claim);
  });

  it('but an officer of whom it is told is', () => {
    const officer = 'A North Korean officer has been in combat in the Kharkiv region.';
    expect(claimsIn(officer, '2024-11-22')).not.toContain(inside);
  });

  it('calls nothing back by recalling it', () => {
    const march = 'In May soldiers of Kim Jong Un marched on Red Square beside Russian guardsmen';
    expect(claimsIn(`${march}, recalls the weekly.`, '2025-09-04')).not.toContain(withdrawn);
    expect(claimsIn(`${march}, the weekly recalled.`, '2025-09-04')).not.toContain(withdrawn);
    expect(claimsIn(`${march}, the weekly recalled in a piece.`, '2025-09-04')).not.toContain(
      withdrawn,
    );
  });
});
