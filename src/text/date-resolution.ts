import type { CalendarParts, DateExpression, DateReference, DaySpan } from './date-mention.ts';

/** A day as a count of days since 1 January 1970, which makes arithmetic plain. */
type Day = number;

interface Days {
  from: Day;
  to: Day;
}

const LENGTH_OF_DAY = 86_400_000;

/** The day of a year and month; months and days beyond the ends run on into the next ones. */
const dayOf = (year: number, month: number, day: number): Day =>
  Math.floor(Date.UTC(year, month - 1, day) / LENGTH_OF_DAY);

const yearOf = (day: Day) => new Date(day * LENGTH_OF_DAY).getUTCFullYear();
const monthOf = (day: Day) => new Date(day * LENGTH_OF_DAY).getUTCMonth() + 1;
/** Months since year 0: neighbours differ by one over the turn of the year as well. */
const monthIndexOf = (day: Day) => yearOf(day) * 12 + monthOf(day) - 1;
/** Monday is 1, Sunday is 7; 1 January 1970 was a Thursday. */
const weekdayOf = (day: Day) => ((((day + 3) % 7) + 7) % 7) + 1;

function parseDay(text: string | null): Day | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)/.exec(text ?? '');
  if (!match) return null;
  const [year, month, day] = match.slice(1).map(Number);
  return dayOf(year ?? 1970, month ?? 1, day ?? 1);
}

const isoOf = (day: Day) => new Date(day * LENGTH_OF_DAY).toISOString().slice(0, 10);
const spanOf = ({ from, to }: Days): DaySpan => ({ from: isoOf(from), to: isoOf(to) });

const wholeYear = (year: number): Days => ({ from: dayOf(year, 1, 1), to: dayOf(year, 12, 31) });
const wholeMonth = (index: number): Days => {
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  return { from: dayOf(year, month, 1), to: dayOf(year, month + 1, 0) };
};

const FIRST_MONTHS = { spring: 3, summer: 6, autumn: 9, winter: 12 } as const;

function seasonOf(season: NonNullable<CalendarParts['season']>, year: number): Days {
  const first = FIRST_MONTHS[season];
  return { from: dayOf(year, first, 1), to: dayOf(year, first + 3, 0) };
}

/** A third of a span; a month is cut at the 10th and the 20th, a year after April and August. */
function partOf(span: Days, part: CalendarParts['part']): Days {
  if (part === undefined) return span;
  const length = span.to - span.from + 1;
  const year = yearOf(span.from);
  const whole = length > 300;
  const second = whole ? dayOf(year, 5, 1) : span.from + Math.floor(length / 3);
  const third = whole ? dayOf(year, 9, 1) : span.from + Math.floor((2 * length) / 3);
  if (part === 'early') return { from: span.from, to: second - 1 };
  return part === 'middle' ? { from: second, to: third - 1 } : { from: third, to: span.to };
}

/**
 * The spans that the parts of a calendar mean in a year. "Winter 2024" may begin or end in it,
 * so there are two. Nothing for a day that the month does not have.
 */
function spansIn(parts: CalendarParts, year: number): Days[] {
  const { month, day, season, part } = parts;
  if (month !== undefined) {
    const span = wholeMonth(year * 12 + month - 1);
    if (day === undefined) return [partOf(span, part)];
    return dayWithin(span, day);
  }
  if (season === 'winter') {
    return [seasonOf(season, year - 1), seasonOf(season, year)].map((span) => partOf(span, part));
  }
  if (season !== undefined) return [partOf(seasonOf(season, year), part)];
  return day === undefined ? [partOf(wholeYear(year), part)] : [];
}

/** The span that begins in a year: one even for winter. */
function spanBeginningIn(parts: CalendarParts, year: number): Days | null {
  return spansIn(parts, year).at(-1) ?? null;
}

/** How many years after the earliest possible day an undated text may have been published. */
const OPEN_YEARS = 2;
/** A span of possible days of publication longer than this is not gone through. */
const MOST_YEARS = 20;
/** Where publication is less certain than this, expressions that count days say nothing. */
const MOST_DAYS = 31;

/** The days on which the text may have been published. */
function publicationOf(reference: DateReference): Days | null {
  const from = parseDay(reference.earliest);
  if (from === null) return null;
  const to = parseDay(reference.latest) ?? dayOf(yearOf(from) + OPEN_YEARS, 12, 31);
  return to < from || yearOf(to) - yearOf(from) > MOST_YEARS ? null : { from, to };
}

function yearsOf(span: Days): number[] {
  const first = yearOf(span.from);
  return Array.from({ length: yearOf(span.to) - first + 1 }, (_, index) => first + index);
}

function monthsOf(span: Days): number[] {
  const first = monthIndexOf(span.from);
  return Array.from({ length: monthIndexOf(span.to) - first + 1 }, (_, index) => first + index);
}

function daysOf(span: Days): Day[] {
  const length = span.to - span.from + 1;
  return length > MOST_DAYS ? [] : Array.from({ length }, (_, index) => span.from + index);
}

