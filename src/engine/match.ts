import { type Statement, unsaid } from '../claims/statement.ts';
import { readCallings } from './calls.ts';
import { isShown, type Stance } from './finding.ts';
import type { Frame } from './frames/frame.ts';
import { isStillAhead, testDate } from './match-dates.ts';
import { numbersAllow, ordinalHolds, testFigures } from './match-figures.ts';
import {
  clausesAside,
  countHeld,
  findMentions,
  findNone,
  holdsAny,
  isDenial,
  isOwned,
  nowhere,
  pageHolds,
} from './match-mentions.ts';
import { testRoles } from './match-roles.ts';
import {
  type Because,
  type Match,
  nothing,
  type Surroundings,
  type Verified,
} from './match-types.ts';
import type { SentenceReading } from './reading.ts';
import { callingReason, contextReasons, noneReason, stanceReason } from './reasons.ts';
import { stanceAt } from './stance.ts';

interface Way {
  frame: Frame | null;
  stance: Stance;
  /** Whether a report is taken back as a whole, which is what the statement asks for. */
  ofDenial: boolean;
  because: Because;
}

/** What of a statement holds in a sentence whatever its dates turn out to mean. */
export interface TimelessMatch {
  statement: Statement;
  /** Each way to read it: the action told of, where the statement names one, and its stance. */
  ways: readonly Way[];
}

/**
 * Holds one statement against one sentence. Every key of the statement is a hard test: figure, date,
 * direction, actor and stance are never outvoted. Null where any fails.
 */
export function matchStatement(
  statement: Statement,
  reading: SentenceReading,
  around: Surroundings,
): Match | null {
  const timeless = matchTimeless(statement, reading, around);
  return timeless && matchDated(timeless, reading, around);
}

/** The tests that no date decides. */
export function matchTimeless(
  statement: Statement,
  reading: SentenceReading,
  around: Pick<Surroundings, 'near' | 'subject' | 'isLong' | 'page' | 'isException'>,
): TimelessMatch | null {
  if (!numbersAllow(statement, reading.sentence)) return null;
  if (!pageHolds(statement, around.page)) return null;
  if (statement.context && !statement.context.every((group) => holdsAny(around.near, group)))
    return null;
  // A claim that is a denial is told by what the sentence negates. What is not named at all needs no grammar.
  const counted = () => (isDenial(statement) ? reading.named : reading.concepts);
  const { without, some } = statement;
  let apart: ReadonlySet<number> = nowhere;
  if (without && holdsAny(reading.named, without) && holdsAny(counted(), without)) {
    const aside = clausesAside(without, reading, isDenial(statement), around.isException);
    if (!aside) return null;
    apart = aside;
  }
  const words = findMentions(statement, reading, around, apart);
  if (!words) return null;
  if (some && countHeld(counted(), some.of) + words.carried(some.of) < some.least) return null;
  if (statement.belongs && !isOwned(statement.belongs, reading)) return null;
  const none = statement.none ? findNone(statement.none, reading) : null;
  if (statement.none && !none) return null;
  const calls = statement.calls
    ? findCalling(statement.calls, reading)
    : { because: nothing, places: [], title: false };
  if (!calls) return null;
  const figures = testFigures(statement.figures, reading, apart);
  if (!figures) return null;
  if (statement.ordinal && !ordinalHolds(statement.ordinal, reading)) return null;
  const frames = statement.event
    ? reading.frames.filter(
        ({ event }) =>
          !apart.has(event.clause) &&
          event.concepts.some((c) => statement.event?.some((id) => c.is.has(id))),
      )
    : [null];
  const ways = frames.flatMap((frame) => {
    const roles = frame ? testRoles(statement, reading, frame) : { because: nothing };
    if (!roles) return [];
    const event = frame?.event ?? null;
    const told = [
      ...(none ? [none.thing.first] : []),
      ...calls.places,
      ...words.places,
      ...figures.places,
    ];
    const act = event ? [event.mention.first] : [];
    const places = event || told.length > 0 ? [...act, ...told] : [0];
    const absent = none?.words ?? null;
    const read = stanceAt(
      reading.sentence,
      reading.grammar,
      places,
      event,
      absent,
      calls.title && !event,
    );
    if ((read.unsaid || read.around) && isDenial(statement)) return [];
    const { stance, cue, whole = false } = read;
    // "There is no evidence that it never was so": what is told by a negation is not told by a denial of all of it.
    if (whole && statement.stances?.every((one) => one === 'denied')) return [];
    const reached = readStance(statement, stance);
    if (!reached) return [];
    const because = () => [
      ...words.because(),
      ...(none ? [noneReason(reading, none)] : []),
      ...roles.because(),
      ...calls.because(),
      ...figures.because(),
      ...contextReasons(statement, reading),
      stanceReason({ stance: reached, cue }),
    ];
    return [{ frame, stance: reached, ofDenial: whole && reached !== stance, because }];
  });
  return ways.length > 0 ? { statement, ways } : null;
}

/** The tests that turn on what the dates mean; of several ways to read a statement the plainest. */
export function matchDated(
  { statement, ways }: TimelessMatch,
  reading: SentenceReading,
  around: Surroundings,
): Match | null {
  let best: (Way & { date: NonNullable<Verified> }) | null = null;
  for (const way of ways) {
    const { frame, stance } = way;
    if (best && rank(stance) >= rank(best.stance)) continue;
    if (frame && isStillAhead(statement, reading, frame.event)) continue;
    const date = testDate(statement.date, reading, frame?.event ?? null, around);
    if (date) best = { ...way, date };
  }
  if (!best) return null;
  if (statement.page?.withoutDates?.some((day) => around.pageDays.has(day))) return null;
  if (
    statement.unless?.some((other) =>
      matchStatement(other, reading, { ...around, isException: true }),
    )
  )
    return null;
  const { stance, ofDenial, because, date } = best;
  return {
    stance,
    ofDenial,
    open: date.open ?? null,
    because: () => [...because(), ...date.because()],
  };
}

function rank(stance: Stance): number {
  return ['asserted', 'attributed', 'hypothetical', 'questioned', 'denied', 'rebutted'].indexOf(
    stance,
  );
}

/** The stance of the finding. A statement may be about a denial: then the denial is what is asserted. */
function readStance({ stances }: Statement, stance: Stance): Stance | null {
  if (!stances) return stance;
  if (stances.includes(stance)) return isShown(stance) ? stance : 'asserted';
  return isShown(stance) ? null : stance;
}

function findCalling(
  calls: NonNullable<Statement['calls']>,
  reading: SentenceReading,
): { because: Because; places: readonly number[]; title: boolean } | null {
  for (const calling of readCallings(reading, calls.what, calls.a)) {
    if (calling.past) continue;
    const told = calling.of ?? unsaid;
    if (calls.of && !calls.of.includes(told)) continue;
    const title = calling.a?.mention ?? null;
    return {
      because: () => [callingReason(reading, calling.what.mention, title, calling.of)],
      places: [calling.what.mention.first],
      title: calling.title,
    };
  }
  return null;
}
