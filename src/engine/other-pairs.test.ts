import { expect, it } from 'vitest';
import { read } from '../../tests/engine/rules.ts';

it.each([
  ['Russia and North Korea agreed to put up memorials in both countries.', true],
  ['Putin and Kim agreed to put up memorials in both countries.', true],
  ['Memorials will go up in both countries.', true],
  ['After Belarus, Russia and North Korea trade flourished in both countries.', true],
  ['Ukraine and Poland agreed to put up memorials in both countries.', false],
  ['Moscow and Kyiv hold talks, and both sides want prisoners back.', false],
])('both countries are Russia and North Korea where no other two were named: %s', (text, are) => {
  expect(read(text).named.has('both-sides')).toBe(are);
});
