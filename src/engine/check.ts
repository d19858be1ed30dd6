import type { ClaimRule, Rules } from '../claims/rules.ts';
import type { Statement } from '../claims/statement.ts';
import { seriousness } from '../claims/verdict.ts';
import type { DateMention, DateReference, DaySpan } from '../text/date-mention.ts';
import { newsDaysOf, resolveDate } from '../text/dates.ts';
import { splitSentences } from '../text/sentences.ts';
import type { TextRange } from '../text/token.ts';
import type { Finding, Report, SourceDocument } from './finding.ts';
import { isShown } from './finding.ts';
import {
  type Match,
  matchDated,
  matchTimeless,
  type Surroundings,
  type TimelessMatch,
} from './match.ts';
import { readSentence, type SentenceReading } from './reading.ts';
import { createStatementIndex, type StatementIndex } from './statement-index.ts';
import { createTagger, type Tagger } from './tagger.ts';
import { verdictAt } from './verdict-time.ts';

/** Checks documents against one set of rules. Making one costs a pass over the rules; keep it. */
export interface Checker {
  check(document: SourceDocument): Report;
}

/** A text of fewer sentences may leave a country unsaid: it may be one sentence out of a longer text. */
const shortText = 3;
/** How many sentences back a reference may reach. */
const memory = 6;
/** The longest sentence that is read whole, in UTF-16 code units. */
const longestSentence = 1500;

/** Makes a checker from loaded rules. */
export function createChecker(rules: Rules): Checker {
  const tagger = createTagger(rules.file.lexicon);
  const index = createStatementIndex(rules.file.claims);
  return { check: (document) => checkDocument(document, tagger, index) };
}

function checkDocument(document: SourceDocument, tagger: Tagger, index: StatementIndex): Report {
  const { readings, told: page } = readDocument(document, tagger);
  const both = page.has('russia') && page.has('north-korea');
  const base = { published: document.published, language: document.language };
  if (readings.length > shortText && !both) return { ...base, notBefore: null, findings: [] };

  const possible = findPossible(readings, page, index);
  resolveDays(readings, { earliest: null, latest: null });
  const notBefore = lowerBound(matchAll(possible, daysNamed(readings), true), readings);
  const reference: DateReference = document.published
    ? { earliest: document.published, latest: document.published }
    : { earliest: notBefore, latest: null };
  resolveDays(readings, reference);
  const findings = matchAll(possible, daysNamed(readings), false).flatMap((matched) =>
    finding(document, matched, reference),
  );
  return { ...base, notBefore, findings: ordered(findings) };
}

/** Reads all sentences in order, each with what was told before it. */
function readDocument(
  document: SourceDocument,
  tagger: Tagger,
): { readings: SentenceReading[]; told: ReadonlySet<string> } {
  const readings: SentenceReading[] = [];
  const told = new Set<string>();
  const senses = new Set<ReadonlySet<string>>();
  document.blocks.forEach((block, blockIndex) => {
    const recently = (concept: string) => {
      for (let at = readings.length - 1; at >= Math.max(0, readings.length - memory); at--) {
        const reading = readings[at];
        if (!reading || reading.block < blockIndex - 1) return false;
        if (reading.named.has(concept)) return true;
      }
      return false;
    };
    for (const range of splitSentences(block.text).flatMap((whole) => bounded(block.text, whole))) {
      const reading = readSentence(block.text, blockIndex, range, tagger, { recently, told });
      for (const { names } of reading.sentence.mentions) {
        if (senses.has(names)) continue;
        senses.add(names);
        for (const id of names) told.add(id);
      }
      readings.push(reading);
    }
  });
  return { readings, told };
}

/**
 * The reading of one sentence looks back and forth in it, so a sentence has a longest length: what is
 * longer is no prose, and is read in pieces cut at spaces.
 */
function bounded(text: string, { start, end }: TextRange): TextRange[] {
  const pieces: TextRange[] = [];
  let from = start;
  while (end - from > longestSentence) {
    const space = text.lastIndexOf(' ', from + longestSentence);
    const cut = space > from ? space : from + longestSentence;
    pieces.push({ start: from, end: cut });
    from = space > from ? cut + 1 : cut;
  }
  if (from < end) pieces.push({ start: from, end });
  return pieces;
}

/** Settles which days each date may mean. A date named before is the anchor of "the same year". */
function resolveDays(readings: readonly SentenceReading[], reference: DateReference): void {
  let anchor: DaySpan | null = null;
  const newsDays = newsDaysOf(reference);
  for (const reading of readings) {
    reading.days = new Map();
    reading.newsDays = newsDays;
    for (const date of reading.sentence.dates) {
      const spans: DaySpan[] = resolveDate(date.expression, reference, anchor);
      reading.days.set(date, spans);
      anchor = spans[0] ?? anchor;
    }
  }
}

/** A claim that a sentence makes if its dates allow. */
interface Possible {
  reading: SentenceReading;
  claim: ClaimRule;
  around: Pick<Surroundings, 'near' | 'page'>;
  timeless: TimelessMatch;
}

