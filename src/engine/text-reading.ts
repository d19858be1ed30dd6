import { splitSentences } from '../text/sentences.ts';
import type { TextRange } from '../text/token.ts';
import type { SourceDocument } from './finding.ts';
import { type Group, groupToldOf, soughtForGroups } from './groups.ts';
import { namesPerson, personToldOf } from './pronouns.ts';
import { type Discourse, readSentence, type SentenceReading } from './reading.ts';
import { partnershipTreaty } from './references.ts';
import { regionToldOf } from './regions.ts';
import { blank, couldName, type Sketch, type Skimmer } from './skim.ts';
import type { Outlook } from './statement-index.ts';
import { type Subject, subjectToldOf, thingsToldOf } from './subjects.ts';
import type { TaggedConcept, Tagger } from './tagger.ts';

/** How many sentences back a reference may reach. */
const memory = 6;
/** How many sentences back "he" may reach. */
const personMemory = 3;
/** How many sentences back "they" may reach, and "the soldiers". */
const groupMemory = 3;
/** How many sentences back "it" may reach. */
const subjectMemory = 3;
/** How many sentences, and which share of them, tell of the country that a text is about. */
const leastOfSubject = 4;
const shareOfSubject = 0.25;
/** The longest sentence that is read whole, in UTF-16 code units. */
const longestSentence = 1500;

/**
 * All sentences of a document. Each is skimmed at once, and read when something of it is asked: a concept
 * is looked for only in sentences that could name it.
 */
export class TextReading {
  readonly sentences: TextSentence[] = [];
  private readonly pageNames = new Map<string, boolean>();
  /** How many sentences are settled as to whether they name the treaty. */
  private settled = 0;
  private firstOfTreaty = Number.POSITIVE_INFINITY;
  /** How many sentences at the start name nothing at all, as far as that was asked. */
  private silent = 0;

  private readonly groups = new Map<number, ReturnType<typeof groupToldOf>>();
  private readonly told = new Map<number, ReturnType<typeof subjectToldOf>>();
  private readonly subjects = new Map<string, boolean>();
  private readonly document: SourceDocument;
  private readonly tagger: Tagger;

  constructor(document: SourceDocument, tagger: Tagger, skimmer: Skimmer) {
    this.document = document;
    this.tagger = tagger;
    document.blocks.forEach(({ text }, block) => {
      for (const whole of splitSentences(text)) {
        for (const range of bounded(text, whole)) {
          const position = this.sentences.length;
          const sketch = skimmer.skim(text, range);
          this.sentences.push(new TextSentence(this, position, block, range, sketch));
        }
      }
    });
  }

  /** Begins to read a sentence. */
  read({ block, range, position }: TextSentence): SentenceReading {
    const text = this.document.blocks[block]?.text ?? '';
    return readSentence(text, block, range, this.tagger, new Before(this, position));
  }

  /**
   * What a sentence could hold: "he" is somebody only where somebody was named before, and so are "they", and "it"
   * is what was named.
   */
  outlookAt(position: number): Outlook {
    const { sketch, block } = this.sentences[position] ?? {};
    if (!sketch || (sketch.meant.length === 0 && !sketch.thing)) return sketch ?? blank;
    const before = this.sentences
      .slice(Math.max(0, position - Math.max(personMemory, groupMemory, subjectMemory)), position)
      .filter((sentence) => sentence.block === block);
    const meant = sketch.meant.filter(({ kinds }) =>
      before.some((sentence) => kinds.some((kind) => couldName(sentence.sketch, kind))),
    );
    const told = sketch.thing ? before.flatMap((sentence) => sentence.sketch.signals) : [];
    return { ...sketch, signals: [...sketch.signals, ...told], meant };
  }

  /** Whether the text names a concept anywhere. */
  names(concept: string): boolean {
    let named = this.pageNames.get(concept);
    if (named === undefined) {
      named = this.sentences.some((_, position) => this.namesAt(position, concept));
      this.pageNames.set(concept, named);
    }
    return named;
  }

