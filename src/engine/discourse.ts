import type { TaggedSentence } from './sentence.ts';

/** What the sentences before one have told. */
export interface Discourse {
  /** Whether no sentence before names anything. */
  readonly nothingTold: boolean;
  /** Whether any sentence before names a concept. */
  everNamed(concept: string): boolean;
  /** Whether one of the last sentences of this block or the one before names a concept. */
  recently(concept: string): boolean;
  /** Whether so many of the sentences before tell of a country that it may be unsaid where it is meant. */
  isMainlyAbout(country: string): boolean;
  /** What was told of last; null where nothing was, or where it is not plain. */
  last<Told>(memory: Memory<Told>): Told | null;
}

/** Where something is looked for before a sentence. */
export interface Reach {
  /** How many sentences back it may have been told. */
  readonly sentences: number;
  /** In which block: the same; for the first sentence of a block also the one before; always that, too; or any. */
  readonly reach: 'block' | 'opening' | 'near' | 'text';
  /** Concepts of which a sentence names one where it tells of it; left out where it may name anything. */
  readonly sought?: readonly string[];
}

/** How far what was told counts where no kind of words says otherwise. */
export const recent = { sentences: 6, reach: 'near' } as const satisfies Reach;

/** How what was told of last is looked for. */
export interface Memory<Told> extends Reach {
  /**
   * What a sentence tells of it, by its words alone, so that no sentence waits for another. Null where that is not
   * plain; undefined where it tells nothing, so that the sentence before counts.
   */
  readonly toldIn: (sentence: TaggedSentence) => Told | null | undefined;
}

/** Works out once what a sentence tells, however many after it ask. */
export function once<Told>(toldIn: Memory<Told>['toldIn']): Memory<Told>['toldIn'] {
  const known = new WeakMap<TaggedSentence, { told: Told | null | undefined }>();
  return (sentence) => {
    let found = known.get(sentence);
    if (!found) {
      found = { told: toldIn(sentence) };
      known.set(sentence, found);
    }
    return found.told;
  };
}

/** What there is before a sentence that stands by itself. */
export const nothingBefore: Discourse = {
  nothingTold: true,
  everNamed: () => false,
  recently: () => false,
  isMainlyAbout: () => false,
  last: () => null,
};
