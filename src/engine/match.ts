import type { Aspect, DateTest, FigureTest, OrdinalTest, Statement } from '../claims/statement.ts';
import type { DateMention, DaySpan } from '../text/date-mention.ts';
import { isAnchored, isShortlyBefore, resolveWithin } from '../text/dates.ts';
import type { NumberMention } from '../text/number-mention.ts';
import { readCallings } from './calls.ts';
import { carriedInto, mayBeCarried, tellsEnough } from './carried.ts';
import { isBoundary } from './event-dates.ts';
import type { Figure } from './figures.ts';
import { isShown, type Reason, type Stance } from './finding.ts';
import { countryOf, type Filler, type Frame } from './frame.ts';
import { country, type Event, type Phrase } from './grammar.ts';
import type { SentenceReading } from './reading.ts';
import {
  actionReason,
  callingReason,
  carriedReasons,
  contextReasons,
  dateReason,
  figureReason,
  newsReason,
  noneReason,
  type RoleName,
  roleReason,
  stanceReason,
  wordsReason,
} from './reasons.ts';
import { isAt, type TaggedSentence } from './sentence.ts';
import { stanceAt } from './stance.ts';
import { type Mention, standsFor, standsForAny } from './tagger.ts';

/** Concepts that are named somewhere. */
interface Named {
  has(concept: string): boolean;
}

/** What surrounds a sentence when a statement is held against it. */
export interface Surroundings {
  /** Concepts of the sentence and of those near before it. */
  near: Named;
  /** The countries that the whole text is about. */
  subject?: Named;
  /** Concepts of the whole text. */
  page: Named;
  /** The single days that the whole text names, as ISO days. */
  pageDays: Named;
  /** Whether the statement is one that keeps another from holding. */
  isException?: boolean;
  /** The day of the event that the claim is about, where it is about one. */
  eventDay?: string | null;
  /** Whether dates whose year is not settled pass: while the day of publication is still looked for. */
  datesOpen: boolean;
}

/** A sentence makes a statement: in which stance, and why. */
export interface Match {
  stance: Stance;
  because: Because;
  /** What its dates leave open, since the day of publication is not known. */
  open: OpenDate | null;
}

/**
 * What a date leaves open where the day of publication is not known: nothing but the year ("on 23 October");
 * of which time the text gives news ("on Wednesday", "has signed"), so that it may only be taken for the
 * known event; everything, where the statement needs no date ("last week"); or more, so that it is another date
 * for other days of publication ("last June").
 */
export type OpenDate = 'year' | 'news' | 'everything' | 'more';

/** Why something holds; written out only for what is shown. */
type Because = () => Reason[];
type Verified = { because: Because; open?: OpenDate } | null;

const nothing: Because = () => [];
const unsaid = 'unsaid';

/** What of a statement holds in a sentence whatever its dates turn out to mean. */
export interface TimelessMatch {
  statement: Statement;
  /** Each way to read it: the action told of, where the statement names one, and its stance. */
  ways: readonly { frame: Frame | null; stance: Stance; because: Because }[];
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
  around: Pick<Surroundings, 'near' | 'subject' | 'page' | 'isException'>,
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
    const aside = clausesAside(without, reading, isDenial(statement));
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
    : { because: nothing, places: [] };
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
    const told = [...(none ? [none.thing.first] : []), ...calls.places, ...words.places];
    const places = event ? [event.mention.first] : told.length > 0 ? told : [0];
    const absent = none?.words ?? null;
    const { stance, cue } = stanceAt(reading.sentence, reading.grammar, places, event, absent);
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
    return [{ frame, stance: reached, because }];
  });
  return ways.length > 0 ? { statement, ways } : null;
}

