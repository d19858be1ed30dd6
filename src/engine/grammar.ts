import type { WordForm } from '../claims/rules.ts';
import { isAwaited } from './awaited-date.ts';
import { isAt, type TaggedSentence } from './sentence.ts';
import { type Mention, standsFor, type TaggedConcept, verbForms } from './tagger.ts';

/** A mention of a person, country, thing or place, with its place in the sentence. */
export interface Phrase {
  mention: Mention;
  /** The preposition that governs it, as a concept: "to-preposition"; null where there is none. */
  preposition: string | null;
  /** The phrase this one qualifies: "North Korean" in "North Korean sappers". */
  head: Phrase | null;
  /** The phrase that says whose it is: the reverse of `head`, also by "of" and "from". */
  owner: Phrase | null;
  /** "not civilian workers", "rather than Russia". */
  negated: boolean;
  /** The words that say that there is none of it: "no" in "no soldiers", "never" in "there never were soldiers". */
  none: Mention | null;
  clause: number;
}

export type Tense = 'done' | 'ongoing' | 'planned' | 'open';

/** A verb, or a noun for an action: "sent", "the dispatch". */
export interface Event {
  mention: Mention;
  concepts: readonly TaggedConcept[];
  kind: 'verb' | 'noun';
  passive: boolean;
  /** A participle without auxiliary: "the treaty signed in June". */
  reduced: boolean;
  infinitive: boolean;
  /** A noun with an object of its own: "by firing a missile". */
  gerund: boolean;
  tense: Tense;
  /** "could", "might", "may". */
  possible: boolean;
  /** "has signed", "signs": told as news, by the perfect or the present. */
  news: boolean;
  clause: number;
}

/** A stretch of tokens that holds at most one statement; `last` is inclusive. */
export interface Clause {
  first: number;
  last: number;
  /** Begins with "who", "which", "that": its subject is the phrase before it. */
  relative: boolean;
  /** Where "who" or "which" begins in it, be it behind what that takes up: "The builders, who came, …". */
  relativeFrom: number | null;
}

/** The grammar of one sentence. */
export interface Grammar {
  phrases: readonly Phrase[];
  events: readonly Event[];
  clauses: readonly Clause[];
  clauseAt: readonly number[];
}

const nominal = [
  'country',
  'person',
  'office',
  'organisation',
  'place',
  'armed-forces',
  'personnel',
  'weapon',
  'goods',
  'document',
  'building',
  'event-noun',
  'capital',
  'both-sides',
  'matter',
  'money',
];
/** How far a preposition may stand before the noun it governs, in tokens. */
const prepositionReach = 6;
/** How far a qualifier may stand before its noun, in tokens. */
const qualifierReach = 4;

/** Reads phrases, events and clauses of a sentence. Work is bounded by a constant for each token. */
export function readGrammar(sentence: TaggedSentence): Grammar {
  const events = readEvents(sentence);
  planTogether(sentence, events);
  for (const event of events) {
    if (event.infinitive && isBroughtAbout(sentence, event)) event.tense = 'done';
  }
  const eventAt = new Map<number, Event>();
  for (const event of events) {
    for (let at = event.mention.first; at <= event.mention.last; at++) eventAt.set(at, event);
  }
  const clauses = readClauses(sentence, eventAt);
  const clauseAt: number[] = new Array(sentence.tokens.length).fill(0);
  clauses.forEach((clause, index) => {
    clauseAt.fill(index, clause.first, clause.last + 1);
  });
  for (const event of events) event.clause = clauseAt[event.mention.first] ?? 0;
  // "It took until November for them to ratify it": they did.
  const awaited = sentence.dates.filter((date) => isAwaited(sentence, date));
  for (const event of events) {
    if (event.infinitive && awaited.some(({ last }) => last < event.mention.first))
      event.tense = 'done';
  }
  // "hopes to have it liberated": what is hoped for is not done.
  for (const event of events) {
    const hope = events.find(
      (other) =>
        other.clause === event.clause &&
        other.mention.last < event.mention.first &&
        standsFor(other.mention, 'expected'),
    );
    // "appears to have been providing": what only seems so is not to come.
    const seems = hope && /^(?:appear|seem)/.test(sentence.tokens[hope.mention.first]?.text ?? '');
    if (hope && event.kind === 'verb' && !(seems && event.tense !== 'planned'))
      event.tense = 'planned';
  }
  // A noun for an action is done, going on or planned as its verb is: "will help in the restoration".
  for (const noun of events) {
    if (noun.kind !== 'noun') continue;
    const verbs = events.filter((event) => event.kind === 'verb' && event.clause === noun.clause);
    const verb = verbs.findLast((event) => event.mention.first < noun.mention.first) ?? verbs[0];
    if (!verb) continue;
    noun.tense = verb.tense;
    noun.news ||= verb.news;
  }
  // "has signed a decree ratifying the treaty": told with the verb before it.
  for (const event of events) {
    if (event.kind !== 'verb' || event.tense !== 'ongoing') continue;
    event.news ||= events.some(
      (other) =>
        other.news && other.clause === event.clause && other.mention.last < event.mention.first,
    );
  }
  return { phrases: readPhrases(sentence, eventAt, clauseAt), events, clauses, clauseAt };
}

