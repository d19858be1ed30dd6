import { opening } from '../clauses.ts';
import type { Clause, Event, Grammar, Phrase } from '../grammar-types.ts';
import { standsFor } from '../mention.ts';
import { isAt, type TaggedSentence } from '../sentence.ts';
import type { EventContext } from './event-context.ts';
import { countryOf, type Frame } from './frame.ts';
import { isActor, isPlace } from './phrase-kinds.ts';

/** Who does what a verb in the active voice tells. */
export function activeSubject(context: EventContext, subject: readonly Phrase[]): Phrase | null {
  const pronoun = pronounBefore(context);
  if (pronoun) return speakerMeant(pronoun, context);
  return (
    personMeant(context.sentence, subject) ??
    subject.find(isActor) ??
    speakerBehind(context) ??
    lifelessSubject(context, subject) ??
    inheritedSubject(context)
  );
}

/** Phrases that no preposition governs and that qualify nothing; the nearest to the verb first. */
export function subjects(before: readonly Phrase[]): Phrase[] {
  return before.filter((phrase) => !phrase.preposition && !phrase.head).reverse();
}

/**
 * Without those that belong to verbs before it: "soldiers fighting alongside Russian forces withdrew", "Kyiv said the
 * soldiers had been withdrawn".
 */
export function ownSubjects(before: readonly Phrase[], earlier: readonly Frame[]): Phrase[] {
  const all = subjects(before);
  const own = all.filter(
    (phrase) =>
      !earlier.some(({ event, agent, thing }) => {
        if (event.kind !== 'verb' || !agent || !all.includes(agent)) return false;
        if (standsFor(event.mention, 'attribution')) return agent === phrase;
        const distance = phrase.mention.first - event.mention.last;
        const isObject = thing.includes(phrase) && distance > 0 && distance <= objectReach;
        return event.tense === 'ongoing' && isObject;
      }),
  );
  return own.length > 0 ? own : all;
}

/** How far behind a verb in -ing its object may stand, in tokens. */
const objectReach = 5;

/**
 * The phrase that "who", "which" or a participle takes up: the last one before the clause. A clause that goes on
 * behind such a one has what that one takes up. "Soldiers in Kursk who fled": "who" takes up no place.
 */
export function antecedent(sentence: TaggedSentence, grammar: Grammar, clause: Clause): Phrase[] {
  const within = brokenOffAt(grammar, clause);
  const meant = within === null ? null : thingMeant(grammar, within);
  if (meant) return [meant];
  const before = grammar.phrases.filter(
    (phrase) => phrase.mention.last < clause.first && !phrase.head,
  );
  const [last, whose] = [before.at(-1), before.at(-2)];
  const ofPerson = sentence.tokens[clause.first]?.text === 'who';
  if (ofPerson && last && whose && !isActor(last) && isPlace(last) && isActor(whose))
    return [whose];
  return last ? [last] : [];
}

/** "…, he said": the pronoun that is the subject of an event. */
function pronounBefore({ sentence, event, clause }: EventContext): string | null {
  const stop = Math.max(event.mention.first - 5, clause?.first ?? 0);
  for (let at = event.mention.first - 1; at >= stop; at--) {
    if (isAt(sentence, at, 'pronoun')) return sentence.tokens[at]?.text ?? null;
    // "It was Rhee who attacked": the pronoun is no subject of what follows.
    if (isAt(sentence, at, 'relative-word')) return null;
    if (sentence.tokens[at]?.kind !== 'word') return null;
  }
  return null;
}

/** "Seoul said it would send …": who reports something speaks of itself. */
function speakerMeant(pronoun: string, { event, earlier }: EventContext): Phrase | null {
  const report = earlier.findLast((frame) => frame.event.kind === 'verb');
  if (!report?.agent || !standsFor(report.event.mention, 'attribution')) return null;
  if (report.event.mention.first > event.mention.first) return null;
  const isPerson = standsFor(report.agent.mention, 'person');
  if (/^s?he$/.test(pronoun)) return isPerson ? report.agent : null;
  return pronoun === 'it' && !isPerson && countryOf(report.agent) ? report.agent : null;
}

