import type { DateTest, Statement } from '../claims/statement.ts';
import type { DateMention, DaySpan } from '../text/date-mention.ts';
import { isAnchored, isShortlyBefore, resolveWithin } from '../text/dates.ts';
import { isBoundary } from './event-dates.ts';
import type { Event } from './grammar-types.ts';
import { nothing, type Surroundings, type Verified } from './match-types.ts';
import { standsFor } from './mention.ts';
import type { SentenceReading } from './reading.ts';
import { dateReason, newsReason } from './reasons.ts';

/** Whether only a sentence with a date can make a statement. */
export function needsDate({ date }: Statement): boolean {
  return date !== undefined && !date.unsaid && !date.news;
}

/**
 * Whether the dates of a sentence are those that a statement asks for: of the action told of, or anywhere in the
 * sentence. Null where they are not; else the reasons, and what the dates leave open.
 */
export function testDate(
  test: DateTest | undefined,
  reading: SentenceReading,
  event: Event | null,
  around: Pick<Surroundings, 'datesOpen' | 'eventDay'>,
): Verified {
  if (!test) return { because: nothing };
  const { sentence, datesOf, days } = reading;
  const ofSentence = !event || test.of === 'sentence';
  const dates = ofSentence
    ? sentence.dates.filter((date) => !isBoundary(sentence, date))
    : (datesOf.get(event) ?? []);
  // "in force until 1996": where the whole sentence counts, so do the days that bound what it tells.
  const excluding = ofSentence
    ? sentence.dates.filter((date) => !isDayOfReport(reading, date))
    : dates;
  if (excluding.some((date) => isExcluded(days.get(date) ?? [], test, reading))) return null;
  if (dates.length === 0) {
    if (test.unsaid) return { because: nothing };
    return test.news && !around.datesOpen ? testNews(test, reading, event) : null;
  }
  const known = dates.flatMap((date) => {
    const spans = days.get(date) ?? [];
    return spans.length > 0 ? [{ date, spans }] : [];
  });
  return known.length > 0
    ? testKnown(test, reading, known)
    : testUnknown(test, reading, event, dates, around);
}

/** Whether days that a date may mean are some on which the statement does not hold. */
function isExcluded(
  spans: readonly DaySpan[],
  { not, past }: DateTest,
  reading: SentenceReading,
): boolean {
  return spans.some(
    (span) =>
      (not && liesIn(span, not)) || (past && liesIn(span, past) && !isOfItsTime(span, reading)),
  );
}

/** Dates none of which can be told to be certain days, as far as is known of the text's own. */
function testUnknown(
  test: DateTest,
  { datesOf }: SentenceReading,
  event: Event | null,
  dates: readonly DateMention[],
  { datesOpen, eventDay }: Pick<Surroundings, 'datesOpen' | 'eventDay'>,
): Verified {
  const own = (event && datesOf.get(event)) ?? [];
  if (own.length > 0 && own.every((date) => missesDays(date, test))) return null;
  if (datesOpen) {
    const mayHold = test.unsaid || dates.some((date) => mayMean(date, test));
    return mayHold ? { because: nothing, open: 'more' } : null;
  }
  if (test.unsaid) return testUnsettled(test, dates, eventDay ?? null);
  return testWeekday(test, dates, event);
}

/** Dates with the days that each may mean. */
function testKnown(
  { is, from, to, precision }: DateTest,
  reading: SentenceReading,
  known: readonly { date: DateMention; spans: readonly DaySpan[] }[],
): Verified {
  const deciding = is
    ? known.find(({ spans }) => spans.some((span) => isIn(span, is, precision)))
    : known[0];
  if (!deciding) return null;
  const reaches = (span: DaySpan) => (!from || span.to >= from) && (!to || span.from <= to);
  if (!known.every(({ spans }) => spans.some(reaches))) return null;
  const settled = is === undefined || deciding.spans.every((span) => isIn(span, is, precision));
  const because = () => [dateReason(reading, deciding.date, deciding.spans)];
  if (settled) return { because };
  return { because, open: deciding.date.expression.kind === 'yearless' ? 'year' : 'more' };
}

/** Of what a text tells of the weeks before it, it speaks as of its own time, and not as of the past. */
function isOfItsTime(span: DaySpan, { newsDays }: SentenceReading): boolean {
  return newsDays !== null && isShortlyBefore(span, newsDays.to);
}

/** "…, an official said on Tuesday": the day on which it was said, not of what is told. */
function isDayOfReport({ datesOf }: SentenceReading, date: DateMention): boolean {
  if (date.expression.kind !== 'weekday') return false;
  const dated = [...datesOf].filter(([{ kind }, dates]) => kind === 'verb' && dates.includes(date));
  return dated.length > 0 && dated.every(([{ mention }]) => standsFor(mention, 'attribution'));
}

