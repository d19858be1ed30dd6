import { textAt } from '../../text/token-sequence.ts';
import type { Phrase } from '../grammar-types.ts';
import { isAt } from '../sentence.ts';
import { isReady } from '../verb-phrases.ts';
import type { EventContext } from './event-context.ts';
import type { Frame } from './frame.ts';
import { objects } from './objects.ts';
import { isActor } from './phrase-kinds.ts';
import { activeSubject, antecedent, ownSubjects, subjects } from './subjects.ts';

type Roles = Pick<Frame, 'agent' | 'thing'>;

/** Who does what a verb tells, and to what. */
export function rolesOfVerb(context: EventContext): Roles {
  const caused = causedObject(context);
  if (caused) return rolesOfCaused(context, caused);
  return context.event.passive ? rolesOfPassive(context) : rolesOfActive(context);
}

function rolesOfCaused({ before, byPhrase }: EventContext, caused: Phrase): Roles {
  const others = before.filter((phrase) => phrase !== caused);
  return { agent: byPhrase ?? subjects(others).find(isActor) ?? null, thing: [caused] };
}

function rolesOfPassive(context: EventContext): Roles {
  const { sentence, event, clause, before, byPhrase, earlier, grammar } = context;
  const touching = event.reduced ? touchingPhrase(context) : null;
  let thing = touching ? [touching] : ownSubjects(before, earlier);
  if (thing.length === 0 && clause) thing = antecedent(sentence, grammar, clause);
  if (thing.length === 0) thing = subjectAhead(context);
  return { agent: byPhrase, thing };
}

function rolesOfActive(context: EventContext): Roles {
  const { sentence, clause, before, after, earlier, grammar } = context;
  const subject = ownSubjects(before, earlier);
  let thing = objects(
    after.filter((phrase) => !isOfGerund(context, phrase) && !isOfPurpose(context, phrase)),
  );
  if (thing.length === 0) thing = objectOfParticle(context);
  if (thing.length === 0 && clause?.relative && subject.length > 0)
    thing = antecedent(sentence, grammar, clause);
  return { agent: activeSubject(context, subject), thing };
}

/** "Kim had 5,000 builders sent": what he had it done to stands between "had" and the participle. */
function causedObject({ sentence, event, before }: EventContext): Phrase | null {
  const object = touchingPhrase({ before, event });
  if (!object || !event.mention.readings.some(({ form }) => isReady(form))) return null;
  for (let at = object.mention.first - 1; at >= object.mention.first - 4; at--) {
    // "At no time has the army received": without a subject before it, "has" asks for no other.
    if (isAt(sentence, at, 'auxiliary-have'))
      return before.some(({ mention }) => mention.last < at) ? object : null;
    const counts = sentence.numbers.some(({ first, last }) => first <= at && at <= last);
    const qualifies = sentence.mentionAt[at]?.readings.some(({ form }) => form === 'adjective');
    if (!counts && !qualifies && !isAt(sentence, at, 'determiner')) return null;
  }
  return null;
}

/** "missiles provided by the North": the phrase right before a participle. */
function touchingPhrase({ before, event }: Pick<EventContext, 'before' | 'event'>): Phrase | null {
  return before.find(({ mention }) => mention.last === event.mention.first - 1) ?? null;
}

/** "Sent to Kursk, the sappers clear mines": a participle that opens the sentence is about its subject. */
function subjectAhead({ grammar, event, clause }: EventContext): Phrase[] {
  if (!clause || event.mention.first !== clause.first) return [];
  const found = grammar.phrases.find(
    ({ mention, preposition, head }) => mention.first > clause.last && !preposition && !head,
  );
  return found ? [found] : [];
}

/** "violated the embargo by firing a missile": the missile is no object of the verb before. */
function isOfGerund({ grammar, event }: EventContext, phrase: Phrase): boolean {
  const { mention, clause } = event;
  return grammar.events.some(
    (other) =>
      other.gerund &&
      other.clause === clause &&
      other.mention.first > mention.last &&
      other.mention.last < phrase.mention.first,
  );
}

/** "packed off 100,000 troops to prop up the army": behind an object, the army is that of the infinitive. */
function isOfPurpose({ sentence, grammar, event }: EventContext, phrase: Phrase): boolean {
  const { mention, clause } = event;
  const infinitive = grammar.events.find(
    (other) =>
      other.kind === 'verb' &&
      other.clause === clause &&
      other.mention.first > mention.last &&
      other.mention.last < phrase.mention.first &&
      sentence.tokens[other.mention.first - 1]?.text === 'to',
  );
  return (
    infinitive !== undefined &&
    grammar.phrases.some(
      (object) =>
        !object.preposition &&
        !object.head &&
        object.mention.first > mention.last &&
        object.mention.last < infinitive.mention.first,
    )
  );
}

/** "put an end to the sanctions", "ran out of shells": the last word of the verb takes the object. */
function objectOfParticle({ sentence, event, after }: EventContext): Phrase[] {
  const { tokens, prepositions } = sentence;
  const { first, last } = event.mention;
  const particle = first < last ? prepositions.get(textAt(tokens, last)) : undefined;
  const next = after.find(({ head }) => !head);
  const plain = event.concepts.every(({ roles }) => roles === 'plain');
  const fits = particle && plain && next?.preposition === particle;
  return fits && next.mention.first - last <= 4 ? [next] : [];
}
