import type { Discourse } from './reading.ts';
import { isAt, type TaggedSentence, withMentions, wordsOf } from './sentence.ts';
import { type Mention, mentionOf, standsFor, type Tagger } from './tagger.ts';

/** How far before its verb "it" may stand to be read as the treaty, in tokens. */
const pronounReach = 5;
/** The concept that references are resolved to. */
export const partnershipTreaty = 'partnership-treaty';
const treatyActions = ['to-sign', 'to-ratify', 'to-enter-into-force'];

/**
 * Finds what "the treaty", "the agreement" and "it" refer to. "The treaty" is the partnership treaty
 * where the sentence or the text before it names no third state, and either the partnership treaty was
 * named in this block or the one before, or both countries are named. "The agreement" and "it" need the
 * treaty to have been named.
 */
export function resolveReferences(
  sentence: TaggedSentence,
  tagger: Tagger,
  discourse: Discourse,
): { sentence: TaggedSentence; references: string[] } {
  const treaty = tagger.concepts.get(partnershipTreaty);
  if (!treaty || !refers(sentence)) return { sentence, references: [] };
  const names = (concept: string) =>
    sentence.mentions.some((mention) => standsFor(mention, concept));
  // What news agencies sign with each other is no treaty of their countries.
  const stands = (concept: string) =>
    sentence.mentions.some((mention) =>
      mention.readings.some((r) => r.concept.for === concept && !r.concept.is.has('media')),
    );
  const bothNamed =
    (names('russia') || stands('russia')) && (names('north-korea') || stands('north-korea'));
  const both = bothNamed || names('both-sides');
  const named = discourse.treatyRecently || names('partnership-treaty');
  const known = discourse.treatyTold;
  const bothRecently = discourse.recently('russia') && discourse.recently('north-korea');
  const third = sentence.mentions.some(isThirdState);
  const references: string[] = [];
  const mentions: Mention[] = [];
  for (const mention of sentence.mentions) {
    const generic = mention.readings.some(
      (r) => r.concept.id === 'treaty' || r.concept.id === 'pact',
    );
    const loose = mention.readings.some(
      (r) => r.concept.id === 'agreement' || r.concept.id === 'document',
    );
    const definite = (generic || loose) && isDefinite(sentence, mention);
    const meant =
      (generic &&
        !third &&
        (named ||
          (bothNamed && !hasOtherSubject(sentence, mention)) ||
          (definite && (both || known || discourse.nothingTold)) ||
          (isTheirs(sentence, mention) && bothRecently))) ||
      (loose &&
        !third &&
        definite &&
        (named || (both && !lowerOffice(sentence) && signsWith(sentence, mention))));
    if (standsFor(mention, 'partnership-treaty') && isWithThirdState(sentence, mention)) {
      const other = tagger.concepts.get('treaty');
      mentions.push(
        mentionOf(mention.first, mention.last, other ? [{ concept: other, form: 'noun' }] : []),
      );
      continue;
    }
    if (meant && !standsFor(mention, 'partnership-treaty')) {
      references.push(
        `“${wordsOf(sentence, mention.first, mention.last)}” is read as the partnership treaty.`,
      );
      mentions.push(
        mentionOf(mention.first, mention.last, [
          ...mention.readings,
          { concept: treaty, form: 'noun' },
        ]),
      );
    } else mentions.push(mention);
  }
  if (named) {
    for (const [index, token] of sentence.tokens.entries()) {
      if (token.text !== 'it' || namesTreatyBehind(sentence, index)) continue;
      if (!treatyActionFollows(sentence, index) && !isTreatyAction(sentence, index - 1)) continue;
      references.push('“it” is read as the partnership treaty.');
      const kept = mentions.filter((mention) => mention.first !== index);
      mentions.length = 0;
      mentions.push(...kept, mentionOf(index, index, [{ concept: treaty, form: 'noun' }]));
    }
  }
  if (mentions.every((mention, index) => mention === sentence.mentions[index]))
    return { sentence, references };
  mentions.sort((a, b) => a.first - b.first);
  return { sentence: withMentions(sentence, mentions), references };
}

const referring = ['treaty', 'pact', 'agreement', 'document'];

/** Whether a sentence has a word that may refer to a treaty at all: most have none. */
function refers(sentence: TaggedSentence): boolean {
  return (
    sentence.mentions.some((mention) => referring.some((concept) => standsFor(mention, concept))) ||
    sentence.tokens.some((token) => token.text === 'it')
  );
}

/** Whether words that suggest these concepts may be taken for the partnership treaty; "it" may be too. */
export function mayMeanTreaty(suggests: ReadonlySet<string>): boolean {
  return referring.some((concept) => suggests.has(concept));
}

function isThirdState(mention: Mention): boolean {
  return mention.readings.every(
    ({ concept }) =>
      concept.is.has('country') &&
      !['russia', 'north-korea', 'country', 'south-korea', 'ukraine', 'soviet-union'].includes(
        concept.id,
      ),
  );
}

/** Words that say what the partnership treaty is about. */
const ownSubject =
  /^(?:comprehensive|strategic|partnership|mutual|defen[cs]e|alliance|allied|friendship|assistance|aid)$/;
/** How far behind a treaty its subject may stand, and how many words of it are looked at. */
const subjectReach = 6;
const subjectLength = 4;

/** "an accord with North Korea on mass media": an agreement on something else. */
function hasOtherSubject({ tokens, dates }: TaggedSentence, { last }: Mention): boolean {
  for (let at = last + 1; at <= last + subjectReach; at++) {
    const token = tokens[at];
    if (token?.kind !== 'word') return false;
    if (token.text !== 'on' || dates.some(({ first }) => first === at + 1)) continue;
    const subject = tokens.slice(at + 1, at + 1 + subjectLength);
    return subject[0]?.kind === 'word' && !subject.some(({ text }) => ownSubject.test(text));
  }
  return false;
}

/** How far behind a treaty the state it is with may stand, in tokens. */
const partnerReach = 4;

/** "a strategic partnership treaty with Iran", "the Russia-Iran partnership treaty": not the one with Korea. */
function isWithThirdState(sentence: TaggedSentence, { first, last }: Mention): boolean {
  const before = sentence.mentionAt[first - 1];
  if (before && isThirdState(before)) return true;
  if (!/^(?:with|between)$/.test(sentence.tokens[last + 1]?.text ?? '')) return false;
  const partners = sentence.mentions.filter(
    (mention) => mention.first > last && mention.first <= last + partnerReach && isState(mention),
  );
  return (
    partners.some(isThirdState) && !partners.some((mention) => standsFor(mention, 'north-korea'))
  );
}

function isState(mention: Mention): boolean {
  return mention.readings.every(({ concept }) => concept.is.has('country'));
}

function isDefinite(sentence: TaggedSentence, mention: Mention): boolean {
  for (let at = mention.first; at >= Math.max(0, mention.first - 4); at--) {
    const token = sentence.tokens[at];
    if (token && /^(the|this|that|its|their|his|both)$/.test(token.text)) return true;
    if (token?.possessive) return true;
    // "This visit follows an agreement": the determiner is that of another noun.
    if (token && /^an?$/.test(token.text)) return false;
    if (at < mention.first && isAt(sentence, at, 'preposition')) return false;
  }
  return false;
}

/** "That treaty", "their treaty": one of those that the text spoke of just now. */
function isTheirs(sentence: TaggedSentence, { first }: Mention): boolean {
  return /^(?:this|that|their)$/.test(sentence.tokens[first - 1]?.text ?? '');
}

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
