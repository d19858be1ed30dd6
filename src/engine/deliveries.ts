import type { Discourse } from './reading.ts';
import { isAt, type TaggedSentence, withMentions, wordsOf } from './sentence.ts';
import { type Mention, mentionOf, standsFor, type Tagger, verbForms } from './tagger.ts';

/** What is delivered where a text on arms speaks of "such supplies". */
const arms = 'weapon';
/** How far before "deliveries" the word that points back may stand, in tokens. */
const determinerReach = 2;

/** Whether words that suggest these concepts may be taken for deliveries of arms told of before. */
export function mayMeanArms(suggests: ReadonlySet<string>): boolean {
  return suggests.has('to-supply') || suggests.has('traffic');
}

/** All that such words could suggest. */
export function armsOf({ concepts }: Tagger): ReadonlySet<string> {
  return concepts.get(arms)?.is ?? new Set();
}

/**
 * Reads "such supplies" and "the traffic" as those of arms, where the text near by names arms and the sentence
 * neither these nor other goods: "No arms were delivered. The experts found no evidence of such supplies."
 */
export function resolveDeliveries(
  sentence: TaggedSentence,
  tagger: Tagger,
  discourse: Pick<Discourse, 'recently'>,
): { sentence: TaggedSentence; references: string[] } {
  const weapon = tagger.concepts.get(arms);
  const open = sentence.mentions.filter((mention) => isOpen(sentence, mention));
  const named = sentence.mentions.some(
    (mention) =>
      !open.includes(mention) &&
      ['weapon', 'goods', 'worker', 'military-personnel'].some((kind) => standsFor(mention, kind)),
  );
  if (!weapon || open.length === 0 || named || !discourse.recently(arms))
    return { sentence, references: [] };
  const mentions = sentence.mentions.map((mention) =>
    open.includes(mention)
      ? mentionOf(mention.first, mention.last, [
          ...mention.readings,
          { concept: weapon, form: 'name' },
        ])
      : mention,
  );
  const references = open.map(
    ({ first, last }) => `“${wordsOf(sentence, first, last)}” is read as that of ${weapon.name}.`,
  );
  return { sentence: withMentions(sentence, mentions), references };
}

/** "such supplies", "those shipments", "the traffic", but not "the supply of food" nor "the deliveries by rail". */
function isOpen(sentence: TaggedSentence, mention: Mention): boolean {
  const isDelivery = mention.readings.some(
    ({ concept, form }) =>
      (concept.is.has('to-supply') && !verbForms.includes(form)) || concept.id === 'traffic',
  );
  if (!isDelivery || standsFor(mention, arms)) return false;
  if (isAt(sentence, mention.last + 1, 'of-preposition')) return false;
  return sentence.tokens
    .slice(Math.max(0, mention.first - determinerReach), mention.first)
    .some(({ text }) => /^(?:the|this|that|these|those|such)$/.test(text));
}
