import { country, type Event, type Phrase } from '../grammar-types.ts';
import { isReceiver } from './phrase-kinds.ts';

/** What may be an object of a verb, in the order in which it is told. */
export function objects(after: readonly Phrase[]): Phrase[] {
  return after.filter(
    (phrase) => !phrase.head && (!phrase.preposition || phrase.preposition === 'of-preposition'),
  );
}

/** "gave North Korea a reactor for its submarine": a receiver right behind the verb, before the thing. */
export function indirectObject(event: Event, things: readonly Phrase[]): Phrase | null {
  const [first, second] = things;
  if (event.kind !== 'verb' || !first || !second) return null;
  const close = first.mention.first - event.mention.last <= 2;
  const both = !first.preposition && !second.preposition;
  return close && both && isReceiver(first) && country(first) !== null && country(second) === null
    ? first
    : null;
}
