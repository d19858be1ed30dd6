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
    [sent, 'The winter was hard.', 'A lawmaker asked about it.', `The soldiers ${fight}.`],
    [sent, 'Ukraine’s general staff denied it.', `The men ${fight}.`],
    [`${sent} The governor praised the soldiers on Tuesday. The soldiers ${fight}.`],
    [
      'North Korea is far away. Pyongyang is its capital. Kim Jong Un leads it. The North is poor.',
      `Some 600 soldiers died in Russia. The soldiers ${fight}.`,
    ],
  ])('are those told of before: %s %s', (...paragraphs) => {
    expect(claimsIn(paragraphs, '2025-01-14')).toContain(inUkraine);
  });

  it.each([
    `${sent} The Russian soldiers ${fight}.`,
    `${sent} The soldiers of Ukraine ${fight}.`,
    `${sent} Soldiers ${fight}.`,
    `${sent} Seoul announced that its own soldiers ${fight}.`,
    `${sent} It is cold. The Russian soldiers left. The soldiers ${fight}.`,
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
