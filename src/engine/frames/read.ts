import type { Grammar, Phrase } from '../grammar-types.ts';
import type { TaggedSentence } from '../sentence.ts';
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
  const { event } = context;
  const roles = event.concepts[0]?.roles ?? 'plain';
  const told = event.kind === 'noun' ? rolesOfNoun(context) : rolesOfVerb(context);
  const { agent } = told;
  const { thing, receiver: given } =
    roles === 'giving' ? givenTo(context, told.thing) : { thing: told.thing, receiver: null };
  // "The builders arrived": who moves is what is moved.
  const moved = roles === 'moving' && thing.length === 0 && agent ? [agent] : thing;
  const at = placesOf(context);
  return {
    event,
    agent,
    thing: moved,
    from: giver(roles, agent, moved, sourceOf(context, roles)),
    to: receiver(roles, agent, given ?? targetOf(context), at[0] ?? null),
    at,
  };
}

/** Parts who is given something from what is given, where no preposition does. */
function givenTo(
  { event, after }: EventContext,
  thing: readonly Phrase[],
): { thing: readonly Phrase[]; receiver: Phrase | null } {
  if (event.passive) {
    const granted = objects(after)[0];
    const favoured = granted && thing.find(isReceiver);
    return favoured ? { thing: [granted], receiver: favoured } : { thing, receiver: null };
  }
  const indirect = indirectObject(event, thing);
  return { thing: thing.filter((phrase) => phrase !== indirect), receiver: indirect };
}