/** "The congress opens next week": what all its dates put after the text is planned, whatever the tense. */
export function isStillAhead(
  { aspect }: Statement,
  reading: SentenceReading,
  event: Event,
): boolean {
  const today = reading.newsDays?.to;
  if (!today || !aspect || aspect.includes('planned')) return false;
  const spans = (reading.datesOf.get(event) ?? []).flatMap((date) => reading.days.get(date) ?? []);
  return spans.length > 0 && spans.every(({ from }) => from > today);
}

/** Dates that are told but not settled, where none need be told: they may be others than those tested for. */
function testUnsettled(
  test: DateTest,
  dates: readonly DateMention[],
  eventDay: string | null,
): Verified {
  // "Later that month" hangs on a date that the text does not tell, whenever it was published.
  if (!test.is || dates.every(({ expression }) => isAnchored(expression)))
    return { because: nothing };
  const yearless = dates.filter(({ expression }) => expression.kind === 'yearless');
  if (yearless.length > 0)
    return yearless.some((date) => mayMean(date, test)) ? { because: nothing, open: 'year' } : null;
  const isOfEvent = (date: DateMention) =>
    date.expression.kind === 'weekday' && eventDay !== null && mayMean(date, { is: [eventDay] });
  return { because: nothing, open: dates.some(isOfEvent) ? 'year' : 'everything' };
}

/** "On Friday", "next Wednesday": no day on which something was done that is known to have been on a Wednesday. */
function missesDays(date: DateMention, { is }: DateTest): boolean {
  const { expression } = date;
  const days = is?.filter(isDay) ?? [];
  if (expression.kind !== 'weekday' || days.length === 0) return false;
  return expression.offset > 0 || !mayMean(date, { is: days });
}

/** Whether a date without its year may be one of those tested for. */
function mayMean({ expression }: DateMention, { is, precision }: DateTest): boolean {
  return (
    !is ||
    is.some((period) =>
      resolveWithin(expression, spanOf(period)).some((span) => isIn(span, [period], precision)),
    )
  );
}

/** "On Wednesday" in a text whose day is not known: news of the known event if that was on such a day. */
function testWeekday(
  { is, ...test }: DateTest,
  dates: readonly DateMention[],
  event: Event | null,
): Verified {
  if (!test.news || !event || event.tense === 'planned') return null;
  const days = is?.filter(isDay) ?? [];
  const fits = dates.some(
    (date) =>
      date.expression.kind === 'weekday' &&
      date.expression.offset <= 0 &&
      mayMean(date, { ...test, is: days }),
  );
  return fits ? { because: nothing, open: 'news' } : null;
}

/** News that gives no date is of the days before the text: "Kim opens museum", "signed the treaty". */
function testNews(
  test: DateTest,
  { newsDays, sentence }: SentenceReading,
  event: Event | null,
): Verified {
  if (!event || (!event.news && (!newsDays || event.tense !== 'done'))) return null;
  if (!newsDays) return sentence.dates.length === 0 ? { because: nothing, open: 'news' } : null;
  const { is, not, from, to } = test;
  const reaches = (period: string) => {
    const days = spanOf(period);
    return newsDays.from <= days.to && newsDays.to >= days.from;
  };
  if (is && !is.some(reaches)) return null;
  if (not?.some(reaches)) return null;
  if ((from && newsDays.to < from) || (to && newsDays.from > to)) return null;
  return { because: () => [newsReason(newsDays)] };
}

function isIn(
  span: DaySpan,
  periods: readonly string[],
  precision: DateTest['precision'],
): boolean {
  return periods.some((period) => {
    const { from, to } = spanOf(period);
    const around = span.from <= from && span.to >= to;
    return liesIn(span, [period]) || (around && isPrecise(span, precision));
  });
}

function isPrecise(span: DaySpan, precision: DateTest['precision']): boolean {
  const days = (Date.parse(span.to) - Date.parse(span.from)) / 86_400_000 + 1;
  if (precision === 'day') return days <= 1;
  if (precision === 'season') return days <= 92;
  return days <= (precision === 'month' ? 31 : 366);
}

function liesIn(span: DaySpan, periods: readonly string[]): boolean {
  return periods.some((period) => {
    const { from, to } = spanOf(period);
    return span.from >= from && span.to <= to;
  });
}

const isDay = (period: string): boolean => period.length === 10;

/** The days of an ISO year, month or day. Text order is time order, so "31" ends every month. */
function spanOf(period: string): DaySpan {
  if (period.length === 4) return { from: `${period}-01-01`, to: `${period}-12-31` };
  if (period.length === 7) return { from: `${period}-01`, to: `${period}-31` };
  return { from: period, to: period };
}
