import type { ActionRoles, WordForm } from '../claims/rules.ts';
import { twoCountries } from './two-countries.ts';

/** A concept as the engine holds it. */
export interface TaggedConcept {
  id: string;
  /** What readers call it. */
  name: string;
  /** All broader concepts, itself included. */
  is: ReadonlySet<string>;
  /** The country it may stand for. */
  for: string | null;
  /** The country a place lies in. */
  in: string | null;
  /** Whether the subject of an action gives, receives or moves itself. */
  roles: ActionRoles;
}

/** One concept that words may stand for, and the form in which they do. */
export interface Reading {
  concept: TaggedConcept;
  form: WordForm;
}

/** What words stand for, wherever they are. */
export interface Sense {
  /** More than one only where the words are ambiguous. */
  readings: readonly Reading[];
  /** All concepts of the readings, broader ones included. */
  is: ReadonlySet<string>;
  /** The same with the countries they may stand for. */
  names: ReadonlySet<string>;
  /** The same with the countries where places lie: all that a statement may take the words for. */
  suggests: ReadonlySet<string>;
}

/** Some words of a sentence that stand for one or more concepts. */
export interface Mention extends Sense {
  /** Indexes of the first and the last token, inclusive. */
  first: number;
  last: number;
}

/** A mention of what these readings say. */
export function mentionOf(first: number, last: number, readings: readonly Reading[]): Mention {
  return { first, last, ...senseOf(readings) };
}

/** Whether a mention stands for this concept or for a narrower one. */
export function standsFor(mention: Mention, concept: string): boolean {
  return mention.is.has(concept);
}

/** Whether a mention stands for any of these concepts. */
export function standsForAny(mention: Mention, concepts: readonly string[]): boolean {
  return concepts.some((concept) => standsFor(mention, concept));
}

/** The countries that a mention names or, as a capital or a leader, stands for: one for each reading that does. */
export function countriesOf({ readings }: Mention): string[] {
  return readings.flatMap(({ concept }) => {
    if (concept.for !== null) return [concept.for];
    return concept.is.has('country') && concept.id !== 'country' ? [concept.id] : [];
  });
}

const verbForms: ReadonlySet<WordForm> = new Set([
  'verb',
  'ing',
  'past',
  'participle',
  'past-or-participle',
]);

/** Whether words stand as a verb. */
export function isVerbal({ form }: Reading): boolean {
  return verbForms.has(form);
}

/** What some readings stand for together. */
export function senseOf(readings: readonly Reading[]): Sense {
  const only = readings.length === 1 ? readings[0] : undefined;
  const is = only ? only.concept.is : new Set(readings.flatMap(({ concept }) => [...concept.is]));
  const countries = readings.flatMap(({ concept }) => concept.for ?? []);
  if (is.has('both-sides')) countries.push(...twoCountries);
  const names = withMore(is, countries);
  const places = readings.flatMap(({ concept }) => concept.in ?? []);
  return { readings, is, names, suggests: withMore(names, places) };
}

function withMore(concepts: ReadonlySet<string>, more: readonly string[]): ReadonlySet<string> {
  return more.every((concept) => concepts.has(concept))
    ? concepts
    : new Set([...concepts, ...more]);
}
