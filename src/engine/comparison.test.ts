import { expect, it } from 'vitest';
import { claimsIn } from '../../tests/engine/rules.ts';

const million = 'north-korea-sent-one-million-shells';
const sent = 'North Korea has sent Russia a million shells';

it.each([
  `${sent}, which is as much as the European Union promised Ukraine.`,
  `${sent}, more than the European Union made that year.`,
  `${sent}, a volume no European arsenal could match.`,
])('what is only compared takes nothing back: %s', (text) => {
  expect(claimsIn(text, '2024-06-12')).toContain(million);
});

it('but what is told of beside it counts', () => {
  expect(
    claimsIn('The European Union sent a million shells to fight Russia and Kim.'),
  ).not.toContain(million);
});
