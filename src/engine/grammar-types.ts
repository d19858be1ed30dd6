import type { Mention, TaggedConcept } from './mention.ts';

/** A mention of a person, country, thing or place, with its place in the sentence. */
export interface Phrase {
  mention: Mention;
  /** The preposition that governs it, as a concept: "to-preposition"; null where there is none. */
  preposition: string | null;
  /** The phrase this one qualifies: "North Korean" in "North Korean sappers". */
  head: Phrase | null;
  /** The phrase that says whose it is: the reverse of `head`, also by "of" and "from". */
  owner: Phrase | null;
  /** "not civilian workers", "rather than Russia". */
  negated: boolean;
  /** The words that say that there is none of it: "no" in "no soldiers", "never" in "there never were soldiers". */
  none: Mention | null;
  clause: number;
}

export type Tense = 'done' | 'ongoing' | 'planned' | 'open';

/** A verb, or a noun for an action: "sent", "the dispatch". */
export interface Event {
  mention: Mention;
  concepts: readonly TaggedConcept[];
  kind: 'verb' | 'noun';
  passive: boolean;
  /** A participle without auxiliary: "the treaty signed in June". */
  reduced: boolean;
  infinitive: boolean;
  /** A noun with an object of its own: "by firing a missile". */
  gerund: boolean;
  tense: Tense;
  /** "could", "might", "may". */
  possible: boolean;
  /** "has signed", "signs": told as news, by the perfect or the present. */
  news: boolean;
  clause: number;
}

/** A stretch of tokens that holds at most one statement; `last` is inclusive. */
export interface Clause {
  first: number;
  last: number;
  /** Begins with "who", "which", "that": its subject is the phrase before it. */
  relative: boolean;
  /** Where "who" or "which" begins in it, be it behind what that takes up: "The builders, who came, …". */
  relativeFrom: number | null;
}

/** The grammar of one sentence. */
export interface Grammar {
  phrases: readonly Phrase[];
  events: readonly Event[];
  clauses: readonly Clause[];
  clauseAt: readonly number[];
}

/** Whether a phrase can name a country by itself. */
export function country(phrase: Phrase): string | null {
  for (const { concept } of phrase.mention.readings) {
    if (concept.is.has('country')) return concept.id;
    if (concept.for) return concept.for;
  }
  return null;
}
