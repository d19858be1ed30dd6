import { country, type Event, type Phrase } from '../grammar-types.ts';

/** Who does what to whom, as far as the sentence tells. */
export interface Frame {
  event: Event;
  agent: Phrase | null;
  thing: readonly Phrase[];
  /** The country that gives, sends or provides. */
  from: Filler | null;
  /** The country or place that receives, or where it goes. */
  to: Filler | null;
  /** Where it happens; more than one where places are joined: "in Kursk and Belgorod". */
  at: readonly Phrase[];
}

/** A country, and the phrase that told it. */
export interface Filler {
  country: string | null;
  phrase: Phrase;
}

/** The country a phrase belongs to: its owner's, else the one it can stand for. */
export function countryOf(phrase: Phrase): string | null {
  return (phrase.owner && country(phrase.owner)) ?? country(phrase);
}
