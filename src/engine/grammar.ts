import { textAt } from '../text/token-sequence.ts';
import { isAwaited } from './awaited-date.ts';
import { readClauses } from './clauses.ts';
import { isBroughtAbout, planTogether, readEvents } from './events.ts';
import type { Event, Grammar } from './grammar-types.ts';
import { standsFor, standsForAny } from './mention.ts';
import { readPhrases } from './phrases.ts';
import type { TaggedSentence } from './sentence.ts';

/** Reads phrases, events and clauses of a sentence. Work is bounded by a constant for each token. */
export function readGrammar(sentence: TaggedSentence): Grammar {
  const events = readEvents(sentence);
  planTogether(sentence, events);
  for (const event of events) {
    if (event.infinitive && isBroughtAbout(sentence, event)) event.tense = 'done';
  }
  const eventAt = new Map<number, Event>();
  for (const event of events) {
    for (let at = event.mention.first; at <= event.mention.last; at++) eventAt.set(at, event);
  }
  const clauses = readClauses(sentence, eventAt);
  const clauseAt: number[] = new Array(sentence.tokens.length).fill(0);
  clauses.forEach((clause, index) => {
    clauseAt.fill(index, clause.first, clause.last + 1);
  });
  for (const event of events) event.clause = clauseAt[event.mention.first] ?? 0;
  finishAwaited(sentence, events);
  planHoped(sentence, events);
  tellNounsWithVerbs(events);
  tellNewsTogether(events);
  return { phrases: readPhrases(sentence, eventAt, clauseAt), events, clauses, clauseAt };
}

/** "It took until November for them to ratify it": they did. */
function finishAwaited(sentence: TaggedSentence, events: readonly Event[]): void {
  const awaited = sentence.dates.filter((date) => isAwaited(sentence, date));
  for (const event of events) {
    if (event.infinitive && awaited.some(({ last }) => last < event.mention.first))
      event.tense = 'done';
  }
}

/** "hopes to have it liberated": what is hoped for is not done. */
function planHoped(sentence: TaggedSentence, events: readonly Event[]): void {
  for (const event of events) {
    const hope = events.find(
      (other) =>
        other.clause === event.clause &&
        other.mention.last < event.mention.first &&
        standsFor(other.mention, 'expected'),
    );
    // "appears to have been providing": what only seems so is not to come.
    const seems = hope && /^(?:appear|seem)/.test(textAt(sentence.tokens, hope.mention.first));
    if (hope && event.kind === 'verb' && !(seems && event.tense !== 'planned'))
      event.tense = 'planned';
  }
}

/**
 * A noun for an action is done, going on or planned as its verb is: "will help in the restoration". What is asked
 * for is not done: "is asking Russia for jets in exchange for soldiers".
 */
function tellNounsWithVerbs(events: readonly Event[]): void {
  for (const noun of events) {
    if (noun.kind !== 'noun') continue;
    const verbs = events.filter((event) => event.kind === 'verb' && event.clause === noun.clause);
    const verb = verbs.findLast((event) => event.mention.first < noun.mention.first) ?? verbs[0];
    if (!verb) continue;
    const wished =
      standsForAny(verb.mention, ['planned', 'to-want-to-go']) &&
      verb.mention.first < noun.mention.first;
    noun.tense = wished ? 'planned' : verb.tense;
    noun.news ||= verb.news;
  }
}

/** "has signed a decree ratifying the treaty": told with the verb before it. */
function tellNewsTogether(events: readonly Event[]): void {
  for (const event of events) {
    if (event.kind !== 'verb' || event.tense !== 'ongoing') continue;
    event.news ||= events.some(
      (other) =>
        other.news && other.clause === event.clause && other.mention.last < event.mention.first,
    );
  }
}
