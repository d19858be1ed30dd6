import {
  PART_NOUNS,
  PARTS,
  SEASON_ADVERBS,
  SEASONS,
  TIME_PREPOSITIONS,
  WEAK_YEAR_PREPOSITIONS,
  WEEKDAYS,
  YEAR_DETERMINERS,
  YEAR_PREPOSITIONS,
  YEAR_VERBS,
} from './calendar-words.ts';
import type { CalendarParts, DateExpression, DateMention } from './date-mention.ts';
import {
  afterDayMark,
  DATED_NOUNS,
  dayAt,
  type Found,
  isCountedPlural,
  isDash,
  isLowerWord,
  monthAt,
  one,
  type Sentence,
  YEAR_NOUN,
  yearAt,
} from './date-words.ts';
import { readYear, type Year } from './date-years.ts';
import { SCALES } from './number-words.ts';
import type { Token } from './token.ts';
import { matchesWords, textAt, touches } from './token-sequence.ts';

/** Days of one month with where each stands. */
interface DayPlace {
  day: number;
  first: number;
  next: number;
}

/** What the words of a calendar say without a year; `days` is empty where no day is named. */
interface Calendar {
  parts: CalendarParts;
  days: DayPlace[];
  next: number;
  /** Whether the words need others beside them to be a date. */
  doubtful: boolean;
}

const calendar = (
  parts: CalendarParts,
  next: number,
  doubtful: boolean,
  days: DayPlace[] = [],
): Calendar => ({
  parts,
  days,
  next,
  doubtful,
});

/** "4 June", "the fourth of June", "17-19 June", "14 and 15 August". */
function readDayMonth(tokens: readonly Token[], at: number): Calendar | null {
  const days: DayPlace[] = [];
  let next = at;
  for (let count = 0; count < 6; count++) {
    const day = dayAt(tokens, next);
    if (!day) return null;
    days.push({ day: day.day, first: next, next: day.next });
    let to = day.next;
    if (textAt(tokens, to) === 'day') to++;
    const of = textAt(tokens, to) === 'of';
    const month = monthAt(tokens, of ? to + 1 : to);
    if (month) {
      const word = tokens[next]?.kind === 'word';
      return word && !of ? null : calendar({ month: month.month }, month.next, false, days);
    }
    next = afterDayMark(tokens, day.next);
    if (next === 0) return null;
    if (textAt(tokens, next) === 'the') next++;
  }
  return null;
}

const MONTH_DETERMINERS = new Map([
  ['this', 0],
  ['last', -1],
  ['next', 1],
]);

/** "the fourth of this month", "the 4th of last month", "the 4th of that month". */
export function readDayOfMonth(tokens: readonly Token[], at: number): Found | null {
  const day = dayAt(tokens, at);
  if (!day?.ordinal || textAt(tokens, day.next) !== 'of') return null;
  let next = day.next + 1;
  if (textAt(tokens, next) === 'the' && textAt(tokens, next + 1) === 'same') next++;
  const word = textAt(tokens, next);
  if (textAt(tokens, next + 1) !== 'month') return null;
  const offset = MONTH_DETERMINERS.get(word);
  if (offset !== undefined)
    return one(at, next + 2, { kind: 'shift', unit: 'month', offset, day: day.day });
  if (word !== 'same' && word !== 'that') return null;
  return one(at, next + 2, { kind: 'same', unit: 'month', parts: { day: day.day } });
}

/** Whether the figure at `at` after a month is its day and not a count ("In June 12 soldiers"). */
function isDayOfMonth(sentence: Sentence, monthFirst: number, at: number, next: number): boolean {
  const { tokens, numbers } = sentence;
  const number = numbers.get(at);
  if (number && (number.unit !== null || number.high > 31) && number.low === number.high)
    return false;
  if (SCALES.has(textAt(tokens, next)) || textAt(tokens, next) === '%') return false;
  return !(textAt(tokens, monthFirst - 1) === 'in' && isCountedPlural(tokens, next));
}

