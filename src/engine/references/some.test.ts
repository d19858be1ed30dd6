import { describe, expect, it } from 'vitest';
import { claimsIn } from '../../../tests/engine/rules.ts';

const sent = 'Pyongyang sent thousands of soldiers to Kursk last autumn.';

describe('some', () => {
  it.each([
    'Others took their own lives so as not to be captured.',
    'Some took their own lives so as not to be captured.',
    'Some blew themselves up so as not to be captured.',
    'State television named those who took their own lives so as not to be captured.',
  ])('are some of them: %s', (text) => {
    expect(claimsIn(`${sent} ${text}`, '2025-12-20')).toContain(
      'blew-themselves-up-to-avoid-capture',
    );
  });

  it.each(['Some say that inmates', 'Some guards'])('are not others: %s', (who) => {
    expect(claimsIn(`${sent} ${who} took their own lives so as not to be captured.`)).toEqual([]);
  });

  it.each([
    ['people', ['The winter was hard.', 'A lawmaker asked about it.'], true],
    ['photographs', ['The winter was hard. More photographs were shown.'], true],
    ['others’ people', ['The Ukrainians were told of it.'], false],
    ['things', ['The missiles fell on Kharkiv.'], false],
  ])('are those of whom the whole text tells, behind %s', (_, between, found) => {
    const last = `${between.at(-1)} Some took their own lives so as not to be captured.`;
    const claims = claimsIn([sent, ...between.slice(0, -1), last], '2025-12-20');
    expect(claims.includes('blew-themselves-up-to-avoid-capture')).toBe(found);
  });

  it('are read behind the time that heads an entry of a live blog', () => {
    const entry = '10.02 Each of them gets two thousand dollars a month for it.';
    expect(claimsIn([sent, entry], '2025-01-14')).toContain('salary-2000-dollars');
  });

  it('are each of them', () => {
    const text = `${sent} Each is drawing two thousand dollars a month.`;
    expect(claimsIn(text, '2025-01-14')).toContain('salary-2000-dollars');
  });
});
