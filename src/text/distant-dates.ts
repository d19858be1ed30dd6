import { readWithin, yearWithin } from './calendar-dates.ts';
import { PASSED, PRECISE, TIME_UNITS, type Unit } from './calendar-words.ts';
import type { DateExpression } from './date-mention.ts';
import { type Found, one, type Sentence, skip } from './date-words.ts';
import type { Token } from './token.ts';
import { matchesWords, textAt } from './token-sequence.ts';

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
    // "just over a year ago" is a year ago, "over a year ago" may be many.
    const justOver = /^(?:just|little|slightly)$/.test(textAt(tokens, at - 2));
    if (/^(?:than|under|half|least|most)$/.test(textAt(tokens, at - 1))) return null;
    if (textAt(tokens, at - 1) === 'over' && !justOver) return null;
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
export function readDistance(sentence: Sentence, at: number): Found | null {
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