/** "June 4", "June the 4th", "June 17-19", "August 14 and 15", "June". */
export function readMonthDay(sentence: Sentence, at: number): Calendar | null {
  const { tokens } = sentence;
  const month = monthAt(tokens, at);
  if (!month) return null;
  const { month: number, next } = month;
  const article = textAt(tokens, next) === 'the';
  const day = dayAt(tokens, article ? next + 1 : next);
  const spoken = day?.ordinal === true && tokens[day.next - 1]?.kind === 'word';
  if (!day || (article && !day.ordinal) || (spoken && !article && !touches(tokens, day.next - 1))) {
    const bare = textAt(tokens, next - 1) === '.' ? next - 1 : next;
    const year = yearAt(tokens, next) !== null;
    return calendar({ month: number }, year ? next : bare, month.doubtful && !year);
  }
  const dayFirst = article ? next + 1 : next;
  if (!isDayOfMonth(sentence, at, dayFirst, day.next))
    return calendar({ month: number }, next, month.doubtful);
  const days = [{ day: day.day, first: at, next: day.next }];
  let end = day.next;
  for (let count = 0; count < 6; count++) {
    const start = afterDayMark(tokens, end);
    const further = start > 0 ? dayAt(tokens, start) : null;
    const before = days.at(-1)?.day ?? 0;
    if (!further || further.day <= before || tokens[start]?.kind !== 'number') break;
    const mark = textAt(tokens, end);
    const open = mark === 'and' || mark === 'or' || mark === ',';
    const follower = tokens[further.next];
    if (
      open &&
      isLowerWord(follower) &&
      !TIME_PREPOSITIONS.has(follower?.text ?? '') &&
      follower?.text !== 'and'
    )
      break;
    if (SCALES.has(follower?.text ?? '') || follower?.text === '%') break;
    // "June 4, 12 men": a list of days ends with "and".
    if (mark === ',' && !/^(?:and|,)$/.test(follower?.text ?? '')) break;
    if (monthAt(tokens, further.next)) break;
    days.push({ day: further.day, first: start, next: further.next });
    end = further.next;
  }
  return calendar({ month: number }, end, false, days);
}

/** A season by its name; no date: "Winter Olympics". */
export function readSeason(tokens: readonly Token[], at: number): Calendar | null {
  const text = textAt(tokens, at);
  const season = SEASONS.get(text);
  if (
    season === undefined ||
    /^(?:olympics?|games|paralympics|palace)$/.test(textAt(tokens, at + 1))
  )
    return null;
  return calendar({ season }, at + 1, !SEASON_ADVERBS.has(text));
}

/** The part of a month, season or year named at `at`, and the index of what it is a part of. */
export function readPart(
  tokens: readonly Token[],
  at: number,
): { part: CalendarParts['part']; next: number } | null {
  const text = textAt(tokens, at);
  const part = PARTS.get(text);
  if (part) {
    let next = at + 1;
    if (textAt(tokens, next) === 'in' && part !== 'middle') next++;
    if (textAt(tokens, next) === 'the') next++;
    return { part, next };
  }
  const noun = PART_NOUNS.get(text);
  if (noun === undefined) return null;
  let next = at + 1;
  if (/^[a-z]/.test(text)) {
    if (textAt(tokens, next) !== 'of') return null;
    next++;
    if (textAt(tokens, next) === 'the') next++;
  }
  return { part: noun, next };
}

/** A day, month or season, with a part or a weekday before it, without a year. */
export function readCalendar(sentence: Sentence, at: number): Calendar | null {
  const { tokens } = sentence;
  const part = readPart(tokens, at);
  if (part) {
    const inner = readMonthDay(sentence, part.next) ?? readSeason(tokens, part.next);
    if (!inner || inner.days.length > 0) return null;
    return { ...inner, parts: { ...inner.parts, part: part.part ?? 'middle' }, doubtful: false };
  }
  if (WEEKDAYS.has(textAt(tokens, at)) && tokens[at]?.capital !== false) {
    let next = at + 1;
    if (textAt(tokens, next) === ',') next++;
    if (textAt(tokens, next) === 'the') next++;
    const inner = readDayMonth(tokens, next) ?? readMonthDay(sentence, next);
    const [day] = inner?.days ?? [];
    if (!inner || !day) return null;
    return { ...inner, days: [{ ...day, first: at }, ...inner.days.slice(1)] };
  }
  return readDayMonth(tokens, at) ?? readMonthDay(sentence, at) ?? readSeason(tokens, at);
}

