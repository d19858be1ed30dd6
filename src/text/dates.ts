import {
  COUNTED_PLURALS,
  DAY_ADVERBS,
  DETERMINERS,
  DOUBTFUL_MONTHS,
  KOREAN_YEARS,
  MONTHS,
  NOT_PLURAL,
  namesTime,
  opensDate,
  PART_NOUNS,
  PARTS,
  PASSED,
  PRECISE,
  SEASON_ADVERBS,
  SEASONS,
  SHORT_MONTHS,
  TIME_PREPOSITIONS,
  TIME_UNITS,
  type Unit,
  WEAK_YEAR_PREPOSITIONS,
  WEEKDAYS,
  YEAR_DETERMINERS,
  YEAR_PHRASES,
  YEAR_PREPOSITIONS,
  YEAR_VERBS,
} from './calendar-words.ts';
import type { CalendarParts, DateExpression, DateMention } from './date-mention.ts';
import type { NumberMention } from './number-mention.ts';
import { ORDINAL_SUFFIXES, ORDINALS, SCALES, TENS } from './number-words.ts';
import type { Token } from './token.ts';
import { looksLikeYear, matchesWords, textAt, touches } from './token-sequence.ts';

export { isAnchored, newsDaysOf, resolveDate, resolveWithin } from './date-resolution.ts';

/** The dates at one place of a sentence; none where its words cannot be expressed as one. */
interface Found {
  next: number;
  mentions: DateMention[];
}

/** What a reader needs of the sentence. */
interface Sentence {
  tokens: readonly Token[];
  /** The numbers by their first token. */
  numbers: ReadonlyMap<number, NumberMention>;
  /** The last date read. */
  previous: DateMention | undefined;
}

const one = (first: number, next: number, expression: DateExpression): Found => ({
  next,
  mentions: [{ first, last: next - 1, expression }],
});

const skip = (next: number): Found => ({ next, mentions: [] });

function isLowerWord(token: Token | undefined): boolean {
  return token?.kind === 'word' && !token.capital;
}

/** Whether the token at `at` is a plural that a figure before it may count ("troops"). */
function isCountedPlural(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token || !isLowerWord(token) || token.joined) return false;
  if (COUNTED_PLURALS.has(token.text)) return true;
  return (
    token.text.length > 3 &&
    token.text.endsWith('s') &&
    !token.possessive &&
    !NOT_PLURAL.has(token.text)
  );
}

/** A year in digits at `at`, unless it counts the things after it ("2000 sappers"). */
function yearAt(tokens: readonly Token[], at: number): number | null {
  const token = tokens[at];
  if (!token || !looksLikeYear(token)) return null;
  const year = Number(token.text);
  const next = tokens[at + 1];
  if (
    next &&
    (SCALES.has(next.text) || next.text === '%' || (next.text === 's' && touches(tokens, at + 1)))
  )
    return null;
  if (year % 100 === 0 && isCountedPlural(tokens, at + 1)) return null;
  return year;
}

interface Month {
  month: number;
  next: number;
  /** Whether the word is a month only beside other words of a date. */
  doubtful: boolean;
}

function monthAt(tokens: readonly Token[], at: number): Month | null {
  const token = tokens[at];
  if (token?.kind !== 'word') return null;
  const month = MONTHS.get(token.text);
  const latin = /^[a-z]/.test(token.text);
  if (month !== undefined) {
    const doubtful = DOUBTFUL_MONTHS.has(token.text);
    // "august" is an adjective, "may" and "march" are verbs.
    const needsCapital = latin && (doubtful || token.text === 'august');
    return needsCapital && !token.capital ? null : { month, next: at + 1, doubtful };
  }
  const short = SHORT_MONTHS.get(token.text);
  if (short === undefined || !token.capital) return null;
  const point = textAt(tokens, at + 1) === '.' && touches(tokens, at + 1) && at + 2 < tokens.length;
  return { month: short, next: point ? at + 2 : at + 1, doubtful: true };
}

