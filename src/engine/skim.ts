import type { TextRange } from '../text/token.ts';
import { TokenCursor } from '../text/tokens.ts';
import {
  type Beginning,
  PossibleMeanings,
  type Referring,
  type Word,
} from './possible-meanings.ts';
import type { Outlook, Signal, StatementIndex } from './statement-index.ts';
import type { Tagger } from './tagging/tagger.ts';

/** What a sentence could hold: never less than what it does. */
export interface Sketch extends Outlook {
  /** Whether it may give a day with its year. */
  wholeDay: boolean;
  /** What of it could mean more, if something of the kind was told of before. */
  refers: readonly Referring[];
}

/** Finds what sentences could hold by their words alone, without reading them. */
export interface Skimmer {
  skim(text: string, range: TextRange): Sketch;
}

/** What a sentence could hold that has no words of ours. */
export const blank: Sketch = {
  signals: [],
  number: false,
  largeNumber: false,
  date: false,
  wholeDay: false,
  refers: [],
};

/** A sketch that is being made. */
interface Draft extends Sketch {
  signals: Signal[];
  refers: Referring[];
}

/**
 * Makes a skimmer for what statements and references ask for.
 * @param asked concepts that are asked for besides those of the statements
 */
export function createSkimmer(
  tagger: Tagger,
  index: StatementIndex,
  asked: ReadonlySet<string>,
): Skimmer {
  const meanings = new PossibleMeanings(tagger, index, asked);
  const open = new OpenForms();
  return {
    skim(text, range) {
      const cursor = new TokenCursor(text, range);
      let sketch: Draft | null = null;
      open.clear();
      for (let word = meanings.next(cursor); word; word = meanings.next(cursor)) {
        if (word.tells || open.mayGoOnWith(word)) {
          sketch ??= { ...blank, signals: [], refers: [] };
          open.goOnWith(word, sketch);
          add(word, sketch);
          if (word.number) sketch.number = true;
          if (word.largeNumber) sketch.largeNumber = true;
          if (word.date) sketch.date = true;
          if (word.wholeDay) sketch.wholeDay = true;
        }
        open.pass(word);
      }
      return sketch ?? blank;
    },
  };
}

/** The surface forms that a sentence has begun with its words so far. */
class OpenForms {
  /** Up to the last word, and with the next one. */
  private begun: Beginning[] = [];
  private further: Beginning[] = [];
  /** Begun with a word that may stand further behind. */
  private readonly apart: NonNullable<Word['apart']>[] = [];

  clear(): void {
    this.begun.length = 0;
    this.apart.length = 0;
  }

  mayGoOnWith({ endsApart }: Word): boolean {
    return this.begun.length > 0 || (endsApart && this.apart.length > 0);
  }

  /** Takes a word in: what forms with it could mean is added to the sketch. */
  goOnWith(word: Word, sketch: Draft): void {
    for (const { next } of this.begun) this.follow(next, word.text, sketch);
    if (word.endsApart) for (const next of this.apart) this.follow(next, word.text, sketch);
    if (word.next) this.further.push(word);
    if (word.apart) this.apart.push(word.apart);
    [this.begun, this.further] = [this.further, this.begun];
    this.further.length = 0;
  }

  private follow(next: Beginning['next'], word: string, sketch: Draft): void {
    const longer = next?.get(word);
    if (!longer) return;
    add(longer, sketch);
    if (longer.next) this.further.push(longer);
  }

  /** Ends what reaches no further than this word. */
  pass({ parts }: Word): void {
    if (parts) this.apart.length = 0;
  }
}

function add({ signal, refers }: Beginning, sketch: Draft): void {
  if (signal) sketch.signals.push(signal);
  for (const one of refers) if (!sketch.refers.includes(one)) sketch.refers.push(one);
}

/** Whether words of a sentence could suggest a concept. */
export function couldName({ signals }: Sketch, concept: string): boolean {
  return signals.some(({ suggests }) => suggests.has(concept));
}
