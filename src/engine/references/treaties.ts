import { textAt } from '../../text/token-sequence.ts';
import type { Discourse, Memory } from '../discourse.ts';
import { articles } from '../english.ts';
import { type Mention, standsFor, type TaggedConcept } from '../mention.ts';
import { hasOtherName, isThirdState, partnershipTreaty } from '../other-treaties.ts';
import { isAt, type TaggedSentence } from '../sentence.ts';
import { twoCountries } from '../two-countries.ts';
import type { ReferenceKind } from './reference.ts';

/** How far before its verb "it" may stand to be read as the treaty, in tokens. */
const pronounReach = 5;
const treatyActions = ['to-sign', 'to-ratify', 'to-enter-into-force'];

const sovietTreaty = 'treaty-1961';
/** The treaty of 1961, where the sentence before ends with it. */
const lastSoviet: Memory<TaggedConcept> = {
  sentences: 1,
  reach: 'block',
  sought: [sovietTreaty],
  toldIn({ mentions }) {
    const treaty = mentions.findLast((mention) => standsFor(mention, 'treaty'));
    return treaty?.readings.find(({ concept }) => concept.id === sovietTreaty)?.concept ?? null;
  },
};

/**
 * "The treaty" is the partnership treaty where the sentence names no third state, and either that treaty was
 * named in this block or the one before, or both countries are named. "The agreement" and "it" need the
 * treaty to have been named.
 */
export const treaties: ReferenceKind = {
  words: new Set(['it']),
  concepts: ['treaty', 'pact', 'agreement', 'document'],
  means: { concepts: [partnershipTreaty] },
  asks: [partnershipTreaty, ...twoCountries],
  find(sentence, tagger, before) {
    const concept = tagger.concepts.get(partnershipTreaty);
    if (!concept) return [];
    const soviet = sentence.mentions.filter((mention) => isOneOfThose(sentence, mention));
    const told = soviet.length > 0 ? before.last(lastSoviet) : null;
    if (told)
      return soviet.map(({ first, last }) => ({
        first,
        last,
        readings: [{ concept: told, form: 'noun' as const }],
        meant: told.name,
      }));
    const named = isNamed(sentence, before);
    const reading = { concept, form: 'noun' as const };
    const meant = 'the partnership treaty';
    const nouns = sentence.mentions
      .filter((mention) => isMeant(sentence, mention, named, before))
      .map(({ first, last, readings }) => ({
        first,
        last,
        readings: [...readings, reading],
        meant,
      }));
    const pronouns = named ? pronounsIn(sentence) : [];
    return [
      ...nouns,
      ...pronouns.map((at) => ({ first: at, last: at, readings: [reading], meant })),
    ];
  },
};

/** "That pact", "the Cold War document": the one told of in the sentence before. */
function isOneOfThose({ tokens }: TaggedSentence, mention: Mention): boolean {
  const before = tokens.slice(Math.max(0, mention.first - 3), mention.first);
  if (/\b(?:cold war|soviet|soviet-era|old)$/.test(before.map(({ text }) => text).join(' ')))
    return isOne(mention, ['treaty', 'pact', 'agreement', 'document']);
  return isOne(mention, ['treaty', 'pact']) && tokens[mention.first - 1]?.text === 'that';
}

/** Whether the sentence or those before it name the partnership treaty. */
function isNamed({ mentions }: TaggedSentence, before: Discourse): boolean {
  // What a reference means depends on those before it, so the sentences are settled in order, from the first on.
  const recently = before.everNamed(partnershipTreaty) && before.recently(partnershipTreaty);
  return recently || mentions.some((mention) => standsFor(mention, partnershipTreaty));
}

/** Whether a word for a treaty or a document means the partnership treaty. */
function isMeant(
  sentence: TaggedSentence,
  mention: Mention,
  named: boolean,
  before: Discourse,
): boolean {
  const generic = isOne(mention, ['treaty', 'pact']);
  const loose = isOne(mention, ['agreement', 'document']);
  if ((!generic && !loose) || standsFor(mention, partnershipTreaty)) return false;
  if (sentence.mentions.some(isThirdState) || hasOtherName(sentence, mention.last)) return false;
  // "the agreement on direct rail travel"
  if (loose && hasOtherSubject(sentence, mention)) return false;
  if (generic && named) return true;
  const isKnown = isDefinite(sentence, mention);
  if (loose && isKnown && named) return true;
  const bothNamed = isOfBoth(sentence);
  const both = bothNamed || sentence.mentions.some((one) => standsFor(one, 'both-sides'));
  if (loose && isKnown && both && !lowerOffice(sentence) && signsWith(sentence, mention))
    return true;
  if (!generic) return false;
  return (
    (bothNamed && !hasOtherSubject(sentence, mention)) ||
    (isKnown && (both || before.everNamed(partnershipTreaty) || before.nothingTold)) ||
    (isTheirs(sentence, mention) && twoCountries.every((country) => before.recently(country)))
  );
}

