import type { Discourse } from './reading.ts';
import { type TaggedSentence, withMentions, wordsOf } from './sentence.ts';
import {
  type Mention,
  mentionOf,
  standsFor,
  standsForAny,
  type TaggedConcept,
  type Tagger,
} from './tagger.ts';

/** People of whom a text on the war says "Korean" for short. */
const people = ['personnel', 'military-unit', 'armed-forces', 'contingent'];
/** How far behind "Korean" its noun may stand, in tokens. */
const nounReach = 3;

/** Whether words that suggest these concepts may be taken for those of the North. */
export function mayMeanNorth(suggests: ReadonlySet<string>): boolean {
  return suggests.has('korean');
}

/** All that such words could suggest. */
export function northOf(tagger: Tagger): ReadonlySet<string> {
  const north = northern(tagger);
  return mentionOf(
    0,
    0,
    north.map((concept) => ({ concept, form: 'name' })),
  ).suggests;
}

function northern({ concepts }: Tagger): TaggedConcept[] {
  return ['north-korea', 'north-koreans'].flatMap((id) => concepts.get(id) ?? []);
}

/**
 * Reads "the Koreans" and "Korean infantry" as those of the North, where the text near by names the North and the
 * sentence not the South.
 */
export function resolveKoreans(
  sentence: TaggedSentence,
  tagger: Tagger,
  discourse: Pick<Discourse, 'recently'>,
): { sentence: TaggedSentence; references: string[] } {
  const nothing = { sentence, references: [] };
  const open = sentence.mentions.filter((mention) => isPeople(sentence, mention));
  if (open.length === 0 || !discourse.recently('north-korea')) return nothing;
  if (sentence.mentions.some(isOfSouth)) return nothing;
  const references = open.map(
    ({ first, last }) => `“${wordsOf(sentence, first, last)}” is read as North Korea’s.`,
  );
  const mentions = sentence.mentions.map((mention) =>
    open.includes(mention) ? asNorthern(mention, tagger) : mention,
  );
  return { sentence: withMentions(sentence, mentions), references };
}

function asNorthern(mention: Mention, tagger: Tagger): Mention {
  const [country, citizens] = northern(tagger);
  const meant = standsFor(mention, 'koreans') ? citizens : country;
  if (!meant) return mention;
  const form = meant === country ? 'adjective' : 'name';
  return mentionOf(mention.first, mention.last, [{ concept: meant, form }, ...mention.readings]);
}

function isPeople(sentence: TaggedSentence, mention: Mention): boolean {
  if (!standsFor(mention, 'korean') || mention.names.has('north-korea')) return false;
  if (standsFor(mention, 'koreans')) return true;
  for (let at = mention.last + 1; at <= mention.last + nounReach; at++) {
    const noun = sentence.mentionAt[at];
    if (sentence.tokens[at]?.kind !== 'word') return false;
    if (noun && standsForAny(noun, people)) return true;
  }
  return false;
}

function isOfSouth({ names }: Mention): boolean {
  return names.has('south-korea');
}
