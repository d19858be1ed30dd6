import { expect, test } from 'vitest';
import { linkToPassage } from './passage.ts';

test('names the words at both ends of a long sentence', () => {
  expect(
    linkToPassage(
      'https://a.example/story?id=1',
      'The talks were held in the South Korean capital, Pyongyang, on Tuesday.',
    ),
  ).toBe(
    'https://a.example/story?id=1#:~:text=The%20talks%20were%20held%20in,capital%2C%20Pyongyang%2C%20on%20Tuesday.',
  );
});

test('names all words of a short one, with what parts the directive written out', () => {
  expect(linkToPassage('https://a.example/', 'A one-day visit & no more')).toBe(
    'https://a.example/#:~:text=A%20one%2Dday%20visit%20%26%20no%20more',
  );
});

test('keeps the anchor of the address, and no directive that it had', () => {
  expect(linkToPassage('https://a.example/#top:~:text=old', 'New')).toBe(
    'https://a.example/#top:~:text=New',
  );
});