function isOne({ readings }: Mention, concepts: readonly string[]): boolean {
  return readings.some(({ concept }) => concepts.includes(concept.id));
}

/** Whether a sentence names both countries, or who stands for them. */
function isOfBoth({ mentions }: TaggedSentence): boolean {
  return twoCountries.every((country) =>
    mentions.some(
      (mention) =>
        standsFor(mention, country) ||
        // What news agencies sign with each other is no treaty of their countries.
        mention.readings.some(({ concept }) => concept.for === country && !concept.is.has('media')),
    ),
  );
}

/** The places of "it" where it stands before or right behind what is done with a treaty. */
function pronounsIn(sentence: TaggedSentence): number[] {
  return sentence.tokens.flatMap(({ text }, at) => {
    if (text !== 'it' || namesTreatyBehind(sentence, at)) return [];
    return treatyActionFollows(sentence, at) || isTreatyAction(sentence, at - 1) ? [at] : [];
  });
}

/** Words that say what the partnership treaty is about. */
const ownSubject = new Set(
  `comprehensive strategic partnership mutual defence defense alliance allied friendship assistance
   aid`.split(/\s+/),
);
/** How far behind a treaty its subject may stand, and how many words of it are looked at. */
const subjectReach = 6;
const subjectLength = 4;

/** Words that say before an agreement what else it is about. */
const otherSubject =
  /^(?:air|aviation|border|bridge|ceasefire|customs|education|energy|extradition|fisheries|gas|grain|health|labou?r|media|oil|peace|rail|railway|tourism|trade|transit|transport|travel|visa)$/;

/** "an accord with North Korea on mass media", "the rail agreement": an agreement on something else. */
function hasOtherSubject({ tokens, dates }: TaggedSentence, { first, last }: Mention): boolean {
  if (otherSubject.test(textAt(tokens, first - 1))) return true;
  for (let at = last + 1; at <= last + subjectReach; at++) {
    const token = tokens[at];
    if (token?.kind !== 'word') return false;
    if (token.text !== 'on' || dates.some(({ first }) => first === at + 1)) continue;
    const subject = tokens.slice(at + 1, at + 1 + subjectLength);
    return subject[0]?.kind === 'word' && !subject.some(({ text }) => ownSubject.has(text));
  }
  return false;
}

function isDefinite(sentence: TaggedSentence, mention: Mention): boolean {
  for (let at = mention.first; at >= Math.max(0, mention.first - 4); at--) {
    const token = sentence.tokens[at];
    if (token && (definite.has(token.text) || token.possessive)) return true;
    // "This visit follows an agreement": the determiner is that of another noun.
    if (token && articles.has(token.text)) return false;
    if (at < mention.first && isAt(sentence, at, 'preposition')) return false;
  }
  return false;
}

const definite = new Set(['the', 'this', 'that', 'its', 'their', 'his', 'both']);

/** "That treaty", "their treaty": one of those that the text spoke of just now. */
function isTheirs(sentence: TaggedSentence, { first }: Mention): boolean {
  return ofTheText.has(textAt(sentence.tokens, first - 1));
}

const ofTheText = new Set(['this', 'that', 'their']);

/** What ministers and ambassadors sign is another agreement. */
function lowerOffice(sentence: TaggedSentence): boolean {
  return sentence.mentions.some(
    (mention) => standsFor(mention, 'ambassador') || standsFor(mention, 'minister'),
  );
}

/** A "document" that both sides sign, initial or ratify. */
function signsWith(sentence: TaggedSentence, mention: Mention): boolean {
  return sentence.mentions.some(
    (other) =>
      Math.abs(other.first - mention.first) <= 12 &&
      treatyActions.some((action) => standsFor(other, action)),
  );
}

/** "It was replaced by the partnership treaty": it is another. */
function namesTreatyBehind({ mentions }: TaggedSentence, pronoun: number): boolean {
  return mentions.some(
    (mention) => mention.first > pronoun && standsFor(mention, partnershipTreaty),
  );
}

/** "ratified it": what is done with a treaty right before. */
function isTreatyAction(sentence: TaggedSentence, index: number): boolean {
  return treatyActions.some((action) => isAt(sentence, index, action));
}

function treatyActionFollows(sentence: TaggedSentence, index: number): boolean {
  return sentence.mentions.some(
    (mention) =>
      mention.first > index &&
      mention.first - index <= pronounReach &&
      treatyActions.some((action) => standsFor(mention, action)),
  );
}
