import {
  expressionOf,
  mentionsOf,
  readCalendar,
  readMonthDay,
  readPart,
  readSeason,
  yearWithin,
} from './calendar-dates.ts';
import {
  DAY_ADVERBS,
  DETERMINERS,
  DOUBTFUL_MONTHS,
  TIME_UNITS,
  WEEKDAYS,
} from './calendar-words.ts';
import type { CalendarParts } from './date-mention.ts';
import { type Found, one, type Sentence, skip } from './date-words.ts';
import { readRelativeYear, readYear } from './date-years.ts';
import type { Token } from './token.ts';
import { matchesWords, textAt } from './token-sequence.ts';

/** "earlier in the year": of the date named before in the sentence, or the present one. */
export function readWithinPeriod({ tokens, previous }: Sentence, at: number): Found | null {
  const unit = TIME_UNITS.get(textAt(tokens, at + 3));
  if (!orders.test(textAt(tokens, at)) || !matchesWords(tokens, at + 1, ['in', 'the'])) return null;
  if (!unit || unit === 'day') return null;
  if (previous) return one(at, at + 4, { kind: 'same', unit, parts: {} });
  return unit === 'year'
    ? one(at, at + 4, { kind: 'relative-year', parts: {}, offset: 0 })
    : one(at, at + 4, { kind: 'shift', unit, offset: 0 });
}

const orders = /^(?:earlier|later)$/;

/** What may stand before "this month" and "that year": "early", "the end of", "earlier", "later in". */
function readLead(
  tokens: readonly Token[],
  at: number,
): { part?: CalendarParts['part'] | undefined; isPart: boolean; next: number } {
  const outer = readPart(tokens, at);
  if (outer) return { ...outer, isPart: true };
  const next = orders.test(textAt(tokens, at)) ? at + 1 : at;
  const within = next > at && textAt(tokens, next) === 'in';
  return { isPart: false, next: within ? next + 1 : next };
}

/** "last June", "this summer", "earlier this month", "last year's June", "next Friday". */
export function readDetermined(sentence: Sentence, at: number): Found | null {
  const { tokens } = sentence;
  const lead = readLead(tokens, at);
  let { next } = lead;
  const determiner = textAt(tokens, next);
  const article = textAt(tokens, next - 1) === 'the';
  const seen = readRelativeYear(tokens, next);
  if (seen && !article && seen.year.kind === 'relative-year')
    return yearWithin(sentence, at, seen.next, seen.year, lead.part);
  const offset = DETERMINERS.get(determiner);
  if (offset === undefined) return null;
  next++;
  const noun = tokens[next];
  if (!noun) return null;
  if (noun.text === 'year' && noun.possessive) {
    const inner = readCalendar(sentence, next + 1);
    if (!inner) return one(at, next + 1, { kind: 'relative-year', parts: {}, offset });
    return mentionsOf(inner, at, inner.next, (parts) => ({ kind: 'relative-year', parts, offset }));
  }
  const weekday = WEEKDAYS.get(noun.text);
  if (weekday !== undefined) return one(at, next + 1, { kind: 'weekday', weekday, offset });
  if (noun.text === 'weekend')
    return one(at, next + 1, {
      kind: 'weekday',
      weekday: 6,
      offset: Math.max(0, offset),
      weekend: true,
    });
  if (determiner === 'this' && /^(?:morning|afternoon|evening)$/.test(noun.text))
    return one(at, next + 1, { kind: 'shift', unit: 'day', offset: 0 });
  if (determiner === 'last' && /^(?:night|evening)$/.test(noun.text))
    return one(at, next + 1, { kind: 'shift', unit: 'day', offset: -1 });
  if (
    (noun.text === 'week' || noun.text === 'month') &&
    !article &&
    !/^(?:past|previous|current|coming|upcoming)$/.test(determiner)
  ) {
    return one(at, next + 1, { kind: 'shift', unit: noun.text, offset });
  }
  const found = readCalendar(sentence, next);
  if (!found || (lead.isPart && found.days.length > 0)) return null;
  const parts = lead.part ? { ...found.parts, part: lead.part } : found.parts;
  const year = readYear(tokens, found.next, found.days.length > 0);
  return mentionsOf({ ...found, parts }, at, year?.next ?? found.next, (all) => {
    if (year) return expressionOf(all, year.year);
    return determiner === 'past'
      ? { kind: 'yearless', parts: all }
      : { kind: 'nearest', parts: all, offset };
  });
}