  /** Whether the text names a country, or a place in it: who writes of Kursk need not name Russia. */
  isAbout(country: string): boolean {
    return (
      this.names(country) || this.sentences.some((_, position) => this.tellsAt(position, country))
    );
  }

  /** Whether so much of the text tells of a country that it may be unsaid where it is meant. */
  isMainlyAbout(country: string): boolean {
    let about = this.subjects.get(country);
    if (about === undefined) {
      const told = this.sentences.filter((_, position) => this.tellsAt(position, country)).length;
      about = told >= Math.max(leastOfSubject, this.sentences.length * shareOfSubject);
      this.subjects.set(country, about);
    }
    return about;
  }

  /** Whether a concept, or a place in it, is named in a sentence, near by before it, or in the heading or lead. */
  namesNear(position: number, concept: string): boolean {
    const tells = (at: number) => this.tellsAt(at, concept);
    // The heading and the lead carry the subject of the whole text.
    return tells(position) || tells(0) || tells(1) || this.someBefore(position, tells);
  }

  /** Whether a sentence names a concept, or a place in it. */
  private tellsAt(position: number, concept: string): boolean {
    const sentence = this.sentences[position];
    if (!sentence || !couldName(sentence.sketch, concept)) return false;
    const { mentions } = sentence.reading.sentence;
    return mentions.some(({ suggests }) => suggests.has(concept));
  }

  /** Whether a sentence names a concept. */
  private namesAt(position: number, concept: string): boolean {
    const sentence = this.sentences[position];
    if (!sentence || !couldName(sentence.sketch, concept)) return false;
    return sentence.reading.named.has(concept);
  }

  /** Whether one of the last sentences of this block or the one before names a concept. */
  namesBefore(position: number, concept: string): boolean {
    return this.someBefore(position, (at) => this.namesAt(at, concept));
  }

  private someBefore(position: number, holds: (at: number) => boolean): boolean {
    const block = this.sentences[position]?.block ?? 0;
    for (let at = position - 1; at >= Math.max(0, position - memory); at--) {
      if ((this.sentences[at]?.block ?? 0) < block - 1) return false;
      if (holds(at)) return true;
    }
    return false;
  }

  /**
   * Whether any sentence before names the partnership treaty. What a reference means depends on those
   * before it, so they are settled in order, from the first on.
   */
  treatyToldBefore(position: number): boolean {
    for (; this.settled < position; this.settled++) {
      if (this.namesAt(this.settled, partnershipTreaty))
        this.firstOfTreaty = Math.min(this.firstOfTreaty, this.settled);
    }
    return this.firstOfTreaty < position;
  }

  /** Whom "he" or "she" means in a sentence. Those before are taken as they are written, so that none waits for another. */
  personBefore(position: number): TaggedConcept | null {
    const block = this.sentences[position]?.block;
    for (let at = position - 1; at >= Math.max(0, position - personMemory); at--) {
      const reading = this.sentences[at]?.reading;
      if (!reading || reading.block !== block) return null;
      if (namesPerson(reading.asWritten)) return personToldOf(reading.asWritten);
    }
    return null;
  }

  /**
   * The last group of people told of before a sentence, in its block or the one before. As with persons,
   * sentences are taken as they are written.
   */
  groupBefore(position: number, farthestBlock: number): Group | null {
    for (let at = position - 1; at >= Math.max(0, position - groupMemory); at--) {
      const sentence = this.sentences[at];
      if (!sentence || sentence.block < farthestBlock) return null;
      if (!soughtForGroups.some((kind) => couldName(sentence.sketch, kind))) continue;
      const told = this.groupsAt(sentence);
      if (told !== undefined) return told;
    }
    return null;
  }

  /** The last region told of before a sentence, in its block or the one before, as it is written. */
  regionBefore(position: number): TaggedConcept | null {
    const block = this.sentences[position]?.block ?? 0;
    for (let at = position - 1; at >= Math.max(0, position - memory); at--) {
      const sentence = this.sentences[at];
      if (!sentence || sentence.block < block - 1) return null;
      if (!couldName(sentence.sketch, 'region')) continue;
      const told = regionToldOf(sentence.reading.asWritten);
      if (told !== undefined) return told;
    }
    return null;
  }

