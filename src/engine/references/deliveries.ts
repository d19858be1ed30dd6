import { recent } from '../discourse.ts';
import { isVerbal, type Mention, standsFor, standsForAny } from '../mention.ts';
import { isAt, type TaggedSentence } from '../sentence.ts';
import type { ReferenceKind } from './reference.ts';

/** What is delivered where a text on arms speaks of "such supplies". */
const arms = 'weapon';
/** What else may be, where a sentence names it. */
const others = ['goods', 'worker', 'military-personnel'];
/** How far before "deliveries" the word that points back may stand, in tokens. */
const determinerReach = 2;

/**
 * "Such supplies" and "the traffic" are those of arms, where the text near by names arms and the sentence
 * neither these nor other goods: "No arms were delivered. The experts found no evidence of such supplies."
 */
export const deliveries: ReferenceKind = {
  concepts: ['to-supply', 'traffic'],
  means: { concepts: [arms] },
  asks: [arms],
  after: { ...recent, sought: [arms] },
  find(sentence, tagger, before) {
    const concept = tagger.concepts.get(arms);
    const open = sentence.mentions.filter((mention) => isOpen(sentence, mention));
    const named = sentence.mentions.some(
      (mention) => !open.includes(mention) && standsForAny(mention, [arms, ...others]),
    );
    if (!concept || open.length === 0 || named || !before.recently(arms)) return [];
    return open.map(({ first, last, readings }) => ({
      first,
      last,
      readings: [...readings, { concept, form: 'name' as const }],
      meant: `that of ${concept.name}`,
    }));
  },
};

/** "such supplies", "those shipments", "the traffic", but not "the supply of food" nor "the deliveries by rail". */
function isOpen(sentence: TaggedSentence, mention: Mention): boolean {
  const isDelivery = mention.readings.some(
    (reading) =>
      (reading.concept.is.has('to-supply') && !isVerbal(reading)) ||
      reading.concept.id === 'traffic',
  );
  if (!isDelivery || standsFor(mention, arms)) return false;
  if (isAt(sentence, mention.last + 1, 'of-preposition')) return false;
  return sentence.tokens
    .slice(Math.max(0, mention.first - determinerReach), mention.first)
    .some(({ text }) => /^(?:the|this|that|these|those|such)$/.test(text));
}
