import type { Memory } from '../discourse.ts';
import { type Mention, standsFor, type TaggedConcept } from '../mention.ts';
import type { TaggedSentence } from '../sentence.ts';
import type { ReferenceKind } from './reference.ts';

/** How far before "region" the word that points back may stand, in tokens. */
const determinerReach = 2;

const lastRegion: Memory<TaggedConcept> = {
  sentences: 6,
  reach: 'text',
  sought: ['region'],
  toldIn: regionToldIn,
};

/** "That region" and "the province" are the one told of before: "He is governor of Kursk. The region …". */
export const regions: ReferenceKind = {
  concepts: ['region'],
  means: { kinds: ['region'] },
  asks: ['region'],
  find(sentence, _, before) {
    return sentence.mentions.flatMap((mention) => {
      const told = isOpen(sentence, mention) ? before.last(lastRegion) : null;
      if (!told) return [];
      const { first, last } = mention;
      return {
        first,
        last,
        readings: [{ concept: told, form: 'name' as const }],
        meant: told.name,
      };
    });
  },
};

/** The one region that a sentence names. */
function regionToldIn({
  mentions,
}: Pick<TaggedSentence, 'mentions'>): TaggedConcept | null | undefined {
  const told = mentions.flatMap(({ readings }) => {
    const named = readings.find(({ concept }) => concept.is.has('region'));
    return named && named.concept.id !== 'region' ? [named.concept] : [];
  });
  const [first] = told;
  return told.every((one) => one === first) ? first : null;
}

/** "the region", "that same province", but not "the region of Amur" nor "the Amur region". */
function isOpen({ tokens, mentions }: TaggedSentence, mention: Mention): boolean {
  if (!standsFor(mention, 'region') || regionToldIn({ mentions }) !== undefined) return false;
  if (tokens[mention.last + 1]?.text === 'of' || tokens[mention.last]?.possessive) return false;
  return tokens
    .slice(Math.max(0, mention.first - determinerReach), mention.first)
    .some(({ text }, at, all) => {
      const between = all.slice(at + 1);
      return pointing.has(text) && between.every((token) => same.has(token.text));
    });
}

const pointing = new Set(['the', 'this', 'that', 'our']);
const same = new Set(['same', 'whole', 'entire', 'very']);
