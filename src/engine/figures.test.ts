import { describe, expect, it } from 'vitest';
import { claimsIn, read } from '../../tests/engine/rules.ts';
import { wordsOf } from './sentence.ts';

/** The numbers of a sentence with the words for what they count. */
function counts(text: string): [number, string[]][] {
  const { figures, sentence } = read(text);
  return figures.map(({ number, of }) => [
    number.low,
    of.map(({ mention }) => wordsOf(sentence, mention.first, mention.last)),
  ]);
}

describe('what a number counts', () => {
  it.each<[string, [number, string[]][]]>([
    ['Some 40 sappers came.', [[40, ['sappers']]]],
    ['Forty North Korean sappers came.', [[40, ['sappers']]]],
    ['Forty brave young sappers came.', [[40, ['sappers']]]],
    [
      '40 sappers and 200 builders came.',
      [
        [40, ['sappers']],
        [200, ['builders']],
      ],
    ],
    ['Of the builders, 5,000 are young.', [[5000, ['builders']]]],
    ['40 of the sappers came.', [[40, ['sappers']]]],
    [
      '40 sappers of two regiments came.',
      [
        [40, ['sappers']],
        [2, ['regiments']],
      ],
    ],
    ['The year saw 12 fires.', [[12, []]]],
    ['One Russian shell in two came from there.', [[50, ['shell']]]],
    ['Half the shells came from there.', [[50, ['shells']]]],
    ['Two brigades of 5,000 builders came.', [[5000, ['builders']]]],
    [
      'A million 122 mm and 152 mm rounds came.',
      [
        [1_000_000, ['152 mm rounds']],
        [122, []],
      ],
    ],
    ['12 million pieces of ammunition came.', [[12_000_000, ['pieces', 'ammunition']]]],
    [
      '40 of the 60 sappers came.',
      [
        [40, ['sappers']],
        [60, ['sappers']],
      ],
    ],
    ["It sent 1,000 containers' worth of arms.", [[1000, ["containers'"]]]],
    ["It stole two billion dollars' worth of cryptocurrency.", [[2e9, ['cryptocurrency']]]],
    ['It supplies half of the army’s shells.', [[50, ['shells']]]],
    ['It sent 5,000 of its people as builders.', [[5000, ['people', 'builders']]]],
  ])('%s', (text, expected) => {
    expect(counts(text)).toEqual(expected);
  });

  it('joins nouns that share a number', () => {
    expect(counts('A total of 6,000 sappers and soldiers came.')).toEqual([
      [6000, ['sappers', 'soldiers']],
    ]);
  });

  it('keeps in mind what was named before a number that counts nothing', () => {
    const { figures, sentence } = read('The shells that came numbered 12 million.');
    const perhaps = figures.flatMap((figure) => figure.perhaps);
    expect(perhaps.map(({ mention }) => wordsOf(sentence, mention.first, mention.last))).toEqual([
      'shells',
    ]);
  });

  it('knows that a measure is of something it has no word for', () => {
    const told = (text: string) => read(text).figures.map(({ ofSomethingElse }) => ofSomethingElse);
    expect(told('They lay five kilometres of tarmac.')).toEqual([true]);
    expect(told('It is five kilometres long.')).toEqual([false]);
    expect(told('It is five kilometres from the village.')).toEqual([true]);
    expect(told('It is five kilometres from the road to Seoul.')).toEqual([true]);
    expect(told('It is five kilometres from the one bank to the other.')).toEqual([false]);
    expect(told('It stretches five kilometres from bank to bank.')).toEqual([false]);
  });

  it('takes a year for no figure', () => {
    expect(read('Some 13,000 workers came, a rise on 2023.').figures).toHaveLength(1);
    expect(read('He counted 2,023 workers.').figures).toHaveLength(1);
  });

  it('counts no people in a span of time', () => {
    const of = read('The soldiers toiled 18 hours.').figures.map(({ of }) => of.length);
    expect(of).toEqual([0]);
  });

  it('does not count ordinals and dates', () => {
    expect(counts('On 17 June 2025 the third train of sappers left.')).toEqual([]);
  });

  it('does not count the number in a name', () => {
    expect(counts('The 528th Engineer Regiment came home.')).toEqual([]);
  });
});

const announced = 'kim-to-send-1000-sappers-5000-military-builders';

/** A sentence that makes the claim when the sappers are a thousand. */
const withSappers = (quantity: string) =>
  `North Korea will dispatch ${quantity} sappers to Russia to clear the Kursk region of mines.`;

describe('figure tests', () => {
  it.each([
    '1,000',
    '1000',
    '1 000',
    'one thousand',
    'a thousand',
    'about 1,000',
    'roughly 1,000',
    'nearly 1,000',
    'up to 1,000',
    '1,000 North Korean',
    'around a thousand',
  ])('%s is a thousand', (quantity) => {
    expect(claimsIn(withSappers(quantity), '2025-06-18')).toContain(announced);
  });

  it.each([
    '9,000',
    '10,000',
    '100',
    'two thousand',
    'about 3,000',
    'more than 4,000',
    '1.5 million',
    'between 2,000 and 3,000',
    'dozens of',
    'hundreds of',
    'tens of thousands of',
    'many',
  ])('%s is not', (quantity) => {
    expect(claimsIn(withSappers(quantity), '2025-06-18')).not.toContain(announced);
  });

  it('is contradicted by another figure of the same thing', () => {
    const text =
      'North Korea will dispatch 1,000 sappers to Kursk in Russia, or 3,000 sappers by another count.';
    expect(claimsIn(text, '2025-06-18')).not.toContain(announced);
  });

  it('is not moved by figures of other things', () => {
    const text =
      'North Korea will dispatch 1,000 sappers with 40 trucks and 12 cooks to Kursk in Russia.';
    expect(claimsIn(text, '2025-06-18')).toContain(announced);
  });

  it('is not contradicted by a part of what is counted', () => {
    const sent = 'North Korea sent 12,000 soldiers to Russia';
    const parts = 'including 500 officers and three generals';
    expect(claimsIn(`${sent}, ${parts}.`, '2024-10-25')).toEqual(['first-wave-10000-12000']);
    expect(read(`${sent}, ${parts}.`).figures.map(({ part }) => part)).toEqual([false, true, true]);
    expect(read(`${sent}, 500 of them by sea.`).figures.map(({ part }) => part)).toEqual([
      false,
      false,
    ]);
  });

  it('does not take a figure of another thing', () => {
    const text = 'North Korea will dispatch sappers with 1,000 trucks to Kursk in Russia.';
    expect(claimsIn(text, '2025-06-18')).not.toContain(announced);
  });

  it('takes no vague multiple for one of the numbers it could be', () => {
    const shells = 'container-capacity-is-not-shell-count';
    const text = (quantity: string) => `North Korea has sent Russia ${quantity} artillery shells.`;
    expect(claimsIn(text('12 million'), '2025-08-01')).toContain(shells);
    expect(claimsIn(text('several million'), '2025-08-01')).not.toContain(shells);
  });

  it.each([
    ['It was visit number three by Shoigu to Pyongyang within three months.', true],
    ['Shoigu was in Pyongyang on 17 June 2025, his trip No. 3 there in three months.', true],
    ['It was visit number five by Shoigu to Pyongyang within three months.', false],
  ])('reads a place in a row behind its noun: %s', (text, made) => {
    expect(claimsIn(text, '2025-06-20').includes('shoigu-third-visit-in-three-months')).toBe(made);
  });
});