/** "the same month", "that day", "later that year", "that November", "that same summer". */
export function readSame(sentence: Sentence, at: number): Found | null {
  const { tokens } = sentence;
  const lead = readLead(tokens, at);
  let { next } = lead;
  if (textAt(tokens, next) === 'the' && textAt(tokens, next + 1) === 'same') next++;
  const word = textAt(tokens, next);
  if (word !== 'same' && word !== 'that') return null;
  next++;
  if (word === 'that' && textAt(tokens, next) === 'same') next++;
  const noun = textAt(tokens, next);
  if (noun === 'year')
    return yearWithin(sentence, at, next + 1, { kind: 'same', offset: 0 }, lead.part);
  if (noun === 'month' || noun === 'week' || noun === 'day') {
    const parts: CalendarParts = lead.part ? { part: lead.part } : {};
    return one(at, next + 1, { kind: 'same', unit: noun, parts });
  }
  const found = readMonthDay(sentence, next) ?? readSeason(tokens, next);
  // "said that May …", "said that June 4 …" are no such dates.
  if (
    !found ||
    found.days.length > 0 ||
    DOUBTFUL_MONTHS.has(noun) ||
    readYear(tokens, found.next, false)
  )
    return null;
  const parts = lead.part ? { ...found.parts, part: lead.part } : found.parts;
  return one(at, found.next, { kind: 'same', unit: 'year', parts });
}

/** "at the weekend", "over the weekend". */
export function readWeekend(tokens: readonly Token[], at: number): Found | null {
  if (!matchesWords(tokens, at, ['the', 'weekend'])) return null;
  return one(at, at + 2, { kind: 'weekday', weekday: 6, offset: 0, weekend: true });
}

/** "the following month", "the previous year", "the day before"; no date: "the following May". */
export function readNeighbour(sentence: Sentence, at: number): Found | null {
  const { tokens } = sentence;
  const article = textAt(tokens, at) === 'the' ? 1 : 0;
  const word = textAt(tokens, at + article);
  const next = at + article + 1;
  if (
    /^(?:following|next|previous|preceding)$/.test(word) &&
    (article || word !== 'next' || textAt(tokens, next) === 'day')
  ) {
    const offset = word === 'following' || word === 'next' ? 1 : -1;
    const unit = TIME_UNITS.get(textAt(tokens, next));
    if (unit && textAt(tokens, next) === unit)
      return one(at, next + 1, { kind: 'after', unit, offset });
    const found = word === 'next' ? null : readCalendar(sentence, next);
    if (!found || readYear(tokens, found.next, found.days.length > 0)) return null;
    return found.days.length > 0
      ? skip(found.next)
      : one(at, found.next, { kind: 'neighbour', parts: found.parts, offset });
  }
  const unit = TIME_UNITS.get(word);
  if (!article || unit === undefined || word !== unit) return null;
  const direction = textAt(tokens, next);
  if (direction !== 'before' && direction !== 'after') return null;
  const sign = direction === 'before' ? -1 : 1;
  const further = textAt(tokens, next + 1);
  if (unit === 'day' && (further === 'yesterday' || further === 'tomorrow')) {
    return one(at, next + 2, { kind: 'shift', unit: 'day', offset: 2 * sign });
  }
  if (direction === 'before' && further === 'last' && unit !== 'day') {
    return one(
      at,
      next + 2,
      unit === 'year'
        ? { kind: 'relative-year', parts: {}, offset: -2 }
        : { kind: 'shift', unit, offset: -2 },
    );
  }
  const within = unit === 'year' ? monthBehind(sentence, next + 1) : null;
  return within
    ? one(at, within.next, { kind: 'same', unit: 'year', parts: within.parts, offset: sign })
    : one(at, next + 1, { kind: 'after', unit, offset: sign });
}

/** "the year before, in September": the month within it. */
function monthBehind(sentence: Sentence, at: number) {
  const { tokens } = sentence;
  const on = textAt(tokens, at) === ',' ? at + 1 : at;
  if (!/^(?:in|on)$/.test(textAt(tokens, on))) return null;
  const found = readCalendar(sentence, on + 1);
  if (!found || found.days.length > 1 || readYear(tokens, found.next, found.days.length > 0))
    return null;
  return found;
}

/** "Monday": which one is told by what it is counted from. */
export function readWeekday(tokens: readonly Token[], at: number): Found | null {
  const weekday = WEEKDAYS.get(textAt(tokens, at));
  if (weekday === undefined) return null;
  if (/^[a-z]/.test(textAt(tokens, at)) && !tokens[at]?.capital) return null;
  return one(at, at + 1, { kind: 'weekday', weekday, offset: 0 });
}

/** "yesterday", "today", "tomorrow". */
export function readDayAdverb(tokens: readonly Token[], at: number): Found | null {
  const offset = DAY_ADVERBS.get(textAt(tokens, at));
  return offset === undefined ? null : one(at, at + 1, { kind: 'shift', unit: 'day', offset });
}
