import type { NumberMention } from '../text/number-mention.ts';
import { textAt } from '../text/token-sequence.ts';
import type { Grammar, Phrase } from './grammar-types.ts';
import { standsFor } from './mention.ts';
import { isAt, type TaggedSentence } from './sentence.ts';

/** How far behind a number its noun may stand, in tokens. */
const nounReach = 7;

/** What a number counts: the nearest noun and those joined to it. Empty where it is not known. */
export function countedThings(
  sentence: TaggedSentence,
  grammar: Grammar,
  number: NumberMention,
): Phrase[] {
  const inside = grammar.phrases.findLast(
    ({ mention, head }) => number.first < mention.first && mention.last < number.last && !head,
  );
  // "one shell in two": the noun stands within the share.
  if (number.unit === 'percent' && inside) return [inside];
  const { things, isPlain } = thingsBehind(sentence, grammar, number);
  if (isPlain || !things.every(isVague)) return things;
  const [people] = things;
  const told =
    (people && roleOf(sentence, grammar, people)) ?? peopleBefore(sentence, grammar, number);
  return told ? [...things, told] : things;
}

/** What stands behind a number for it to count, and whether no other words are to be asked. */
interface Behind {
  things: Phrase[];
  isPlain: boolean;
}

function thingsBehind(sentence: TaggedSentence, grammar: Grammar, number: NumberMention): Behind {
  const { tokens, numbers } = sentence;
  const things: Phrase[] = [];
  const stop = Math.min(tokens.length, number.last + 1 + nounReach);
  const verbAt = new Set(
    grammar.events.filter(({ kind }) => kind === 'verb').map(({ mention }) => mention.first),
  );
  for (let at = number.last + 1; at < stop; at++) {
    const token = tokens[at];
    if (token?.text === '"' || token?.text === "'") continue;
    // "two billion dollars' worth of shells": what so much money is worth.
    if (number.unit !== null && isWorth(sentence, at)) {
      at++;
      continue;
    }
    if (!token || token.kind === 'punctuation') break;
    const isAttribute = number.unit === null && isAttributive(sentence, at);
    if (verbAt.has(at) && !token.joined && !isAttribute) break;
    const other = numbers.find((one) => one !== number && one.first === at);
    if (other?.unit === 'mm') {
      // "50 170mm howitzers", "122 mm and 152 mm rounds": the calibres are passed over.
      at = isAt(sentence, other.last + 1, 'coordinator') ? other.last + 1 : other.last;
      continue;
    }
    // "5,000 of the 9,000 builders": both count the same.
    if (other && isPartOf(sentence, number, other))
      return { things: countedThings(sentence, grammar, other), isPlain: true };
    if (other) break;
    // "The 5,000 are migrant workers": what they are called is what is counted.
    if (isAt(sentence, at, 'auxiliary-be') && at === number.last + 1) continue;
    if (partsFromNumber(sentence, at, things.length > 0)) break;
    const phrase = grammar.phrases.find(({ mention }) => mention.first === at);
    if (!phrase) continue;
    at = phrase.mention.last;
    // "1,000 containers' worth of shells": what is counted are the containers.
    if (isWorth(sentence, at + 1)) return { things: [phrase], isPlain: true };
    // "half of the army's shells": what is counted are the shells.
    const isAdjective = phrase.mention.readings.some(({ form }) => form === 'adjective');
    if (isAdjective || tokens[at]?.possessive) continue;
    if (!phrase.head) things.push(phrase);
    // "12 million pieces of ammunition": a word for one of many counts nothing by itself.
    if (isPiece(sentence, at)) continue;
    // "two brigades of builders": what is counted are the brigades.
    if (!phrase.head && !isAt(sentence, at + 1, 'coordinator')) break;
  }
  return { things, isPlain: false };
}

/** Whether a word parts what follows from a number; one that joins does so where nothing is counted yet. */
function partsFromNumber(sentence: TaggedSentence, at: number, isCounting: boolean): boolean {
  if (isAt(sentence, at, 'preposition') && !isAt(sentence, at, 'of-preposition')) return true;
  if (isAt(sentence, at, 'relative-word') || isAt(sentence, at, 'auxiliary')) return true;
  return isAt(sentence, at, 'coordinator') && !isCounting;
}

/** "builders, 5,000 people," and "builders numbering 5,000": the noun stands before. */
function peopleBefore(
  sentence: TaggedSentence,
  grammar: Grammar,
  number: NumberMention,
): Phrase | undefined {
  if (isSpanOfTime(sentence, number)) return undefined;
  return grammar.phrases.findLast(
    (phrase) =>
      phrase.mention.last < number.first &&
      number.first - phrase.mention.last <= 3 &&
      (!isAt(sentence, number.first - 1, 'preposition') || isMadeUpOf(sentence, phrase, number)) &&
      standsFor(phrase.mention, 'personnel'),
  );
}

/**
 * What a number may count where nothing behind it tells: "shells reached 12 million".
 * @param of what it counts by the words behind it
 */
export function mayBeCounted(
  sentence: TaggedSentence,
  grammar: Grammar,
  number: NumberMention,
  of: readonly Phrase[],
): Phrase[] {
  if (!of.every((phrase) => standsForNothing(sentence, phrase))) return [];
  const behind = of.length === 0 ? toldBehindColon(sentence, grammar, number) : [];
  return [...toldBefore(sentence, grammar, number), ...behind];
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

/** "5,000 of the 9,000", "9 out of some 20"; in "nine of the thirty million" both are millions. */
function isPartOf(sentence: TaggedSentence, part: NumberMention, whole: NumberMention): boolean {
  if (whole.unit !== null || (part.high < 1000 && whole.low >= 1000)) return false;
  for (let at = part.last + 1; at < whole.first; at++) {
    const text = textAt(sentence.tokens, at);
    if (text !== 'out' && text !== 'of' && !isAt(sentence, at, 'determiner')) return false;
  }
  return whole.first > part.last + 1;
}

/** "the men toil 18 hours": hours, and no men. */
function isSpanOfTime({ tokens }: TaggedSentence, { last }: NumberMention): boolean {
  return /^(?:minute|hour|day|week|month|year)s?$/.test(textAt(tokens, last + 1));
}

/** "1,000 containers' worth of shells". */
function isWorth({ tokens }: TaggedSentence, at: number): boolean {
  return (
    tokens[at - 1]?.possessive === true &&
    tokens[at]?.text === 'worth' &&
    tokens[at + 1]?.text === 'of'
  );
}

/** "pieces of ammunition": a word for one of many. */
function isPiece({ tokens }: TaggedSentence, at: number): boolean {
  return pieces.has(textAt(tokens, at)) && textAt(tokens, at + 1) === 'of';
}

const pieces = new Set(['pieces', 'units', 'items']);

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

/** "two brigades of 5,000 men": the men are what the brigades are. */
function isMadeUpOf(
  { tokens }: TaggedSentence,
  { mention }: Phrase,
  { first }: NumberMention,
): boolean {
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

/** "people", "men": words that fit whoever is counted. */
function isVague({ mention }: Phrase): boolean {
  return mention.readings.every(({ concept }) => concept.id === 'personnel');
}
