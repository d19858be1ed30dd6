import type { Memory } from '../discourse.ts';
import { demonstratives } from '../english.ts';
import type { Mention, TaggedConcept } from '../mention.ts';
import type { TaggedSentence } from '../sentence.ts';
import type { ReferenceKind } from './reference.ts';

const ship = 'ship';
/** How far before "freighter" the word that points back may stand, in tokens. */
const determinerReach = 2;

const lastShip: Memory<TaggedConcept> = {
  sentences: 3,
  reach: 'block',
  sought: [ship],
  toldIn: shipToldIn,
};

/** "The freighter" is the ship with a name told of before: "The Ursa Major sank. The Russian freighter …". */
export const ships: ReferenceKind = {
  concepts: [ship],
  means: { kinds: [ship] },
  asks: [ship],
  find(sentence, _, before) {
    return sentence.mentions.flatMap((mention) => {
      const told = isOpen(sentence, mention) ? before.last(lastShip) : null;
      if (!told) return [];
      const { first, last, readings } = mention;
      const read = [...readings, { concept: told, form: 'name' as const }];
      return { first, last, readings: read, meant: told.name };
    });
  },
};

/** The one ship with a name that a sentence tells of; null where it tells of others as well. */
function shipToldIn({ mentions }: TaggedSentence): TaggedConcept | null | undefined {
  const told = mentions.flatMap(
    ({ readings }) => readings.find(({ concept }) => concept.is.has(ship)) ?? [],
  );
  const named = told.filter(({ form }) => form === 'name');
  const [first] = named;
  if (!first) return told.length > 0 ? null : undefined;
  return named.every(({ concept }) => concept === first.concept) ? first.concept : null;
}

/** "The Russian freighter", "this ship", but not "the ships" nor "a freighter". */
function isOpen({ tokens }: TaggedSentence, { first, last, readings }: Mention): boolean {
  const isUnnamed = readings.every(({ concept, form }) => concept.id === ship && form === 'noun');
  if (!isUnnamed || tokens[last]?.text.endsWith('s')) return false;
  return tokens
    .slice(Math.max(0, first - determinerReach), first)
    .some(({ text }) => text === 'the' || demonstratives.has(text));
}
