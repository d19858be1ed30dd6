import type { DateMention } from '../text/date-mention.ts';
import { textAt } from '../text/token-sequence.ts';
import { isAwaited } from './awaited-date.ts';
import { boundsInTime } from './english.ts';
import type { Event, Grammar } from './grammar-types.ts';
import { standsFor } from './mention.ts';
import { isAt, type TaggedSentence } from './sentence.ts';

/** How far a date may stand from the noun it dates, in tokens. */
const nounReach = 3;

/**
 * Which dates of a sentence belong to which event: those of its own clause that no nearer event
 * claims; failing these, a date the sentence opens with, which holds for all that follows.
 */
export function datesOfEvents(
  sentence: TaggedSentence,
  grammar: Grammar,
): Map<Event, readonly DateMention[]> {
  const own = new Map<Event, DateMention[]>();
  const shared: DateMention[] = [];
  for (const date of sentence.dates) {
    if (date.ahead) {
      const event = eventAhead(sentence, grammar, date.last + 1);
      if (event) own.set(event, [date]);
      continue;
    }
    if (seeing.has(textAt(sentence.tokens, date.last + 1))) {
      const event = eventAhead(sentence, grammar, date.last + 1);
      if (event) own.set(event, [date]);
      continue;
    }
    if (isAwaited(sentence, date)) {
      const event = eventOf(sentence, grammar, date) ?? eventAhead(sentence, grammar, date.last);
      if (event) own.set(event, [date]);
      continue;
    }
    if (isToldOf(sentence, date)) continue;
    if (isBoundary(sentence, date)) {
      // "after the September 2023 meeting": the day of the meeting all the same.
      const dated = grammar.events.find(
        ({ kind, mention }) => kind === 'noun' && mention.first === date.last + 1,
      );
      if (dated) own.set(dated, [date]);
      continue;
    }
    const event = eventOf(sentence, grammar, date);
    if (event) own.set(event, [...(own.get(event) ?? []), date]);
    if (!event || isOpening(sentence, date)) shared.push(date);
  }
  return new Map(
    grammar.events.map((event) => {
      const dates = own.get(event);
      if (dates) return [event, dates];
      const led = dateLedTo(sentence, grammar, event);
      if (led) return [event, [led]];
      if (event.kind === 'noun') return [event, carried(sentence, grammar, own, event) ?? []];
      const adjunct = grammar.events.find(
        (noun) => noun.kind === 'noun' && noun.clause === event.clause && own.has(noun),
      );
      if (adjunct) return [event, own.get(adjunct) ?? []];
      const aside = event.reduced || (grammar.clauses[event.clause]?.relative ?? false);
      return [event, aside ? [] : shared];
    }),
  );
}

/** "In force since November, when both ratified it": the date is that of what follows it. */
function dateLedTo(
  { tokens, dates }: TaggedSentence,
  { clauses }: Grammar,
  { kind, clause }: Event,
): DateMention | undefined {
  const first = clauses[clause]?.first ?? 0;
  if (kind !== 'verb' || tokens[first]?.text !== ',' || tokens[first + 1]?.text !== 'when')
    return undefined;
  return dates.find(({ last }) => last === first - 1);
}

/** A noun for an action has the date of the verb that carries it: "ratification followed in November". */
function carried(
  sentence: TaggedSentence,
  grammar: Grammar,
  own: ReadonlyMap<Event, DateMention[]>,
  noun: Event,
): DateMention[] | undefined {
  // "The anniversary of the signing was marked in June": the signing was not.
  for (let at = noun.mention.first - 1; at >= noun.mention.first - 4; at--) {
    if (ofOtherDay.has(textAt(sentence.tokens, at))) return undefined;
  }
  const verb = grammar.events.find(
    (event) => event.kind === 'verb' && event.clause === noun.clause && own.has(event),
  );
  return verb && own.get(verb);
}

/** Words before a noun for an action by which the verb tells of another day than that of the action. */
const ofOtherDay = new Set([...boundsInTime, 'since', 'anniversary', 'jubilee', 'memory']);

/** The first event that begins after a token, in the clause that begins there or the next. */
function eventAhead(sentence: TaggedSentence, grammar: Grammar, at: number): Event | null {
  const clause = grammar.clauseAt[at + 1] ?? sentence.tokens.length;
  return (
    grammar.events.find((event) => event.mention.first > at && event.clause <= clause + 1) ?? null
  );
}