/** The latest such span that has begun by each day of publication. */
function nearestPast(parts: CalendarParts, published: Days): Days[] {
  const found: Days[] = [];
  // 29 February may be eight years back.
  for (let year = yearOf(published.to); year >= yearOf(published.from) - 8; year--) {
    const span = spanBeginningIn(parts, year);
    if (!span || span.from > published.to) continue;
    found.push(span);
    if (span.from <= published.from) break;
  }
  return found;
}

/** "last June", "this June", "next June" seen from one month. */
function nearestFrom(parts: CalendarParts, offset: number, monthIndex: number): Days[] {
  const year = Math.floor(monthIndex / 12);
  const current = wholeMonth(monthIndex);
  if (offset === 0) return spansIn(parts, year);
  const ahead = offset > 0;
  const away = (span: Days) => (ahead ? span.from > current.to : span.to < current.from);
  const years = [0, 1, 2].map((step) => (ahead ? year - 1 + step : year + 1 - step));
  const spans = years.flatMap((one) => spanBeginningIn(parts, one) ?? []).filter(away);
  const [closest] = spans;
  if (!closest) return [];
  // In September "last June" may be that of this year or of the one before.
  const further =
    yearOf(closest.from) === year ? spanBeginningIn(parts, year + Math.sign(offset)) : null;
  return further ? [closest, further] : [closest];
}

const weekOf = (day: Day): Days => {
  const monday = day - weekdayOf(day) + 1;
  return { from: monday, to: monday + 6 };
};

function shifted(unit: 'day' | 'week' | 'month' | 'year', offset: number, published: Days): Days[] {
  if (unit === 'year') return yearsOf(published).map((year) => wholeYear(year + offset));
  if (unit === 'month') return monthsOf(published).map((month) => wholeMonth(month + offset));
  if (unit === 'week') return daysOf(published).map((day) => weekOf(day + 7 * offset));
  return daysOf(published).map((day) => ({ from: day + offset, to: day + offset }));
}

/** The day so many months before or after another; the end of a month stays one. */
function movedByMonths(day: Day, months: number): Day {
  const { from, to } = wholeMonth(monthIndexOf(day) + months);
  return Math.min(from + new Date(day * LENGTH_OF_DAY).getUTCDate() - 1, to);
}

function anniversaryOf(
  { unit, offset, precision }: Extract<DateExpression, { kind: 'anniversary' }>,
  day: Day,
): Days {
  const found = movedByMonths(day, unit === 'year' ? 12 * offset : offset);
  if (precision === 'day') return { from: found, to: found };
  return precision === 'week' ? weekOf(found) : wholeMonth(monthIndexOf(found));
}

/** A day of a month by its number; nothing where the month is too short. */
function dayWithin({ from, to }: Days, day: number): Days[] {
  const found = from + day - 1;
  return found <= to ? [{ from: found, to: found }] : [];
}

function weekdayFrom(weekday: number, offset: number, day: Day): Days {
  const back = (weekdayOf(day) - weekday + 7) % 7;
  let found = day - back;
  if (offset < 0 && back === 0) found -= 7;
  if (offset > 0) found += 7;
  return { from: found, to: found };
}

/** Weeks are seldom counted to the day. */
const WEEK_MARGIN = 3;

function after(unit: 'day' | 'week' | 'month' | 'year', offset: number, anchor: Days): Days {
  const move = (days: number, margin: number) => ({
    from: anchor.from + days - margin,
    to: anchor.to + days + margin,
  });
  if (unit === 'day') return move(offset, 0);
  if (unit === 'week') return move(7 * offset, WEEK_MARGIN);
  const whole = unit === 'month' ? wholeMonth : wholeYear;
  const index = unit === 'month' ? monthIndexOf : yearOf;
  return { from: whole(index(anchor.from) + offset).from, to: whole(index(anchor.to) + offset).to };
}

function sameAs(
  { unit, parts, offset = 0 }: Extract<DateExpression, { kind: 'same' }>,
  anchor: Days,
): Days[] {
  if (unit === 'day') return [anchor];
  if (unit === 'week') return [{ from: weekOf(anchor.from).from, to: weekOf(anchor.to).to }];
  if (unit === 'year') return yearsOf(anchor).flatMap((year) => spansIn(parts, year + offset));
  return monthsOf(anchor).flatMap((index) => {
    const month = (index % 12) + 1;
    return spansIn({ ...parts, month }, Math.floor(index / 12));
  });
}

/** The nearest such month or season that lies wholly before or after a date. */
function neighbourOf(parts: CalendarParts, offset: number, anchor: Days): Days[] {
  const year = offset < 0 ? yearOf(anchor.to) : yearOf(anchor.from);
  const spans = [0, 1, 2].flatMap((step) => spanBeginningIn(parts, year + step * offset) ?? []);
  const found = spans.find((span) => (offset < 0 ? span.to < anchor.from : span.from > anchor.to));
  return found ? [found] : [];
}

