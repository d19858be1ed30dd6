import { describe, expect, it } from 'vitest';
import { frameOf, mentionsIn, read, rolesOf } from '../../tests/engine/rules.ts';

/** The tense in which a sentence tells of an action. */
function tenseOf(event: string, text: string): string {
  return frameOf(event, read(text)).event.tense;
}

describe('grammar', () => {
  it.each([
    ['to-confirm', 'Kyiv wants monitors to return and confirm what was fired.', 'planned'],
    ['to-build', 'Kim will send sappers and build houses in Kursk.', 'planned'],
    ['to-pull', 'Heavy losses forced Kim to pull his men out of Kursk.', 'done'],
    ['to-pull', 'Heavy losses could force Kim to pull his men out of Kursk.', 'planned'],
    ['to-justify', 'The treaty has been used to justify the dispatch of troops.', 'done'],
    ['to-exchange', 'Kim is asking Putin for jets in exchange for soldiers.', 'planned'],
    ['to-exchange', 'Kim wants jets in exchange for soldiers.', 'planned'],
    ['to-exchange', 'Kim has received jets in exchange for soldiers.', 'done'],
    ['to-pull', 'Kim promised to pull his men out of Kursk.', 'planned'],
  ])('reads the tense of %s in: %s', (event, text, tense) => {
    expect(tenseOf(event, text)).toBe(tense);
  });

  it('gives what somebody is said to be at its subject', () => {
    const roles = rolesOf(
      'to-fight',
      'North Korean infantry has been in action in Kharkiv region.',
    );
    expect(roles.agentCountry).toBe('north-korea');
  });

  it('parts nothing between two of whom something is told', () => {
    const { grammar } = read('Talks between Lavrov and Kim were held in Pyongyang.');
    expect(grammar.clauses).toHaveLength(1);
  });

  it.each([
    'It has nothing new, because Kim sent the soldiers long ago.',
    'The line to it is a Chinese one and Beijing will not cut it.',
    'The show is over, and they have sat down together.',
  ])('parts a statement whose verb is none of ours from what follows: %s', (text) => {
    expect(read(text).grammar.clauses).toHaveLength(2);
  });

  it('parts no date at its comma', () => {
    const { grammar } = read('On December 4, 2024, they met in Moscow.');
    expect(grammar.clauses).toHaveLength(1);
  });

  it('lets a name end in a year', () => {
    const named = mentionsIn('Seoul was to blame for the war of 1950.').get('war of 1950');
    expect(named).toContain('korean-war');
  });
});
