import { expect, it } from 'vitest';
import { read } from '../../tests/engine/rules.ts';
import { partnershipTreaty } from './other-treaties.ts';

it.each([
  ['The strategic partnership treaty with North Korea was ratified.', true],
  ['The strategic partnership treaty between Russia and the DPRK was ratified.', true],
  ['The strategic partnership treaty with Iran was ratified.', false],
  ['The Russia-Iran strategic partnership treaty took effect once both had ratified it.', false],
  ['The Treaty of Nöteborg was signed by Moscow.', false],
  ['The Treaty of Pyongyang was signed by Putin.', true],
  ['The Iranian strategic partnership treaty took effect after Moscow had ratified it.', false],
])('a treaty is the partnership treaty where no third state is its partner: %s', (text, is) => {
  expect(read(text).named.has(partnershipTreaty)).toBe(is);
});