/** Whether a date counts from the one named before it: "the same year", "a month later". */
export function isAnchored({ kind }: DateExpression): boolean {
  return kind === 'same' || kind === 'neighbour' || kind === 'after';
}

function resolve(expression: DateExpression, published: Days | null, anchor: Days | null): Days[] {
  switch (expression.kind) {
    case 'absolute':
      return spansIn(expression.parts, expression.parts.year);
    case 'same': {
      // "In June of the previous year": of the one before this, where no other date was named.
      const seenFrom = anchor ?? ((expression.offset ?? 0) < 0 ? published : null);
      return seenFrom ? sameAs(expression, seenFrom) : [];
    }
    case 'neighbour':
      return anchor ? neighbourOf(expression.parts, expression.offset, anchor) : [];
    case 'after':
      return anchor ? [after(expression.unit, expression.offset, anchor)] : [];
  }
  if (!published) return [];
  switch (expression.kind) {
    case 'yearless':
      return nearestPast(expression.parts, published);
    case 'relative-year':
      return yearsOf(published).flatMap((year) =>
        spansIn(expression.parts, year + expression.offset),
      );
    case 'nearest':
      return monthsOf(published).flatMap((month) =>
        nearestFrom(expression.parts, expression.offset, month),
      );
    case 'shift': {
      const spans = shifted(expression.unit, expression.offset, published);
      const { day } = expression;
      return day === undefined ? spans : spans.flatMap((span) => dayWithin(span, day));
    }
    case 'anniversary':
      return daysOf(published).map((day) => anniversaryOf(expression, day));
    case 'weekday':
      return daysOf(published).map((day) => {
        const { from, to } = weekdayFrom(expression.weekday, expression.offset, day);
        return { from, to: expression.weekend ? to + 1 : to };
      });
  }
}

/**
 * "On 19 February 2026 …, and on 25 February", "in 1948: … (12 October)": a date without its year is of the year
 * named before it in the sentence, where the text's own day is not known or long after that year.
 */
export function withYearBefore(
  expression: DateExpression,
  before: DateExpression | null,
  { earliest, latest }: DateReference,
): DateExpression {
  if (expression.kind !== 'yearless' || before?.kind !== 'absolute') return expression;
  const { year } = before.parts;
  const day = parseDay(earliest);
  const isNear = day !== null && earliest === latest && yearOf(day) - year < LONG_PAST;
  return isNear ? expression : { kind: 'absolute', parts: { ...expression.parts, year } };
}

/** How many years ago a year is long past. */
const LONG_PAST = 10;

/** How old news may be, in days. */
const NEWS_DAYS = 6;

/** The days of which a text tells when it gives news without a date; null where its own day is not known. */
export function newsDaysOf({ earliest, latest }: DateReference): DaySpan | null {
  const day = parseDay(earliest);
  if (day === null || earliest !== latest) return null;
  return { from: isoOf(day - NEWS_DAYS), to: isoOf(day) };
}

/** How long a text speaks of what has happened as of its own time, in days. */
const OWN_TIME_DAYS = 31;

/** Whether days have begun by the day of a text and were not over long before. */
export function isShortlyBefore({ from, to }: DaySpan, textDay: string): boolean {
  const day = parseDay(textDay);
  const end = parseDay(to);
  return day !== null && end !== null && from <= textDay && end >= day - OWN_TIME_DAYS;
}

/**
 * What a date that does not tell its year means if it tells of a time in a period: the day and month in the
 * years of the period, or the days in it that are such a weekday. The whole period for words that any time fits.
 */
export function resolveWithin(expression: DateExpression, period: DaySpan): DaySpan[] {
  const from = parseDay(period.from);
  const to = parseDay(period.to);
  if (from === null || to === null) return [];
  const within = { from, to };
  switch (expression.kind) {
    case 'yearless':
      return yearsOf(within).flatMap((year) => spansIn(expression.parts, year).map(spanOf));
    case 'weekday': {
      const first = weekdayFrom(expression.weekday, 0, from + 6).from;
      return first <= to ? [spanOf({ from: first, to: first })] : [];
    }
    default:
      return [period];
  }
}

/**
 * Every span of days that the words of a date may mean, earliest first; none when nothing can be
 * said. `reference` tells when the text was published: both ends equal where the day is known;
 * with the earliest day alone the year may be that day's or one of the two after it. `anchor` is
 * the date named before, which "the same year" and "a year later" are counted from.
 */
export function resolveDate(
  expression: DateExpression,
  reference: DateReference,
  anchor: DaySpan | null,
): DaySpan[] {
  const from = parseDay(anchor?.from ?? null);
  const to = parseDay(anchor?.to ?? null);
  const anchorDays =
    from === null || to === null || yearOf(to) - yearOf(from) > MOST_YEARS ? null : { from, to };
  const spans = resolve(expression, publicationOf(reference), anchorDays);
  const distinct = new Map(spans.map((span) => [span.from * 1e6 + span.to, span]));
  return [...distinct.values()].sort((a, b) => a.from - b.from || a.to - b.to).map(spanOf);
}
