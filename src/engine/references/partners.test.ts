import { describe, expect, it } from 'vitest';
import { read } from '../../../tests/engine/rules.ts';
import type { SentenceReading } from '../reading.ts';

const names = (reading: SentenceReading, concept: string) => reading.named.has(concept);

describe('an ally', () => {
  it.each([
    ['Pyongyang has shipped its ally twelve million shells.', 'russia'],
    ['Kim lent his northern neighbour an engineer regiment.', 'russia'],
    ['Moscow handed its Asian ally the plans of a reactor.', 'north-korea'],
    ['Putin’s eastern neighbour sent sappers.', 'north-korea'],
  ])('is the other of the two countries: %s', (text, country) => {
    expect(names(read(text), country)).toBe(true);
  });

  it.each([
    ['of nobody in the sentence', 'The ally sent shells.', 'russia'],
    ['of another country', 'Kyiv asked its ally what North Korea had sent.', 'russia'],
    ['beside a third state', 'North Korea turned from China to its ally.', 'russia'],
    ['of several', 'Moscow armed its allies.', 'north-korea'],
  ])('is left open where it is one %s', (_, text, country) => {
    expect(names(read(text), country)).toBe(false);
  });
});
