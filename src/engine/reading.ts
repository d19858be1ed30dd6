import type { DateMention, DaySpan } from '../text/date-mention.ts';
import type { TextRange } from '../text/token.ts';
import { resolveDeliveries } from './deliveries.ts';
import { datesOfEvents } from './event-dates.ts';
import { type Figure, readFigures } from './figures.ts';
import { type Frame, readFrames } from './frame.ts';
import { readGrammar } from './grammar.ts';
import type { Event, Grammar, Phrase } from './grammar-types.ts';
import { type Group, resolveGroups } from './groups.ts';
import { resolveKoreans } from './koreans.ts';
import { resolvePartners } from './partners.ts';
import { resolvePronouns } from './pronouns.ts';
import { resolveReferences } from './references.ts';
import { resolveRegions } from './regions.ts';
import { resolveSanctions } from './sanctions.ts';
import { type TaggedSentence, tagSentence } from './sentence.ts';
import { resolveSubjects, type Subject } from './subjects.ts';
import type { Mention, TaggedConcept, Tagger } from './tagger.ts';

/**
 * A sentence with what it names, who does what, how many and when, each worked out when it is first asked
 * for. Most sentences of a page name nothing that a claim asks for, and are never read.
 */
export interface SentenceReading {
  block: number;
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
}

/** What the sentences before have told, for references in the next. */
export interface Discourse {
  /** Whether one of the last sentences of this block or the one before names the partnership treaty. */
  readonly treatyRecently: boolean;
  /** Whether any sentence before names it. */
  readonly treatyTold: boolean;
  /** Whom "he" or "she" means, by the sentences before in the same block. */
  readonly person: TaggedConcept | null;
  /** The people whom "they" means, by the sentences before in the same block. */
  readonly they: Group | null;
  /** What "it" means, and "they" of things, by the sentences before in the same block. */
  readonly subject: Subject | null;
  /** What "them" means, of things. */
  readonly things: Subject | null;
  /** The last group of people told of in this block or the one before: "the soldiers". */
  readonly group: Group | null;
  /** The last region told of in this block or the one before: "that region". */
  readonly region: TaggedConcept | null;
  /** Whether no sentence before names anything. */
  readonly nothingTold: boolean;
  /** Whether one of the last sentences of this block or the one before names a concept. */
  recently(concept: string): boolean;
}

/** What there is before a sentence that stands by itself. */
export const nothingBefore: Discourse = {
  treatyRecently: false,
  treatyTold: false,
  person: null,
  they: null,
  subject: null,
  things: null,
  group: null,
  region: null,
  nothingTold: true,
  recently: () => false,
};

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
    if (this.resolved) return this.resolved;
    const persons = resolvePronouns(this.asWritten, () => this.discourse.person);
    const koreans = resolveKoreans(persons.sentence, this.tagger, this.discourse);
    const groups = resolveGroups(koreans.sentence, this.tagger, {
      they: () => this.discourse.they,
      definite: () => this.discourse.group,
    });
    const subjects = resolveSubjects(groups.sentence, {
      subject: () => this.discourse.subject,
      things: () => this.discourse.things,
    });
    const partners = resolvePartners(subjects.sentence, this.tagger, this.discourse);
    const regions = resolveRegions(partners.sentence, () => this.discourse.region);
    const deliveries = resolveDeliveries(regions.sentence, this.tagger, this.discourse);
    const sanctions = resolveSanctions(deliveries.sentence, this.tagger, this.discourse);
    const treaties = resolveReferences(sanctions.sentence, this.tagger, this.discourse);
    const references = [
      persons,
      koreans,
      groups,
      subjects,
      partners,
      regions,
      deliveries,
      sanctions,
      treaties,
    ].flatMap((resolved) => resolved.references);
    this.resolved = { sentence: treaties.sentence, references };
    return this.resolved;
  }

  get asWritten(): TaggedSentence {
    this.keptTagged ??= tagSentence(this.blockText, this.range, this.tagger);
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
      this.sentence.mentions.filter((mention) => !this.phraseOf.get(mention)?.negated),
    );
    return this.keptConcepts;
  }
}

function namesOf(mentions: readonly Mention[]): Set<string> {
  const concepts = new Set<string>();
  for (const { names } of mentions) for (const id of names) concepts.add(id);
  return concepts;
}
