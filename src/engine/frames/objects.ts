import { country, type Event, type Phrase } from '../grammar-types.ts';
import { countryOf } from './frame.ts';
import { isReceiver } from './phrase-kinds.ts';

/** What may be an object of a verb, in the order in which it is told. */
export function objects(after: readonly Phrase[]): Phrase[] {
  return after.filter(
    (phrase) => !phrase.head && (!phrase.preposition || phrase.preposition === 'of-preposition'),
  );
}

/**
 * "gave North Korea a reactor", "handed the North's army a million of shells": a receiver right behind the verb,
 * before the thing.
 */
export function indirectObject(event: Event, things: readonly Phrase[]): Phrase | null {
  const [first, second] = things;
  if (event.kind !== 'verb' || !first || !second || first.preposition) return null;
  const begins = first.owner?.head === first ? first.owner.mention.first : first.mention.first;
  const close = begins > event.mention.last && begins - event.mention.last <= 2;
  const isGiven = country(second) === null && !isPartOf(first, second);
  return close && isGiven && isReceiver(first) && countryOf(first) !== null ? first : null;
}

/** "the army of soldiers": nothing stands between the two but "of". */
function isPartOf(first: Phrase, second: Phrase): boolean {
  return second.preposition !== null && second.mention.first - first.mention.last <= 2;
}
