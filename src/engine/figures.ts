import type { NumberMention } from '../text/number-mention.ts';
import type { Event, Grammar, Phrase } from './grammar-types.ts';
import { isVerbal, type Mention, standsFor } from './mention.ts';
import { isAt, type TaggedSentence } from './sentence.ts';

/** A number with the things it counts. */
export interface Figure {
  number: NumberMention;
  /** What it counts: the nearest noun, and those joined to it. Empty where it is not known. */
  of: readonly Phrase[];
  /** What it may count, where that stands before it: "shells reached 12 million". Enough to be right, not to be wrong. */
  perhaps: readonly Phrase[];
  /** Whether the sentence says what it counts in words that are not known: "five kilometres of cable". */
  ofSomethingElse: boolean;
  /** Whether it counts a part of what a larger number before it counts: "12,000 men, including 500 officers". */
  part: boolean;
}

/** How far behind a number its noun may stand, in tokens. */
const nounReach = 7;

/** Finds what each number of a sentence counts. */
export function readFigures(sentence: TaggedSentence, grammar: Grammar): Figure[] {
  return sentence.numbers
    .filter((number) => !number.ordinal && !isYear(sentence, number) && !isPair(sentence, number))
    .map((number) => {
      const of = counted(sentence, grammar, number);
      const open = of.every((phrase) => standsForNothing(sentence, phrase));
      return {
        number,
        of,
        perhaps: open
          ? [
              ...toldBefore(sentence, grammar, number),
              ...(of.length === 0 ? toldBehindColon(sentence, grammar, number) : []),
            ]
          : [],
        ofSomethingElse:
          of.length === 0 &&
          (isMeasureOf(sentence, number) ||
            isDistance(sentence, number) ||
            isOfUnknownThings(sentence, number)),
        part: isIncluded(sentence, grammar, number),
      };
    });
}

/** "a rise on 2023", "up from 2023": a year, though no date is made of it. */
function isYear(
  { tokens }: TaggedSentence,
  { first, last, low, high, unit }: NumberMention,
): boolean {
  const bare = first === last && unit === null && low === high && low >= 1900 && low < 2100;
  return (
    bare &&
    /^(?:on|from|in|since|than|over)$/.test(tokens[first - 1]?.text ?? '') &&
    tokens[last + 1]?.kind !== 'word'
  );
}

/** "trade between the two reached": the two countries, and no count. */
function isPair({ tokens, mentionAt }: TaggedSentence, { first, last }: NumberMention): boolean {
  if (first !== last || tokens[first]?.text !== 'two' || tokens[first - 1]?.text !== 'the')
    return false;
  const next = tokens[last + 1];
  const verb = mentionAt[last + 1]?.readings.some(isVerbal);
  return next?.kind !== 'word' || verb === true || isAuxiliary(mentionAt[last + 1]);
}

/** How far before a number the word that includes it may stand, in tokens. */
const inclusionReach = 12;

/** "12,000 men, including 500 officers and three generals": counted already, up to the next verb. */
function isIncluded(
  { tokens, numbers }: TaggedSentence,
  { events }: Grammar,
  number: NumberMention,
): boolean {
  const stop = Math.max(0, number.first - inclusionReach);
  for (let at = number.first - 1; at > stop; at--) {
    const { text, kind } = tokens[at] ?? {};
    if (
      text === 'including' ||
      (text === 'them' && /^(?:among|of)$/.test(tokens[at - 1]?.text ?? ''))
    )
      return numbers.some(
        ({ last, low, unit }) => last < at && unit === number.unit && low > number.high,
      );
    if (kind === 'punctuation' && text !== ',') return false;
    if (events.some((event) => event.kind === 'verb' && event.mention.first === at)) return false;
  }
  return false;
}

function isAuxiliary(mention: Mention | undefined): boolean {
  return mention !== undefined && standsFor(mention, 'auxiliary');
}

/** "of them", "of which": what is counted was named before. */
function standsForNothing({ tokens }: TaggedSentence, { mention }: Phrase): boolean {
  return tokens[mention.first]?.text === 'of';
}

/** How far before a number what it counts may be named, in tokens. */
const reachBack = 14;

/** The nearest thing or people before a number, with no other number between. */
function toldBefore(
  { numbers }: TaggedSentence,
  grammar: Grammar,
  number: NumberMention,
): Phrase[] {
  const found = grammar.phrases.findLast(
    ({ mention, head }) =>
      mention.last < number.first &&
      number.first - mention.last <= reachBack &&
      !head &&
      ['personnel', 'goods', 'weapon'].some((kind) => standsFor(mention, kind)),
  );
  const parted = numbers.some(
    ({ first }) => found && first > found.mention.last && first < number.first,
  );
  return found && !parted ? [found] : [];
}

