import { countriesOf, type Mention, standsFor } from '../mention.ts';
import type { TaggedSentence } from '../sentence.ts';
import type { ReferenceKind } from './reference.ts';

/** The two countries, each of which is the ally that the other one's sentences speak of. */
const other: ReadonlyMap<string, string> = new Map([
  ['russia', 'north-korea'],
  ['north-korea', 'russia'],
]);
/** How far before "ally" its "its" may stand, in tokens: "its new-found Asian ally". */
const ownerReach = 4;

const owners = new Set(['its', 'his', 'their']);

/**
 * "Its ally" and "his eastern neighbour" are the other of the two countries, where the last country
 * named before is the one, nothing in the sentence is of a third state, and the other was told of, or
 * nothing at all was: "Pyongyang shipped its ally shells."
 */
export const partners: ReferenceKind = {
  concepts: ['ally'],
  means: { concepts: [...other.keys()] },
  asks: [...other.keys()],
  find(sentence, tagger, before) {
    return sentence.mentions.flatMap((mention) => {
      const country = standsFor(mention, 'ally') ? partnerOf(sentence, mention) : null;
      const concept = country === null ? undefined : tagger.concepts.get(country);
      if (!concept || !(before.recently(concept.id) || before.nothingTold)) return [];
      const { first, last, readings } = mention;
      const read = [...readings, { concept, form: 'name' as const }];
      return { first, last, readings: read, meant: concept.name };
    });
  },
};

function partnerOf(sentence: TaggedSentence, ally: Mention): string | null {
  // "its allies" are several.
  if (sentence.tokens[ally.last]?.text.endsWith('s') || !isOwned(sentence, ally)) return null;
  const countries = sentence.mentions.flatMap((mention) => {
    const [country] = countriesOf(mention);
    return country === undefined ? [] : [{ mention, country }];
  });
  const owner = countries.findLast(({ mention }) => mention.last < ally.first)?.country ?? '';
  const partner = other.get(owner) ?? null;
  return countries.every(({ country }) => country === owner) ? partner : null;
}

function isOwned({ tokens }: TaggedSentence, { first }: Mention): boolean {
  for (let at = first - 1; at >= Math.max(0, first - ownerReach); at--) {
    const token = tokens[at];
    if (token?.kind !== 'word') return false;
    if (token.possessive || owners.has(token.text)) return true;
  }
  return false;
}