interface Matched {
  reading: SentenceReading;
  claim: ClaimRule;
  statement: Statement;
  match: Match;
}

/** Every statement that a sentence makes if its dates allow, sentence by sentence. */
function findPossible(
  readings: readonly SentenceReading[],
  page: ReadonlySet<string>,
  index: StatementIndex,
): Possible[] {
  return readings.flatMap((reading, position) => {
    const around = { near: { has: (c: string) => isNear(readings, position, c) }, page };
    return index.candidates(reading).flatMap(({ claim, statement }) => {
      const timeless = matchTimeless(statement, reading, around);
      return timeless ? [{ reading, claim, around, timeless }] : [];
    });
  });
}

/** Every claim that every sentence makes; for one claim the statement that says most. */
function matchAll(
  possible: readonly Possible[],
  pageDays: ReadonlySet<string>,
  datesOpen: boolean,
): Matched[] {
  const best = new Map<SentenceReading, Map<string, Matched>>();
  for (const { reading, claim, around, timeless } of possible) {
    const claims = best.get(reading) ?? new Map<string, Matched>();
    best.set(reading, claims);
    const before = claims.get(claim.id);
    if (before && isShown(before.match.stance)) continue;
    const match = matchDated(timeless, reading, { ...around, pageDays, datesOpen });
    if (match && (!before || isShown(match.stance)))
      claims.set(claim.id, { reading, claim, statement: timeless.statement, match });
  }
  return [...best.values()].flatMap((claims) => [...claims.values()]);
}

/** Whether a concept is named in a sentence, near by before it, or in the heading or lead. */
function isNear(readings: readonly SentenceReading[], position: number, concept: string): boolean {
  const block = readings[position]?.block ?? 0;
  for (let at = position; at >= Math.max(0, position - memory); at--) {
    const reading = readings[at];
    if (!reading || reading.block < block - 1) break;
    if (reading.named.has(concept)) return true;
  }
  // The heading and the lead carry the subject of the whole text.
  return readings.slice(0, 2).some((reading) => reading.named.has(concept));
}

/** The single days that the dates of a text mean, as ISO days. */
function daysNamed(readings: readonly SentenceReading[]): Set<string> {
  const days = new Set<string>();
  for (const reading of readings) {
    for (const spans of reading.days.values()) {
      for (const { from, to } of spans) if (from === to) days.add(from);
    }
  }
  return days;
}

/**
 * The newest datable event that the text mentions: the text cannot be older. Counted are the events
 * of the claims it makes, and days it names in full for what it says was done.
 */
function lowerBound(
  matched: readonly Matched[],
  readings: readonly SentenceReading[],
): string | null {
  const days: string[] = [];
  for (const { claim, match } of matched) {
    // A claim without a verdict before its window cannot be older than that.
    const since = claim.event ?? (claim.time.before ? null : claim.time.from);
    if (since && isShown(match.stance)) days.push(since);
  }
  for (const reading of readings) {
    if (!reading.sentence.dates.some(isWholeDay)) continue;
    for (const frame of reading.frames) {
      if (frame.event.tense !== 'done' || frame.event.possible) continue;
      for (const date of reading.datesOf.get(frame.event) ?? []) {
        if (!isWholeDay(date)) continue;
        const span = reading.days.get(date)?.[0];
        if (span) days.push(span.from);
      }
    }
  }
  return days.sort().at(-1) ?? null;
}

function isWholeDay({ expression }: DateMention): boolean {
  return expression.kind === 'absolute' && expression.parts.day !== undefined;
}

function finding(document: SourceDocument, matched: Matched, reference: DateReference): Finding[] {
  const { reading, claim, statement, match } = matched;
  const dated = verdictAt(claim, reference);
  const block = document.blocks[reading.block];
  if (!dated || !block) return [];
  const own = statement.verdict;
  const verdict = own && dated.verdict === claim.verdict ? own : dated.verdict;
  // Right at one date and wrong at another: where the date is open, nothing is said to be right. A day or month
  // whose year alone is open tells of the event that is known.
  if (match.dependsOnDate && !match.yearOpen && verdict === 'accurate') return [];
  const { range, text } = reading.sentence;
  return [
    {
      claim: claim.id,
      verdict,
      stance: match.stance,
      block: reading.block,
      start: block.start + range.start,
      end: block.start + range.end,
      quote: text,
      reasons: [...match.reasons, { kind: 'time', text: dated.why }],
      dependsOnDate: dated.dependsOnDate || match.dependsOnDate,
    },
  ];
}

function ordered(findings: readonly Finding[]): Finding[] {
  return findings.toSorted(
    (a, b) =>
      a.start - b.start ||
      seriousness(a.verdict) - seriousness(b.verdict) ||
      b.reasons.length - a.reasons.length ||
      a.claim.localeCompare(b.claim, 'en'),
  );
}
