import type { WordForm } from '../claims/rules.ts';
import type { Event, Tense } from './grammar-types.ts';
import { type Mention, standsFor, verbForms } from './mention.ts';
import { isAt, type TaggedSentence } from './sentence.ts';
import { isAdverb, nominal } from './word-kinds.ts';

/** The actions of a sentence, with tense and voice: verbs, and nouns for actions. In order. */
export function readEvents(sentence: TaggedSentence): Event[] {
  const events: Event[] = [];
  for (const mention of sentence.mentions) {
    const actions = mention.readings.filter(
      ({ concept }) => concept.is.has('action') && concept.id !== 'bare-noun',
    );
    if (actions.length === 0) continue;
    const verbs = actions.filter((reading) => verbForms.includes(reading.form));
    const nouns = actions.filter((reading) => !verbForms.includes(reading.form));
    const noun = standsAsNoun(sentence, mention);
    if (noun && nouns.length === 0 && hasThingReading(mention)) continue;
    const asNoun =
      (verbs.length === 0 && !isPredicate(sentence, mention)) || (canBeNoun(verbs, nouns) && noun);
    const kept = asNoun && nouns.length > 0 ? nouns : actions;
    const verbal = verbPhrase(sentence, mention, verbFormOf(sentence, mention, verbs));
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
  if (used?.text === 'used' && /^(?:been|was|were)$/.test(be?.text ?? '')) return true;
  for (let at = mention.first - 1; at >= mention.first - causeReach; at--) {
    const before = sentence.mentionAt[at];
    if (!before) continue;
    const cause = before.readings.find(({ concept }) => concept.is.has('to-bring-about'));
    if (cause) {
      const { tense, possible } = verbPhrase(sentence, before, cause.form);
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

function canBeNoun(verbs: Mention['readings'], nouns: Mention['readings']): boolean {
  return nouns.length > 0 || verbs.some((reading) => reading.form === 'ing');
}

function standsAsNoun(sentence: TaggedSentence, mention: Mention): boolean {
  const before = mention.first - 1;
  const token = sentence.tokens[before];
  if (!token) return sentence.tokens[mention.last + 1]?.text === 'of';
  if (token.possessive || token.kind === 'number') return true;
  if (sentence.tokens[mention.last + 1]?.text === 'of') return true;
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
  const { text = '' } = sentence.tokens[head] ?? {};
  if (/^(?:is|are|was|were|been|has|have|had)$/.test(text)) return true;
  let at = first - 1;
  while (isAdverb(sentence, at)) at--;
  if (text.endsWith('ed')) return isAt(sentence, at, 'auxiliary-have');
  return /^(?:in|on|at|under)$/.test(text) && isAt(sentence, at, 'auxiliary-be');
}

/** "is already in force", "are at work": told as so now. */
function isStatedNow(sentence: TaggedSentence, { first }: Mention): boolean {
  let at = first - 1;
  while (isAdverb(sentence, at) && !isAt(sentence, at, 'negation')) at--;
  return /^(?:is|are)$/.test(sentence.tokens[at]?.text ?? '');
}

interface VerbPhrase {
  passive: boolean;
  reduced: boolean;
  infinitive: boolean;
  tense: Tense;
  possible: boolean;
  news: boolean;
}

/** "was hit", "has put": what looks the same in all forms is a participle behind an auxiliary. */
function verbFormOf(
  sentence: TaggedSentence,
  { first }: Mention,
  verbs: Mention['readings'],
): WordForm {
  const form = verbs[0]?.form ?? 'noun';
  if (form !== 'verb' || verbs.every((reading) => reading.form === 'verb')) return form;
  let before = first - 1;
  while (isAdverb(sentence, before)) before--;
  const ready = isAt(sentence, before, 'auxiliary-be') || isAt(sentence, before, 'auxiliary-have');
  return (ready && verbs.find((reading) => isReady(reading.form))?.form) || form;
}

/** Whether a form can stand behind an auxiliary of the passive or the perfect. */
export function isReady(form: WordForm): boolean {
  return form === 'past-or-participle' || form === 'participle';
}

/** Reads the auxiliaries before a verb: back over adverbs until something else stands there. */
function verbPhrase(sentence: TaggedSentence, mention: Mention, form: WordForm): VerbPhrase {
  let be = false;
  let now = false;
  let have = false;
  let infinitive = false;
  let will = false;
  let possible = false;
  let going = false;
  let perfect = false;
  let able = false;
  for (let at = mention.first - 1, seen = 0; at >= 0 && seen < 6; at--, seen++) {
    const token = sentence.tokens[at];
    if (token?.kind !== 'word') break;
    if (token.text === 'to' && sentence.tokens[at - 1]?.text === 'able') {
      able = true;
      at--;
    } else if (token.text === 'to') infinitive = true;
    else if (isAt(sentence, at, 'auxiliary-be')) {
      be = true;
      now = /^(?:is|are)$/.test(token.text);
    } else if (isAt(sentence, at, 'auxiliary-have')) {
      have = true;
      perfect = /^ha(?:s|ve)$/.test(token.text);
    } else if (isAt(sentence, at, 'will-modal')) will = true;
    else if (isAt(sentence, at, 'may-modal')) possible ||= !isOpenToAll(sentence, at);
    else if (isAt(sentence, at, 'planned')) going = true;
    else if (!isAdverb(sentence, at)) break;
  }
  const ready = isReady(form);
  const reduced = ready && !be && !have && isReducedParticiple(sentence, mention, form);
  const passive = (ready && be) || reduced;
  // "help rebuild": the second verb is what is meant to be done.
  if (form === 'verb' && isAt(sentence, mention.first - 1, 'to-help')) infinitive = true;
  let tense: Tense = 'open';
  // "is believed to have received": it has.
  if (will || going || (infinitive && !have)) tense = 'planned';
  else if (form === 'ing' || able) tense = 'ongoing';
  else if (have || form === 'past' || ready) tense = 'done';
  return {
    passive: passive || (ready && infinitive && be),
    reduced,
    infinitive,
    tense,
    possible,
    news:
      !possible &&
      ((tense === 'done' && perfect) ||
        (tense === 'open' && form === 'verb') ||
        (tense === 'ongoing' && now)),
  };
}

/** "one can fly", "tourists can now visit": what can be done by anybody is there. */
function isOpenToAll({ tokens }: TaggedSentence, modal: number): boolean {
  return (
    tokens[modal]?.text === 'can' &&
    (/^(?:one|you|anyone|anybody)$/.test(tokens[modal - 1]?.text ?? '') ||
      /^(?:now|again|once)$/.test(tokens[modal - 1]?.text ?? '') ||
      /^(?:now|again|once)$/.test(tokens[modal + 1]?.text ?? ''))
  );
}

/** "soldiers killed in Kursk": what is done to people, where nobody is named behind it. */
function isSuffered(mention: Mention): boolean {
  return ['to-kill', 'to-wound', 'to-capture'].some((action) => standsFor(mention, action));
}

/** "the treaty signed between …", "sappers sent by …": no auxiliary, and something follows that asks for a passive. */
function isReducedParticiple(sentence: TaggedSentence, mention: Mention, form: WordForm): boolean {
  const next = mention.last + 1;
  if (form === 'participle') return true;
  let before = mention.first - 1;
  while (isAdverb(sentence, before)) before--;
  const comma = sentence.tokens[before]?.text === ',';
  const start = mention.first === 0;
  if (isAt(sentence, next, 'by-preposition') || isAt(sentence, next, 'between-preposition'))
    return true;
  const object = sentence.mentionAt[mention.first - 1];
  const afterThing =
    object !== undefined &&
    (['document', 'goods', 'weapon'].some((kind) => standsFor(object, kind)) ||
      (standsFor(object, 'personnel') &&
        (mention.readings.every(isGiving) || isSuffered(mention))));
  const followedByObject =
    isAt(sentence, next, 'determiner') || sentence.tokens[next]?.kind === 'number';
  return (afterThing || comma || start) && !followedByObject && isAdjunct(sentence, next);
}

/** Whether people are what is sent or given, where no object follows: "troops sent from Pyongyang". */
function isGiving({ concept }: Mention['readings'][number]): boolean {
  return concept.roles === 'giving';
}

function isAdjunct(sentence: TaggedSentence, at: number): boolean {
  return (
    isAt(sentence, at, 'preposition') ||
    sentence.dates.some((date) => date.first === at) ||
    sentence.tokens[at]?.kind === 'punctuation' ||
    at >= sentence.tokens.length ||
    isAt(sentence, at, 'coordinator')
  );
}
