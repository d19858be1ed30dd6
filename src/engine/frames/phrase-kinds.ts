import { country, type Event, type Grammar, type Phrase } from '../grammar-types.ts';
import { standsFor } from '../mention.ts';
import type { TaggedSentence } from '../sentence.ts';

/** Whether a phrase can be who does something: a country, people, or what acts for them. */
export function isActor(phrase: Phrase): boolean {
  const { mention } = phrase;
  return (
    country(phrase) !== null ||
    actsForOwner(phrase) ||
    ['person', 'office', 'organisation', 'personnel', 'armed-forces', 'both-sides'].some((kind) =>
      standsFor(mention, kind),
    )
  );
}

/** Whether a phrase names a place or a country. */
export function isPlace(phrase: Phrase): boolean {
  return standsFor(phrase.mention, 'place') || standsFor(phrase.mention, 'country');
}

/** "Kim was given a reactor", "the North was handed the technology": who is given something, not what is given. */
export function isReceiver(phrase: Phrase): boolean {
  return (
    standsFor(phrase.mention, 'person') ||
    standsFor(phrase.mention, 'armed-forces') ||
    country(phrase) !== null
  );
}

/** "on Russian equipment": an adjective of something without a name. */
export function qualifiesOther({ mention }: Phrase): boolean {
  return mention.readings.every(({ form }) => form === 'adjective');
}

/** "in the countries' ties": whose act it is, not where something is done. */
export function ownsAct({ tokens, mentionAt }: TaggedSentence, { mention }: Phrase): boolean {
  const next = mentionAt[mention.last + 1];
  return (tokens[mention.last]?.possessive ?? false) && !!next && standsFor(next, 'action');
}

/** "on lines designed in Russia": a verb between a noun and the place takes the place. */
export function isOfVerb(grammar: Grammar, noun: Event, place: Phrase): boolean {
  return grammar.events.some(
    ({ kind, mention }) =>
      kind === 'verb' && mention.first > noun.mention.last && mention.last < place.mention.first,
  );
}

/** "Kim's arsenals are empty", "Russian cargo planes brought": works and vehicles act for whose they are. */
function actsForOwner(phrase: Phrase): boolean {
  return (
    phrase.owner !== null &&
    country(phrase.owner) !== null &&
    (standsFor(phrase.mention, 'building') || standsFor(phrase.mention, 'vehicle'))
  );
}
