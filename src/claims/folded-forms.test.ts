import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canUnfold, foldForms, unfoldForms } from './folded-forms.ts';

const words = fc.array(fc.constantFrom('head', 'of', 'the', 'army', "army's", 'navy'), {
  minLength: 1,
  maxLength: 5,
});
const lists = fc.uniqueArray(words.map((list) => list.join(' ')));

describe('a folded list', () => {
  it('tells once what forms begin with', () => {
    const forms = ['head of the fleet at sea', 'army', 'head of the army', 'head of general staff'];
    expect(foldForms(forms)).toEqual([
      'army',
      'head of general staff',
      '~~ the army',
      '~~~ fleet at sea',
    ]);
  });

  it('tells once what words go on with that stand at the same place', () => {
    const forms = ['head', 'chief'].flatMap((who) => [`${who} of the army`, `${who} of the navy`]);
    expect(foldForms(forms)).toEqual(['chief|head of the army|navy']);
    expect(foldForms([...forms, 'head'])).toEqual([
      'chief of the army|navy',
      'head',
      '~ of the army|navy',
    ]);
  });

  it('unfolds to the forms it was made of, and can be', () => {
    fc.assert(
      fc.property(lists, (forms) => {
        const folded = foldForms(forms);
        expect(unfoldForms(folded).toSorted()).toEqual(forms.toSorted());
        expect(canUnfold(folded)).toBe(true);
      }),
    );
  });

  it('may have no line that stands for more words than are above it', () => {
    expect(canUnfold(['head', '~ of staff', '~~~ general'])).toBe(true);
    for (const lines of [['~ staff'], ['head', '~~ staff'], ['head', '~'], ['head', '~x staff']])
      expect(canUnfold(lines)).toBe(false);
  });

  it('may not multiply beyond measure', () => {
    const line = Array.from({ length: 40 }, () => 'head|chief').join(' ');
    expect(canUnfold([line])).toBe(false);
  });
});