/** "Kim Yong Bok, the deputy chief, fell": who is named, where an office is told right behind the name. */
function personMeant(sentence: TaggedSentence, subjects: readonly Phrase[]): Phrase | null {
  const [office, person] = subjects;
  if (!office || !person || !standsFor(office.mention, 'office')) return null;
  if (!standsFor(person.mention, 'person') || standsFor(person.mention, 'office')) return null;
  let at = office.mention.first - 1;
  while (isAt(sentence, at, 'determiner')) at--;
  return sentence.tokens[at]?.text === ',' && person.mention.last === at - 1 ? person : null;
}

/** "…, says KCNA": the speaker stands behind the verb. */
function speakerBehind({ sentence, event, after }: EventContext): Phrase | null {
  if (!standsFor(event.mention, 'attribution')) return null;
  const next = after[0];
  const previous = sentence.tokens[event.mention.first - 1];
  const inverted = previous === undefined || previous.kind === 'punctuation';
  return inverted && next && isActor(next) && next.mention.first - event.mention.last <= 3
    ? next
    : null;
}

/** "The sanctions have expired": a thing, where nobody acts and it is no part of a clause within. */
function lifelessSubject(
  { sentence, event: verb, earlier }: EventContext,
  subjects: readonly Phrase[],
): Phrase | null {
  const nearest = subjects[0];
  if (!nearest || verb.infinitive || isAt(sentence, nearest.mention.first, 'adverb')) return null;
  const parted = earlier.some(
    ({ event, thing }) =>
      event.kind === 'verb' &&
      (event.mention.first > nearest.mention.last || (!event.passive && thing.includes(nearest))),
  );
  const within = sentence.mentions.some(
    (mention) =>
      standsFor(mention, 'relative-word') &&
      mention.last < nearest.mention.first &&
      sentence.tokens[mention.first]?.text !== 'that',
  );
  return parted || within ? null : nearest;
}

/** A verb without a subject of its own has that of the clause before it, or the phrase it relates to. */
function inheritedSubject({
  sentence,
  grammar,
  clause,
  event,
  earlier,
}: EventContext): Phrase | null {
  if (!clause || event.clause === 0) return null;
  if (clause.relative)
    return antecedent(sentence, grammar, clause).find(isActor) ?? thingMeant(grammar, clause.first);
  if (hasUnknownSubject(sentence, clause, event)) return null;
  for (const frame of [...earlier].reverse()) {
    if (frame.event.kind === 'verb' && frame.event.clause < event.clause) {
      const subject = frame.event.passive ? (frame.thing[0] ?? null) : frame.agent;
      if (subject && isActor(subject)) return subject;
    }
  }
  const first = grammar.phrases.find(
    (phrase) => !phrase.preposition && !phrase.head && isActor(phrase),
  );
  return first && first.mention.last < clause.first ? first : null;
}

/** "…, an inquiry found": a subject of its own, though nothing is known of it. */
function hasUnknownSubject(sentence: TaggedSentence, clause: Clause, { mention }: Event): boolean {
  const start = opening(sentence, clause);
  return isAt(sentence, start, 'determiner') && mention.first > start + 1;
}

/** The clause with "who" or "which" that a clause goes on behind: "Kim, who sent sappers, will hire builders". */
function brokenOffAt({ clauses }: Grammar, clause: Clause): number | null {
  const within = clauses[clauses.indexOf(clause) - 1];
  return clause.relative ? null : (within?.relativeFrom ?? null);
}

/** "The sanctions on the North, which expired": what no preposition puts behind something else. */
function thingMeant(grammar: Grammar, before: number): Phrase | null {
  return (
    grammar.phrases.findLast(
      ({ mention, head, preposition }) => mention.last < before && !head && !preposition,
    ) ?? null
  );
}
