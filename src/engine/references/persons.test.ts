import { describe, expect, it } from 'vitest';
import { claimsIn, shown } from '../../../tests/engine/rules.ts';

const published = '2025-06-18';
const third = 'shoigu-third-visit-in-three-months';
const came = 'Sergei Shoigu came to Pyongyang on Tuesday.';

describe('he and she', () => {
  it.each([
    `${came} It was his third visit in three months.`,
    `${came} He was there for the third time in three months.`,
    `${came} The talks lasted two hours. It was his third visit in three months.`,
    'Shoigu met Kim Jong Un in Pyongyang. It was his third visit in three months.',
    'Pyongyang will help, Shoigu said after talks with Kim Jong Un. It was his third visit to Pyongyang in three months.',
  ])('are the person told of before: %s', (text) => {
    expect(claimsIn(text, published)).toContain(third);
  });

  it.each([
    'Putin wrote to Kim. In Moscow Shoigu and Lavrov watched. It was his third visit in three months.',
    'In Pyongyang Choe Son Hui greeted him. It was his third visit in three months.',
    `${came} One. Two. Three. It was his third visit in three months.`,
  ])('are nobody where it is not plain: %s', (text) => {
    expect(claimsIn(text, published)).not.toContain(third);
  });

  it('reach into the paragraph before from the first sentence of their own, and from no other', () => {
    const text = 'It was his third visit in three months.';
    expect(claimsIn([came, text], published)).toContain(third);
    expect(claimsIn([came, `It rained. ${text}`], published)).not.toContain(third);
  });

  it.each([
    [
      `${came} The Russian Security Council secretary was received by Kim. It was his third visit in three months.`,
      true,
    ],
    ['In Pyongyang the dictator met Sergei Shoigu. It was his third visit in three months.', false],
    [`${came} In his third visit in three months, Lavrov saw no victory.`, false],
  ])(
    'tell who holds an office, and whom opening words lead up to, from who was told of before: %s',
    (text, is) => {
      expect(claimsIn(text, published).includes(third)).toBe(is);
    },
  );

  it('are told among the reasons', () => {
    const [finding] = shown(`${came} It was his third visit in three months.`, published).filter(
      ({ claim }) => claim === third,
    );
    expect(finding?.reasons.map(({ text }) => text)).toContain('“his” is read as Shoigu.');
  });
});
