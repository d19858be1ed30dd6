import type { Discourse, Reach } from '../discourse.ts';
import type { Reading } from '../mention.ts';
import type { TaggedSentence } from '../sentence.ts';
import type { Tagger } from '../tagging/tagger.ts';

/** Words of a sentence that mean what was told of before. */
export interface Reference {
  /** Indexes of the first and the last token, inclusive. */
  first: number;
  last: number;
  /** All that the words stand for in this place. */
  readings: readonly Reading[];
  /** What they mean, in the words that readers are told. */
  meant: string;
}

/** One way in which words mean what was told of before: which may, what they could mean, and what they do. */
export interface ReferenceKind {
  /** Single words that may: "it". */
  readonly words?: ReadonlySet<string>;
  /** Concepts whose words may: those for a document. */
  readonly concepts?: readonly string[];
  /** All that they could mean: these concepts, all of these kinds, and what the sentences before tell of these. */
  readonly means: {
    readonly concepts?: readonly string[];
    readonly kinds?: readonly string[];
    readonly told?: readonly string[];
  };
  /** The concepts that it asks for in the sentences before. */
  readonly asks: readonly string[];
  /** What must have been told for them to mean anything; left out where they may by their own sentence. */
  readonly after?: Reach;
  /** The words of a sentence that do mean what was told of before. */
  find(sentence: TaggedSentence, tagger: Tagger, before: Discourse): Reference[];
}
