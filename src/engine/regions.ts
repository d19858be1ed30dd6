import { type TaggedSentence, withMentions, wordsOf } from './sentence.ts';
import { type Mention, mentionOf, standsFor, type TaggedConcept, type Tagger } from './tagger.ts';

/** How far before "region" the word that points back may stand, in tokens. */
const determinerReach = 2;

/** Whether words that suggest these concepts may be taken for a region told of before. */
export function mayMeanRegion(suggests: ReadonlySet<string>): boolean {
  return suggests.has('region');
}

/** All that such words could suggest. */
export function regionsOf({ concepts }: Tagger): Set<string> {
  const regions = [...concepts.values()].filter(({ is }) => is.has('region'));
  return new Set(
    regions.flatMap((concept) => [...mentionOf(0, 0, [{ concept, form: 'name' }]).suggests]),
  );
}

/**
 * The region that a sentence names; null where it names several, undefined where none, so that the sentence
 * before counts.
 */
export function regionToldOf({
  mentions,
}: Pick<TaggedSentence, 'mentions'>): TaggedConcept | null | undefined {
  const told = mentions.flatMap(({ readings }) => {
    const named = readings.find(({ concept }) => concept.is.has('region'));
    return named && named.concept.id !== 'region' ? [named.concept] : [];
  });
  const [first] = told;
  return told.every((one) => one === first) ? first : null;
}

/** Reads "that region" and "the province" as the one told of before: "He is governor of Kursk. The region …". */
export function resolveRegions(
  sentence: TaggedSentence,
  before: () => TaggedConcept | null,
): { sentence: TaggedSentence; references: string[] } {
  const references: string[] = [];
  const mentions = sentence.mentions.map((mention) => {
    const told = isOpen(sentence, mention) ? before() : null;
    if (!told) return mention;
    const words = wordsOf(sentence, mention.first, mention.last);
    references.push(`“${words}” is read as ${told.name}.`);
    return mentionOf(mention.first, mention.last, [{ concept: told, form: 'name' }]);
  });
  return references.length === 0
    ? { sentence, references }
    : { sentence: withMentions(sentence, mentions), references };
}

/** "the region", "that same province", but not "the region of Amur" nor "the Amur region". */
function isOpen({ tokens, mentions }: TaggedSentence, mention: Mention): boolean {
  if (!standsFor(mention, 'region') || regionToldOf({ mentions }) !== undefined) return false;
  if (tokens[mention.last + 1]?.text === 'of' || tokens[mention.last]?.possessive) return false;
  return tokens
    .slice(Math.max(0, mention.first - determinerReach), mention.first)
    .some(({ text }, at, all) => /^(?:the|this|that|our)$/.test(text) && isSame(all.slice(at + 1)));
}

function isSame(between: readonly { text: string }[]): boolean {
  return between.every(({ text }) => /^(?:same|whole|entire|very)$/.test(text));
}
