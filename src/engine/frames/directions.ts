import { country, type Phrase } from '../grammar-types.ts';
import { standsFor } from '../mention.ts';
import type { EventContext } from './event-context.ts';
import { countryOf, type Filler } from './frame.ts';
import { isActor, isOfVerb, isPlace, ownsAct, qualifiesOther } from './phrase-kinds.ts';

/** Where it comes from. */
export function sourceOf(context: EventContext, roles: string): Phrase | null {
  return (
    context.near.find((phrase) => phrase.preposition === 'from-preposition') ??
    sourceBehind(context, roles)
  );
}

/** Where it goes to: told behind a verb, on either side of a noun. */
export function targetOf({ event, near, after }: EventContext): Phrase | null {
  return after.find(isTarget) ?? (event.kind === 'noun' ? near.find(isTarget) : null) ?? null;
}

/** Where it is done. */
export function placesOf({ sentence, grammar, event, near }: EventContext): Phrase[] {
  return near.filter(
    (phrase) =>
      phrase.preposition === 'in-preposition' &&
      isPlace(phrase) &&
      !qualifiesOther(phrase) &&
      !ownsAct(sentence, phrase) &&
      !(event.kind === 'noun' && isOfVerb(grammar, event, phrase)),
  );
}

/**
 * The country that gives, sends or provides: the one it comes from, else the one that acts or whose the things are,
 * whichever the action has for it.
 */
export function giver(
  roles: string,
  agent: Phrase | null,
  thing: readonly Phrase[],
  source: Phrase | null,
): Filler | null {
  const explicit = source && placed(source);
  if (explicit && explicit.country !== null) return explicit;
  const goods =
    thing.find(
      (phrase) =>
        phrase !== agent &&
        countryOf(phrase) !== null &&
        !standsFor(phrase.mention, 'place') &&
        !standsFor(phrase.mention, 'country'),
    ) ?? null;
  if (roles === 'taking') return filler(goods);
  return roles === 'giving' || roles === 'moving'
    ? (filler(agent) ?? filler(goods))
    : (filler(goods) ?? filler(agent));
}

/** Who receives it, or where it goes: who takes it, else the place told. */
export function receiver(
  roles: string,
  agent: Phrase | null,
  target: Phrase | null,
  at: Phrase | null,
): Filler | null {
  const place = target ?? at;
  if (roles === 'taking') return filler(agent) ?? placed(place);
  return placed(place);
}

/** "left Rajin", "relies on Pyongyang for shells": the place that is left, the country that is drawn on. */
function sourceBehind({ event, after }: EventContext, roles: string): Phrase | null {
  const next = after[0];
  if (event.kind !== 'verb' || !next || next.mention.first !== event.mention.last + 1) return null;
  if (standsFor(event.mention, 'to-depart')) return isPlace(next) ? next : null;
  return roles === 'taking' && next.preposition === 'in-preposition' && country(next) ? next : null;
}

/** Where something goes; "for the war" and "to their surprise" tell no receiver. */
function isTarget(phrase: Phrase): boolean {
  return (
    phrase.preposition === 'to-preposition' && !phrase.head && (isActor(phrase) || isPlace(phrase))
  );
}

function filler(phrase: Phrase | null): Filler | null {
  if (!phrase) return null;
  const told = countryOf(phrase);
  return told ? { country: told, phrase } : null;
}

function placed(phrase: Phrase | null): Filler | null {
  if (!phrase) return null;
  const told =
    countryOf(phrase) ?? phrase.mention.readings.find((r) => r.concept.in)?.concept.in ?? null;
  return { country: told, phrase };
}
