import type { Clause, Event, Grammar, Phrase } from '../grammar-types.ts';
import type { TaggedSentence } from '../sentence.ts';
import type { Frame } from './frame.ts';
import { isActor } from './phrase-kinds.ts';

/** An event, what is told around it, and the frames of the events before it. */
export interface EventContext {
  sentence: TaggedSentence;
  grammar: Grammar;
  event: Event;
  clause: Clause | undefined;
  /** The phrases of its clause, in order, but those it is told of others instead of: not "rather than Russia". */
  near: readonly Phrase[];
  before: readonly Phrase[];
  after: readonly Phrase[];
  /** "by the North": who is said to have done it behind a noun or a passive. */
  byPhrase: Phrase | null;
  earlier: readonly Frame[];
}

/** What is told around an event, whose frame is read after those before it. */
export function contextOf(
  sentence: TaggedSentence,
  grammar: Grammar,
  event: Event,
  earlier: readonly Frame[],
): EventContext {
  const near = grammar.phrases.filter(
    (phrase) => phrase.clause === event.clause && (!phrase.negated || phrase.none !== null),
  );
  const after = near.filter(({ mention }) => mention.first > event.mention.last);
  return {
    sentence,
    grammar,
    event,
    clause: grammar.clauses[event.clause],
    near,
    before: near.filter(({ mention }) => mention.last < event.mention.first),
    after,
    byPhrase:
      after.find((phrase) => phrase.preposition === 'by-preposition' && isActor(phrase)) ?? null,
    earlier,
  };
}
