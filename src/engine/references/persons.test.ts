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

  it('do not reach beyond their paragraph', () => {
    const paragraphs = [came, 'It was his third visit in three months.'];
    expect(claimsIn(paragraphs, published)).not.toContain(third);
  });

  it('are told among the reasons', () => {
    const [finding] = shown(`${came} It was his third visit in three months.`, published).filter(
      ({ claim }) => claim === third,
    );
    expect(finding?.reasons.map(({ text }) => text)).toContain('“his” is read as Shoigu.');
  });
});
