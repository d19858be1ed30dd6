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
  type Words,
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

type Around = Pick<Surroundings, 'near' | 'subject' | 'isLong' | 'page' | 'isException'>;

/** The tests that no date decides. */
export function matchTimeless(
  statement: Statement,
  reading: SentenceReading,
  around: Around,
): TimelessMatch | null {
  if (!numbersAllow(statement, reading.sentence)) return null;
  if (!pageHolds(statement, around.page)) return null;
  if (!contextHolds(statement, around.near)) return null;
  const apart = clausesApart(statement, reading, around.isException);
  const told = apart && findTold(statement, reading, around, apart);
  if (!told) return null;
  const ways = framesOf(statement, reading, apart).flatMap(
    (frame) => wayBy(statement, reading, told, frame) ?? [],
  );
  return ways.length > 0 ? { statement, ways } : null;
}

function contextHolds({ context }: Statement, near: Surroundings['near']): boolean {
  return !context || context.every((group) => holdsAny(near, group));
}

/**
 * What a sentence names, for a statement that counts it. A claim that is a denial is told by what the sentence
 * negates; of any other what is negated does not count.
 */
function countedIn(statement: Statement, reading: SentenceReading): ReadonlySet<string> {
  return isDenial(statement) ? reading.named : reading.concepts;
}

/** The clauses without which a statement has to hold; null where it cannot hold at all. */
function clausesApart(
  statement: Statement,
  reading: SentenceReading,
  isException: boolean | undefined,
): ReadonlySet<number> | null {
  const { without } = statement;
  // What is not named at all needs no grammar.
  const isNamed =
    without && holdsAny(reading.named, without) && holdsAny(countedIn(statement, reading), without);
  return isNamed ? clausesAside(without, reading, isDenial(statement), isException) : nowhere;
}

/** What a sentence tells of a statement besides who does what. */
interface Told {
  words: Words;
  none: ReturnType<typeof findNone>;
  calls: Called;
  figures: NonNullable<ReturnType<typeof testFigures>>;
}

/** Words, figures and what is called what, as a statement asks for them; null where any of it is not told. */
function findTold(
  statement: Statement,
  reading: SentenceReading,
  around: Around,
  apart: ReadonlySet<number>,
): Told | null {
  const { some, belongs, ordinal } = statement;
  const words = findMentions(statement, reading, around, apart);
  if (!words) return null;
  if (some) {
    const named = countHeld(countedIn(statement, reading), some.of);
    if (named + words.carried(some.of) < some.least) return null;
  }
  if (belongs && !isOwned(belongs, reading)) return null;
  const none = statement.none ? findNone(statement.none, reading) : null;
  if (statement.none && !none) return null;
  const calls = statement.calls ? findCalling(statement.calls, reading) : callsNothing;
  const figures = calls && testFigures(statement.figures, reading, apart);
  if (!figures || (ordinal && !ordinalHolds(ordinal, reading))) return null;
  return { words, none, calls, figures };
}

/** The frames of the actions that a statement may be told by; null stands for a statement that asks for none. */
function framesOf(
  { event: wanted }: Statement,
  { frames }: SentenceReading,
  apart: ReadonlySet<number>,
): (Frame | null)[] {
  if (!wanted) return [null];
  const isWanted = ({ event }: Frame) =>
    event.concepts.some((concept) => wanted.some((id) => concept.is.has(id)));
  return frames.filter((frame) => !apart.has(frame.event.clause) && isWanted(frame));
}

/** How a sentence tells a statement by one of its actions; null where who does what or the stance keeps it from that. */
function wayBy(
  statement: Statement,
  reading: SentenceReading,
  { words, none, calls, figures }: Told,
  frame: Frame | null,
): Way | null {
  const roles = frame ? testRoles(statement, reading, frame) : { because: nothing };
  if (!roles) return null;
  const event = frame?.event ?? null;
  const told = [
    ...(event ? [event.mention.first] : []),
    ...(none ? [none.thing.first] : []),
    ...[calls, words, figures].flatMap((one) => one.places),
  ];
  const places = told.length > 0 ? told : [0];
  const presupposed = calls.title && !event;
  const read = stanceAt(reading, { places, event, none: none?.words ?? null, presupposed });
  if ((read.unsaid || read.around) && isDenial(statement)) return null;
  const { cue, whole = false } = read;
  // "There is no evidence that it never was so": what is told by a negation is not told by a denial of all of it.
  if (whole && statement.stances?.every((one) => one === 'denied')) return null;
  const stance = readStance(statement, read.stance);
  if (!stance) return null;
  const because = () => [
    ...words.because(),
    ...(none ? [noneReason(reading, none)] : []),
    ...roles.because(),
    ...calls.because(),
    ...figures.because(),
    ...contextReasons(statement, reading),
    stanceReason({ stance, cue }),
  ];
  return { frame, stance, ofDenial: whole && stance !== read.stance, because };
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

/** What is called what in a sentence, as a statement asks for it. */
interface Called {
  because: Because;
  places: readonly number[];
  /** Whether it is told by a title before a name. */
  title: boolean;
}

const callsNothing: Called = { because: nothing, places: [], title: false };

function findCalling(
  calls: NonNullable<Statement['calls']>,
  reading: SentenceReading,
): Called | null {
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
