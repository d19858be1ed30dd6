import { unsaid } from '../claims/statement.ts';
import { textAt } from '../text/token-sequence.ts';
import { country, type Phrase } from './grammar-types.ts';
import { standsFor, standsForAny } from './mention.ts';
import type { SentenceReading } from './reading.ts';
import { isAt, type TaggedSentence } from './sentence.ts';

/** One thing called another: "Defence Minister Shoigu", "Pyongyang, the South Korean capital". */
export interface Calling {
  what: Phrase;
  /** What it is called: an office, a capital; null where only a country is put beside it. */
  a: Phrase | null;
  /** Of which country, where that is said. */
  of: string | null;
  /** "former", "then", "until": not so now. */
  past: boolean;
  /** A title or apposition, which the sentence takes as given: "Defence Minister Shoigu", and not "Shoigu is". */
  title: boolean;
}

/** All that is said of what the phrases named `what` are called, by titles, appositions, "is" and "as". */
export function readCallings(
  reading: SentenceReading,
  what: readonly string[],
  a: readonly string[],
): Calling[] {
  const { sentence, grammar } = reading;
  const found: Calling[] = [];
  const named = grammar.phrases.filter((phrase) => standsForAny(phrase.mention, what));
  for (const phrase of named) {
    for (const descriptor of grammar.phrases) {
      if (descriptor === phrase || descriptor.negated || !standsForAny(descriptor.mention, a))
        continue;
      // "Oil goes to Pyongyang, Seoul says": a city by its name is another one, not what this one is called.
      if (isNamedCity(descriptor)) continue;
      // "in Pyongyang, a Seoul-based lecturer said"
      if (sentence.tokens[descriptor.mention.last + 1]?.joined) continue;
      const between = describes(reading, descriptor, phrase);
      if (!between) continue;
      const of =
        ownerByWhose(sentence, reading, descriptor) ??
        impliedCountry(descriptor) ??
        (descriptor.owner === phrase ? null : ownerCountry(descriptor)) ??
        ownerCountry(phrase);
      const past = isPast(sentence, descriptor, phrase);
      found.push({ what: phrase, a: descriptor, of, past, title: !between.linked });
    }
    const beside = placedIn(reading, phrase);
    if (a.includes(unsaid) && beside)
      found.push({ what: phrase, a: null, of: beside, past: false, title: true });
  }
  return found;
}

function isNamedCity({ mention }: Phrase): boolean {
  return mention.readings.every(
    ({ form, concept }) => form === 'name' && concept.is.has('capital'),
  );
}

function ownerCountry(phrase: Phrase): string | null {
  return phrase.owner ? country(phrase.owner) : null;
}

/** "South Korea, whose capital is Pyongyang". */
function ownerByWhose(
  sentence: TaggedSentence,
  reading: SentenceReading,
  descriptor: Phrase,
): string | null {
  const whose = descriptor.mention.first - 1;
  if (sentence.tokens[whose]?.text !== 'whose') return null;
  const owner = reading.grammar.phrases.findLast(
    (phrase) => phrase.mention.last < whose && !phrase.head,
  );
  return owner ? country(owner) : null;
}

/** An office that names its country itself: "Russian defence minister" as one concept. */
function impliedCountry(phrase: Phrase): string | null {
  return phrase.mention.readings.find((reading) => reading.concept.for)?.concept.for ?? null;
}

/** What the words between a title and a name say of the two. */
interface Between {
  commas: number;
  /** "is", "serving as", "now heads": words that say who holds what. */
  linked: boolean;
  /** "held by", "belongs to": the title is told first and its holder after it. */
  held: boolean;
  of: boolean;
  /** Words that are none of these. */
  words: number;
}

/** How many tokens may stand between a title and the one who has it. */
const reach = 10;
const linkingWords = new Set(
  `is as being remains serving serves heads heading leads leading runs called named known dubbed styled
   currently now still who in his her capacity role post man charge chief boss top head`.split(
    /\s+/,
  ),
);
const linkingConcepts = [
  'past-or-former',
  'auxiliary-be',
  'auxiliary-have',
  'to-hold-office',
  'to-head',
  'to-appoint',
];
const ranks = new Set(
  'army general marshal admiral colonel lieutenant minister comrade mr'.split(' '),
);