/** The tests that turn on what the dates mean; of several ways to read a statement the plainest. */
export function matchDated(
  { statement, ways }: TimelessMatch,
  reading: SentenceReading,
  around: Surroundings,
): Match | null {
  let best: { stance: Stance; because: Because; date: NonNullable<Verified> } | null = null;
  for (const { frame, stance, because } of ways) {
    if (best && rank(stance) >= rank(best.stance)) continue;
    if (frame && isStillAhead(statement, reading, frame.event)) continue;
    const date = testDate(statement.date, reading, frame?.event ?? null, around);
    if (date) best = { stance, because, date };
  }
  if (!best) return null;
  if (statement.page?.withoutDates?.some((day) => around.pageDays.has(day))) return null;
  if (
    statement.unless?.some((other) =>
      matchStatement(other, reading, { ...around, isException: true }),
    )
  )
    return null;
  const { stance, because, date } = best;
  return {
    stance,
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

function isDenial({ stances, none }: Statement): boolean {
  return none !== undefined || (stances?.includes('denied') ?? false);
}

/** Whether something that the sentence names belongs to one of the countries: "Kim's men", "soldiers from Pyongyang". */
function isOwned(
  { what, to }: NonNullable<Statement['belongs']>,
  { grammar }: SentenceReading,
): boolean {
  return grammar.phrases.some(
    (phrase) =>
      !phrase.negated &&
      standsForAny(phrase.mention, what) &&
      to.includes(countryOf(phrase) ?? unsaid),
  );
}

/** Something of which a sentence says that there is none, and the words that say so. */
function findNone(
  concepts: readonly string[],
  { grammar }: SentenceReading,
): { thing: Mention; words: Mention } | null {
  for (const phrase of grammar.phrases) {
    const words = phrase.none ?? phrase.head?.none;
    if (words && phraseMeans(phrase, concepts)) return { thing: phrase.mention, words };
  }
  return null;
}

function holdsAny(concepts: Named, wanted: readonly string[]): boolean {
  return wanted.some((concept) => concepts.has(concept));
}

const nowhere: ReadonlySet<number> = new Set();

/**
 * "Kim, who has sent a million shells, may go further": the clauses that tell only of what may be or is to come,
 * where nothing else keeps a statement from holding. It has to hold without them then. Null where something does.
 */
function clausesAside(
  without: readonly string[],
  { sentence, grammar, phraseOf }: SentenceReading,
  denial: boolean,
): ReadonlySet<number> | null {
  const aside = new Set<number>();
  for (const mention of sentence.mentions) {
    if (!without.some((concept) => mention.names.has(concept))) continue;
    if (!denial && phraseOf.get(mention)?.negated) continue;
    const clause = grammar.clauseAt[mention.first] ?? 0;
    if (clause === 0 || !standsFor(mention, 'mood')) return null;
    aside.add(clause);
  }
  return aside;
}

function standsApart(
  token: number,
  apart: ReadonlySet<number>,
  { grammar }: SentenceReading,
): boolean {
  return apart.size > 0 && apart.has(grammar.clauseAt[token] ?? 0);
}

function countHeld(concepts: Named, groups: readonly (readonly string[])[]): number {
  return groups.filter((group) => holdsAny(concepts, group)).length;
}

function pageHolds({ page }: Statement, named: Named): boolean {
  if (!page) return true;
  if (page.mentions && !page.mentions.every((group) => holdsAny(named, group))) return false;
  return !(page.without && holdsAny(named, page.without));
}

/** Whether a mention stands for the concept, or for a country by one of its names. */
function means(mention: Mention, concepts: readonly string[]): boolean {
  return (
    standsForAny(mention, concepts) ||
    mention.readings.some(
      ({ concept }) => concept.for !== null && concepts.includes(concept.for),
    ) ||
    (standsForAny(mention, ['both-sides']) &&
      concepts.some((c) => c === 'russia' || c === 'north-korea'))
  );
}

/** The words that a statement asks for, found in a sentence or carried into it. */
interface Words {
  because: Because;
  places: readonly number[];
  /** How many of some groups the text around the sentence carries into it. */
  carried(groups: readonly (readonly string[])[]): number;
}

function findMentions(
  statement: Statement,
  reading: SentenceReading,
  around: Pick<Surroundings, 'near' | 'subject' | 'isException'>,
  apart: ReadonlySet<number>,
): Words | null {
  const found: [Mention, readonly string[]][] = [];
  const missing: (readonly string[])[] = [];
  for (const group of statement.mentions ?? []) {
    const mention = reading.sentence.mentions.find(
      (one) =>
        means(one, group) &&
        !standsApart(one.first, apart, reading) &&
        (isDenial(statement) || !reading.phraseOf.get(one)?.negated) &&
        !isOthers(one, statement, reading),
    );
    if (mention) found.push([mention, group]);
    else if (!group.includes(unsaid)) missing.push(group);
  }
  const { some } = statement;
  const told =
    some &&
    countHeld(
      reading.concepts,
      some.of.filter((one) => !mayBeCarried(one)),
    );
  const own = found.filter(tellsMore).length + (told ? 1 : 0);
  const tells = around.isException || tellsEnough(statement, own);
  // What a text is about may be unsaid wherever the rest is told.
  const near: Named = {
    has: (country) =>
      !isAnothers(country, reading) &&
      (around.near.has(country) || (missing.length === 1 && around.subject?.has(country) === true)),
  };
  const carried =
    tells || missing.length === 0 ? findCarried(statement, reading, near, missing) : null;
  if (!carried) return null;
  const because = () => [
    ...found.map(([mention, group]): Reason => {
      const concept = group.length === 1 ? group[0] : nearest(mention, group);
      return wordsReason(reading, mention, concept ?? '');
    }),
    ...carriedReasons(reading, carried),
  ];
  const unsaidOf = (groups: readonly (readonly string[])[]) => {
    if (!tells || around.isException) return 0;
    const countries = carriedInto(reading, statement, near);
    return groups.filter((group) => mayBeCarried(group) && holdsAny(countries, group)).length;
  };
  return { because, places: found.map(([mention]) => mention.first), carried: unsaidOf };
}

/** Whether what was found is more than one of the two countries, which the text around could carry as well. */
function tellsMore([mention, group]: [Mention, readonly string[]]): boolean {
  const countries = group.filter((concept) => mayBeCarried([concept]));
  return countries.length === 0 || !means(mention, countries);
}

/** "Russian soldiers", where the statement is about people of North Korea: they are not the ones meant. */
function isOthers(mention: Mention, { mentions }: Statement, reading: SentenceReading): boolean {
  if (!standsForAny(mention, ['military-personnel', 'military-unit'])) return false;
  const phrase = reading.phraseOf.get(mention);
  const owner = phrase?.owner;
  const beside = owner && owner.mention.last + 1 === mention.first ? owner : phrase;
  const told = beside && country(beside);
  if (!told || told === 'north-korea' || told === 'korea') return false;
  return mentions?.some((group) => group.includes('north-korea') && !group.includes(told)) ?? false;
}

/**
 * "Russian soldiers were killed", "Russian bombs", "a reactor for its own navy": the sentence is not about the country
 * that the text around it would carry into it.
 */
function isAnothers(carried: string, { sentence, phraseOf }: SentenceReading): boolean {
  const { tokens, mentions } = sentence;
  const ownUse = tokens.some(
    ({ text }, at) => text === 'own' && /^(?:for|of)$/.test(tokens[at - 2]?.text ?? ''),
  );
  if (ownUse) return true;
  return (
    carried === 'north-korea' &&
    mentions.some((mention) => {
      const phrase = phraseOf.get(mention);
      if (!phrase?.owner || country(phrase.owner) !== 'russia') return false;
      const people = standsForAny(mention, ['military-personnel', 'military-unit']);
      return standsForAny(mention, ['weapon']) || (people && !phrase.preposition);
    })
  );
}

/** The countries that stand in for groups which the sentence does not name; null where one has none. */
function findCarried(
  statement: Statement,
  reading: SentenceReading,
  near: Named,
  missing: readonly (readonly string[])[],
): readonly string[] | null {
  if (missing.length === 0) return [];
  if (!missing.every(mayBeCarried)) return null;
  const carried = carriedInto(reading, statement, near);
  const countries = missing.map((group) => group.find((concept) => carried.has(concept)));
  return countries.every((country) => country !== undefined) ? countries : null;
}

function nearest(mention: Mention, group: readonly string[]): string {
  return group.find((concept) => means(mention, [concept])) ?? group[0] ?? '';
}

function findCalling(
  calls: NonNullable<Statement['calls']>,
  reading: SentenceReading,
): { because: Because; places: readonly number[] } | null {
  for (const calling of readCallings(reading, calls.what, calls.a)) {
    if (calling.past) continue;
    const told = calling.of ?? unsaid;
    if (calls.of && !calls.of.includes(told)) continue;
    const title = calling.a?.mention ?? null;
    return {
      because: () => [callingReason(reading, calling.what.mention, title, calling.of)],
      places: [calling.what.mention.first],
    };
  }
  return null;
}

function testRoles(statement: Statement, reading: SentenceReading, frame: Frame): Verified {
  if (statement.aspect && !aspectHolds(statement.aspect, frame.event)) return null;
  const fillers: Record<RoleName, readonly Phrase[]> = {
    agent: frame.agent ? [frame.agent] : [],
    thing: frame.thing,
    from: fillerPhrase(frame.from),
    to: fillerPhrase(frame.to),
    at: frame.at,
  };
  const filled: [RoleName, Phrase][] = [];
  for (const role of Object.keys(fillers) as RoleName[]) {
    const wanted = statement[role];
    if (!wanted) continue;
    const phrases = fillers[role];
    const fits =
      phrases.find((phrase) => phraseMeans(phrase, wanted)) ??
      (role === 'thing' && isOpen(frame) ? nearThing(reading, frame, wanted) : undefined);
    if (fits) filled.push([role, fits]);
    else if (phrases.length > 0 || !wanted.includes(unsaid)) return null;
  }
  const action = frame.event.concepts[0]?.id ?? '';
  const because = () => [
    actionReason(reading, frame.event.mention, action),
    ...filled.map(([role, { mention }]) => roleReason(reading, role, mention)),
  ];
  return { because };
}

function fillerPhrase(filler: Filler | null): readonly Phrase[] {
  return filler ? [filler.phrase] : [];
}

function phraseMeans(phrase: Phrase, wanted: readonly string[]): boolean {
  const told = countryOf(phrase);
  if (told && wanted.includes(told)) return true;
  if (standsForAny(phrase.mention, wanted)) return true;
  if (standsForAny(phrase.mention, ['both-sides']))
    return wanted.includes('russia') || wanted.includes('north-korea');
  return phrase.mention.readings.some(
    ({ concept }) => concept.in !== null && wanted.includes(concept.in),
  );
}

/** "The end of the panel": a noun with its thing has no other. */
function isOpen({ event, thing }: Frame): boolean {
  return event.kind === 'verb' || thing.length === 0;
}

/** Where the object of a verb is not told by its place, a fitting thing in the same clause will do. */
function nearThing(
  reading: SentenceReading,
  frame: Frame,
  wanted: readonly string[],
): Phrase | undefined {
  return reading.grammar.phrases.find(
    (phrase) =>
      phrase.clause === frame.event.clause &&
      !phrase.negated &&
      phrase !== frame.agent &&
      !phrase.head &&
      phrase.preposition !== 'to-preposition' &&
      standsForAny(phrase.mention, wanted),
  );
}

function aspectHolds(wanted: readonly Aspect[], event: Event): boolean {
  // What is told in the present tense of headlines may be done or going on, but is not a plan.
  if (event.tense === 'open') return wanted.some((aspect) => aspect !== 'planned');
  return wanted.includes(event.tense);
}

/** How far behind "third" the word it counts may stand, in tokens. */
const ordinalReach = 6;

function ordinalHolds(test: OrdinalTest, { sentence }: SentenceReading): boolean {
  return sentence.numbers.some((number) => {
    if (number.low !== test.is || number.high !== test.is || number.unit !== null) return false;
    const numbered = numberedBy(sentence, number);
    if (numbered && standsForAny(numbered, test.of)) return true;
    for (let at = number.last + 1; at <= number.last + ordinalReach; at++) {
      const word = sentence.tokens[at]?.text;
      if (at === number.last + 1 && number.ordinal && endsPhrase(sentence, at)) {
        return sentence.mentions.some((mention) => standsForAny(mention, test.of));
      }
      if (word === undefined || word === ',') return false;
      if (word === (number.ordinal ? 'time' : 'times') || word === 'occasions') return true;
      const mention = sentence.mentionAt[at];
      if (mention && standsForAny(mention, test.of)) return true;
    }
    return false;
  });
}

/** "visit number three", "meeting No. 4": what has its place in a row from the number behind it. */
function numberedBy(sentence: TaggedSentence, { first, last }: NumberMention): Mention | undefined {
  let at = first - 1;
  if (sentence.tokens[at]?.text === '.') at--;
  if (!/^(?:number|no|nr|№)$/.test(sentence.tokens[at]?.text ?? '')) return undefined;
  return sentence.mentionAt[at - 1] ?? sentence.mentionAt[last + 1];
}

/** "the third by Shoigu", "the third.": what is counted is told elsewhere. */
function endsPhrase(sentence: SentenceReading['sentence'], at: number): boolean {
  const token = sentence.tokens[at];
  return !token || token.kind === 'punctuation' || isAt(sentence, at, 'preposition');
}

function testFigures(
  tests: readonly FigureTest[] | undefined,
  reading: SentenceReading,
  apart: ReadonlySet<number>,
): Verified {
  if (!tests) return { because: nothing };
  const right: [Figure, FigureTest][] = [];
  // "30,000 more soldiers, on top of the 11,000": a number that counts nothing named takes no other back.
  let contradicted = false;
  for (const figure of reading.figures) {
    if (standsApart(figure.number.first, apart, reading)) continue;
    const meant = tests.filter((test) => isOf(figure, test, reading));
    const holds = (test: FigureTest) => figureHolds(figure.number, test) === true;
    const holding =
      meant.find((test) => !test.beside && holds(test)) ??
      tests.find((test) => !test.beside && holds(test) && mayCount(figure, test, reading));
    if (holding) right.push([figure, holding]);
    else if (meant.some((test) => test.beside && holds(test))) continue;
    else if (meant.some((test) => figureHolds(figure.number, test) === false)) {
      if (figure.of.length > 0) return null;
      contradicted = true;
    }
  }
  if (right.length === 0 || (contradicted && right.every(([{ of }]) => of.length === 0)))
    return null;
  const because = () => right.map(([{ number }, test]) => figureReason(reading, number, test));
  return { because };
}

/** Whether only a sentence with a number can make a statement. */
export function needsNumber({ figures, ordinal }: Statement): boolean {
  return figures !== undefined || ordinal !== undefined;
}

/** Whether only a sentence with a date can make a statement. */
export function needsDate({ date }: Statement): boolean {
  return date !== undefined && !date.unsaid && !date.news;
}

/**
 * Whether the numbers and dates of a sentence can meet a statement, whatever they count and mean:
 * asked first, since most sentences end here and their grammar need not be read.
 */
function numbersAllow(statement: Statement, { numbers, dates }: TaggedSentence): boolean {
  const { figures, ordinal } = statement;
  if (needsDate(statement) && dates.length === 0) return false;
  if (ordinal && !numbers.some(({ low }) => low === ordinal.is)) return false;
  return (
    !figures ||
    numbers.some((number) =>
      figures.some(
        (test) => (test.unit ?? null) === number.unit && figureHolds(number, test) === true,
      ),
    )
  );
}

function hasUnit({ number }: Figure, { unit }: FigureTest): boolean {
  return number.unit === (unit ?? null);
}

function mayCount(figure: Figure, test: FigureTest, reading: SentenceReading): boolean {
  return hasUnit(figure, test) && figure.perhaps.some((phrase) => isCounted(phrase, test, reading));
}

function isOf(figure: Figure, test: FigureTest, reading: SentenceReading): boolean {
  if (!hasUnit(figure, test)) return false;
  if (figure.of.length === 0) return test.of.includes(unsaid) && !figure.ofSomethingElse;
  return figure.of.some((phrase) => isCounted(phrase, test, reading));
}

/** Whether a phrase is what a figure is asked for: of the kind, and nobody else's. */
function isCounted(
  phrase: Phrase,
  { of, whose }: FigureTest,
  { frames }: SentenceReading,
): boolean {
  if (!standsForAny(phrase.mention, of)) return false;
  return !whose || whose.includes(ownerOf(phrase, frames) ?? unsaid);
}

/** The country of a phrase, by its own words or by who gives it: "Ukraine sent 10,000 soldiers". */
function ownerOf(phrase: Phrase, frames: readonly Frame[]): string | null {
  const told = countryOf(phrase);
  if (told) return told;
  const giving = frames.find(
    ({ event, thing }) => event.concepts[0]?.roles === 'giving' && thing.includes(phrase),
  );
  return giving?.from?.country ?? null;
}

/** How much an approximate figure ("about", "some", "nearly") may differ, as a share. */
const approximate = 0.1;

/** True where the figure is the one tested for, false where it is another, null where it is too vague to tell. */
function figureHolds(number: NumberMention, test: FigureTest): boolean | null {
  const { low, high, hedge } = number;
  // "less than $2,000" gives a figure only to say that it is not reached.
  if (hedge === 'below' && test.is !== undefined)
    return figureHolds({ ...number, hedge: 'about' }, test) ? false : null;
  if (test.is === undefined) {
    const least = test.least ?? Number.NEGATIVE_INFINITY;
    const most = test.most ?? Number.POSITIVE_INFINITY;
    if (low > most) return false;
    if (high === Number.POSITIVE_INFINITY) return low >= least ? true : null;
    const within = low >= least && high <= most;
    return !within && isVague(number) && high >= least ? null : within;
  }
  if (high === Number.POSITIVE_INFINITY) return test.is < low ? false : null;
  const slack = Math.max(test.tolerance ?? 0, hedge === 'exact' ? 0 : approximate) * test.is;
  const within = test.is >= low - slack && test.is <= high + slack;
  return within && isVague(number) ? null : within;
}

/** "several million" and "tens of thousands" hold too much to say that it is this. */
function isVague({ low, high }: NumberMention): boolean {
  return high > 2 * low;
}

function testDate(
  test: DateTest | undefined,
  reading: SentenceReading,
  event: Event | null,
  around: Pick<Surroundings, 'datesOpen' | 'eventDay'>,
): Verified {
  const { datesOpen, eventDay } = around;
  if (!test) return { because: nothing };
  const ofSentence = !event || test.of === 'sentence';
  const dates = ofSentence
    ? reading.sentence.dates.filter((date) => !isBoundary(reading.sentence, date))
    : (reading.datesOf.get(event) ?? []);
  // "in force until 1996": where the whole sentence counts, so do the days that bound what it tells.
  const { not, past } = test;
  const excluding = ofSentence
    ? reading.sentence.dates.filter((date) => !isDayOfReport(reading, date))
    : dates;
  const excludes = (span: DaySpan) =>
    (not && liesIn(span, not)) || (past && liesIn(span, past) && !isOfItsTime(span, reading));
  if (excluding.some((date) => reading.days.get(date)?.some(excludes))) return null;
  if (dates.length === 0)
    return test.unsaid
      ? { because: nothing }
      : test.news && !datesOpen
        ? testNews(test, reading, event)
        : null;
  const told = dates.map((date) => ({ date, spans: reading.days.get(date) ?? [] }));
  const known = told.filter(({ spans }) => spans.length > 0);
  if (known.length === 0) {
    const own = (event && reading.datesOf.get(event)) ?? [];
    if (own.length > 0 && own.every((date) => missesDays(date, test))) return null;
    if (datesOpen)
      return test.unsaid || dates.some((date) => mayMean(date, test))
        ? { because: nothing, open: 'more' }
        : null;
    if (test.unsaid) return testUnsettled(test, dates, eventDay ?? null);
    return testWeekday(test, dates, event);
  }
  const deciding = test.is
    ? known.find(({ spans }) => spans.some((span) => isIn(span, test.is ?? [], test.precision)))
    : known[0];
  if (!deciding) return null;
  const { from, to } = test;
  const reaches = (span: DaySpan) => (!from || span.to >= from) && (!to || span.from <= to);
  if (!known.every(({ spans }) => spans.some(reaches))) return null;
  const { is, precision } = test;
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
function isStillAhead({ aspect }: Statement, reading: SentenceReading, event: Event): boolean {
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