/** "June 2025 saw the signing": the time is told as who does it. */
const seeing = new Set(['saw', 'sees', 'brought', 'brings', 'witnessed']);

/** "Thursday will be the anniversary of …", "Sunday marks a year since …": the day that something is said of. */
function isToldOf({ tokens }: TaggedSentence, { first, last }: DateMention): boolean {
  if (first > 0) return false;
  const rest = tokens.slice(last + 1, last + 3).map(({ text }) => text);
  return /^(?:marks|marked)$/.test(rest[0] ?? '') || /^(?:is|was|will be)\b/.test(rest.join(' '));
}

/** "MOSCOW, December 5 — …": the day of the report, not of what it tells. */
function isDateline(sentence: TaggedSentence, date: DateMention): boolean {
  return date.first > 0 && date.first <= 4 && /^[—(]$/.test(textAt(sentence.tokens, date.last + 1));
}

/** "two weeks after his 4 June visit", "before 17 June": the day of something else. */
export function isBoundary(sentence: TaggedSentence, date: DateMention): boolean {
  if (isDateline(sentence, date)) return true;
  if (date.ahead || isAwaited(sentence, date)) return false;
  // "by the end of August" and "before the end of August" are days of the event itself.
  if (sentence.tokens[date.first]?.text === 'end') return false;
  for (let before = date.first - 1; before >= Math.max(0, date.first - 6); before--) {
    const word = textAt(sentence.tokens, before);
    if (boundsInTime.has(word)) return true;
    const mention = sentence.mentionAt[before];
    const passed =
      word === 'of' ||
      word === 'on' ||
      sentence.tokens[before]?.possessive ||
      isAt(sentence, before, 'determiner') ||
      isAt(sentence, before, 'own') ||
      (mention !== undefined &&
        ['visit', 'to-meet', 'to-talk'].some((noun) => standsFor(mention, noun)));
    if (!passed) return false;
  }
  return false;
}

/** Whether a date stands first in its sentence: "On June 4, …", "In November 2024 …". */
function isOpening(sentence: TaggedSentence, date: DateMention): boolean {
  return (
    date.first <= 3 && !sentence.mentions.some((m) => m.last < date.first && standsFor(m, 'action'))
  );
}

/**
 * "It was two weeks ago that they signed", "said on 12 November that it had": the date is that of what follows. Not so
 * "signed last June that requires": there "that" takes up what was signed.
 */
function opensWhatFollows(
  sentence: TaggedSentence,
  grammar: Grammar,
  { last }: DateMention,
): boolean {
  if (sentence.tokens[last + 1]?.text !== 'that') return false;
  const next = last + 2;
  const acts = grammar.events.some(
    ({ kind, mention }) => kind === 'verb' && mention.first === next,
  );
  return !acts && !isAt(sentence, next, 'auxiliary');
}

function eventOf(sentence: TaggedSentence, grammar: Grammar, date: DateMention): Event | null {
  const cleft = opensWhatFollows(sentence, grammar, date);
  const clause = grammar.clauseAt[cleft ? date.last + 1 : date.first];
  const candidates = grammar.events.filter((event) => event.clause === clause);
  // "The treaty signed by both in June 2025 obliges them": they signed it then.
  const verbs = candidates.filter(({ kind }) => kind === 'verb');
  const before = verbs.findLast(({ mention }) => mention.last < date.first);
  if (before?.reduced && verbs.some(({ mention }) => mention.first === date.last + 1))
    return before;
  let best: Event | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const event of candidates) {
    const distance = distanceTo(sentence, event, date);
    if (distance < bestDistance) {
      best = event;
      bestDistance = distance;
    }
  }
  return best;
}

/**
 * Tokens between event and date; a noun reaches less far, but for one in -ing ("since signing their treaty in June"),
 * and a date after its verb binds closer.
 */
function distanceTo(sentence: TaggedSentence, event: Event, date: DateMention): number {
  const follows = date.first > event.mention.last;
  const gap = follows ? date.first - event.mention.last : event.mention.first - date.last;
  if (follows && event.mention.readings.some(({ form }) => form === 'ing')) return gap;
  if (event.kind === 'noun' && gap > nounReach && !follows) return gap + 40;
  if (event.kind === 'noun' && follows && gap > nounReach) return gap + 6;
  const touching = !follows && gap === 1 && !isAt(sentence, event.mention.first, 'auxiliary');
  if (touching && event.kind === 'noun') return 0;
  return follows ? gap : gap + 3;
}
