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
    `${sent} Nobody spoke of it. The governor has praised the soldiers. They ${fight}.`,
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