function readEvents(sentence: TaggedSentence): Event[] {
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

/** "losses forced Kim to withdraw his troops", "managed to cross": what was brought about is done. */
function isBroughtAbout(sentence: TaggedSentence, { mention }: Event): boolean {
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
function planTogether(sentence: TaggedSentence, events: readonly Event[]): void {
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
    else if (isAt(sentence, at, 'auxiliary-be')) be = true;
    else if (isAt(sentence, at, 'auxiliary-have')) {
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
    news: !possible && ((tense === 'done' && perfect) || (tense === 'open' && form === 'verb')),
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

function isAdverb(sentence: TaggedSentence, at: number): boolean {
  const token = sentence.tokens[at];
  if (!token) return false;
  return (
    token.text.endsWith('ly') || isAt(sentence, at, 'adverb') || isAt(sentence, at, 'negation')
  );
}

/** "formally", "officially": words for how something is done name nothing. */
function isAdverbial(sentence: TaggedSentence, mention: Mention): boolean {
  const told =
    mention.first === mention.last && sentence.tokens[mention.first]?.text.endsWith('ly');
  return (
    standsFor(mention, 'adverb') ||
    (told === true && mention.readings.every(({ form }) => form === 'phrase'))
  );
}

function readClauses(sentence: TaggedSentence, eventAt: ReadonlyMap<number, Event>): Clause[] {
  const { tokens } = sentence;
  const starts = [0];
  for (let at = 1; at < tokens.length; at++) {
    if (beginsClause(sentence, at, eventAt)) starts.push(at);
  }
  const pieces = starts.map((first, index): Clause => {
    const relative = isRelative(sentence, first, eventAt);
    const last = (starts[index + 1] ?? tokens.length) - 1;
    return { first, last, relative, relativeFrom: relative ? first : null };
  });
  // A piece without a verb is an adjunct or an apposition: it belongs to the piece before it. But "where, unlike
  // at home, nobody blocks them" is one clause.
  const clauses: Clause[] = [];
  let opening: Clause | null = null;
  for (const piece of pieces) {
    const before: Clause | undefined = clauses.at(-1);
    if (hasVerb(piece, eventAt)) {
      const { first, relative } = opening ?? piece;
      clauses.push({ ...piece, first, relative });
      opening = null;
    } else if (opening) opening.last = piece.last;
    else if (!before) opening = { ...piece, relative: false };
    else if (isBareConnective(sentence, piece) || opensReport(sentence, piece, eventAt))
      opening = piece;
    else before.last = piece.last;
  }
  const before = clauses.at(-1);
  if (opening && before) before.last = opening.last;
  if (clauses.length === 0)
    clauses.push({ first: 0, last: tokens.length - 1, relative: false, relativeFrom: null });
  return clauses;
}

/** ", where", ", which": all of a piece but the comma after it. */
function isBareConnective(sentence: TaggedSentence, { first, last }: Clause): boolean {
  const at = sentence.tokens[first]?.kind === 'punctuation' ? first + 1 : first;
  const connects = isAt(sentence, at, 'relative-word') || isAt(sentence, at, 'subordinator');
  return at === last && connects && sentence.tokens[last + 1]?.text === ',';
}

/** "recalled that in 2024, Putin and Kim signed it": what stands between "that" and a comma is of what is reported. */
function opensReport(
  { tokens }: TaggedSentence,
  { first }: Clause,
  eventAt: ReadonlyMap<number, Event>,
): boolean {
  const that = tokens[first]?.text === 'that' ? first : first - 1;
  if (tokens[that]?.text !== 'that') return false;
  return [that, that - 1].some((at) => eventAt.get(at)?.kind === 'verb');
}

function isRelative(
  sentence: TaggedSentence,
  first: number,
  eventAt: ReadonlyMap<number, Event>,
): boolean {
  const at = sentence.tokens[first]?.kind === 'punctuation' ? first + 1 : first;
  // "reported that troops were sent": what is reported follows, nothing is described.
  if (sentence.tokens[at]?.text === 'that' && eventAt.get(at - 1)?.kind === 'verb') return false;
  return isAt(sentence, at, 'relative-word') || isAt(sentence, at + 1, 'relative-word');
}

function hasVerb(clause: Clause, eventAt: ReadonlyMap<number, Event>): boolean {
  for (let at = clause.first; at <= clause.last; at++) {
    if (eventAt.get(at)?.kind === 'verb') return true;
  }
  return false;
}

function beginsClause(
  sentence: TaggedSentence,
  at: number,
  eventAt: ReadonlyMap<number, Event>,
): boolean {
  const token = sentence.tokens[at];
  if (!token) return false;
  if (token.kind === 'punctuation') {
    // "On December 4, 2024, …": the comma of a date parts nothing.
    const inDate = sentence.dates.some(({ first, last }) => first < at && at < last);
    return /^[,;:—()–]$/.test(token.text) && !inDate;
  }
  if (sentence.tokens[at - 1]?.kind === 'punctuation') return false;
  if (isAt(sentence, at, 'relative-word') || isAt(sentence, at, 'subordinator')) return true;
  // "established that the flow has stopped": what is established is a clause of its own.
  if (sentence.tokens[at - 1]?.text === 'that' && eventAt.get(at - 1)?.kind === 'verb') return true;
  if (!isAt(sentence, at, 'coordinator')) return false;
  // "no vehicle has yet crossed it"
  if (token.text === 'yet' && isAt(sentence, at - 1, 'auxiliary')) return false;
  return finiteVerbFollows(sentence, at + 1, eventAt);
}

/** Whether a finite verb comes before the next boundary, with at most a subject before it. */
function finiteVerbFollows(
  sentence: TaggedSentence,
  from: number,
  eventAt: ReadonlyMap<number, Event>,
): boolean {
  for (let at = from; at < Math.min(from + 9, sentence.tokens.length); at++) {
    const token = sentence.tokens[at];
    if (!token || token.kind === 'punctuation' || token.text === 'to') return false;
    if (isAt(sentence, at, 'auxiliary') || isAt(sentence, at, 'will-modal')) return true;
    const event = eventAt.get(at);
    if (event?.kind === 'verb') return !event.infinitive && event.tense !== 'ongoing';
  }
  return false;
}

function isNominal(mention: Mention): boolean {
  return nominal.some((kind) => standsFor(mention, kind));
}

function readPhrases(
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
  phrases.forEach((phrase, index) => {
    const next = phrases[index + 1];
    if (next && qualifies(sentence, phrase, next, eventAt)) {
      phrase.head = next;
      next.owner = country(phrase) ? phrase : (phrase.owner ?? phrase);
    }
  });
  phrases.forEach((phrase, index) => {
    const before = phrases[index - 1];
    const governed = findPreposition(sentence, phrase, before, eventAt);
    phrase.preposition = governed.preposition;
    phrase.negated = governed.negated;
    if (!before) return;
    const gap = phrase.mention.first - before.mention.last;
    const ofBefore =
      phrase.preposition === 'of-preposition' || phrase.preposition === 'from-preposition';
    // "Kim's invasion of the South": the South is invaded, and owns nothing. "The government in Seoul" is Seoul's.
    const acts = eventBetween(before, phrase, eventAt);
    const ofSeat =
      phrase.preposition === 'in-preposition' && standsFor(before.mention, 'government');
    if ((ofBefore || ofSeat) && !acts && !before.owner && gap <= 4 && country(phrase))
      before.owner = phrase;
    if (joinedByAnd(sentence, before, phrase) && !phrase.owner && before.owner?.head === before) {
      phrase.owner = before.owner;
    }
  });
  // "their own builders", "his own sappers": whose they are is told by the subject.
  phrases.forEach((phrase, index) => {
    if (phrase.owner || !hasOwn(sentence, phrase)) return;
    const subject = phrases.slice(0, index).find((other) => country(other) && !other.head);
    if (subject) phrase.owner = subject;
  });
  return phrases;
}

/** The words that say of a noun that there is none of it: before it, or "do not exist" behind it. */
function noneOf(
  sentence: TaggedSentence,
  noun: Mention,
  eventAt: ReadonlyMap<number, Event>,
): Mention | null {
  if (standsFor(noun, 'none-of')) return noun;
  // "no interest in their survival"
  if (/^(?:their|its|his|her|our)$/.test(sentence.tokens[noun.first]?.text ?? '')) return null;
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

/** Whether a phrase can name a country by itself. */
export function country(phrase: Phrase): string | null {
  for (const { concept } of phrase.mention.readings) {
    if (concept.is.has('country')) return concept.id;
    if (concept.for) return concept.for;
  }
  return null;
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
    (gap === 0 &&
      form !== 'noun' &&
      country(phrase) !== null &&
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
  const word = sentence.tokens[at]?.text ?? '';
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

/** "to a minority, not to the army": a negation set against what was said before. */
function isDenied(sentence: TaggedSentence, preposition: number): boolean {
  const before = preposition - 2;
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
    /^(?:some|most|many|several|hundreds|thousands|dozens|few|both|all|half)$/.test(
      sentence.tokens[before]?.text ?? '',
    )
  );
}

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
    if (isAt(sentence, at, 'negation') || isAt(sentence, at, 'instead-of')) {
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
    for (const { concept } of sentence.mentionAt[at]?.readings ?? []) {
      if (concept.is.has('preposition'))
        return { preposition: concept.id, negated: negated || isDenied(sentence, at) };
    }
    if (isAt(sentence, at, 'auxiliary') || isAt(sentence, at, 'relative-word')) break;
  }
  return { preposition: null, negated };
}
