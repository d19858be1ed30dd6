import { recent } from '../discourse.ts';
import { standsFor } from '../mention.ts';
import { isAt, type TaggedSentence } from '../sentence.ts';
import type { ReferenceKind } from './reference.ts';

const sanctionsOfUn = 'un-sanctions';
const told = [sanctionsOfUn, 'un-resolution'];
/** What is done with sanctions: behind it "them" and "the measures" are these. */
const actions = ['to-violate', 'to-quit-regime', 'to-lift-sanctions', 'to-keep-to-sanctions'];
/** How far behind such an action they may stand, in tokens. */
const reach = 3;
const words = new Set([
  'them',
  'these',
  'those',
  'measures',
  'restrictions',
  'rules',
  'curbs',
  'regime',
]);

/** "Has withdrawn from them", "has quit that regime" and "is a breach of the measures" mean the UN sanctions named near by. */
export const sanctions: ReferenceKind = {
  words,
  means: { concepts: [sanctionsOfUn] },
  asks: told,
  after: { ...recent, sought: told },
  find(sentence, tagger, before) {
    const concept = tagger.concepts.get(sanctionsOfUn);
    const places = sentence.tokens.flatMap(({ text }, at) =>
      words.has(text) && isBehindAction(sentence, at) ? [at] : [],
    );
    if (!concept || places.length === 0 || !told.some((one) => before.recently(one))) return [];
    if (sentence.mentions.some((mention) => standsFor(mention, 'sanctions'))) return [];
    return places.map((at) => ({
      first: at,
      last: at,
      readings: [{ concept, form: 'name' as const }],
      meant: concept.name,
    }));
  },
};

function isBehindAction(sentence: TaggedSentence, word: number): boolean {
  for (let at = word - 1; at >= word - reach; at--) {
    if (actions.some((action) => isAt(sentence, at, action))) return true;
    if (!isAt(sentence, at, 'determiner') && !isAt(sentence, at, 'preposition')) return false;
  }
  return false;
}