/** A day of the month at `at`: "4", "4th", "fourth", "twenty-fourth". */
function dayAt(
  tokens: readonly Token[],
  at: number,
): { day: number; next: number; ordinal: boolean } | null {
  const token = tokens[at];
  if (!token) return null;
  if (token.kind === 'number') {
    if (!/^\d{1,2}$/.test(token.text)) return null;
    if (token.joined && tokens[at - 1]?.kind === 'word') return null;
    const day = Number(token.text);
    if (day < 1 || day > 31) return null;
    const ordinal = ORDINAL_SUFFIXES.has(textAt(tokens, at + 1)) && touches(tokens, at + 1);
    return { day, next: ordinal ? at + 2 : at + 1, ordinal };
  }
  const place = ORDINALS.get(token.text);
  if (place !== undefined) return place <= 31 ? { day: place, next: at + 1, ordinal: true } : null;
  const day = (TENS.get(token.text) ?? 99) + (ORDINALS.get(textAt(tokens, at + 1)) ?? 99);
  return day <= 31 ? { day, next: at + 2, ordinal: true } : null;
}

const isDash = (text: string) => text === '—' || text === '-';

/** The index after a mark that joins two days ("17-19", "14 and 15"), or 0. */
function afterDayMark(tokens: readonly Token[], at: number): number {
  const token = tokens[at];
  if (!token) return 0;
  if (token.kind === 'number') return token.joined && !touches(tokens, at) ? at : 0;
  return isDash(token.text) || /^(?:,|and|or|to|и|і|та)$/.test(token.text) ? at + 1 : 0;
}

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
function readDayOfMonth(tokens: readonly Token[], at: number): Found | null {
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
function readMonthDay(sentence: Sentence, at: number): Calendar | null {
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

function readSeason(tokens: readonly Token[], at: number): Calendar | null {
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
function readPart(
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
function readCalendar(sentence: Sentence, at: number): Calendar | null {
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

/** How words after a month tell the year. */
type Year =
  | { kind: 'absolute'; year: number }
  | { kind: 'relative-year'; offset: number }
  /** "of the same year" (0), "of the following year" (1): seen from a date named before. */
  | { kind: 'same'; offset: number };

/** "в прошлом году", "этого года", "того же года", "торік". */
function readCyrillicYear(
  tokens: readonly Token[],
  at: number,
): { year: Year; next: number } | null {
  const [first, second, third] = [0, 1, 2].map((offset) => textAt(tokens, at + offset));
  const alone = YEAR_PHRASES.get(first ?? '');
  if (alone !== undefined) return { year: { kind: 'relative-year', offset: alone }, next: at + 1 };
  const offset = YEAR_PHRASES.get(`${first} ${second}`);
  if (offset !== undefined) return { year: { kind: 'relative-year', offset }, next: at + 2 };
  const same = /^(?:того|тем|тому) (?:же|ж|самого) (?:года|году|року)$/;
  return same.test(`${first} ${second} ${third}`)
    ? { year: { kind: 'same', offset: 0 }, next: at + 3 }
    : null;
}

/** "this year", "last year", "the same year", "that year", "the following year". */
function readRelativeYear(
  tokens: readonly Token[],
  at: number,
): { year: Year; next: number } | null {
  const text = textAt(tokens, at);
  if (text > 'z') return readCyrillicYear(tokens, at);
  const article = text === 'the';
  let next = article ? at + 1 : at;
  const word = textAt(tokens, next);
  if ((article || text === 'a' || text === 'one') && textAt(tokens, at + 1) === 'year')
    return readYearApart(tokens, at + 2);
  if (word === 'that' && textAt(tokens, next + 1) === 'same') next++;
  if (textAt(tokens, next + 1) !== 'year' || tokens[next + 1]?.possessive) return null;
  next += 2;
  if (word === 'same' || word === 'that') return { year: { kind: 'same', offset: 0 }, next };
  if (/^(?:previous|preceding|prior)$/.test(word))
    return { year: { kind: 'same', offset: -1 }, next };
  if (word === 'following' || (article && word === 'next'))
    return { year: { kind: 'same', offset: 1 }, next };
  if (word !== 'this' && word !== 'last' && word !== 'next' && word !== 'current') return null;
  return { year: { kind: 'relative-year', offset: DETERMINERS.get(word) ?? 0 }, next };
}

/** "the year before", "a year later": what follows is not what the year is counted from. */
function readYearApart(tokens: readonly Token[], at: number): { year: Year; next: number } | null {
  const direction = textAt(tokens, at);
  const further = tokens[at + 1];
  if (direction === 'before' && further?.text === 'last')
    return { year: { kind: 'relative-year', offset: -2 }, next: at + 2 };
  const earlier = /^(?:before|earlier|previously)$/.test(direction);
  if (!earlier && !/^(?:after|later|on)$/.test(direction)) return null;
  const open = !further || further.kind === 'punctuation' || TIME_PREPOSITIONS.has(further.text);
  return open ? { year: { kind: 'same', offset: earlier ? -1 : 1 }, next: at + 1 } : null;
}

const YEAR_NOUN = /^(?:г|гг|года|году|год|р|рр|року|рік|році)$/;

/** The year after a month, a day or a season. */
function readYear(
  tokens: readonly Token[],
  at: number,
  hasDay: boolean,
): { year: Year; next: number } | null {
  let next = at;
  const comma = textAt(tokens, next) === ',';
  if (comma) next++;
  const of = textAt(tokens, next) === 'of' || (comma && textAt(tokens, next) === 'in');
  if (of) next++;
  const absolute = yearAt(tokens, next);
  if (absolute !== null) {
    if (comma && !hasDay && isCountedPlural(tokens, next + 1)) return null;
    const noun = YEAR_NOUN.test(textAt(tokens, next + 1)) ? 1 : 0;
    return { year: { kind: 'absolute', year: absolute }, next: next + 1 + noun };
  }
  const relative = readRelativeYear(tokens, next);
  if (!relative || textAt(tokens, relative.next) !== ',') return relative;
  // "June this year, 2025"
  const explained = yearAt(tokens, relative.next + 1);
  if (explained === null || tokens[relative.next + 2]?.kind === 'word') return relative;
  return { year: { kind: 'absolute', year: explained }, next: relative.next + 2 };
}

function sameYear(parts: CalendarParts, offset: number): DateExpression {
  return offset === 0
    ? { kind: 'same', unit: 'year', parts }
    : { kind: 'same', unit: 'year', parts, offset };
}

function expressionOf(parts: CalendarParts, year: Year | undefined): DateExpression {
  if (!year) return { kind: 'yearless', parts };
  if (year.kind === 'absolute') return { kind: 'absolute', parts: { ...parts, year: year.year } };
  if (year.kind === 'relative-year') return { kind: 'relative-year', parts, offset: year.offset };
  return sameYear(parts, year.offset);
}

/** One mention for every day named, or one for the month or season. */
function mentionsOf(
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
function readCalendarDate(sentence: Sentence, at: number): Found | null {
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
function readWithin(sentence: Sentence, at: number): Calendar | null {
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
function yearWithin(
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

/** "earlier in the year": of the date named before in the sentence, or the present one. */
function periodWithin({ previous }: Sentence, unit: Exclude<Unit, 'day'>): DateExpression {
  if (previous) return { kind: 'same', unit, parts: {} };
  return unit === 'year'
    ? { kind: 'relative-year', parts: {}, offset: 0 }
    : { kind: 'shift', unit, offset: 0 };
}

/** "last June", "this summer", "earlier this month", "last year's June", "next Friday". */
function readDetermined(sentence: Sentence, at: number): Found | null {
  const { tokens } = sentence;
  let next = at;
  const outer = readPart(tokens, next);
  if (outer) next = outer.next;
  else if (/^(?:earlier|later)$/.test(textAt(tokens, next))) {
    next++;
    const unit = TIME_UNITS.get(textAt(tokens, next + 2));
    if (matchesWords(tokens, next, ['in', 'the']) && unit && unit !== 'day')
      return one(at, next + 3, periodWithin(sentence, unit));
    if (textAt(tokens, next) === 'in') next++;
  }
  const determiner = textAt(tokens, next);
  const article = textAt(tokens, next - 1) === 'the';
  const seen = readRelativeYear(tokens, next);
  if (seen && !article && seen.year.kind === 'relative-year')
    return yearWithin(sentence, at, seen.next, seen.year, outer?.part);
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
  if (!found || (outer && found.days.length > 0)) return null;
  const parts = outer?.part ? { ...found.parts, part: outer.part } : found.parts;
  const year = readYear(tokens, found.next, found.days.length > 0);
  return mentionsOf({ ...found, parts }, at, year?.next ?? found.next, (all) => {
    if (year) return expressionOf(all, year.year);
    return determiner === 'past'
      ? { kind: 'yearless', parts: all }
      : { kind: 'nearest', parts: all, offset };
  });
}

/** "the same month", "that day", "later that year", "that November", "that same summer". */
function readSame(sentence: Sentence, at: number): Found | null {
  const { tokens } = sentence;
  let next = at;
  const outer = readPart(tokens, at);
  if (outer) next = outer.next;
  else if (/^(?:earlier|later)$/.test(textAt(tokens, next))) {
    next++;
    if (textAt(tokens, next) === 'in') next++;
  }
  if (textAt(tokens, next) === 'the' && textAt(tokens, next + 1) === 'same') next++;
  const word = textAt(tokens, next);
  if (word !== 'same' && word !== 'that') return null;
  next++;
  if (word === 'that' && textAt(tokens, next) === 'same') next++;
  const noun = textAt(tokens, next);
  if (noun === 'year')
    return yearWithin(sentence, at, next + 1, { kind: 'same', offset: 0 }, outer?.part);
  if (noun === 'month' || noun === 'week' || noun === 'day') {
    const parts: CalendarParts = outer?.part ? { part: outer.part } : {};
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
  const parts = outer?.part ? { ...found.parts, part: outer.part } : found.parts;
  return one(at, found.next, { kind: 'same', unit: 'year', parts });
}

/** "at the weekend", "over the weekend". */
function readWeekend(tokens: readonly Token[], at: number): Found | null {
  if (!matchesWords(tokens, at, ['the', 'weekend'])) return null;
  return one(at, at + 2, { kind: 'weekday', weekday: 6, offset: 0, weekend: true });
}

/** A number of days, weeks, months or years in whole ones ("one and a half years" is 18 months). */
function wholeUnits(count: number, unit: Unit): { count: number; unit: Unit } | null {
  if (Number.isInteger(count)) return { count, unit };
  if (unit === 'year' && Number.isInteger(count * 12)) return { count: count * 12, unit: 'month' };
  return null;
}

/** A stretch of time: "two years", "half a year", "a year and a half", "a fortnight", "a couple of weeks". */
function readStretch(
  sentence: Sentence,
  at: number,
): { count: number; unit: Unit; next: number } | null {
  const { tokens, numbers } = sentence;
  const number = numbers.get(at);
  let count = 1;
  let next = at;
  if (number) {
    if (number.low !== number.high || number.ordinal || number.unit !== null) return null;
    if (number.hedge !== 'exact' && number.hedge !== 'about') return null;
    count = number.low;
    next = number.last + 1;
  } else {
    if (/^(?:about|almost|nearly|around|roughly|some)$/.test(textAt(tokens, next))) next++;
    if (matchesWords(tokens, next, ['half', 'a', 'year']))
      return { count: 6, unit: 'month', next: next + 3 };
    if (!/^(?:a|an|one)$/.test(textAt(tokens, next))) return null;
    if (/^(?:than|over|under|half|least|most)$/.test(textAt(tokens, at - 1))) return null;
    next++;
    if (textAt(tokens, next) === 'fortnight') return { count: 2, unit: 'week', next: next + 1 };
    if (matchesWords(tokens, next, ['couple', 'of'])) {
      count = 2;
      next += 2;
    }
  }
  const unit = TIME_UNITS.get(textAt(tokens, next));
  if (unit === undefined || count > 1000) return null;
  next++;
  if (matchesWords(tokens, next, ['and', 'a', 'half']) && unit === 'year')
    return { count: 12 * count + 6, unit: 'month', next: next + 3 };
  const whole = wholeUnits(count, unit);
  return whole && { ...whole, next };
}

/** "two years ago", "a year later", "five months after", "two days earlier", "a year ago today". */
function readDistance(sentence: Sentence, at: number): Found | null {
  const { tokens } = sentence;
  const stretch = readStretch(sentence, at);
  if (!stretch) return null;
  const { count, unit } = stretch;
  const anniversary = readAnniversary(sentence, at, stretch) ?? readSince(sentence, at, stretch);
  if (anniversary) return anniversary;
  const direction = textAt(tokens, stretch.next);
  const next = stretch.next + 1;
  if (direction === 'ago') {
    const ago = { kind: 'shift', unit, offset: -count } as const;
    return unit === 'year' && readWithin(sentence, next)
      ? yearWithin(sentence, at, next, { kind: 'relative-year', offset: ago.offset })
      : one(at, next, ago);
  }
  const later = /^(?:later|after|afterwards?)$/.test(direction);
  if (!later && !/^(?:earlier|before|previously|prior)$/.test(direction)) return null;
  const offset = later ? count : -count;
  if (!/^(?:after|before)$/.test(direction) || !tellsWhatFollows(tokens, next))
    return one(at, next, { kind: 'after', unit, offset });
  // "in November 2024, five months after they had signed it": that was five months before.
  return sentence.previous
    ? ahead(at, stretch.next, { kind: 'after', unit, offset: -offset })
    : skip(stretch.next);
}

/** Whether words follow that name what a time is counted from: "five months after the signing". */
function tellsWhatFollows(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  // "five months after that" counts from the date before.
  if (/^(?:it|this|that)$/.test(token?.text ?? '') && tokens[at + 1]?.kind !== 'word') return false;
  return (
    token !== undefined &&
    token.kind !== 'punctuation' &&
    !/^(?:and|but|or|in|on|at|came|was|were|when)$/.test(token.text)
  );
}

const ahead = (first: number, next: number, expression: DateExpression): Found => ({
  next,
  mentions: [{ first, last: next - 1, expression, ahead: true }],
});

type Stretch = NonNullable<ReturnType<typeof readStretch>>;

/** "a year ago today", "five months ago to the day", "a year ago this week". */
function readAnniversary(
  { tokens }: Sentence,
  at: number,
  { count, unit, next }: Stretch,
): Found | null {
  if (textAt(tokens, next) !== 'ago' || (unit !== 'year' && unit !== 'month')) return null;
  const told = PRECISE.find(({ words }) => matchesWords(tokens, next + 1, words));
  const exactly = /^(?:exactly|precisely|just)$/.test(textAt(tokens, at - 1));
  if (!told && !exactly) return null;
  // "Exactly a year ago" is seldom meant to the day.
  const precision = told?.precision ?? 'week';
  const end = next + 1 + (told?.words.length ?? 0);
  return one(at, end, { kind: 'anniversary', unit, offset: -count, precision });
}

/**
 * "Today marks a year since they signed", "two years have passed since the signing": the words tell when
 * what follows was.
 */
function readSince(
  { tokens, previous }: Sentence,
  at: number,
  { count, unit, next }: Stretch,
): Found | null {
  const gone = PASSED.find((words) => matchesWords(tokens, next, words));
  const toTheDay = matchesWords(tokens, next, ['to', 'the', 'day']);
  const end = next + (gone?.length ?? 0) + (toTheDay ? 3 : 0);
  const word = textAt(tokens, end);
  if (word !== 'since' && !(toTheDay && word === 'after')) return null;
  if (!gone && !toTheDay && !isCounting(tokens, at)) return null;
  const today = [1, 2, 3].some((back) => textAt(tokens, at - back) === 'today');
  const precise = toTheDay || today || /^(?:exactly|precisely)$/.test(textAt(tokens, at - 1));
  // "This November a year had passed since …" counts from November.
  const fromBefore = toTheDay || gone?.[0] === 'had';
  if (fromBefore && previous) return ahead(at, end, { kind: 'after', unit, offset: -count });
  if (!precise) return ahead(at, end, { kind: 'shift', unit, offset: -count });
  if (unit === 'year' || unit === 'month')
    return ahead(at, end, { kind: 'anniversary', unit, offset: -count, precision: 'day' });
  const days = unit === 'week' ? 7 * count : count;
  return ahead(at, end, { kind: 'shift', unit: 'day', offset: -days });
}

/** "It is a year since …", "marks a year since …": not "the first visit in a year since". */
function isCounting(tokens: readonly Token[], at: number): boolean {
  return [1, 2].some((back) =>
    /^(?:is|it's|was|been|marks?|marked|marking|makes)$/.test(textAt(tokens, at - back)),
  );
}

/** "the following month", "the previous year", "the day before"; no date: "the following May". */
function readNeighbour(sentence: Sentence, at: number): Found | null {
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
  return one(at, next + 1, { kind: 'after', unit, offset: sign });
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return (
    year >= 1900 && year <= 2100 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  );
}

/** "2024-06-19", "2024.06.19", "19.06.2024", "19/06/2024", "06/19/2024" where unambiguous. */
function readNumericDate(tokens: readonly Token[], at: number): Found | null {
  const token = tokens[at];
  if (token?.kind !== 'number') return null;
  let fields = token.text.split('.').map(Number);
  let next = at + 1;
  if (fields.length === 1) {
    const [second, third, fifth] = [tokens[at + 1], tokens[at + 2], tokens[at + 4]];
    if (second?.kind === 'number' && second.joined && third?.kind === 'number' && third.joined) {
      fields = [token, second, third].map((part) => Number(part.text));
      next = at + 3;
    } else if (
      second?.text === '/' &&
      textAt(tokens, at + 3) === '/' &&
      third &&
      fifth &&
      touches(tokens, at + 4)
    ) {
      fields = [token, third, fifth].map((part) => Number(part.text));
      next = at + 5;
    }
  }
  const [a = 0, b = 0, c = 0] = fields;
  if (fields.length !== 3) return null;
  const found = (year: number, month: number, day: number) =>
    isDay(year, month, day)
      ? one(at, next, { kind: 'absolute', parts: { year, month, day } })
      : null;
  if (a > 31) return found(a, b, c);
  // Points and hyphens put the day first; with a stroke either may stand first.
  const stroke = textAt(tokens, at + 1) === '/';
  if (stroke && a <= 12 && b <= 12 && a !== b) return null;
  return b > 12 ? found(c, a, b) : found(c, b, a);
}

const startsWith = (tokens: readonly Token[], at: number, syllable: string) =>
  touches(tokens, at) && textAt(tokens, at).startsWith(syllable);

/** "2024년 6월 19일", "6월 19일", "지난해 11월", "2024년". */
function readKoreanDate(tokens: readonly Token[], at: number): Found | null {
  let next = at;
  let year: Year | undefined;
  const relative = KOREAN_YEARS.get(textAt(tokens, at).replace(/(?:의|에|는|은|도)$/, ''));
  if (relative !== undefined) {
    year = { kind: 'relative-year', offset: relative };
    next = at + 1;
  } else if (looksLikeYear(tokens[at]) && startsWith(tokens, at + 1, '년')) {
    year = { kind: 'absolute', year: Number(textAt(tokens, at)) };
    next = at + 2;
  }
  const parts: CalendarParts = {};
  const month = Number(textAt(tokens, next));
  if (startsWith(tokens, next + 1, '월') && month >= 1 && month <= 12) {
    parts.month = month;
    next += 2;
    const day = Number(textAt(tokens, next));
    if (startsWith(tokens, next + 1, '일') && day >= 1 && day <= 31) {
      parts.day = day;
      next += 2;
    }
  }
  if (next === at) return null;
  return one(at, next, expressionOf(parts, year));
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
  // "between 2018 and 2019", "2018-2019": the second one shows what the first is.
  return at === 0 && YEAR_VERBS.has(next?.text ?? '');
}

/** "2024", "2024's summer", "late 2025", "the end of 2025". */
function readBareYear(sentence: Sentence, at: number): Found | null {
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
function readInheritedDay(sentence: Sentence, at: number): Found | null {
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

function readWeekday(tokens: readonly Token[], at: number): Found | null {
  const weekday = WEEKDAYS.get(textAt(tokens, at));
  if (weekday === undefined) return null;
  if (/^[a-z]/.test(textAt(tokens, at)) && !tokens[at]?.capital) return null;
  return one(at, at + 1, { kind: 'weekday', weekday, offset: 0 });
}

function readDayAdverb(tokens: readonly Token[], at: number): Found | null {
  const offset = DAY_ADVERBS.get(textAt(tokens, at));
  return offset === undefined ? null : one(at, at + 1, { kind: 'shift', unit: 'day', offset });
}

/** The date that begins at `at`; the first word tells which readers can have a say. */
function readDate(sentence: Sentence, at: number): Found | null {
  const { tokens } = sentence;
  const text = textAt(tokens, at);
  if (text === 'a' || text === 'an') return readDistance(sentence, at);
  if (text === 'the')
    return readNeighbour(sentence, at) ?? readSame(sentence, at) ?? readWeekend(tokens, at);
  if (tokens[at]?.kind === 'number') {
    return (
      readNumericDate(tokens, at) ??
      readKoreanDate(tokens, at) ??
      readDistance(sentence, at) ??
      readInheritedDay(sentence, at) ??
      readDayOfMonth(tokens, at) ??
      readCalendarDate(sentence, at) ??
      readBareYear(sentence, at)
    );
  }
  return (
    readDistance(sentence, at) ??
    readNeighbour(sentence, at) ??
    readSame(sentence, at) ??
    readDetermined(sentence, at) ??
    readInheritedDay(sentence, at) ??
    readDayOfMonth(tokens, at) ??
    readCalendarDate(sentence, at) ??
    readBareYear(sentence, at) ??
    readWeekday(tokens, at) ??
    readDayAdverb(tokens, at) ??
    readKoreanDate(tokens, at)
  );
}

/** Gives a month the year of the next one: "between March and November 2024". */
function shareYears(tokens: readonly Token[], mentions: DateMention[]): void {
  for (let index = mentions.length - 2; index >= 0; index--) {
    const mention = mentions[index];
    const next = mentions[index + 1];
    if (mention?.expression.kind !== 'yearless' || !next || next.first - mention.last > 3) continue;
    const between = textAt(tokens, mention.last + 1);
    const through =
      isDash(between) ||
      /^(?:to|through|until|till)$/.test(between) ||
      next.first === mention.last + 1;
    if (!through && !/^(?:and|or)$/.test(between)) continue;
    const { parts } = mention.expression;
    const { expression } = next;
    if (
      expression.kind !== 'absolute' &&
      expression.kind !== 'relative-year' &&
      expression.kind !== 'same'
    )
      continue;
    if (expression.kind === 'same' && (expression.unit !== 'year' || expression.offset)) continue;
    const later = expression.parts.month;
    if (parts.month === undefined || later === undefined) continue;
    const wraps = parts.month > later;
    if (wraps && (!through || expression.kind === 'same')) continue;
    const back = wraps ? 1 : 0;
    if (expression.kind === 'absolute') {
      mention.expression = {
        kind: 'absolute',
        parts: { ...parts, year: expression.parts.year - back },
      };
    } else if (expression.kind === 'relative-year') {
      mention.expression = { kind: 'relative-year', parts, offset: expression.offset - back };
    } else mention.expression = { kind: 'same', unit: 'year', parts };
  }
}

/** Whether a token alone makes it possible that the sentence holds a date. */
export function tellsTime(token: Token): boolean {
  if (token.kind === 'number') return looksLikeYear(token) || /^\d+\.\d+\.\d+$/.test(token.text);
  return token.kind === 'word' && namesTime(token.text);
}

/**
 * The dates of a sentence, in order and without overlap, as the words give them: what they are
 * relative to is left to `resolveDate`. Takes the tokens of one sentence and its numbers from
 * `readNumbers`; `first` and `last` are indexes of tokens. Several days of one month
 * ("June 17-19") are one mention each.
 */
export function readDates(
  tokens: readonly Token[],
  numbers: readonly NumberMention[],
): DateMention[] {
  const mentions: DateMention[] = [];
  if (!tokens.some(tellsTime)) return mentions;
  const byFirst = new Map(numbers.map((number) => [number.first, number]));
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at];
    const opens = token?.kind === 'number' || byFirst.has(at) || opensDate(token?.text ?? '');
    const found = opens
      ? readDate({ tokens, numbers: byFirst, previous: mentions.at(-1) }, at)
      : null;
    if (found) mentions.push(...found.mentions);
    at = found ? found.next : at + 1;
  }
  shareYears(tokens, mentions);
  return mentions;
}