/** "Kim's million: the shells that keep guns firing": in a headline what is counted follows the colon. */
function toldBehindColon(
  { tokens }: TaggedSentence,
  grammar: Grammar,
  { last }: NumberMention,
): Phrase[] {
  if (tokens[last + 1]?.text !== ':') return [];
  const found = grammar.phrases.find(({ mention, head }) => mention.first > last && !head);
  return found && found.mention.first - last <= nounReach ? [found] : [];
}

const measures = new Set([
  'km',
  'm',
  'cm',
  'mile',
  'foot',
  'hectare',
  'acre',
  'square-km',
  'square-m',
  'square-mile',
]);

/**
 * "five kilometres from the village": how far away something is. "From bank to bank" is a length, and metres from
 * a target are how well it is hit.
 */
function isDistance({ tokens }: TaggedSentence, { last, unit }: NumberMention): boolean {
  if (unit !== 'km' && unit !== 'mile') return false;
  const next = tokens[last + 1]?.text ?? '';
  if (next === 'from') {
    const to = tokens.findIndex(({ text }, at) => at > last + 1 && at < last + 7 && text === 'to');
    // "from the bridge to Korea" is how far from the bridge that leads there.
    const the = (at: number) => tokens[at]?.text === 'the';
    return to < 0 || (the(last + 2) && !the(to + 1));
  }
  return /^(?:away|off|inland|upstream|downstream|behind|beyond|short|north|south|east|west)$/.test(
    next,
  );
}

/** "five kilometres of cable": a length or an area of something, and not of the whole. */
function isMeasureOf(
  { tokens, mentionAt }: TaggedSentence,
  { last, unit }: NumberMention,
): boolean {
  const noun = tokens[last + 2];
  return (
    unit !== null &&
    measures.has(unit) &&
    tokens[last + 1]?.text === 'of' &&
    noun?.kind === 'word' &&
    mentionAt[last + 2]?.readings.some(({ concept }) => concept.is.has('determiner')) !== true
  );
}

/** How far behind a number things with no known name may stand, in tokens. */
const unknownReach = 3;

/** "6,000 North Korean students": a word right behind the number that looks like several things. */
function isOfUnknownThings(
  { tokens, mentionAt }: TaggedSentence,
  { last, unit }: NumberMention,
): boolean {
  if (unit !== null) return false;
  for (let at = last + 1; at <= last + unknownReach; at++) {
    const token = tokens[at];
    if (token?.kind !== 'word') return false;
    const mention = mentionAt[at];
    if (mention) {
      if (!mention.readings.every(({ form }) => form === 'adjective')) return false;
      at = mention.last;
    } else if (/[^su]s$/.test(token.text)) return !token.possessive;
  }
  return false;
}

function counted(sentence: TaggedSentence, grammar: Grammar, number: NumberMention): Phrase[] {
  const inside = grammar.phrases.findLast(
    ({ mention, head }) => number.first < mention.first && mention.last < number.last && !head,
  );
  // "one shell in two": the noun stands within the share.
  if (number.unit === 'percent' && inside) return [inside];
  const found: Phrase[] = [];
  const stop = Math.min(sentence.tokens.length, number.last + 1 + nounReach);
  const eventAt = verbStarts(grammar.events);
  for (let at = number.last + 1; at < stop; at++) {
    const token = sentence.tokens[at];
    if (token?.text === '"' || token?.text === "'") continue;
    // "two billion dollars' worth of shells": what so much money is worth.
    if (number.unit !== null && isWorth(sentence, at)) {
      at++;
      continue;
    }
    if (!token || token.kind === 'punctuation') break;
    const attributive = number.unit === null && isAttributive(sentence, at);
    if (eventAt.has(at) && !token.joined && !attributive) break;
    const other = sentence.numbers.find((one) => one !== number && one.first === at);
    if (other?.unit === 'mm') {
      // "50 170mm howitzers", "122 mm and 152 mm rounds": the calibres are passed over.
      at = isAt(sentence, other.last + 1, 'coordinator') ? other.last + 1 : other.last;
      continue;
    }
    // "5,000 of the 9,000 builders": both count the same.
    if (other && isPartOf(sentence, number, other)) return counted(sentence, grammar, other);
    if (other) break;
    const ofWord = isAt(sentence, at, 'of-preposition');
    if (!ofWord && isAt(sentence, at, 'preposition')) break;
    // "The 5,000 are migrant workers": what they are called is what is counted.
    if (isAt(sentence, at, 'auxiliary-be') && at === number.last + 1) continue;
    if (isAt(sentence, at, 'relative-word') || isAt(sentence, at, 'auxiliary')) break;
    if (isAt(sentence, at, 'coordinator') && found.length === 0) break;
    const phrase = grammar.phrases.find((one) => one.mention.first === at);
    if (phrase) {
      const country = phrase.mention.readings.some((reading) => reading.form === 'adjective');
      at = phrase.mention.last;
      // "1,000 containers' worth of shells": what is counted are the containers.
      if (isWorth(sentence, at + 1)) return [phrase];
      // "half of the army's shells": what is counted are the shells.
      if (country || sentence.tokens[at]?.possessive) continue;
      if (!phrase.head) found.push(phrase);
      // "12 million pieces of ammunition": a word for one of many counts nothing by itself.
      if (isPiece(sentence, at)) continue;
      // "two brigades of builders": what is counted are the brigades.
      if (!phrase.head && !isAt(sentence, at + 1, 'coordinator')) break;
    }
  }
  // "builders, 5,000 people," and "builders numbering 5,000": the noun stands before.
  const vague = found.every((phrase) => isVague(phrase));
  const role = found[0] && vague ? roleOf(sentence, grammar, found[0]) : undefined;
  if (role) found.push(role);
  else if (vague) {
    const before = grammar.phrases.findLast(
      (phrase) =>
        phrase.mention.last < number.first &&
        number.first - phrase.mention.last <= 3 &&
        !isSpanOfTime(sentence, number) &&
        (!isAt(sentence, number.first - 1, 'preposition') ||
          isMadeUpOf(sentence, phrase, number)) &&
        standsFor(phrase.mention, 'personnel'),
    );
    if (before) found.push(before);
  }
  return found;
}