  /** What "it" means in a sentence, by those before in its block as they are written. */
  subjectBefore(position: number): Subject | null {
    return this.lastBefore(position, ({ position: at, reading }) => {
      if (!this.told.has(at)) this.told.set(at, subjectToldOf(reading.asWritten));
      return this.told.get(at);
    });
  }

  /** What "them" means in a sentence, of things. */
  thingsBefore(position: number): Subject | null {
    return this.lastBefore(position, ({ reading }) => thingsToldOf(reading.asWritten));
  }

  private lastBefore(
    position: number,
    told: (sentence: TextSentence) => Subject | null | undefined,
  ): Subject | null {
    const block = this.sentences[position]?.block;
    for (let at = position - 1; at >= Math.max(0, position - subjectMemory); at--) {
      const sentence = this.sentences[at];
      if (!sentence || sentence.block !== block) return null;
      const meant = told(sentence);
      if (meant !== undefined) return meant;
    }
    return null;
  }

  private groupsAt({ position, reading }: TextSentence): Group | null | undefined {
    if (!this.groups.has(position)) this.groups.set(position, groupToldOf(reading.asWritten));
    return this.groups.get(position);
  }

  /** Whether no sentence before names anything. */
  nothingToldBefore(position: number): boolean {
    while (this.silent < position) {
      if ((this.sentences[this.silent]?.reading.sentence.mentions.length ?? 0) > 0) return false;
      this.silent++;
    }
    return true;
  }
}

/** A sentence as it was skimmed, and its reading, which is begun when it is asked for. */
export class TextSentence {
  readonly position: number;
  readonly block: number;
  readonly range: TextRange;
  readonly sketch: Sketch;
  private readonly text: TextReading;
  private kept: SentenceReading | null = null;

  constructor(
    text: TextReading,
    position: number,
    block: number,
    range: TextRange,
    sketch: Sketch,
  ) {
    this.text = text;
    this.position = position;
    this.block = block;
    this.range = range;
    this.sketch = sketch;
  }

  get reading(): SentenceReading {
    this.kept ??= this.text.read(this);
    return this.kept;
  }
}

/** What the sentences before one have told. */
class Before implements Discourse {
  private readonly text: TextReading;
  private readonly position: number;

  constructor(text: TextReading, position: number) {
    this.text = text;
    this.position = position;
  }

  get treatyTold(): boolean {
    return this.text.treatyToldBefore(this.position);
  }

  get treatyRecently(): boolean {
    return this.treatyTold && this.text.namesBefore(this.position, partnershipTreaty);
  }

  get person(): TaggedConcept | null {
    return this.text.personBefore(this.position);
  }

  get they(): Group | null {
    return this.text.groupBefore(this.position, this.block);
  }

  get subject(): Subject | null {
    return this.text.subjectBefore(this.position);
  }

  get things(): Subject | null {
    return this.text.thingsBefore(this.position);
  }

  get group(): Group | null {
    return this.text.groupBefore(this.position, this.block - 1);
  }

  get region(): TaggedConcept | null {
    return this.text.regionBefore(this.position);
  }

  private get block(): number {
    return this.text.sentences[this.position]?.block ?? 0;
  }

  recently(concept: string): boolean {
    return this.text.namesBefore(this.position, concept);
  }

  get nothingTold(): boolean {
    return !this.treatyTold && this.text.nothingToldBefore(this.position);
  }
}

/**
 * The reading of one sentence looks back and forth in it, so a sentence has a longest length: what is
 * longer is no prose, and is read in pieces cut at spaces.
 */
function bounded(text: string, whole: TextRange): TextRange[] {
  const { start, end } = whole;
  if (end - start <= longestSentence) return [whole];
  const pieces: TextRange[] = [];
  let from = start;
  while (end - from > longestSentence) {
    const space = text.lastIndexOf(' ', from + longestSentence);
    const cut = space > from ? space : from + longestSentence;
    pieces.push({ start: from, end: cut });
    from = space > from ? cut + 1 : cut;
  }
  if (from < end) pieces.push({ start: from, end });
  return pieces;
}
