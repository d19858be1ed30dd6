import { country, type Grammar, type Phrase } from '../grammar-types.ts';
import { standsFor } from '../mention.ts';
import { isAt, type TaggedSentence } from '../sentence.ts';
import { giver, placesOf, receiver, sourceOf, targetOf } from './directions.ts';
import { contextOf, type EventContext } from './event-context.ts';
import type { Frame } from './frame.ts';
import { rolesOfNoun } from './noun-roles.ts';
import { indirectObject, objects } from './objects.ts';
import { isReceiver } from './phrase-kinds.ts';
import { rolesOfVerb } from './verb-roles.ts';

/** Reads the frame of every event of a sentence, in the order in which they are told. */
export function readFrames(sentence: TaggedSentence, grammar: Grammar): Frame[] {
  const frames: Frame[] = [];
  for (const event of grammar.events)
    frames.push(readFrame(contextOf(sentence, grammar, event, frames)));
  return frames;
}

function readFrame(context: EventContext): Frame {
  const { event, byPhrase } = context;
  const roles = event.concepts.find((concept) => concept.roles !== 'plain')?.roles ?? 'plain';
  const told = event.kind === 'noun' ? rolesOfNoun(context) : rolesOfVerb(context);
  const { agent } = told;
  const { thing, receiver: given } =
    roles === 'giving' ? givenTo(context, told.thing) : { thing: told.thing, receiver: null };
  const source = sourceOf(context, roles);
  // "The shells reached Russia's army": where it goes stands where an object would.
  const reached = roles === 'moving' ? goalReached(context, told) : null;
  // "The builders arrived", "came from Pyongyang": who moves is what is moved.
  const isMover = thing.length === 0 && (roles === 'moving' || (roles === 'giving' && source));
  const moved = agent && (isMover || reached) ? [agent] : thing;
  const at = placesOf(context);
  // "handed over by its ally in Pyongyang": the place is that of the one who does it.
  const [place] = at;
  const isDoers = place && byPhrase && place.mention.first > byPhrase.mention.first;
  return {
    event,
    agent,
    thing: moved,
    from: giver(roles, agent, moved, source),
    to: receiver(roles, agent, given ?? reached ?? targetOf(context), (!isDoers && place) || null),
    at,
  };
}

/** The country or army that a verb of moving has as its object. */
function goalReached(
  context: EventContext,
  { agent, thing }: Pick<Frame, 'agent' | 'thing'>,
): Phrase | null {
  const { kind, passive, mention } = context.event;
  const [goal] = thing;
  if (kind !== 'verb' || passive || !agent || !goal || goal.preposition) return null;
  if (goal.mention.first < mention.last) return null;
  if (standsFor(mention, 'to-depart') || targetOf(context)) return null;
  return country(goal) !== null || standsFor(goal.mention, 'armed-forces') ? goal : null;
}

/** Parts who is given something from what is given, where no preposition does, or "with" ("supply Russia with"). */
function givenTo(
  { sentence, grammar, event, after }: EventContext,
  thing: readonly Phrase[],
): { thing: readonly Phrase[]; receiver: Phrase | null } {
  const supplied = thing.find(isReceiver);
  const behind = (supplied?.mention.last ?? 0) + 1;
  if (supplied && isAt(sentence, behind, 'with-preposition')) {
    const goods = grammar.phrases.find(({ mention, head }) => mention.first > behind && !head);
    if (goods) return { thing: [goods], receiver: supplied };
  }
  if (event.passive) {
    const granted = objects(after)[0];
    const favoured = granted && thing.find(isReceiver);
    return favoured ? { thing: [granted], receiver: favoured } : { thing, receiver: null };
  }
  const indirect = indirectObject(event, thing);
  return { thing: thing.filter((phrase) => phrase !== indirect), receiver: indirect };
}