/** "5,000 of the 9,000", "9 out of some 20"; in "nine of the thirty million" both are millions. */
function isPartOf(sentence: TaggedSentence, part: NumberMention, whole: NumberMention): boolean {
  if (whole.unit !== null || (part.high < 1000 && whole.low >= 1000)) return false;
  for (let at = part.last + 1; at < whole.first; at++) {
    const passed =
      /^(?:out|of)$/.test(sentence.tokens[at]?.text ?? '') || isAt(sentence, at, 'determiner');
    if (!passed) return false;
  }
  return whole.first > part.last + 1;
}

/** "the men toil 18 hours": hours, and no men. */
function isSpanOfTime({ tokens }: TaggedSentence, { last }: NumberMention): boolean {
  return /^(?:minute|hour|day|week|month|year)s?$/.test(tokens[last + 1]?.text ?? '');
}

function isWorth({ tokens }: TaggedSentence, at: number): boolean {
  return (
    tokens[at - 1]?.possessive === true &&
    tokens[at]?.text === 'worth' &&
    tokens[at + 1]?.text === 'of'
  );
}

function isPiece({ tokens }: TaggedSentence, at: number): boolean {
  return /^(?:pieces|units|items)$/.test(tokens[at]?.text ?? '') && tokens[at + 1]?.text === 'of';
}

/** "50 domestically produced howitzers": a participle between a number and its noun. */
function isAttributive(sentence: TaggedSentence, at: number): boolean {
  const mention = sentence.mentionAt[at];
  const next = (mention?.last ?? at) + 1;
  return (
    mention?.readings.some(({ form }) => form === 'participle' || form === 'past-or-participle') ===
      true &&
    (sentence.mentionAt[next] !== undefined || sentence.tokens[next]?.kind === 'number') &&
    !isAt(sentence, next, 'function-word') &&
    !isAt(sentence, next, 'preposition') &&
    !isAt(sentence, next, 'determiner') &&
    !isAt(sentence, at - 1, 'auxiliary')
  );
}

function verbStarts(events: readonly Event[]): Set<number> {
  return new Set(
    events.filter((event) => event.kind === 'verb').map((event) => event.mention.first),
  );
}

/** "two brigades of 5,000 men": the men are what the brigades are. */
function isMadeUpOf({ tokens }: TaggedSentence, { mention }: Phrase, { first }: NumberMention) {
  return mention.last === first - 2 && tokens[first - 1]?.text === 'of';
}

/** "5,000 of its people as workers": what people are sent or taken as. */
function roleOf(sentence: TaggedSentence, grammar: Grammar, people: Phrase): Phrase | undefined {
  const as = people.mention.last + 1;
  if (sentence.tokens[as]?.text !== 'as') return undefined;
  return grammar.phrases.find(
    ({ mention }) =>
      mention.first > as && mention.first - as <= 3 && standsFor(mention, 'personnel'),
  );
}

function isVague(phrase: Phrase): boolean {
  return phrase.mention.readings.every(({ concept }) => concept.id === 'personnel');
}
