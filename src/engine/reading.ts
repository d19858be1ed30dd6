import type { DateMention, DaySpan } from '../text/date-mention.ts';
import type { TextRange } from '../text/token.ts';
import type { Discourse } from './discourse.ts';
import { datesOfEvents } from './event-dates.ts';
import { type Figure, readFigures } from './figures.ts';
import type { Frame } from './frames/frame.ts';
import { readFrames } from './frames/read.ts';
import { readGrammar } from './grammar.ts';
import type { Event, Grammar, Phrase } from './grammar-types.ts';
import type { Mention } from './mention.ts';
import { withoutOtherPairs } from './other-pairs.ts';
import { withOtherTreaties } from './other-treaties.ts';
import { negating } from './phrases.ts';
import { resolveReferences } from './references/resolve.ts';
import {
  type CountedSentence,
  countSentence,
  type TaggedSentence,
  tagSentence,
} from './sentence.ts';
import type { Tagger } from './tagging/tagger.ts';

/**
 * A sentence with what it names, who does what, how many and when, each worked out when it is first asked
 * for. Most sentences of a page name nothing that a claim asks for, and are never read.
 */
export interface SentenceReading {
  block: number;
  /** Its tokens with all numbers and dates, before anything in it is named. */
  readonly counted: CountedSentence;
  sentence: TaggedSentence;
  /** The same before what its references mean is looked for. */
  asWritten: TaggedSentence;
  /** What references were taken to mean, in plain words. */
  references: readonly string[];
  /** The days its dates may mean; filled when the day of publication is settled. */
  readonly days: Map<DateMention, readonly DaySpan[]>;
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
  /** Whether the sentence negates what a mention names. */
  isNegated(mention: Mention): boolean;
}

/** Reads one sentence: nothing of it before it is asked for. */
export function readSentence(
  blockText: string,
  block: number,
  range: TextRange,
  tagger: Tagger,
  discourse: Discourse,
): SentenceReading {
  return new LazyReading(blockText, block, range, tagger, discourse);
}

class LazyReading implements SentenceReading {
  readonly block: number;
  newsDays: DaySpan | null = null;
  private readonly blockText: string;
  private readonly range: TextRange;
  private readonly tagger: Tagger;
  private readonly discourse: Discourse;
  private keptDays: Map<DateMention, readonly DaySpan[]> | null = null;
  private keptCounted: CountedSentence | null = null;
  private keptTagged: TaggedSentence | null = null;
  private resolved: ReturnType<typeof resolveReferences> | null = null;
  private keptNamed: ReadonlySet<string> | null = null;
  private keptGrammar: Grammar | null = null;
  private keptFrames: readonly Frame[] | null = null;
  private keptFigures: readonly Figure[] | null = null;
  private keptDatesOf: ReadonlyMap<Event, readonly DateMention[]> | null = null;
  private keptPhraseOf: ReadonlyMap<Mention, Phrase> | null = null;
  private keptConcepts: ReadonlySet<string> | null = null;

  constructor(
    blockText: string,
    block: number,
    range: TextRange,
    tagger: Tagger,
    discourse: Discourse,
  ) {
    this.blockText = blockText;
    this.block = block;
    this.range = range;
    this.tagger = tagger;
    this.discourse = discourse;
  }

  nameOf(concept: string): string {
    return this.tagger.concepts.get(concept)?.name ?? concept;
  }

  private get tagged() {
    this.resolved ??= resolveReferences(this.asWritten, this.tagger, this.discourse);
    return this.resolved;
  }

  get counted(): CountedSentence {
    this.keptCounted ??= countSentence(this.blockText, this.range);
    return this.keptCounted;
  }

  get asWritten(): TaggedSentence {
    this.keptTagged ??= withOtherTreaties(
      withoutOtherPairs(tagSentence(this.counted, this.tagger)),
      this.tagger,
    );
    return this.keptTagged;
  }

  get sentence(): TaggedSentence {
    return this.tagged.sentence;
  }

  get references(): readonly string[] {
    return this.tagged.references;
  }

  get days(): Map<DateMention, readonly DaySpan[]> {
    this.keptDays ??= new Map();
    return this.keptDays;
  }

  get named(): ReadonlySet<string> {
    this.keptNamed ??= namesOf(this.sentence.mentions);
    return this.keptNamed;
  }

  get grammar(): Grammar {
    this.keptGrammar ??= readGrammar(this.sentence);
    return this.keptGrammar;
  }

  get frames(): readonly Frame[] {
    this.keptFrames ??= readFrames(this.sentence, this.grammar);
    return this.keptFrames;
  }

  get figures(): readonly Figure[] {
    this.keptFigures ??= readFigures(this.sentence, this.grammar);
    return this.keptFigures;
  }

  get datesOf(): ReadonlyMap<Event, readonly DateMention[]> {
    this.keptDatesOf ??= datesOfEvents(this.sentence, this.grammar);
    return this.keptDatesOf;
  }

  get phraseOf(): ReadonlyMap<Mention, Phrase> {
    this.keptPhraseOf ??= new Map(this.grammar.phrases.map((phrase) => [phrase.mention, phrase]));
    return this.keptPhraseOf;
  }

  get concepts(): ReadonlySet<string> {
    this.keptConcepts ??= namesOf(
      this.sentence.mentions.filter((mention) => !this.isNegated(mention)),
    );
    return this.keptConcepts;
  }

  isNegated(mention: Mention): boolean {
    // Most sentences have no word that could, and need no grammar to tell.
    if (!negating.some((concept) => this.named.has(concept))) return false;
    return this.phraseOf.get(mention)?.negated ?? false;
  }
}

function namesOf(mentions: readonly Mention[]): Set<string> {
  const concepts = new Set<string>();
  for (const { names } of mentions) for (const id of names) concepts.add(id);
  return concepts;
}
