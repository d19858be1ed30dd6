import { textAt } from '../text/token-sequence.ts';
import { possessives } from './english.ts';
import { country, type Event, type Phrase } from './grammar-types.ts';
import { type Mention, standsFor } from './mention.ts';
import { isAt, type TaggedSentence } from './sentence.ts';
import { isAdverb, isAdverbial, isNominal } from './word-kinds.ts';

/** How far a preposition may stand before the noun it governs, in tokens. */
const prepositionReach = 6;

/** What says of a phrase that it is not meant: without one of these, none is negated. */
export const negating = ['negation', 'instead-of'] as const;

/** How far a qualifier may stand before its noun, in tokens. */
const qualifierReach = 4;

/** People, countries, things and places of a sentence, each with its preposition and owner. In order. */
export function readPhrases(
  sentence: TaggedSentence,
  eventAt: ReadonlyMap<number, Event>,
  clauseAt: readonly number[],
): Phrase[] {
  const phrases = nounPhrases(sentence, eventAt, clauseAt);
  phrases.forEach((phrase, index) => {
    const next = phrases[index + 1];
    if (next && qualifies(sentence, phrase, next, eventAt)) {
      phrase.head = next;
      next.owner = country(phrase) ? phrase : (phrase.owner ?? phrase);
    }
  });
  phrases.forEach((phrase, index) => {
    const before = phrases[index - 1];
    const { preposition, negated } = findPreposition(sentence, phrase, before, eventAt);
    phrase.preposition = preposition;
    phrase.negated = negated;
    if (before) tellOwners(sentence, before, phrase, eventAt);
  });
  // "their own builders", "his own sappers": whose they are is told by the subject.
  phrases.forEach((phrase, index) => {
    if (phrase.owner || !hasOwn(sentence, phrase)) return;
    const subject = phrases.slice(0, index).find((other) => country(other) && !other.head);
    if (subject) phrase.owner = subject;
  });
  return phrases;
}

function nounPhrases(
  sentence: TaggedSentence,
  eventAt: ReadonlyMap<number, Event>,
  clauseAt: readonly number[],
): Phrase[] {
  const phrases: Phrase[] = [];
  for (const mention of sentence.mentions) {
    const event = eventAt.get(mention.first);
    if (!isNominal(mention) || event?.kind === 'verb' || isAdverbial(sentence, mention)) continue;
    phrases.push({
      mention,
      preposition: null,
      head: null,
      owner: null,
      negated: false,
      none: noneOf(sentence, mention, eventAt),
      clause: clauseAt[mention.first] ?? 0,
    });
  }
  return phrases;
}

/** "soldiers of North Korea": whose a phrase is by the one behind it; "Kim's sappers and builders": by the one before. */
function tellOwners(
  sentence: TaggedSentence,
  before: Phrase,
  phrase: Phrase,
  eventAt: ReadonlyMap<number, Event>,
): void {
  const { preposition } = phrase;
  const isOf = preposition === 'of-preposition' || preposition === 'from-preposition';
  // "The government in Seoul" is Seoul's.
  const isSeat = preposition === 'in-preposition' && standsFor(before.mention, 'government');
  const gap = phrase.mention.first - before.mention.last;
  // "Kim's invasion of the South": the South is invaded, and owns nothing.
  const acts = eventBetween(before, phrase, eventAt);
  if ((isOf || isSeat) && !acts && !before.owner && gap <= 4 && country(phrase))
    before.owner = phrase;
  if (joinedByAnd(sentence, before, phrase) && !phrase.owner && before.owner?.head === before)
    phrase.owner = before.owner;
}

const withOwner = new Set([...possessives, 'our']);

/** The words that say of a noun that there is none of it: before it, or "do not exist" behind it. */
function noneOf(
  sentence: TaggedSentence,
  noun: Mention,
  eventAt: ReadonlyMap<number, Event>,
): Mention | null {
  if (standsFor(noun, 'none-of')) return noun;
  // "no interest in their survival"
  if (withOwner.has(textAt(sentence.tokens, noun.first))) return null;
  for (let at = noun.first - 1; at > noun.first - 1 - noneReach; at--) {
    const mention = sentence.mentionAt[at];
    if (mention && standsFor(mention, 'none-of')) return mention;
    if (mention && standsFor(mention, 'negation')) return existsNot(sentence, mention);
    if (endsNone(sentence, at, eventAt) || isAt(sentence, at, 'preposition')) break;
  }
  for (let at = noun.last + 1; at <= noun.last + noneReach; at++) {
    const mention = sentence.mentionAt[at];
    if (mention && standsFor(mention, 'there-is-no')) return mention;
    if (endsNone(sentence, at, eventAt)) break;
  }
  return null;
}

