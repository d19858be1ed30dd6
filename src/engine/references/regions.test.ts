import { describe, expect, it } from 'vitest';
import { claimsIn, shown } from '../../../tests/engine/rules.ts';

const published = '2026-05-04';
const liberated = 'kursk-fully-liberated-26-april-2025';
const gathered = 'Guests from Pyongyang and Moscow gathered in Kursk on Sunday.';

describe('a region told of before', () => {
  it.each([
    [`${gathered} The region was completely liberated on 26 April 2025.`],
    [gathered, 'It rained. That same region was completely liberated on 26 April 2025.'],
    [gathered, 'It rained.', 'That same region was completely liberated on 26 April 2025.'],
    [gathered, 'Our province was completely liberated on 26 April 2025.'],
  ])('is meant: %s %s', (...paragraphs) => {
    expect(claimsIn(paragraphs, published)).toContain(liberated);
  });

  it.each([
    `${gathered} The Amur region was completely liberated on 26 April 2025.`,
    `${gathered} The region of Amur was completely liberated on 26 April 2025.`,
    `${gathered} A region was completely liberated on 26 April 2025.`,
    `${gathered} Others came from Belgorod. The region was completely liberated on 26 April 2025.`,
    `${gathered} They went on to Kursk and Belgorod. The region was liberated on 26 April 2025.`,
  ])('is not meant where it is not plain: %s', (text) => {
    expect(claimsIn(text, published)).not.toContain(liberated);
  });

  it('is told among the reasons', () => {
    const text = `${gathered} The region was completely liberated on 26 April 2025.`;
    const finding = shown(text, published).find(({ claim }) => claim === liberated);
    expect(finding?.reasons.map(({ text }) => text)).toContain('“region” is read as Kursk.');
  });
});
