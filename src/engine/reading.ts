import type { DateMention, DaySpan } from '../text/date-mention.ts';
import type { TextRange } from '../text/token.ts';
import { datesOfEvents } from './event-dates.ts';
import { type Figure, readFigures } from './figures.ts';
import { type Frame, readFrames } from './frame.ts';
import { type Event, type Grammar, type Phrase, readGrammar } from './grammar.ts';
import { resolveReferences } from './references.ts';
import { type TaggedSentence, tagSentence } from './sentence.ts';
import type { Mention, Tagger } from './tagger.ts';

/** A sentence read in full: what it names, who does what, how many, when. */
export interface SentenceReading {
  block: number;
  sentence: TaggedSentence;
  grammar: Grammar;
  frames: readonly Frame[];
  figures: readonly Figure[];
  datesOf: ReadonlyMap<Event, readonly DateMention[]>;
  phraseOf: ReadonlyMap<Mention, Phrase>;
  /** All concepts of the sentence, broader ones and the countries they stand for included. */
  concepts: ReadonlySet<string>;
  /** What references were taken to mean, in plain words. */
  references: readonly string[];
  /** The days its dates may mean; filled when the day of publication is settled. */
  days: Map<DateMention, readonly DaySpan[]>;
}

/** What the sentences before have told, for references in the next. */
export interface Discourse {
  /** Concepts of the last sentences of this block and the one before. */
  recent: ReadonlySet<string>;
  /** All concepts so far. */
  told: ReadonlySet<string>;
}

/** Reads one sentence. Null where it names nothing the rules know. */
export function readSentence(
  blockText: string,
  block: number,
  range: TextRange,
  tagger: Tagger,
  discourse: Discourse,
): SentenceReading {
  const tagged = tagSentence(blockText, range, tagger);
  const { sentence, references } = resolveReferences(tagged, tagger, discourse);
  const grammar = readGrammar(sentence);
  const frames = readFrames(sentence, grammar);
  const phraseOf = new Map(grammar.phrases.map((phrase) => [phrase.mention, phrase]));
  return {
    block,
    sentence,
    grammar,
    frames,
    figures: readFigures(sentence, grammar),
    datesOf: datesOfEvents(sentence, grammar),
    phraseOf,
    concepts: conceptsOf(sentence.mentions.filter((mention) => !phraseOf.get(mention)?.negated)),
    references,
    days: new Map(),
  };
}

function conceptsOf(mentions: readonly Mention[]): Set<string> {
  const concepts = new Set<string>();
  for (const mention of mentions) {
    for (const { concept } of mention.readings) {
      for (const id of concept.is) concepts.add(id);
      if (concept.for) concepts.add(concept.for);
    }
  }
  if (concepts.has('both-sides')) {
    concepts.add('russia');
    concepts.add('north-korea');
  }
  return concepts;
}
