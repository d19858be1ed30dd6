import { splitSentences } from '../text/sentences.ts';
import type { TextRange } from '../text/token.ts';
import { type Discourse, type Memory, type Reach, recent } from './discourse.ts';
import type { SourceDocument } from './finding.ts';
import { readSentence, type SentenceReading } from './reading.ts';
import { blank, couldName, type Sketch, type Skimmer } from './skim.ts';
import type { Outlook } from './statement-index.ts';
import type { Tagger } from './tagging/tagger.ts';

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
  /** For each concept asked for, the first sentence that names it, and how many are settled as to that. */
  private readonly firstNamed = new Map<string, { first: number; settled: number }>();
  /** How many sentences at the start name nothing at all, as far as that was asked. */
  private silent = 0;
  private readonly subjects = new Map<string, boolean>();
  private readonly possibleSubjects = new Map<string, boolean>();
  /** For each country asked for, how many of the sentences before each one tell of it. */
  private readonly toldOf = new Map<string, number[]>();
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

  /** What a sentence could hold: "he" is somebody only where somebody was named before, and "it" what was named. */
  outlookAt(position: number): Outlook {
    const { sketch } = this.sentences[position] ?? {};
    if (!sketch || sketch.refers.length === 0) return sketch ?? blank;
    const meant = sketch.refers.flatMap(({ after, signal, told }) => {
      const before = this.sentences
        .slice(this.firstWithin(position, after), position)
        .filter(({ sketch }) => couldTell(sketch, after));
      if (before.length === 0) return [];
      const named = before
        .flatMap((sentence) => sentence.sketch.signals)
        .filter(({ suggests }) => told.some((kind) => suggests.has(kind)));
      return [signal, ...named];
    });
    return { ...sketch, signals: [...sketch.signals, ...meant] };
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

  /**
   * Whether the text names a country, or a place in it: who writes of Kursk need not name Russia. "Both sides" names
   * nobody.
   */
  isAbout(country: string): boolean {
    return this.sentences.some(
      (sentence) =>
        couldName(sentence.sketch, country) &&
        sentence.reading.sentence.mentions.some(
          ({ is, suggests }) => suggests.has(country) && !is.has('both-sides'),
        ),
    );
  }

  /** Whether so much of the text tells of a country that it may be unsaid where it is meant. */
  isMainlyAbout(country: string): boolean {
    let about = this.subjects.get(country);
    if (about === undefined) {
      about = this.couldBeMainlyAbout(country) && this.areMany((at) => this.tellsAt(at, country));
      this.subjects.set(country, about);
    }
    return about;
  }

  /** The same, as far as the words of its sentences tell before they are read. */
  couldBeMainlyAbout(country: string): boolean {
    let about = this.possibleSubjects.get(country);
    if (about === undefined) {
      about = this.areMany((at) => this.couldTellAt(at, country));
      this.possibleSubjects.set(country, about);
    }
    return about;
  }

  private areMany(tells: (position: number) => boolean): boolean {
    const told = this.sentences.filter((_, position) => tells(position)).length;
    return told >= Math.max(leastOfSubject, this.sentences.length * shareOfSubject);
  }

  /**
   * Whether so many of the sentences before tell of a country that it may be unsaid where it is meant, by their words
   * alone.
   */
  wasMainlyAbout(position: number, country: string): boolean {
    let told = this.toldOf.get(country);
    if (!told) {
      told = [0];
      this.toldOf.set(country, told);
    }
    for (let at = told.length - 1; at < position; at++)
      told.push((told[at] ?? 0) + (this.suggestsAt(at, country) ? 1 : 0));
    return (told[position] ?? 0) >= Math.max(leastOfSubject, position * shareOfSubject);
  }

  /** Whether the words of a sentence, as they are written, name a concept, or a place in it. */
  private suggestsAt(position: number, concept: string): boolean {
    const sentence = this.sentences[position];
    if (!sentence || !couldName(sentence.sketch, concept)) return false;
    return sentence.reading.asWritten.mentions.some(({ suggests }) => suggests.has(concept));
  }

  /** Whether a concept, or a place in it, is named in a sentence, near by before it, or in the heading or lead. */
  namesNear(position: number, concept: string): boolean {
    return this.someNear(position, (at) => this.tellsAt(at, concept));
  }

  /** The same, but not in heading or lead. */
  tellsLately(position: number, concept: string): boolean {
    const tells = (at: number) => this.tellsAt(at, concept);
    return tells(position) || this.someBefore(position, tells);
  }

  /** Whether the text around a sentence could carry a country into it, as far as its words tell. */
  couldCarry(position: number, country: string): boolean {
    const near = this.someNear(position, (at) => this.couldTellAt(at, country));
    return near || this.couldBeMainlyAbout(country);
  }

  private couldTellAt(position: number, concept: string): boolean {
    return couldName(this.sentences[position]?.sketch ?? blank, concept);
  }

  private someNear(position: number, tells: (at: number) => boolean): boolean {
    // The heading and the lead carry the subject of the whole text.
    return tells(position) || tells(0) || tells(1) || this.someBefore(position, tells);
  }

  /** Whether a sentence names a concept, or a place in it. */
  tellsAt(position: number, concept: string): boolean {
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
    const first = this.firstWithin(position, recent);
    for (let at = position - 1; at >= first; at--) if (holds(at)) return true;
    return false;
  }

  /**
   * Whether any sentence before names a concept. What a reference means depends on those before it, so they are
   * settled in order, from the first on.
   */
  everNamedBefore(position: number, concept: string): boolean {
    let known = this.firstNamed.get(concept);
    if (!known) {
      known = { first: Number.POSITIVE_INFINITY, settled: 0 };
      this.firstNamed.set(concept, known);
    }
    for (; known.settled < position; known.settled++)
      if (this.namesAt(known.settled, concept)) known.first = Math.min(known.first, known.settled);
    return known.first < position;
  }

  /** The first of the sentences before one in which what it refers to may have been told. */
  private firstWithin(position: number, { sentences, reach }: Reach): number {
    const block = this.blockAt(position);
    const opens = this.blockAt(position - 1) !== block;
    const isNear = reach === 'near' || (reach === 'opening' && opens);
    const farthest = reach === 'text' ? 0 : isNear ? block - 1 : block;
    let first = position;
    while (position - first < sentences && this.blockAt(first - 1) >= farthest) first--;
    return first;
  }

  /** The block of a sentence; before the first one there is none. */
  private blockAt(position: number): number {
    return this.sentences[position]?.block ?? Number.NEGATIVE_INFINITY;
  }

  /** What was told of last before a sentence. */
  lastBefore<Told>(position: number, memory: Memory<Told>): Told | null {
    const first = this.firstWithin(position, memory);
    for (let at = position - 1; at >= first; at--) {
      const sentence = this.sentences[at];
      if (!sentence || !couldTell(sentence.sketch, memory)) continue;
      const told = memory.toldIn(sentence.reading.asWritten);
      if (told !== undefined) return told;
    }
    return null;
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

  get nothingTold(): boolean {
    return this.text.nothingToldBefore(this.position);
  }

  everNamed(concept: string): boolean {
    return this.text.everNamedBefore(this.position, concept);
  }

  recently(concept: string): boolean {
    return this.text.namesBefore(this.position, concept);
  }

  isMainlyAbout(country: string): boolean {
    return this.text.wasMainlyAbout(this.position, country);
  }

  last<Told>(memory: Memory<Told>): Told | null {
    return this.text.lastBefore(this.position, memory);
  }
}

/** Whether a sentence could tell of what is sought. */
function couldTell(sketch: Sketch, { sought }: Reach): boolean {
  return sought === undefined || sought.some((concept) => couldName(sketch, concept));
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