/** What stands between a title and a name of which one is what the other is called; null where it is not. */
function describes(reading: SentenceReading, descriptor: Phrase, phrase: Phrase): Between | null {
  const titleFirst = descriptor.mention.first < phrase.mention.first;
  const [left, right] = titleFirst ? [descriptor, phrase] : [phrase, descriptor];
  const between = readBetween(reading, left, right, titleFirst);
  if (!between || between.words > 2) return null;
  const { commas, linked, held, of, words } = between;
  const holds = titleFirst
    ? held || of || (linked ? commas === 0 && words === 0 : commas <= 1)
    : commas >= 1 || linked;
  return holds ? between : null;
}

/** Reads what stands between a title and a name; null where it parts them. */
function readBetween(
  reading: SentenceReading,
  left: Phrase,
  right: Phrase,
  titleFirst: boolean,
): Between | null {
  const { tokens } = reading.sentence;
  const from = left.mention.last + 1;
  const to = right.mention.first;
  if (to - from > reach) return null;
  const between: Between = { commas: 0, linked: false, held: false, of: false, words: 0 };
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    if (!token) return null;
    if (token.kind === 'punctuation') {
      if (!/^[,"'(—.:]$/.test(token.text)) return null;
      // "to Seoul, not Pyongyang"
      if (tokens[at + 1]?.text === 'not' && token.text === ',') return null;
      // "MSMT: UN agency that …", as a caption or an encyclopaedia has it.
      const entry = token.text === ':' && at === from && left.mention.first === 0;
      if (entry || /^[,(—]$/.test(token.text)) between.commas++;
      continue;
    }
    if (isAt(reading.sentence, at, 'coordinator')) return null;
    // "ambassador of Russia to North Korea A. Matsegora"
    const place = titleFirst ? placeOfOffice(reading, at) : null;
    if (place && place.mention.last < to) at = place.mention.last;
    else if (linksAt(reading.sentence, at)) between.linked = true;
    else if (isHeldAt(reading.sentence, at)) {
      between.linked = true;
      between.held = true;
      at++;
    } else if (token.text === 'of') between.of = true;
    else if (!isPartOfName(reading.sentence, at)) {
      if (isAt(reading.sentence, at, 'preposition') || isVerbAt(reading, at)) return null;
      const other = phraseAt(reading, at);
      if (other && !mayStandBetween(other, left, right, between.held)) return null;
      if (!other) between.words++;
    }
  }
  return between;
}

function linksAt(sentence: TaggedSentence, at: number): boolean {
  return (
    linkingWords.has(textAt(sentence.tokens, at)) ||
    linkingConcepts.some((concept) => isAt(sentence, at, concept))
  );
}

/** "The post of ambassador is held by Matsegora", "the ministry belongs to No Kwang Chol". */
function isHeldAt({ tokens }: TaggedSentence, at: number): boolean {
  return holding.get(textAt(tokens, at)) === textAt(tokens, at + 1);
}

/** What is held, with the preposition before its holder. */
const holding: ReadonlyMap<string, string> = new Map([
  ['held', 'by'],
  ['filled', 'by'],
  ['occupied', 'by'],
  ['belongs', 'to'],
  ['belonged', 'to'],
]);

/** "S. Shoigu", "the defence minister, General No Kwang Chol": initials, ranks and articles say nothing else. */
function isPartOfName(sentence: TaggedSentence, at: number): boolean {
  const token = sentence.tokens[at];
  if (!token) return false;
  return (
    (token.text.length === 1 && token.capital) ||
    ranks.has(token.text) ||
    isAt(sentence, at, 'determiner') ||
    isAt(sentence, at, 'adverb')
  );
}

function phraseAt({ grammar }: SentenceReading, at: number): Phrase | undefined {
  return grammar.phrases.find(({ mention }) => mention.first <= at && at <= mention.last);
}

function isVerbAt({ frames }: SentenceReading, at: number): boolean {
  return frames.some(({ event }) => event.kind === 'verb' && event.mention.first === at);
}

function isNamedPerson({ mention, owner }: Phrase): boolean {
  return standsFor(mention, 'person') && owner === null;
}

/**
 * "The minister of Russia, Shoigu", "Shoigu, Moscow's minister": a phrase between the two that only qualifies
 * the title, or, where a post is "held by the veteran diplomat Matsegora", the name.
 */
function mayStandBetween(other: Phrase, left: Phrase, right: Phrase, held: boolean): boolean {
  if (held && other.mention.last + 1 === right.mention.first && !other.owner) return true;
  if (other.head === right) return true;
  return other === left.owner && country(other) !== null && !isNamedPerson(other);
}

/** "ambassador to North Korea": the country that a preposition other than "of" puts a title in. */
function placeOfOffice({ sentence, grammar }: SentenceReading, preposition: number): Phrase | null {
  if (!isAt(sentence, preposition, 'preposition')) return null;
  if (sentence.tokens[preposition]?.text === 'of') return null;
  const at = isAt(sentence, preposition + 1, 'determiner') ? preposition + 2 : preposition + 1;
  const place = grammar.phrases.find((phrase) => phrase.mention.first === at);
  return place && country(place) !== null ? place : null;
}

/** "Pyongyang, South Korea" and "South Korea's Pyongyang". */
function placedIn(reading: SentenceReading, phrase: Phrase): string | null {
  const { sentence, grammar } = reading;
  const after = phrase.mention.last + 1;
  // "signed in Pyongyang in South Korea"
  if (sentence.tokens[after]?.text === 'in' && phrase.preposition !== null) {
    const next = grammar.phrases.find((one) => one.mention.first === after + 1);
    const behind = sentence.tokens[(next?.mention.last ?? 0) + 1];
    if (next && standsFor(next.mention, 'country') && (!behind || behind.kind === 'punctuation'))
      return country(next);
  }
  if (/^[,(]$/.test(textAt(sentence.tokens, after))) {
    const next = grammar.phrases.find((one) => one.mention.first === after + 1);
    if (next && !next.head && standsFor(next.mention, 'country')) {
      const behind = sentence.tokens[next.mention.last + 1];
      const closed = !behind || behind.kind === 'punctuation';
      const joined = sentence.tokens[next.mention.last]?.possessive;
      const listed = behind?.text === ',' && isAt(sentence, next.mention.last + 2, 'coordinator');
      // A dateline stands without: "Pyongyang (South Korea), 19 June".
      const preposition = phrase.preposition !== null || phrase.mention.first === 0;
      if (
        (closed || isAt(sentence, next.mention.last + 1, 'preposition')) &&
        preposition &&
        !joined &&
        !listed
      )
        return country(next);
    }
  }
  const owner = phrase.owner;
  const adjacent =
    owner &&
    phrase.mention.first - owner.mention.last <= 2 &&
    sentence.tokens[owner.mention.last]?.possessive;
  return owner && adjacent && standsFor(owner.mention, 'country') ? country(owner) : null;
}

const noMore = new Set(
  'until once formerly before successor predecessor replace replaces replaced succeed succeeds succeeded follow follows'.split(
    ' ',
  ),
);

/** "former", "then", "who was", "until": the words around the pair put it in the past. */
function isPast(sentence: TaggedSentence, descriptor: Phrase, phrase: Phrase): boolean {
  const first = Math.min(descriptor.mention.first, phrase.mention.first);
  const last = Math.max(descriptor.mention.last, phrase.mention.last);
  const owner = descriptor.owner?.mention.first ?? first;
  for (
    let at = Math.max(0, Math.min(first, owner) - 3);
    at <= Math.min(last + 2, sentence.tokens.length - 1);
    at++
  ) {
    // Behind the pair it belongs to something else: "Pyongyang, the capital of the South, late on Friday".
    if (at <= last && isAt(sentence, at, 'past-or-former')) return true;
    if (isAt(sentence, at, 'to-dismiss')) return true;
    const text = textAt(sentence.tokens, at);
    // "was appointed defence minister": so he is.
    if (text === 'was' && isAt(sentence, at + 1, 'to-appoint')) continue;
    if (at > first && at < last && (text === 'was' || text === 'served' || text === 'until'))
      return true;
    // A capital is one for good: "Pyongyang before flying home".
    if (standsFor(descriptor.mention, 'capital')) continue;
    if (noMore.has(text)) return true;
  }
  return false;
}
