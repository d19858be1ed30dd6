import { textAt } from '../../text/token-sequence.ts';
import { country, type Phrase } from '../grammar-types.ts';
import { standsFor } from '../mention.ts';
import { isAt, type TaggedSentence } from '../sentence.ts';
import type { EventContext } from './event-context.ts';
import type { Frame } from './frame.ts';
import { objects } from './objects.ts';
import { isActor, isOfVerb } from './phrase-kinds.ts';
import { subjects } from './subjects.ts';

/** Who does what a noun tells, and to what: "North Korea's dispatch of sappers", "by firing a missile". */
export function rolesOfNoun(context: EventContext): Pick<Frame, 'agent' | 'thing'> {
  const { event, grammar, after, byPhrase } = context;
  const owner = qualifierOf(context);
  // "Russia's firing of a missile was confirmed by experts": who does a verb between need not do the noun.
  const doneBy = owner && byPhrase && isOfVerb(grammar, event, byPhrase) ? owner : byPhrase;
  const agent = doneBy ?? owner ?? (event.gerund ? gerundSubject(context) : null);
  const ofNoun = after.filter((phrase) => phrase.preposition === 'of-preposition' && !phrase.head);
  const thing = event.gerund && ofNoun.length === 0 ? objectsUpToComma(context) : ofNoun;
  const [moved] = thing;
  // "the withdrawal of North Korea": the only one told of.
  const only = moved && thing.length === 1 && country(moved) ? moved : null;
  return { agent: agent ?? only ?? lightVerbSubject(context) ?? onlySubject(context), thing };
}

/** "North Korea's dispatch", "the Russian deployment": whose it is stands right before the noun. */
function qualifierOf({ sentence, event, before }: EventContext): Phrase | null {
  const last = before.at(-1);
  if (!last || event.mention.first - last.mention.last > 4) return null;
  for (let at = last.mention.last + 1; at < event.mention.first; at++) {
    if (isAt(sentence, at, 'preposition') || sentence.tokens[at]?.kind === 'punctuation')
      return null;
  }
  const owns = sentence.tokens[last.mention.last]?.possessive ?? false;
  const adjective = last.mention.readings.some((reading) => reading.form === 'adjective');
  return owns || adjective ? last : null;
}

/**
 * Who does what a gerund tells: the one thanked "for sending", accused "of sending", kept "from sending" or
 * helped "in sending", else the subject of its sentence, which a gerund that opens it has behind a comma.
 */
function gerundSubject({ sentence, event, earlier, after }: EventContext): Phrase | null {
  const { mention, clause } = event;
  const verb = earlier.findLast(({ event }) => event.kind === 'verb' && event.clause === clause);
  if (!verb) {
    const ahead = after.find(
      (phrase) => !phrase.preposition && !phrase.head && followsComma(sentence, phrase),
    );
    return ahead && isActor(ahead) ? ahead : null;
  }
  if (verb.event.passive) return verb.thing.find(isActor) ?? null;
  const before = textAt(sentence.tokens, mention.first - 1);
  const helped = before === 'in' && standsFor(verb.event.mention, 'to-help');
  const meant = helped || /^(?:for|of|from)$/.test(before) ? verb.thing.find(isActor) : null;
  return meant ?? verb.agent;
}

function followsComma(sentence: TaggedSentence, { mention }: Phrase): boolean {
  let at = mention.first - 1;
  while (isAt(sentence, at, 'determiner')) at--;
  return sentence.tokens[at]?.text === ',';
}

/** "by firing a missile, which …": the objects of a gerund end with a comma. */
function objectsUpToComma({ sentence: { tokens }, event, after }: EventContext): Phrase[] {
  let end = event.mention.last + 1;
  while (tokens[end] && tokens[end]?.kind !== 'punctuation') end++;
  return objects(after.filter(({ mention }) => mention.first < end)).slice(0, 2);
}

/** "made an announcement", "gave a promise": whose act it is, the verb tells. */
function lightVerbSubject({ sentence, event: noun, earlier }: EventContext): Phrase | null {
  const verb = earlier.findLast(
    ({ event }) =>
      event.kind === 'verb' &&
      !event.passive &&
      event.clause === noun.clause &&
      event.mention.last < noun.mention.first &&
      noun.mention.first - event.mention.last <= 4,
  );
  if (!verb) return null;
  for (let at = verb.event.mention.last + 1; at < noun.mention.first; at++) {
    if (isAt(sentence, at, 'preposition')) return null;
  }
  // "Shoigu announced the sending of builders": who speaks of an act need not do it.
  const tells = verb.event.concepts.some((concept) => concept.is.has('attribution'));
  return tells && verb.agent && standsFor(verb.agent.mention, 'person') ? null : verb.agent;
}

/** A verb the lexicon does not know carries the noun: its subject is the only one there is. */
function onlySubject({ earlier, event: noun, before }: EventContext): Phrase | null {
  if (earlier.some(({ event }) => event.kind === 'verb' && event.clause === noun.clause))
    return null;
  if (noun.concepts.every((concept) => !concept.is.has('attribution'))) return null;
  return subjects(before).find(isActor) ?? null;
}
