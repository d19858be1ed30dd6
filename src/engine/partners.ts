import type { Discourse } from './reading.ts';
import { type TaggedSentence, withMentions, wordsOf } from './sentence.ts';
import { type Mention, mentionOf, standsFor, type TaggedConcept, type Tagger } from './tagger.ts';

/** The two countries, each of which is the ally that the other one's sentences speak of. */
const other: ReadonlyMap<string, string> = new Map([
  ['russia', 'north-korea'],
  ['north-korea', 'russia'],
]);
/** How far before "ally" its "its" may stand, in tokens: "its new-found Asian ally". */
const ownerReach = 4;

/** Whether words that suggest these concepts may be taken for one of the two countries. */
export function mayMeanPartner(suggests: ReadonlySet<string>): boolean {
  return suggests.has('ally');
}

/** All that such words could suggest. */
export function partnersOf({ concepts }: Tagger): ReadonlySet<string> {
  return new Set([...other.keys()].flatMap((id) => [...(concepts.get(id)?.is ?? [])]));
}

/**
 * Reads "its ally" and "his eastern neighbour" as the other of the two countries, where the last country
 * named before is the one, nothing in the sentence is of a third state, and the other was told of, or
 * nothing at all was: "Pyongyang shipped its ally shells."
 */
export function resolvePartners(
  sentence: TaggedSentence,
  tagger: Tagger,
  discourse: Pick<Discourse, 'recently' | 'nothingTold'>,
): { sentence: TaggedSentence; references: string[] } {
  const references: string[] = [];
  const mentions = sentence.mentions.map((mention) => {
    const country = standsFor(mention, 'ally') ? partnerOf(sentence, mention) : null;
    const concept = country === null ? undefined : tagger.concepts.get(country);
    if (!concept || !(discourse.recently(concept.id) || discourse.nothingTold)) return mention;
    const words = wordsOf(sentence, mention.first, mention.last);
    references.push(`“${words}” is read as ${concept.name}.`);
    const readings = [...mention.readings, { concept, form: 'name' as const }];
    return mentionOf(mention.first, mention.last, readings);
  });
  return references.length === 0
    ? { sentence, references }
    : { sentence: withMentions(sentence, mentions), references };
}

function partnerOf(sentence: TaggedSentence, ally: Mention): string | null {
  // "its allies" are several.
  if (sentence.tokens[ally.last]?.text.endsWith('s') || !isOwned(sentence, ally)) return null;
  const countries = sentence.mentions.flatMap((mention) => {
    const country = countryOf(mention);
    return country === null ? [] : [{ mention, country }];
  });
  const owner = countries.findLast(({ mention }) => mention.last < ally.first)?.country ?? '';
  const partner = other.get(owner) ?? null;
  return countries.every(({ country }) => country === owner) ? partner : null;
}

function isOwned({ tokens }: TaggedSentence, { first }: Mention): boolean {
  for (let at = first - 1; at >= Math.max(0, first - ownerReach); at--) {
    const token = tokens[at];
    if (token?.kind !== 'word') return false;
    if (token.possessive || /^(?:its|his|their)$/.test(token.text)) return true;
  }
  return false;
}

/** The country that a mention is, lies in, or stands for. */
function countryOf({ readings }: Mention): string | null {
  const countries = readings.map(({ concept }) => countryIn(concept));
  return countries.find((country) => country !== null) ?? null;
}

function countryIn({ id, is, for: stoodFor }: TaggedConcept): string | null {
  return stoodFor ?? (is.has('country') && id !== 'country' ? id : null);
}
