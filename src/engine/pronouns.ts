import { isAt, type TaggedSentence, withMentions, wordsOf } from './sentence.ts';
import { type Mention, mentionOf, type TaggedConcept, type Tagger } from './tagger.ts';

const masculine = /^(?:he|him|his)$/;
const feminine = /^(?:she|her|hers)$/;

/** Whether a word stands for a person named before. */
export const isPersonal = (word: string): boolean => masculine.test(word) || feminine.test(word);

/** All that such a word could suggest. */
export function personsOf({ concepts }: Tagger): Set<string> {
  const persons = [...concepts.values()].filter(({ is }) => is.has('person'));
  return new Set(
    persons.flatMap((concept) => [...mentionOf(0, 0, [{ concept, form: 'name' }]).suggests]),
  );
}

/**
 * The person that "he" or "she" in the next sentence means: the only one a sentence names, the one it
 * begins with, or the only one it quotes.
 */
export function personToldOf(sentence: TaggedSentence): TaggedConcept | null {
  const { mentions } = sentence;
  const named = mentions.flatMap((mention) => {
    const person = personOf(mention);
    return person ? [{ mention, person }] : [];
  });
  const [first] = named;
  if (!first) return null;
  const alone = named.every(({ person }) => person === first.person);
  if (alone || begins(sentence, first.mention)) return first.person;
  const quoted = named.filter(({ mention }) => isQuoted(sentence, mention));
  return quoted.length === 1 ? (quoted[0]?.person ?? null) : null;
}

/** How far from its beginning the person that a sentence begins with may stand, in tokens: behind a title. */
const titleReach = 5;

/** "Russian minister Sergei Lavrov met Kim", not "In Moscow Lavrov met Kim" nor "Lavrov and Shoigu met Kim". */
function begins(sentence: TaggedSentence, { first, last }: Mention): boolean {
  if (first > titleReach || sentence.tokens[last]?.possessive) return false;
  if (isAt(sentence, last + 1, 'coordinator')) return false;
  return sentence.tokens
    .slice(0, first)
    .every(({ kind }, at) => kind === 'word' && !isAt(sentence, at, 'preposition'));
}

/** "Sappers will come, Sergei Shoigu said after talks with Kim". */
function isQuoted(sentence: TaggedSentence, { last }: Mention): boolean {
  return isAt(sentence, last + 1, 'attribution') && isAt(sentence, last + 1, 'action');
}

/** Whether a sentence names any person, and so ends the search for the one that is meant. */
export function namesPerson({ mentions }: TaggedSentence): boolean {
  return mentions.some((mention) => personOf(mention) !== null);
}

function personOf({ readings }: Mention): TaggedConcept | null {
  const [reading, ...others] = readings.filter(({ concept }) => concept.is.has('person'));
  const named = reading?.form === 'name' || reading?.form === 'cased';
  if (!reading || !named || others.some(({ concept }) => concept !== reading.concept)) return null;
  return reading.concept.is.has('three-leaders') ? null : reading.concept;
}

/**
 * Reads "he" and "she" as the person told of before, up to the next person that the sentence names itself:
 * "Shoigu came on Tuesday. It was his third visit, he told Kim."
 */
export function resolvePronouns(
  sentence: TaggedSentence,
  personBefore: () => TaggedConcept | null,
): { sentence: TaggedSentence; references: string[] } {
  const nothing = { sentence, references: [] };
  if (!sentence.tokens.some(({ text }) => isPersonal(text))) return nothing;
  const person = personBefore();
  if (!person) return nothing;
  const wanted = person.is.has('woman') ? feminine : masculine;
  const stop = sentence.mentions.find((mention) => personOf(mention))?.first ?? Infinity;
  const places = sentence.tokens.flatMap(({ text, kind }, at) =>
    kind === 'word' && at < stop && wanted.test(text) ? [at] : [],
  );
  if (places.length === 0) return nothing;
  const read = (at: number) => mentionOf(at, at, [{ concept: person, form: 'name' }]);
  const mentions = [
    ...sentence.mentions.filter(
      ({ first, last }) => !places.some((at) => first <= at && at <= last),
    ),
    ...places.map(read),
  ].sort((a, b) => a.first - b.first);
  const tokens = sentence.tokens.map((token, at) =>
    places.includes(at) && /^(?:his|her)$/.test(token.text)
      ? { ...token, possessive: true }
      : token,
  );
  const words = [...new Set(places.map((at) => wordsOf(sentence, at, at).toLowerCase()))];
  return {
    sentence: withMentions({ ...sentence, tokens }, mentions),
    references: words.map((word) => `“${word}” is read as ${person.name}.`),
  };
}
