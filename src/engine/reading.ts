import type { DateMention, DaySpan } from '../text/date-mention.ts';
import type { TextRange } from '../text/token.ts';
import { datesOfEvents } from './event-dates.ts';
import { type Figure, readFigures } from './figures.ts';
import { type Frame, readFrames } from './frame.ts';
import { type Event, type Grammar, type Phrase, readGrammar } from './grammar.ts';
import { resolveReferences } from './references.ts';
import { type TaggedSentence, tagSentence } from './sentence.ts';
import type { Mention, Tagger } from './tagger.ts';

/**
 * A sentence with what it names, and on demand with the rest: who does what, how many, when. Most
 * sentences of a page name nothing that a claim asks for, and are never read in full.
 */
export interface SentenceReading {
  block: number;
  sentence: TaggedSentence;
  /** What references were taken to mean, in plain words. */
  references: readonly string[];
  /** The days its dates may mean; filled when the day of publication is settled. */
  days: Map<DateMention, readonly DaySpan[]>;
  /** The days of which it tells where it gives news without a date; null while its day is not known. */
  newsDays: DaySpan | null;
  /** All concepts that its words name, broader ones and the countries they stand for included. */
  readonly named: ReadonlySet<string>;
  readonly grammar: Grammar;
  readonly frames: readonly Frame[];
  readonly figures: readonly Figure[];
  readonly datesOf: ReadonlyMap<Event, readonly DateMention[]>;
  readonly phraseOf: ReadonlyMap<Mention, Phrase>;
  /** What readers call a concept. */
  nameOf(concept: string): string;
  /** The concepts named, without those that the sentence negates ("not civilian workers"). */
  readonly concepts: ReadonlySet<string>;
}

/** What the sentences before have told, for references in the next. */
export interface Discourse {
  /** Whether one of the last sentences of this block or the one before names the concept. */
  recently(concept: string): boolean;
  /** All concepts so far. */
  told: Pick<ReadonlySet<string>, 'has' | 'size'>;
}

/** Reads one sentence: at once what it names, the rest when it is asked for. */
export function readSentence(
  blockText: string,
  block: number,
  range: TextRange,
  tagger: Tagger,
  discourse: Discourse,
): SentenceReading {
  const tagged = tagSentence(blockText, range, tagger);
  const { sentence, references } = resolveReferences(tagged, tagger, discourse);
  const named = once(() => namesOf(sentence.mentions));
  const grammar = once(() => readGrammar(sentence));
  const frames = once(() => readFrames(sentence, grammar()));
  const figures = once(() => readFigures(sentence, grammar()));
  const datesOf = once(() => datesOfEvents(sentence, grammar()));
  const phraseOf = once(
    () => new Map(grammar().phrases.map((phrase) => [phrase.mention, phrase] as const)),
  );
  const concepts = once(() =>
    namesOf(sentence.mentions.filter((mention) => !phraseOf().get(mention)?.negated)),
  );
  return {
    block,
    sentence,
    references,
    days: new Map(),
    newsDays: null,
    nameOf: (concept) => tagger.concepts.get(concept)?.name ?? concept,
    get named() {
      return named();
    },
    get grammar() {
      return grammar();
    },
    get frames() {
      return frames();
    },
    get figures() {
      return figures();
    },
    get datesOf() {
      return datesOf();
    },
    get phraseOf() {
      return phraseOf();
    },
    get concepts() {
      return concepts();
    },
  };
}

/** Works a value out when it is first asked for, and keeps it. */
function once<Value>(work: () => Value): () => Value {
  let kept: { value: Value } | null = null;
  return () => {
    kept ??= { value: work() };
    return kept.value;
  };
}

function namesOf(mentions: readonly Mention[]): Set<string> {
  const concepts = new Set<string>();
  for (const { names } of mentions) for (const id of names) concepts.add(id);
  return concepts;
}
