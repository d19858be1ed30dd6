import { visitForms } from '../../src/claims/rules.ts';
import { examples, rules } from '../engine/rules.ts';

/** The sentences of all claims, those that make them and those that do not. */
export const sentences = [...examples.values()].flatMap(({ makes, not }) =>
  [...makes, ...not].map(({ text }) => text),
);

/** All words of the lexicon in English. */
export const words: string[] = [];
for (const { forms } of rules.file.lexicon.concepts) {
  visitForms(forms.en ?? {}, rules.file.lexicon.irregularVerbs, (word) => words.push(word));
}
