import type { Lexicon } from '../../claims/rules.ts';
import type { Token } from '../../text/token.ts';
import { type Mention, mentionOf, type Reading, type TaggedConcept } from '../mention.ts';
import { FormIndex, type FormNode } from './form-index.ts';
import { longestAt, longestFrom } from './longest-form.ts';
import { type FirstWord, openingOf } from './opening.ts';
import { withParticle, withVerbItself } from './particles.ts';

/** Finds the concepts in a sentence, the longest surface form first, in one pass. */
export interface Tagger {
  /** Never less than what mentions suggest that begin with this word. */
  opening(word: string): FirstWord;
  /** The concepts that the tokens of a sentence name, in order and without overlap. */
  tag(tokens: readonly Token[]): Mention[];
  /** All concepts of the lexicon, by id. */
  concepts: ReadonlyMap<string, TaggedConcept>;
  /** Which preposition a word is, for those that verbs take up as particles: "land in". */
  prepositions: Pick<ReadonlyMap<string, string>, 'get'>;
}

/**
 * Makes a tagger from the compiled lexicon. The forms stand in a tree by their words: the work a word
 * costs is bounded by the longest form, not by the number of forms.
 */
export function createTagger(lexicon: Lexicon): Tagger {
  const parents = new Map(lexicon.concepts.map(({ id, is = [] }) => [id, is]));
  const concepts = lexicon.concepts.map(
    ({ id, name = id.replaceAll('-', ' '), for: country, in: place, roles }): TaggedConcept => ({
      id,
      name,
      is: broader(id, parents),
      for: country ?? null,
      in: place ?? null,
      roles: roles ?? 'plain',
    }),
  );
  const forms = new FormIndex(lexicon, concepts);
  return {
    concepts: new Map(concepts.map((concept) => [concept.id, concept])),
    prepositions: { get: (word) => prepositionOf(forms.startingWith(word)) },
    opening: (word) => openingOf(forms.startingWith(word)),
    tag: (tokens) => tagTokens(tokens, forms),
  };
}

/** The concept itself and all that it is, nearest first. A circle ends where it closes. */
function broader(id: string, parents: ReadonlyMap<string, readonly string[]>): Set<string> {
  const found = new Set([id]);
  for (const one of found) for (const parent of parents.get(one) ?? []) found.add(parent);
  return found;
}

function prepositionOf(node: FormNode | null): string | undefined {
  return node?.entries.find(({ reading }) => reading.concept.is.has('preposition'))?.reading.concept
    .id;
}

function tagTokens(tokens: readonly Token[], forms: FormIndex): Mention[] {
  const mentions: Mention[] = [];
  let at = 0;
  while (at < tokens.length) {
    const verbal = withVerbItself(tokens, at, longestFrom(tokens, at, forms), forms);
    const longest = withNames(tokens, verbal, forms);
    const mention = withParticle(tokens, at, longest, forms);
    if (mention && !isOtherPerson(tokens, mention, forms)) mentions.push(mention);
    at = mention ? mention.last + 1 : at + 1;
  }
  return mentions;
}

/** "left the Russian capital": a turn of phrase also names the country, place or person within it. */
function withNames(
  tokens: readonly Token[],
  mention: Mention | null,
  forms: FormIndex,
): Mention | null {
  if (!mention || mention.first === mention.last || !mention.readings.every(isTurn)) return mention;
  const { first, last, readings } = mention;
  const named: Reading[] = [];
  for (let at = first; at <= last; ) {
    const longest = longestAt(tokens, at, forms, last + (at === first ? 0 : 1));
    const within = withNames(tokens, longest, forms);
    named.push(...(within?.readings.filter(isName) ?? []));
    at = (within?.last ?? at) + 1;
  }
  return named.length > 0 ? mentionOf(first, last, [...readings, ...named]) : mention;
}

/** What is said of something, as against what it is called. */
function isTurn({ concept, form }: Reading): boolean {
  if (concept.is.has('action') || concept.is.has('function-word')) return true;
  return form === 'phrase' && concept.is.has('event-noun');
}

function isName({ concept, form }: Reading): boolean {
  return (
    ['name', 'cased', 'adjective', 'noun'].includes(form) &&
    ['country', 'place', 'person'].some((kind) => concept.is.has(kind))
  );
}

/** "Kim Su Gil": a family name before a name that is not known is somebody else's. */
function isOtherPerson(
  tokens: readonly Token[],
  { first, last, readings }: Mention,
  forms: FormIndex,
) {
  const next = tokens[last + 1];
  return (
    first === last &&
    next?.kind === 'word' &&
    next.capital &&
    tokens[last]?.possessive === false &&
    readings.every(({ form, concept }) => form === 'cased' && concept.is.has('person')) &&
    forms.startingWith(next.text) === null
  );
}