function sameYear(parts: CalendarParts, offset: number): DateExpression {
  return offset === 0
    ? { kind: 'same', unit: 'year', parts }
    : { kind: 'same', unit: 'year', parts, offset };
}

/** What a day, month or season says together with the year that was named. */
export function expressionOf(parts: CalendarParts, year: Year | undefined): DateExpression {
  if (!year) return { kind: 'yearless', parts };
  if (year.kind === 'absolute') return { kind: 'absolute', parts: { ...parts, year: year.year } };
  if (year.kind === 'relative-year') return { kind: 'relative-year', parts, offset: year.offset };
  return sameYear(parts, year.offset);
}

/** One mention for every day named, or one for the month or season. */
export function mentionsOf(
  found: Calendar,
  first: number,
  next: number,
  express: (parts: CalendarParts) => DateExpression,
): Found {
  const mentions: DateMention[] = [];
  const places = found.days.length > 0 ? found.days : [{ day: 0, first, next }];
  places.forEach((place, index) => {
    const expression = express(place.day > 0 ? { ...found.parts, day: place.day } : found.parts);
    const last = index === places.length - 1 ? next : place.next;
    mentions.push({ first: index === 0 ? first : place.first, last: last - 1, expression });
  });
  return { next, mentions };
}

/** Whether a doubtful month or season stands where a time is expected. */
function isTimeHere(sentence: Sentence, at: number): boolean {
  const { tokens, previous } = sentence;
  const before = textAt(tokens, at - 1);
  const text = textAt(tokens, at);
  if (previous && previous.last === at - 2 && (isDash(before) || /^(?:and|or|to)$/.test(before)))
    return true;
  if (previous && previous.last === at - 1 && isDash(before)) return true;
  if (SEASONS.has(text)) {
    const article = before === 'the';
    const preposition = article ? textAt(tokens, at - 2) : before;
    if (!/^(?:in|during|since|until|by|throughout|over|before|after)$/.test(preposition))
      return false;
    return text === 'fall' || text === 'spring'
      ? preposition === 'in' && textAt(tokens, at + 1) !== 'of'
      : true;
  }
  if (before === 'the') return text === 'may' && isLowerWord(tokens[at + 1]);
  if (text === 'march' && /^(?:to|on|for)$/.test(before)) return false;
  return before !== 'on' && TIME_PREPOSITIONS.has(before);
}

/** "June 4, 2025", "in June", "November of the same year", "summer 2024", "mid-August". */
export function readCalendarDate(sentence: Sentence, at: number): Found | null {
  const { tokens } = sentence;
  const found = readCalendar(sentence, at);
  if (!found) return null;
  const year = readYear(tokens, found.next, found.days.length > 0);
  if (!year && found.doubtful && !isTimeHere(sentence, at)) return null;
  return mentionsOf(found, at, year?.next ?? found.next, (parts) =>
    expressionOf(parts, year?.year),
  );
}

/** A month or season after a year ("last year, in June"), which has no year of its own. */
export function readWithin(sentence: Sentence, at: number): Calendar | null {
  const { tokens } = sentence;
  let next = at;
  if (textAt(tokens, next) === ',') next++;
  if (!/^(?:in|on|during)$/.test(textAt(tokens, next))) return null;
  next++;
  if (textAt(tokens, next) === 'the') next++;
  const found = readCalendar(sentence, next);
  if (!found || readYear(tokens, found.next, found.days.length > 0)) return null;
  // The days keep their own places; the first one takes the words of the year in.
  return found;
}

