import { country, type Phrase } from './grammar-types.ts';
import type { SentenceReading } from './reading.ts';
import { isAt, type TaggedSentence } from './sentence.ts';
import { standsFor, standsForAny } from './tagger.ts';

/** One thing called another: "Defence Minister Shoigu", "Pyongyang, the South Korean capital". */
export interface Calling {
  what: Phrase;
  /** What it is called: an office, a capital; null where only a country is put beside it. */
  a: Phrase | null;
  /** Of which country, where that is said. */
  of: string | null;
  /** "former", "then", "until": not so now. */
  past: boolean;
}

const roleVerbs = ['to-hold-office', 'to-head', 'to-appoint'];

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
      // "in Pyongyang, a Seoul-based lecturer said"
      if (sentence.tokens[descriptor.mention.last + 1]?.joined) continue;
      if (!describes(sentence, reading, descriptor, phrase)) continue;
      const of =
        ownerByWhose(sentence, reading, descriptor) ??
        impliedCountry(descriptor) ??
        (descriptor.owner === phrase ? null : ownerCountry(descriptor)) ??
        ownerCountry(phrase);
      found.push({ what: phrase, a: descriptor, of, past: isPast(sentence, descriptor, phrase) });
    }
    const beside = placedIn(reading, phrase);
    if (a.includes('unsaid') && beside)
      found.push({ what: phrase, a: null, of: beside, past: false });
  }
  return found;
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

function describes(
  sentence: TaggedSentence,
  reading: SentenceReading,
  descriptor: Phrase,
  phrase: Phrase,
): boolean {
  const [left, right] =
    descriptor.mention.first < phrase.mention.first ? [descriptor, phrase] : [phrase, descriptor];
  const from = left.mention.last + 1;
  const to = right.mention.first;
  if (to - from > 10) return false;
  let commas = 0;
  let linked = false;
  let held = false;
  let of = false;
  let words = 0;
  for (let at = from; at < to; at++) {
    const token = sentence.tokens[at];
    if (!token) return false;
    // "to Seoul, not Pyongyang"
    if (token.text === 'not' && sentence.tokens[at - 1]?.text === ',') return false;
    if (token.kind === 'punctuation') {
      if (!/^[,"'(—.:]$/.test(token.text)) return false;
      // "MSMT: UN agency that …", as a caption or an encyclopaedia has it.
      const entry = token.text === ':' && at === from && left.mention.first === 0;
      if (entry || token.text === ',' || token.text === '(' || token.text === '—') commas++;
      continue;
    }
    if (isAt(sentence, at, 'coordinator')) return false;
    // "ambassador of Russia to North Korea A. Matsegora"
    const place =
      left === descriptor && isAt(sentence, at, 'preposition') && token.text !== 'of'
        ? placeBehind(reading, at)
        : null;
    if (place && place.mention.last < to) {
      at = place.mention.last;
      continue;
    }
    // Initials: "Defence Minister S. Shoigu".
    if (token.text.length === 1 && token.capital) continue;
    if (
      /^(is|as|remains|heads|leads|heading|leading|runs|serving|serves|called|named|known|dubbed|styled|being|currently|now|still|who|in|his|her|capacity|role|post|man|charge|chief|boss|top|head)$/.test(
        token.text,
      )
    ) {
      linked = true;
      continue;
    }
    // Ranks: "the defence minister, General No Kwang Chol".
    if (/^(army|general|marshal|admiral|colonel|lieutenant|minister|comrade|mr)$/.test(token.text))
      continue;
    if (
      isAt(sentence, at, 'past-or-former') ||
      isAt(sentence, at, 'auxiliary-be') ||
      isAt(sentence, at, 'auxiliary-have')
    ) {
      linked = true;
      continue;
    }
    if (isAt(sentence, at, 'determiner') || isAt(sentence, at, 'adverb')) continue;
    if (roleVerbs.some((verb) => isAt(sentence, at, verb))) {
      linked = true;
      continue;
    }
    // "The post of ambassador is held by Matsegora", "the ministry belongs to No Kwang Chol".
    const next = sentence.tokens[at + 1]?.text;
    if (
      (/^(?:held|filled|occupied)$/.test(token.text) && next === 'by') ||
      (/^(?:belongs|belonged)$/.test(token.text) && next === 'to')
    ) {
      at++;
      linked = true;
      held = true;
      continue;
    }
    if (token.text === 'of') {
      of = true;
      continue;
    }
    if (isAt(sentence, at, 'preposition')) return false;
    const between = reading.grammar.phrases.find(
      (one) => one.mention.first <= at && at <= one.mention.last,
    );
    if (between) {
      // "held by the veteran diplomat Alexander Matsegora"
      if (held && between.mention.last + 1 === to && !between.owner) continue;
      // A country between may only qualify the title: "the minister of Russia, Shoigu", "Shoigu, Moscow's minister".
      if (country(between) === null && between.head !== right) return false;
      if (standsFor(between.mention, 'person') && between.owner === null && between.head !== right)
        return false;
      if (between.head === right || between === left.owner) continue;
      return false;
    }
    if (
      reading.frames.some(
        (frame) => frame.event.kind === 'verb' && frame.event.mention.first === at,
      )
    )
      return false;
    words++;
  }
  if (words > 2) return false;
  if (descriptor.mention.first < phrase.mention.first)
    return held || (commas <= 1 && !linked) || of || (linked && commas === 0 && words === 0);
  return commas >= 1 || linked;
}

/** The country that a preposition puts a title in. */
function placeBehind({ sentence, grammar }: SentenceReading, preposition: number): Phrase | null {
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
  if (/^[,(]$/.test(sentence.tokens[after]?.text ?? '')) {
    const next = grammar.phrases.find((one) => one.mention.first === after + 1);
    if (next && !next.head && standsFor(next.mention, 'country')) {
      const behind = sentence.tokens[next.mention.last + 1];
      const closed = !behind || behind.kind === 'punctuation';
      const joined = sentence.tokens[next.mention.last]?.possessive;
      const listed = behind?.text === ',' && isAt(sentence, next.mention.last + 2, 'coordinator');
      const preposition = phrase.preposition !== null;
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
    if (isAt(sentence, at, 'past-or-former') || isAt(sentence, at, 'to-dismiss')) return true;
    const text = sentence.tokens[at]?.text;
    // "was appointed defence minister": so he is.
    if (text === 'was' && isAt(sentence, at + 1, 'to-appoint')) continue;
    if (at > first && at < last && (text === 'was' || text === 'served' || text === 'until'))
      return true;
    // A capital is one for good: "Pyongyang before flying home".
    if (standsFor(descriptor.mention, 'capital')) continue;
    if (/^(until|once|formerly|before|successor|predecessor|replaced|succeeded)$/.test(text ?? ''))
      return true;
  }
  return false;
}
