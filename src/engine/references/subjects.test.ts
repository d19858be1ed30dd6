import { describe, expect, it } from 'vitest';
import { claimsIn, shown } from '../../../tests/engine/rules.ts';

const published = '2026-02-20';
const shells = 'south-korea-shells-directly-to-ukraine';
const title = 'Russia, North Korea and their wars';
const delivered = 'It has delivered artillery shells directly to Ukraine.';

describe('it', () => {
  it.each([
    `Seoul has changed course. ${delivered}`,
    `And what does Seoul do? ${delivered}`,
    `Seoul has changed course. It has opened its doors. ${delivered}`,
    'Seoul has changed course: it has delivered artillery shells directly to Ukraine.',
  ])('is the country told of before: %s', (text) => {
    expect(claimsIn([title, text], published)).toContain(shells);
  });

  it.each([
    ['several were told of', `Seoul and Tokyo have changed course. ${delivered}`],
    ['a person was told of', `The minister has changed course. ${delivered}`],
    ['it is only the place', `In Seoul the mood has changed. ${delivered}`],
    ['it only qualifies', `The Seoul paper was bought. ${delivered}`],
    ['it is far', `Seoul has changed course. Rain fell. ${delivered}`],
  ])('is nobody where %s', (_, text) => {
    expect(claimsIn([title, text], published)).not.toContain(shells);
  });

  it('does not reach beyond its paragraph', () => {
    const paragraphs = [title, 'Seoul has changed course.', delivered];
    expect(claimsIn(paragraphs, published)).not.toContain(shells);
  });

  it('is told among the reasons', () => {
    const finding = shown([title, `Seoul has changed course. ${delivered}`], published).find(
      ({ claim }) => claim === shells,
    );
    expect(finding?.reasons.map(({ text }) => text)).toContain('“it” is read as Seoul.');
  });
});

describe('she', () => {
  it('is a ship with a name', () => {
    const text =
      'Let us begin with the Ursa Major, which sank off Spain. She had two submarine reactors on deck and was taking them to North Korea.';
    expect(claimsIn(text, '2026-01-15')).toContain('ursa-major-carried-reactors-to-north-korea');
  });
});

describe('them', () => {
  it.each([
    [
      'the things told of before',
      'A million rounds have gone that way. The Russians pay for them in food.',
      true,
    ],
    [
      'nothing where several were',
      'Rounds and rockets have gone that way. The Russians pay for them in food.',
      false,
    ],
  ])('are %s: %s', (_, text, holds) => {
    const claims = claimsIn(['How North Korea arms Russia', text], '2024-04-12');
    expect(claims.includes('russia-pays-for-shells-with-food')).toBe(holds);
  });
});

describe('they', () => {
  it('are the things told of before', () => {
    const text =
      'Are their missiles any good? They have become precise and hit within 50 to 100 metres of the target.';
    expect(claimsIn(['What North Korea sent to Russia', text], '2025-05-12')).toContain(
      'north-korean-missiles-now-accurate-to-50-100-m',
    );
  });
});
