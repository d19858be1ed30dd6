import { type Mention, standsFor } from './mention.ts';
import { isAt, type TaggedSentence } from './sentence.ts';

/** The kinds of concepts that are things, people and places. */
export const nominal = [
  'country',
  'person',
  'office',
  'organisation',
  'place',
  'armed-forces',
  'personnel',
  'weapon',
  'goods',
  'document',
  'building',
  'event-noun',
  'capital',
  'both-sides',
  'matter',
  'money',
];

/** Whether a token says how, when or whether something is done. */
export function isAdverb(sentence: TaggedSentence, at: number): boolean {
  const token = sentence.tokens[at];
  if (!token) return false;
  return (
    token.text.endsWith('ly') || isAt(sentence, at, 'adverb') || isAt(sentence, at, 'negation')
  );
}

/** The place of the nearest token, from this one back, that is no adverb. */
export function nearestButAdverbs(sentence: TaggedSentence, from: number): number {
  let at = from;
  while (isAdverb(sentence, at)) at--;
  return at;
}

/** "formally", "officially": words for how something is done name nothing. */
export function isAdverbial(sentence: TaggedSentence, mention: Mention): boolean {
  const told =
    mention.first === mention.last && sentence.tokens[mention.first]?.text.endsWith('ly');
  return (
    standsFor(mention, 'adverb') ||
    (told === true && mention.readings.every(({ form }) => form === 'phrase'))
  );
}

/** Whether a mention names a thing, person or place. */
export function isNominal(mention: Mention): boolean {
  return nominal.some((kind) => standsFor(mention, kind));
}
