import type { Discourse } from './reading.ts';
import { isAt, type TaggedSentence, withMentions, wordsOf } from './sentence.ts';
import { type Mention, mentionOf, standsFor, type Tagger } from './tagger.ts';

const sanctions = 'un-sanctions';
const told = ['un-sanctions', 'un-resolution'];
/** What is done with sanctions: behind it "them" and "the measures" are these. */
const actions = ['to-violate', 'to-quit-regime', 'to-lift-sanctions', 'to-keep-to-sanctions'];
/** How far behind such an action they may stand, in tokens. */
const reach = 3;
const words = /^(?:them|these|those|measures|restrictions|rules|curbs)$/;

/** Whether a word may stand for sanctions told of before. */
export const mayMeanSanctions = (word: string): boolean => words.test(word);

/** All that such a word could suggest. */
export function sanctionsOf({ concepts }: Tagger): ReadonlySet<string> {
  return concepts.get(sanctions)?.is ?? new Set();
}

/** Reads "has withdrawn from them" and "is a breach of the measures" as the UN sanctions that the text near by names. */
export function resolveSanctions(
  sentence: TaggedSentence,
  tagger: Tagger,
  discourse: Pick<Discourse, 'recently'>,
): { sentence: TaggedSentence; references: string[] } {
  const nothing = { sentence, references: [] };
  const concept = tagger.concepts.get(sanctions);
  const places = sentence.tokens.flatMap(({ text }, at) =>
    words.test(text) && isBehindAction(sentence, at) ? [at] : [],
  );
  if (!concept || places.length === 0 || !told.some((one) => discourse.recently(one)))
    return nothing;
  if (sentence.mentions.some((mention) => standsFor(mention, 'sanctions'))) return nothing;
  const kept = sentence.mentions.filter(
    ({ first, last }) => !places.some((at) => first <= at && at <= last),
  );
  const read = places.map((at) => mentionOf(at, at, [{ concept, form: 'name' as const }]));
  return {
    sentence: withMentions(
      sentence,
      [...kept, ...read].sort((a: Mention, b: Mention) => a.first - b.first),
    ),
    references: places.map((at) => `“${wordsOf(sentence, at, at)}” is read as ${concept.name}.`),
  };
}

function isBehindAction(sentence: TaggedSentence, word: number): boolean {
  for (let at = word - 1; at >= word - reach; at--) {
    if (actions.some((action) => isAt(sentence, at, action))) return true;
    if (!isAt(sentence, at, 'determiner') && !isAt(sentence, at, 'preposition')) return false;
  }
  return false;
}