/** A year with what may follow or be joined to it. */
export function yearWithin(
  sentence: Sentence,
  first: number,
  next: number,
  year: Year,
  part?: CalendarParts['part'],
): Found {
  const inner = part === undefined ? readWithin(sentence, next) : null;
  if (inner) return mentionsOf(inner, first, inner.next, (parts) => expressionOf(parts, year));
  return one(first, next, expressionOf(part === undefined ? {} : { part }, year));
}

function isYearHere(sentence: Sentence, at: number): boolean {
  const { tokens, previous } = sentence;
  const token = tokens[at];
  const before = tokens[at - 1];
  const text = before?.text ?? '';
  const next = tokens[at + 1];
  if (YEAR_NOUN.test(next?.text ?? '')) return true;
  if (YEAR_PREPOSITIONS.has(text)) return true;
  const counts = isCountedPlural(tokens, at + 1);
  if (text === '(') return !counts;
  if (counts) return false;
  if (/^(?:over|for|across)$/.test(text) && Number(token?.text) % 100 === 0) return false;
  if (previous && 'parts' in previous.expression && previous.expression.parts.year !== undefined) {
    if (previous.last === at - 1 && token?.joined) return true;
    if (previous.last === at - 2 && (isDash(text) || /^(?:and|or|to|,|\/)$/.test(text)))
      return true;
  }
  if (WEAK_YEAR_PREPOSITIONS.has(text)) return true;
  if (next?.kind === 'word' && (YEAR_DETERMINERS.has(text) || before?.possessive)) return true;
  if (DATED_NOUNS.test(next?.text ?? '') || DATED_NOUNS.test(tokens[at + 2]?.text ?? ''))
    return true;
  // "between 2018 and 2019", "2018-2019": the second one shows what the first is.
  return at === 0 && YEAR_VERBS.has(next?.text ?? '');
}

/** "2024", "2024's summer", "late 2025", "the end of 2025". */
export function readBareYear(sentence: Sentence, at: number): Found | null {
  const { tokens } = sentence;
  const part = readPart(tokens, at);
  if (part) {
    const year = yearAt(tokens, part.next);
    return year === null
      ? null
      : yearWithin(sentence, at, part.next + 1, { kind: 'absolute', year }, part.part);
  }
  const year = yearAt(tokens, at);
  if (year === null) return null;
  const season =
    readSeason(tokens, at + 1) ?? (tokens[at]?.possessive ? readCalendar(sentence, at + 1) : null);
  if (season)
    return mentionsOf(season, at, season.next, (parts) => ({
      kind: 'absolute',
      parts: { ...parts, year },
    }));
  if (!isYearHere(sentence, at)) return null;
  const noun = YEAR_NOUN.test(textAt(tokens, at + 1)) ? 1 : 0;
  return yearWithin(sentence, at, at + 1 + noun, { kind: 'absolute', year });
}

/** The same expression of other parts of the calendar. */
function withParts(
  expression: Extract<DateExpression, { parts: CalendarParts }>,
  parts: CalendarParts,
): DateExpression {
  return expression.kind === 'absolute'
    ? { kind: 'absolute', parts: { ...parts, year: expression.parts.year } }
    : { ...expression, parts };
}

/** "on the 4th" after "early in June": a day of the month named before. */
export function readInheritedDay(sentence: Sentence, at: number): Found | null {
  const { tokens, previous } = sentence;
  if (
    !matchesWords(tokens, at - 2, ['on', 'the']) ||
    !previous ||
    !('parts' in previous.expression)
  )
    return null;
  const { parts } = previous.expression;
  const day = dayAt(tokens, at);
  if (!day?.ordinal || parts.month === undefined || parts.day !== undefined) return null;
  const after = tokens[day.next];
  if (
    after?.kind === 'word' &&
    (tokens[at]?.kind === 'word' ||
      (!after.capital && !/^(?:the|a|he|she|it|they|and|in|at|of|with)$/.test(after.text)))
  ) {
    return null;
  }
  const { part: _, ...month } = parts;
  return one(at, day.next, withParts(previous.expression, { ...month, day: day.day }));
}
