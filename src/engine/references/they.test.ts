import { describe, expect, it } from 'vitest';
import { claimsIn } from '../../../tests/engine/rules.ts';

const inUkraine = 'fought-inside-ukraine';
const sent = 'Pyongyang sent thousands of soldiers to Kursk last autumn.';
const fight = 'have been in combat in the Kharkiv region';

describe('they', () => {
  it.each([
    `${sent} They ${fight}.`,
    `${sent} Kyiv says they ${fight}.`,
    `${sent} It is cold there. Their infantry has been in combat in the Kharkiv region.`,
    `North Korean troops are far from home. They ${fight}.`,
  ])('are the people told of before: %s', (text) => {
    expect(claimsIn(text, '2025-01-14')).toContain(inUkraine);
  });

  it.each([
    ['are another country’s', `Ukraine sent its soldiers to Kursk. They ${fight}.`],
    ['may be others', `${sent} Russian officials said they ${fight}.`],
    ['may be who reports', `Lawmakers wrote to the North Korean troops. They ${fight}.`],
    ['were told of long before', `${sent} One. Two. Three. They ${fight}.`],
    ['are things', `${sent} The rockets came, and they ${fight}.`],
  ])('are nobody where they %s', (_, text) => {
    expect(claimsIn(text, '2025-01-14')).not.toContain(inUkraine);
  });

  it.each([
    'Others took their own lives so as not to be captured.',
    'Some took their own lives so as not to be captured.',
    'State television named those who took their own lives so as not to be captured.',
  ])('are some of them: %s', (text) => {
    expect(claimsIn(`${sent} ${text}`, '2025-12-20')).toContain(
      'blew-themselves-up-to-avoid-capture',
    );
  });

  it.each(['Some say that inmates', 'Some guards'])('are not others: %s', (who) => {
    expect(claimsIn(`${sent} ${who} took their own lives so as not to be captured.`)).toEqual([]);
  });

  it('are read behind the time that heads an entry of a live blog', () => {
    const entry = '10.02 Each of them gets two thousand dollars a month for it.';
    expect(claimsIn([sent, entry], '2025-01-14')).toContain('salary-2000-dollars');
  });

  it('are each of them', () => {
    const text = `${sent} Each is drawing two thousand dollars a month.`;
    expect(claimsIn(text, '2025-01-14')).toContain('salary-2000-dollars');
  });

  it('reach into the paragraph before where they open their own, and are North Korea’s', () => {
    expect(claimsIn([sent, `They ${fight}.`], '2025-01-14')).toContain(inUkraine);
    expect(claimsIn([sent, `It is cold there. They ${fight}.`], '2025-01-14')).not.toContain(
      inUkraine,
    );
    expect(claimsIn([sent, `Many believe that they ${fight}.`], '2025-01-14')).not.toContain(
      inUkraine,
    );
  });

  it('are not those told of before where their own sentence tells who they are', () => {
    const text =
      'Before they left Ukraine, the Russian soldiers had been in combat in the Kharkiv region.';
    expect(claimsIn(`${sent} ${text}`, '2025-01-14')).not.toContain(inUkraine);
  });

  it('count as those told of', () => {
    const text =
      'Russia was to send North Korean workers home. Even so, more than 13,000 of them entered Russia in 2024.';
    expect(claimsIn(text, '2025-08-20')).toContain('thirteen-thousand-workers-entered-russia-2024');
  });
});
