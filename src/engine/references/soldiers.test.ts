import { describe, expect, it } from 'vitest';
import { claimsIn, shown } from '../../../tests/engine/rules.ts';

const inUkraine = 'fought-inside-ukraine';
const sent = 'Pyongyang sent thousands of soldiers to Kursk last autumn.';
const fight = 'have been in combat in the Kharkiv region';

describe('the soldiers', () => {
  it.each([
    [`${sent} The soldiers ${fight}.`],
    [sent, `These hardened fighters ${fight}.`],
    [sent, `Some of the soldiers sent to Russia ${fight}.`],
  ])('are those told of before: %s %s', (...paragraphs) => {
    expect(claimsIn(paragraphs, '2025-01-14')).toContain(inUkraine);
  });

  it.each([
    `${sent} The Russian soldiers ${fight}.`,
    `${sent} The soldiers of Ukraine ${fight}.`,
    `${sent} Soldiers ${fight}.`,
    `${sent} Ukraine sent a brigade of its own. The soldiers ${fight}.`,
  ])('are others where it is said so: %s', (text) => {
    expect(claimsIn(text, '2025-01-14')).not.toContain(inUkraine);
  });

  it('are told among the reasons', () => {
    const finding = shown(`${sent} The soldiers ${fight}.`, '2025-01-14').find(
      ({ claim }) => claim === inUkraine,
    );
    const reasons = finding?.reasons.map(({ text }) => text);
    expect(reasons).toContain('“soldiers” is read as North Korea’s.');
  });
});