function endsNone(
  sentence: TaggedSentence,
  at: number,
  eventAt: ReadonlyMap<number, Event>,
): boolean {
  return (
    sentence.tokens[at]?.kind !== 'word' ||
    eventAt.get(at)?.kind === 'verb' ||
    isAt(sentence, at, 'coordinator')
  );
}

/** How far before its noun "no" may stand, in tokens: "not one of the much-feared elite North Korean soldiers". */
const noneReach = 8;

/** "there never were", "there have not been": the negation of what exists. */
function existsNot(sentence: TaggedSentence, negation: Mention): Mention | null {
  let at = negation.first - 1;
  while (isAt(sentence, at, 'auxiliary') || isAt(sentence, at, 'adverb')) at--;
  const { text } = sentence.tokens[at] ?? {};
  return text === 'there' || sentence.tokens[negation.first - 2]?.text === 'there'
    ? negation
    : null;
}

function eventBetween(
  before: Phrase,
  phrase: Phrase,
  eventAt: ReadonlyMap<number, Event>,
): boolean {
  for (let at = before.mention.last + 1; at < phrase.mention.first; at++) {
    if (eventAt.has(at)) return true;
  }
  return false;
}

function hasOwn(sentence: TaggedSentence, phrase: Phrase): boolean {
  for (let at = phrase.mention.first - 1; at >= Math.max(0, phrase.mention.first - 4); at--) {
    if (isAt(sentence, at, 'own')) return true;
    if (sentence.mentionAt[at]) return false;
  }
  return false;
}

function qualifies(
  sentence: TaggedSentence,
  phrase: Phrase,
  next: Phrase,
  eventAt: ReadonlyMap<number, Event>,
): boolean {
  const { last } = phrase.mention;
  const gap = next.mention.first - last - 1;
  if (gap > qualifierReach) return false;
  const form = phrase.mention.readings[0]?.form;
  const possessive = sentence.tokens[last]?.possessive ?? false;
  const attributive =
    form === 'adjective' ||
    // "Kim's Kursk veterans": what stands between owner and noun passes the owner on.
    (gap === 0 &&
      form !== 'noun' &&
      (country(phrase) !== null || (phrase.owner !== null && standsFor(phrase.mention, 'place'))) &&
      !standsFor(next.mention, 'country') &&
      !standsFor(phrase.mention, 'person'));
  if (!possessive && !attributive) return false;
  for (let at = last + 1; at < next.mention.first; at++) {
    if (sentence.tokens[at]?.kind === 'punctuation' || eventAt.get(at)?.kind === 'verb')
      return false;
    if (isAt(sentence, at, 'preposition') || isAt(sentence, at, 'auxiliary')) return false;
    if (isAt(sentence, at, 'relative-word')) return false;
  }
  return true;
}

/** The preposition that a verb has taken up: "landed in Pyongyang", but not "bring in workers". */
function particle(sentence: TaggedSentence, at: number, phrase: Phrase): string | null {
  const word = textAt(sentence.tokens, at);
  const place = standsFor(phrase.mention, 'place') || standsFor(phrase.mention, 'country');
  const mention = sentence.mentionAt[at];
  if (!mention || mention.first === mention.last || phrase.head) return null;
  return place || word === 'to' || word === 'from'
    ? (sentence.prepositions.get(word) ?? null)
    : null;
}

function joinedByAnd(sentence: TaggedSentence, before: Phrase, phrase: Phrase): boolean {
  const gap = phrase.mention.first - before.mention.last;
  return gap <= 4 && isAt(sentence, before.mention.last + 1, 'coordinator');
}

/** "to a minority, not to the army", "rather than from the North": a negation set against what was said before. */
function isDenied(sentence: TaggedSentence, preposition: number): boolean {
  const before = preposition - 2;
  const instead = sentence.mentionAt[preposition - 1];
  if (instead && instead.last > instead.first && standsFor(instead, 'instead-of')) return true;
  return (
    isAt(sentence, preposition - 1, 'negation') &&
    (sentence.tokens[before]?.kind === 'punctuation' || isAt(sentence, before, 'coordinator'))
  );
}

