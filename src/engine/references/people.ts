import { isVerbal, type Mention, standsFor, standsForAny } from '../mention.ts';
import { isAt, type TaggedSentence } from '../sentence.ts';
import { told } from './groups.ts';
import { openingBefore } from './opening.ts';

/** What "they" might be as well, where it stands in the plural. */
const others = [
  'weapon',
  'goods',
  'vehicle',
  'document',
  'building',
  'office',
  'person',
  'organisation',
];

/** Of the places of "they" and the like those up to the first word for several others whom it might mean. */
export function openTo(sentence: TaggedSentence, places: readonly number[]): readonly number[] {
  if (places.length === 0) return places;
  const { mentions } = sentence;
  const stop = mentions.find((mention) => isSeveral(sentence, mention))?.first ?? Infinity;
  const named = mentions.find((mention) => standsForAny(mention, told))?.first ?? 0;
  const start = openingBefore(sentence, named);
  return places.filter((at) => start <= at && at < stop && !isWithinAction(sentence, at));
}

/** "took their own lives": the pronoun is part of what they did. */
function isWithinAction({ mentionAt }: TaggedSentence, at: number): boolean {
  const mention = mentionAt[at];
  return mention !== undefined && mention.first < at && standsFor(mention, 'action');
}

function isSeveral(sentence: TaggedSentence, mention: Mention): boolean {
  if (standsForAny(mention, ['personnel', 'both-sides', 'three-leaders'])) return true;
  const actors = ['country', 'person', 'capital', 'organisation'];
  const next = sentence.mentionAt[mention.last + 2];
  return (
    (standsForAny(mention, others) && isInPlural(sentence, mention)) ||
    (standsForAny(mention, actors) &&
      isAt(sentence, mention.last + 1, 'coordinator') &&
      next !== undefined &&
      standsForAny(next, actors))
  );
}

function isInPlural({ tokens }: TaggedSentence, { last, readings }: Mention): boolean {
  const token = tokens[last];
  const named = !readings.every(isVerbal);
  return named && token !== undefined && !token.possessive && token.text.endsWith('s');
}
