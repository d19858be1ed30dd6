import type { ActionRoles, Lexicon, WordForm } from '../claims/rules.ts';
import type { Token } from '../text/token.ts';

/** A concept as the engine holds it. */
export interface TaggedConcept {
  id: string;
  /** All broader concepts, itself included. */
  is: ReadonlySet<string>;
  for: string | null;
  in: string | null;
  roles: ActionRoles;
}

/** Some words of a sentence that stand for one or more concepts. */
export interface Mention {
  /** Indexes of the first and the last token, inclusive. */
  first: number;
  last: number;
  /** What the words may stand for; more than one only where they are ambiguous. */
  readings: { concept: TaggedConcept; form: WordForm }[];
}

/** Whether a mention stands for this concept or for a narrower one. */
export function standsFor(mention: Mention, concept: string): boolean {
  return mention.readings.some((reading) => reading.concept.is.has(concept));
}

/** Whether a mention stands for any of these concepts. */
export function standsForAny(mention: Mention, concepts: readonly string[]): boolean {
  return concepts.some((concept) => standsFor(mention, concept));
}

interface Entry {
  words: readonly string[];
  concept: TaggedConcept;
  form: WordForm;
}

/** Finds the concepts in a sentence, the longest surface form first, in one pass. */
export interface Tagger {
  tag(tokens: readonly Token[]): Mention[];
  concepts: ReadonlyMap<string, TaggedConcept>;
  /** Which preposition a word is, for those that verbs take up as particles: "land in". */
  prepositions: ReadonlyMap<string, string>;
}

/**
 * Makes a tagger from the compiled lexicon. A map from first word to surface forms, longest first:
 * the work a word costs is bounded by the forms that begin with it, not by the lexicon.
 */
export function createTagger(lexicon: Lexicon): Tagger {
  const concepts = lexicon.concepts.map(
    (concept): TaggedConcept => ({ ...concept, is: new Set(concept.is) }),
  );
  const byFirstWord = new Map<string, Entry[]>();
  for (const forms of Object.values(lexicon.forms)) {
    for (const [text, index, form] of forms) {
      const concept = concepts[index];
      const words = text.split(' ');
      const first = words[0]?.toLowerCase().replace(/'s$/, '');
      if (!concept || !first) continue;
      const entries = byFirstWord.get(first);
      if (entries) entries.push({ words, concept, form });
      else byFirstWord.set(first, [{ words, concept, form }]);
    }
  }
  for (const entries of byFirstWord.values()) {
    entries.sort((a, b) => b.words.length - a.words.length);
  }
  return {
    concepts: new Map(concepts.map((concept) => [concept.id, concept])),
    prepositions: singleWordPrepositions(byFirstWord),
    tag: (tokens) => tagTokens(tokens, byFirstWord),
  };
}

function tagTokens(tokens: readonly Token[], byFirstWord: ReadonlyMap<string, Entry[]>): Mention[] {
  const mentions: Mention[] = [];
  let at = 0;
  while (at < tokens.length) {
    const mention = longestFrom(tokens, at, byFirstWord);
    if (mention) mentions.push(mention);
    at = mention ? mention.last + 1 : at + 1;
  }
  return mentions;
}

/** A form that begins with an article gives way to a longer one behind it: "the South | Korean capital". */
function longestFrom(
  tokens: readonly Token[],
  at: number,
  byFirstWord: ReadonlyMap<string, Entry[]>,
): Mention | null {
  const found = longestAt(tokens, at, byFirstWord);
  if (!found || found.first === found.last || tokens[at]?.text !== 'the') return found;
  const behind = longestAt(tokens, at + 1, byFirstWord);
  return behind && behind.last > found.last ? longestAt(tokens, at, byFirstWord, at + 1) : found;
}

function singleWordPrepositions(byFirstWord: ReadonlyMap<string, Entry[]>): Map<string, string> {
  const found = new Map<string, string>();
  for (const [word, entries] of byFirstWord) {
    const entry = entries.find(
      ({ words, concept }) => words.length === 1 && concept.is.has('preposition'),
    );
    if (entry) found.set(word, entry.concept.id);
  }
  return found;
}

function longestAt(
  tokens: readonly Token[],
  at: number,
  byFirstWord: ReadonlyMap<string, Entry[]>,
  end = tokens.length,
): Mention | null {
  const entries = byFirstWord.get(tokens[at]?.text ?? '');
  if (!entries) return null;
  let length = 0;
  const readings: Mention['readings'] = [];
  for (const entry of entries) {
    if (entry.words.length < length) break;
    if (at + entry.words.length > end || !matchesAt(tokens, at, entry)) continue;
    length = entry.words.length;
    if (!readings.some((r) => r.concept === entry.concept && r.form === entry.form)) {
      readings.push({ concept: entry.concept, form: entry.form });
    }
  }
  return length > 0 ? { first: at, last: at + length - 1, readings } : null;
}

function matchesAt(tokens: readonly Token[], at: number, { words, form }: Entry): boolean {
  for (let offset = 0; offset < words.length; offset++) {
    const token = tokens[at + offset];
    const word = words[offset];
    if (!token || !word) return false;
    const owns = word.endsWith("'s");
    const bare = owns ? word.slice(0, -2) : word;
    if (token.text !== (form === 'cased' ? bare.toLowerCase() : bare)) return false;
    if (form === 'cased' && /^\p{Lu}/u.test(bare) && !token.capital) return false;
    // A possessive ends a name unless the name has it: "Kim's Jong Un" is not one.
    if (owns ? !token.possessive : token.possessive && offset < words.length - 1) return false;
  }
  return true;
}