/** "11,000 of Kim's soldiers", "some of the men": so many of them are what is told of. */
function isPartOfMany(sentence: TaggedSentence, at: number): boolean {
  if (sentence.tokens[at]?.text !== 'of') return false;
  const before = at - 1;
  return (
    sentence.numbers.some(({ last, unit }) => last === before && unit === null) ||
    quantities.has(textAt(sentence.tokens, before))
  );
}

const quantities = new Set(
  'some most many several hundreds thousands dozens few both all half'.split(' '),
);

/** "in the Pacific city of Vladivostok": what kind of place it is, is told first. */
function isKindOfPlace(sentence: TaggedSentence, at: number, { mention }: Phrase): boolean {
  return (
    sentence.tokens[at]?.text === 'of' &&
    standsFor(mention, 'place') &&
    kindsOfPlaces.has(textAt(sentence.tokens, at - 1))
  );
}

const kindsOfPlaces = new Set('city town port capital resort village region province'.split(' '));

/** Whether a finite verb follows a phrase at once. */
function actsNext(
  sentence: TaggedSentence,
  { mention }: Phrase,
  eventAt: ReadonlyMap<number, Event>,
): boolean {
  let at = mention.last + 1;
  while (isAdverb(sentence, at) || isAt(sentence, at, 'auxiliary')) at++;
  const event = eventAt.get(at);
  return event?.kind === 'verb' && !event.reduced && !event.infinitive;
}

/** The preposition that governs a phrase, and whether the words before it say that it is not meant. */
function findPreposition(
  sentence: TaggedSentence,
  phrase: Phrase,
  before: Phrase | undefined,
  eventAt: ReadonlyMap<number, Event>,
): { preposition: string | null; negated: boolean } {
  let negated = false;
  const stop = Math.max(-1, phrase.mention.first - 1 - prepositionReach);
  for (let at = phrase.mention.first - 1; at > stop; at--) {
    if (before && at <= before.mention.last) {
      if (before.head)
        return { preposition: before.preposition, negated: negated || before.negated };
      return { preposition: null, negated };
    }
    if (negating.some((concept) => isAt(sentence, at, concept))) {
      negated = true;
      if (isAt(sentence, at, 'negation')) continue;
      return { preposition: null, negated };
    }
    const token = sentence.tokens[at];
    if (!token || token.kind === 'punctuation') break;
    // "In June the DPRK announced": the preposition belongs to the date.
    if (sentence.dates.some((date) => date.first <= at && at <= date.last)) break;
    const event = eventAt.get(at);
    if (event?.kind === 'verb' || event?.gerund) {
      return { preposition: particle(sentence, at, phrase), negated };
    }
    if (isAt(sentence, at, 'coordinator')) {
      // "sends sappers to Kursk and Moscow will hire builders": another clause begins.
      const joined = before?.mention.last === at - 1 && before.clause === phrase.clause;
      return { preposition: joined ? before.preposition : null, negated };
    }
    // "As the agency declared, …" opens a clause; only the noun of a verbless "as" is governed by it.
    if (token.text === 'as' && (at === 0 || sentence.tokens[at - 1]?.text === ',')) break;
    // "around 3,000 troops" is a number, not a place.
    if (sentence.numbers.some((number) => number.first <= at && at <= number.last)) continue;
    // "after the North attacked": what acts is governed by no preposition.
    if (isAt(sentence, at, 'subordinator') && actsNext(sentence, phrase, eventAt)) break;
    if (isPartOfMany(sentence, at)) continue;
    if (isKindOfPlace(sentence, at, phrase)) {
      if (before && before.mention.last === at - 1)
        return { preposition: before.preposition, negated };
      continue;
    }
    for (const { concept } of sentence.mentionAt[at]?.readings ?? []) {
      if (concept.is.has('preposition'))
        return { preposition: concept.id, negated: negated || isDenied(sentence, at) };
    }
    if (isAt(sentence, at, 'auxiliary') || isAt(sentence, at, 'relative-word')) break;
  }
  return { preposition: null, negated };
}
