import type { Memory } from '../discourse.ts';
import { type Mention, standsForAny, type TaggedConcept } from '../mention.ts';
import { isAt, type TaggedSentence } from '../sentence.ts';
import { openingBefore } from './opening.ts';
import type { ReferenceKind } from './reference.ts';

const masculine = /^(?:he|him|his)$/;
const feminine = /^(?:she|her|hers)$/;

const lastPerson: Memory<TaggedConcept> = {
  sentences: 3,
  reach: 'opening',
  sought: ['person'],
  toldIn: personToldIn,
};

/**
 * "He" and "she" are the person told of before, up to the next person that the sentence names itself:
 * "Shoigu came on Tuesday. It was his third visit, he told Kim."
 */
export const persons: ReferenceKind = {
  words: new Set(['he', 'him', 'his', 'she', 'her', 'hers']),
  means: { told: ['person'] },
  asks: ['person'],
  after: lastPerson,
  find(sentence, _, before) {
    const person = before.last(lastPerson);
    if (!person) return [];
    const wanted = person.is.has('woman') ? feminine : masculine;
    const stop = sentence.mentions.find((mention) => personOf(mention))?.first ?? Infinity;
    const start = openingBefore(sentence, stop);
    return sentence.tokens.flatMap(({ text, kind }, at) =>
      kind === 'word' && start <= at && at < stop && wanted.test(text)
        ? {
            first: at,
            last: at,
            readings: [{ concept: person, form: 'name' as const }],
            meant: person.name,
          }
        : [],
    );
  },
};

/** The only person that a sentence names, the one it begins with, or the only one it quotes. */
function personToldIn(sentence: TaggedSentence): TaggedConcept | null | undefined {
  const named = sentence.mentions.flatMap((mention) => {
    const person = personOf(mention);
    return person ? [{ mention, person }] : [];
  });
  const [first] = named;
  if (!first) return undefined;
  const unnamed = sentence.mentions.filter((mention) => isUnnamed(sentence, mention));
  // "The minister was received by Kim": whom it begins with was named before.
  if (unnamed.some((mention) => mention.last < first.mention.first && begins(sentence, mention)))
    return undefined;
  const alone = named.every(({ person }) => person === first.person) && unnamed.length === 0;
  if (alone || begins(sentence, first.mention)) return first.person;
  const quoted = named.filter(({ mention }) => isQuoted(sentence, mention));
  return quoted.length === 1 ? (quoted[0]?.person ?? null) : null;
}

/** "The minister", "the dictator", but not "the Russian minister Sergei Shoigu" nor "Kim Jong Un, the leader of the North". */
function isUnnamed(sentence: TaggedSentence, mention: Mention): boolean {
  const { first, last, readings } = mention;
  if (!standsForAny(mention, ['office', 'officer', 'person']) || personOf(mention)) return false;
  if (!readings.every(({ form }) => form === 'noun' || form === 'phrase')) return false;
  const before = sentence.tokens.slice(Math.max(0, first - titleReach), first);
  const article = before.findLastIndex(({ text }) => text === 'the');
  if (article < 0 || before.slice(article).some(({ kind }) => kind !== 'word')) return false;
  const beside = [last + 1, first - before.length + article - 2];
  return beside.every((at) => {
    const other = sentence.mentionAt[at];
    return !other || personOf(other) === null;
  });
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

function personOf({ readings }: Mention): TaggedConcept | null {
  const [reading, ...others] = readings.filter(({ concept }) => concept.is.has('person'));
  const named = reading?.form === 'name' || reading?.form === 'cased';
  if (!reading || !named || others.some(({ concept }) => concept !== reading.concept)) return null;
  return reading.concept.is.has('three-leaders') ? null : reading.concept;
}
