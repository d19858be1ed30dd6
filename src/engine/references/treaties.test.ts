import { describe, expect, it } from 'vitest';
import { claimsIn, shown } from '../../../tests/engine/rules.ts';

const published = '2025-07-01';
const signed = 'treaty-signed-19-june-2024-pyongyang';
const ratified = 'treaty-ratified-november-2024';

const named = 'Russia and North Korea have a Comprehensive Strategic Partnership Treaty.';

describe('references', () => {
  it.each([
    ['The treaty was signed on 19 June 2024.', signed],
    ['The pact was signed on 19 June 2024.', signed],
    ['The agreement was signed on 19 June 2024.', signed],
    ['It was signed on 19 June 2024.', signed],
    ['It was ratified in November 2024.', ratified],
    ['Both countries ratified the treaty in November 2024.', ratified],
    ['The two sides ratified the agreement in November 2024.', ratified],
    ['The two sides ratified it in November 2024.', ratified],
  ])('finds the treaty named before: %s', (text, claim) => {
    expect(claimsIn(`${named} ${text}`, published)).toContain(claim);
  });

  it('reaches into the next paragraph', () => {
    expect(claimsIn([named, 'It was ratified in November 2024.'], published)).toContain(ratified);
  });

  it('finds it behind what is done with it', () => {
    expect(claimsIn(`${named} Both ratified it in November 2024.`, published)).toContain(ratified);
  });

  it('takes “that treaty” for the one of the two countries spoken of just before', () => {
    const before = 'Moscow and Pyongyang have grown close. A parade was held.';
    const after = 'That treaty was signed on 19 June 2024.';
    expect(claimsIn([before, after], published)).toContain(signed);
    expect(claimsIn(['A parade was held. Bands played.', after], published)).toEqual([]);
  });

  it('does not reach over many paragraphs for “it”', () => {
    const filler = [
      'Rain is forecast for the coast.',
      'Ferries run late.',
      'Schools open at nine.',
      'Bakers raised their prices.',
    ];
    const text = [named, ...filler, 'It was ratified in November 2024.'];
    expect(claimsIn(text, published)).not.toContain(ratified);
  });

  it('takes “the treaty” between both countries for the partnership treaty', () => {
    const text = 'Moscow and Pyongyang ratified the treaty in November 2024.';
    expect(claimsIn(text, published)).toContain(ratified);
  });

  it.each([
    'Russia and Iran ratified the treaty in November 2024.',
    'Russia and Belarus signed the treaty on 19 June 2024.',
    'Russia and China signed the agreement on 19 June 2024.',
    'North Korea and China ratified the treaty in November 2024.',
    'Russia signed a strategic partnership treaty with Mongolia on 19 June 2024.',
    'Russia ratified the Laotian partnership treaty in November 2024.',
  ])('does not where a third state is named: %s', (text) => {
    expect(claimsIn(`${named} ${text}`, published)).toEqual([]);
  });

  it.each([
    'It rained in November 2024.',
    'The agreement on fisheries with Japan was signed on 19 June 2024.',
    'The ministers signed a contract on 19 June 2024.',
    'The Russian-Korean agreement on direct rail travel has been in force since June 2024.',
    'Russia and North Korea concluded a pact on mass media in June 2024.',
    'The rail agreement between Russia and North Korea has been in force since June 2024.',
  ])('does not for other things: %s', (text) => {
    expect(claimsIn(`${named} ${text}`, published)).toEqual([]);
  });

  it('means the treaty of 1961 where the sentence before ends with it', () => {
    for (const those of ['That pact', 'The old document']) {
      const text = `It has replaced the Soviet treaty of 1961. ${those} had stayed in force until then.`;
      const found = claimsIn(`${named} ${text}`, published);
      expect(found).toContain('treaty-1961-in-force-until-2024');
    }
    expect(claimsIn(`${named} That pact had stayed in force until then.`, published)).toEqual([]);
  });

  it('says what a reference was taken to mean', () => {
    const [finding] = shown(`${named} It was ratified in November 2024.`, published);
    const context = finding?.reasons.filter(({ kind }) => kind === 'context') ?? [];
    expect(context.map(({ text }) => text).join(' ')).toContain('“it” is read as the partnership');
  });
});
