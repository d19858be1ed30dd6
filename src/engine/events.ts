import { textAt } from '../text/token-sequence.ts';
import { pastOfBe, presentOfBe } from './english.ts';
import type { Event } from './grammar-types.ts';
import { isVerbal, type Mention, type Reading, standsFor } from './mention.ts';
import { isAt, type TaggedSentence } from './sentence.ts';
import { readVerbPhrase, verbFormOf } from './verb-phrases.ts';
import { isAdverb, nearestButAdverbs, nominal } from './word-kinds.ts';

/** The actions of a sentence, with tense and voice: verbs, and nouns for actions. In order. */
export function readEvents(sentence: TaggedSentence): Event[] {
  const events: Event[] = [];
  for (const mention of sentence.mentions) {
    const actions = mention.readings.filter(
      ({ concept }) => concept.is.has('action') && concept.id !== 'bare-noun',
    );
    if (actions.length === 0) continue;
    const verbs = actions.filter(isVerbal);
    const nouns = actions.filter((reading) => !isVerbal(reading));
    const noun = standsAsNoun(sentence, mention);
    if (noun && nouns.length === 0 && hasThingReading(mention)) continue;
    const asNoun =
      (verbs.length === 0 && !isPredicate(sentence, mention)) || (canBeNoun(verbs, nouns) && noun);
    const kept = asNoun && nouns.length > 0 ? nouns : actions;
    const verbal = readVerbPhrase(sentence, mention, verbFormOf(sentence, mention, verbs));
    events.push({
      mention,
      concepts: kept.map((reading) => reading.concept),
      kind: asNoun ? 'noun' : 'verb',
      passive: !asNoun && verbal.passive,
      reduced: !asNoun && verbal.reduced,
      infinitive: !asNoun && verbal.infinitive,
      gerund: asNoun && isGerund(sentence, mention),
      tense: asNoun ? 'open' : verbal.tense,
      possible: !asNoun && verbal.possible,
      news: asNoun || verbs.length === 0 ? isStatedNow(sentence, mention) : verbal.news,
      clause: 0,
    });
  }
  return events;
}

/** How far before "to" the verb may stand that brings about what follows: "forced the battered North Koreans to". */
const causeReach = 10;

/** "losses forced Kim to withdraw his troops", "managed to cross", "was used to justify it": what was brought about is done. */
export function isBroughtAbout(sentence: TaggedSentence, { mention }: Event): boolean {
  const [be, used] = sentence.tokens.slice(Math.max(0, mention.first - 3), mention.first);
  if (used?.text === 'used' && be && (be.text === 'been' || pastOfBe.has(be.text))) return true;
  for (let at = mention.first - 1; at >= mention.first - causeReach; at--) {
    const before = sentence.mentionAt[at];
    if (!before) continue;
    const cause = before.readings.find(({ concept }) => concept.is.has('to-bring-about'));
    if (cause) {
      const { tense, possible } = readVerbPhrase(sentence, before, cause.form);
      return tense === 'done' && !possible;
    }
    if (standsFor(before, 'action') && at < mention.first - 1) return false;
  }
  return false;
}

/** "wants to return and confirm", "will send sappers and build houses": what is joined to a plan is planned. */
export function planTogether(sentence: TaggedSentence, events: readonly Event[]): void {
  let before: Event | null = null;
  for (const event of events) {
    if (event.kind !== 'verb') continue;
    const { first } = event.mention;
    const joined = isAt(sentence, first - 1, 'coordinator') && isBaseForm(sentence, event);
    if (joined && before?.tense === 'planned' && event.tense === 'open') {
      event.tense = 'planned';
      event.infinitive = true;
    }
    before = event;
  }
}

function isBaseForm(sentence: TaggedSentence, { mention }: Event): boolean {
  return (
    mention.readings.some(({ form }) => form === 'verb') &&
    !sentence.tokens[mention.first]?.text.endsWith('s')
  );
}

/** "a decree", "the memorial": words that are also verbs, standing as things. */
function hasThingReading(mention: Mention): boolean {
  return mention.readings.some(
    ({ concept, form }) =>
      !concept.is.has('action') &&
      (form === 'noun' || (form === 'phrase' && nominal.some((kind) => concept.is.has(kind)))),
  );
}

function canBeNoun(verbs: readonly Reading[], nouns: readonly Reading[]): boolean {
  return nouns.length > 0 || verbs.some((reading) => reading.form === 'ing');
}

/** "its dispatch", "the sending of": whether what stands around a word makes it a noun. */
function standsAsNoun(sentence: TaggedSentence, mention: Mention): boolean {
  const before = mention.first - 1;
  const token = sentence.tokens[before];
  const isOfSomething = textAt(sentence.tokens, mention.last + 1) === 'of';
  if (!token) return isOfSomething;
  if (token.possessive || token.kind === 'number' || isOfSomething) return true;
  if (token.text === 'to') return false;
  if (isAt(sentence, before, 'determiner') || isAt(sentence, before, 'preposition')) return true;
  if (isAt(sentence, before, 'auxiliary') || isAt(sentence, before, 'relative-word')) return false;
  if (sentence.dates.some((date) => date.last === before)) return true;
  const qualifier = sentence.mentionAt[before];
  return qualifier?.readings.some((reading) => reading.form === 'adjective') ?? false;
}

/** "by firing a missile": a verb in -ing behind a preposition, and no "of" behind it. */
function isGerund(sentence: TaggedSentence, { first, last, readings }: Mention): boolean {
  return (
    readings.some(({ form }) => form === 'ing') &&
    isAt(sentence, first - 1, 'preposition') &&
    sentence.tokens[last + 1]?.text !== 'of'
  );
}

/**
 * "the arsenals are empty", "has been in action", "have not returned home": what somebody is said to be or to have
 * done, with or behind an auxiliary.
 */
function isPredicate(sentence: TaggedSentence, { first, last }: Mention): boolean {
  if (first === last) return false;
  let head = first;
  while (head < last && isAdverb(sentence, head)) head++;
  const text = textAt(sentence.tokens, head);
  if (auxiliaries.has(text)) return true;
  const before = nearestButAdverbs(sentence, first - 1);
  if (text.endsWith('ed')) return isAt(sentence, before, 'auxiliary-have');
  return statePrepositions.has(text) && isAt(sentence, before, 'auxiliary-be');
}

const auxiliaries = new Set([...presentOfBe, ...pastOfBe, 'been', 'has', 'have', 'had']);
/** "in action", "under way": with these a turn of phrase tells how something is. */
const statePrepositions = new Set(['in', 'on', 'at', 'under']);

/** "is already in force", "are at work": told as so now. */
function isStatedNow(sentence: TaggedSentence, { first }: Mention): boolean {
  let at = first - 1;
  while (isAdverb(sentence, at) && !isAt(sentence, at, 'negation')) at--;
  return presentOfBe.has(textAt(sentence.tokens, at));
}
