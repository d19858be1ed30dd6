import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nounForms, possibleBases, verbForms } from './inflect.ts';

const irregular = {
  send: ['sent', 'sent'],
  give: ['gave', 'given'],
  lie: ['lay', 'lain', 'lying'],
};

/** The forms of a verb without their kinds. */
const forms = (verb: string) => [...new Set(verbForms(verb, irregular).map(([form]) => form))];

describe('verb forms', () => {
  it.each([
    ['help', ['help', 'helps', 'helping', 'helped']],
    ['provide', ['provide', 'provides', 'providing', 'provided']],
    ['supply', ['supply', 'supplies', 'supplying', 'supplied']],
    ['deploy', ['deploy', 'deploys', 'deploying', 'deployed']],
    ['ship', ['ship', 'ships', 'shipping', 'shipped']],
    ['dispatch', ['dispatch', 'dispatches', 'dispatching', 'dispatched']],
    ['pass', ['pass', 'passes', 'passing', 'passed']],
    ['free', ['free', 'frees', 'freeing', 'freed']],
    ['mow', ['mow', 'mows', 'mowing', 'mowed']],
    ['fix', ['fix', 'fixes', 'fixing', 'fixed']],
    ['veto', ['veto', 'vetoes', 'vetoing', 'vetoed']],
    ['tie', ['tie', 'ties', 'tying', 'tied']],
    ['send', ['send', 'sends', 'sending', 'sent']],
    ['give', ['give', 'gives', 'giving', 'gave', 'given']],
    ['lie', ['lie', 'lies', 'lying', 'lay', 'lain']],
  ])('%s', (verb, expected) => {
    expect(forms(verb)).toEqual(expected);
  });

  it('keeps a particle', () => {
    expect(forms('hand over')).toEqual(['hand over', 'hands over', 'handing over', 'handed over']);
    expect(forms('send off')).toContain('sent off');
  });

  it('tells past and participle apart only where they differ', () => {
    const kinds = (verb: string) => verbForms(verb, irregular).map(([, kind]) => kind);
    expect(kinds('give')).toEqual(['verb', 'verb', 'ing', 'past', 'participle']);
    expect(kinds('send')).toEqual(['verb', 'verb', 'ing', 'past-or-participle']);
  });
});

describe('noun forms', () => {
  it.each([
    ['sapper', 'sappers'],
    ['army', 'armies'],
    ['convoy', 'convoys'],
    ['box', 'boxes'],
    ['dispatch', 'dispatches'],
    ['bus', 'buses'],
    ['serviceman', 'servicemen'],
    ['minister of defence', 'ministers of defence'],
    ['military builder', 'military builders'],
  ])('%s: %s', (one, many) => {
    expect(nounForms(one)).toEqual([one, many]);
  });

  it('takes a plural that is given', () => {
    expect(nounForms('person/people')).toEqual(['person', 'people']);
    expect(nounForms('corps / corps')).toEqual(['corps', 'corps']);
  });

  it('does not make men of other words in -man', () => {
    expect(nounForms('human')).toEqual(['human', 'humans']);
  });
});

describe('possible bases', () => {
  const letters = fc.string({
    unit: fc.constantFrom(...'abeihmnosxyzdg'),
    minLength: 2,
    maxLength: 8,
  });

  it('are at least the words whose forms a rule makes', () => {
    fc.assert(
      fc.property(
        fc.oneof(letters, fc.constantFrom('be', 'have', 'man', 'lie', 'stop')),
        (word) => {
          const made = [...nounForms(word), ...verbForms(word, {}).map(([form]) => form)];
          for (const form of made) expect(possibleBases(form), form).toContain(word);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
