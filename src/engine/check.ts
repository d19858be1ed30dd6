import type { ClaimRule, Rules } from '../claims/rules.ts';
import type { Statement } from '../claims/statement.ts';
import { seriousness } from '../claims/verdict.ts';
import type { DateMention, DateReference } from '../text/date-mention.ts';
import { resolveDate } from '../text/dates.ts';
import type { Finding, Report, SourceDocument } from './finding.ts';
import { isShown } from './finding.ts';
import { matchDated, matchTimeless, type TimelessMatch } from './match.ts';
import { isDenial } from './match-mentions.ts';
import type { Match, Surroundings } from './match-types.ts';
import type { SentenceReading } from './reading.ts';
import { stanceReason } from './reasons.ts';
import { askedBefore } from './references/kinds.ts';
import { createSkimmer, type Skimmer } from './skim.ts';
import { createStatementIndex, type StatementIndex } from './statement-index.ts';
import { createTagger, type Tagger } from './tagging/tagger.ts';
import { takenBackBy } from './taken-back.ts';
import { TextDays } from './text-days.ts';
import { TextReading } from './text-reading.ts';
import { twoCountries } from './two-countries.ts';
import { verdictAt } from './verdict-time.ts';

/** Checks documents against one set of rules. Making one costs a pass over the rules; keep it. */
export interface Checker {
  check(document: SourceDocument): Report;
}

/** A text of fewer sentences may leave a country unsaid: it may be one sentence out of a longer text. */
const shortText = 3;
/** A text of more sentences tells of much besides what it is about. */
const longText = 40;
/** What is longer, in tokens, is a table or a list without its line ends, not a sentence. */
const longSentence = 150;
/** The two countries that a text has to be about, by what may stand for each. */
const bothCountries = [['russia', 'soviet-union'], ['north-korea']];
/** Countries that may be meant in place of a North Korea that is left unsaid. */
const otherPartners = [
  'iran',
  'belarus',
  'syria',
  'kazakhstan',
  'cuba',
  'venezuela',
  'vietnam',
  'laos',
  'serbia',
];

/** Makes a checker from loaded rules. */
export function createChecker(rules: Rules): Checker {
  const tagger = createTagger(rules.file.lexicon);
  const index = createStatementIndex(rules.file.claims);
  const skimmer = createSkimmer(tagger, index, askedAround(rules.file.claims));
  return { check: (document) => checkDocument(document, tagger, index, skimmer) };
}

function checkDocument(
  document: SourceDocument,
  tagger: Tagger,
  index: StatementIndex,
  skimmer: Skimmer,
): Report {
  const text = new TextReading(document, tagger, skimmer);
  const base = { published: document.published, language: document.language };
  const isAbout = (names: readonly string[]) => names.some((name) => text.isAbout(name));
  const tooLittle =
    text.sentences.length > shortText
      ? !bothCountries.every(isAbout)
      : !isAbout(['north-korea', 'korea']) && isAbout(otherPartners);
  if (tooLittle) return { ...base, notBefore: null, findings: [] };

  const possible = findPossible(text, index);
  const open = { earliest: null, latest: null };
  const notBefore = lowerBound(matchAll(possible, settleDays(text, possible, open), true), text);
  const reference: DateReference = document.published
    ? { earliest: document.published, latest: document.published }
    : { earliest: notBefore, latest: null };
  const told = matchAll(possible, settleDays(text, possible, reference), false);
  const all = withoutBroadDenials(told).map((matched) => withAnswer(matched, text));
  const ofAnotherDate = all.filter(({ match }) => match.open === 'more');
  const perhapsRight = new Set(
    ofAnotherDate.flatMap((matched) =>
      verdictOf(matched, reference)?.verdict === 'accurate' ? [matched.reading] : [],
    ),
  );
  const findings = all
    .filter((matched) => !ofAnotherDate.includes(matched) || !perhapsRight.has(matched.reading))
    .flatMap((matched) => finding(document, matched, reference));
  return { ...base, notBefore, findings: ordered(findings) };
}

/** The concepts that a text is asked for as a whole, or near a sentence. */
function askedAround(claims: readonly ClaimRule[]): Set<string> {
  const asked = new Set([...bothCountries.flat(), ...askedBefore]);
  const gather = ({ context = [], page, unless = [] }: Statement) => {
    for (const group of [...context, ...(page?.mentions ?? []), page?.without ?? []])
      for (const concept of group) asked.add(concept);
    unless.forEach(gather);
  };
  for (const { statements } of claims) statements.forEach(gather);
  return asked;
}

/** Settles the days of the sentences that may make a claim. */
function settleDays(
  text: TextReading,
  possible: readonly Possible[],
  reference: DateReference,
): TextDays {
  const days = new TextDays(text, reference);
  for (const position of new Set(possible.map((one) => one.position))) days.settle(position);
  return days;
}

/** A claim that a sentence makes if its dates allow. */
interface Possible {
  position: number;
  reading: SentenceReading;
  claim: ClaimRule;
  around: Pick<Surroundings, 'near' | 'subject' | 'isLong' | 'page'>;
  timeless: TimelessMatch;
}

interface Matched {
  position: number;
  reading: SentenceReading;
  claim: ClaimRule;
  statement: Statement;
  match: Match;
}

/** Every statement that a sentence makes if its dates allow, sentence by sentence. */
function findPossible(text: TextReading, index: StatementIndex): Possible[] {
  const page = { has: (concept: string) => text.names(concept) };
  const subject = { has: (country: string) => text.isMainlyAbout(country) };
  const isLong = text.sentences.length > longText;
  // A long text on neither country tells of the two where it names the North.
  const isItsMatter = () => twoCountries.some((country) => text.couldBeMainlyAbout(country));
  // A long text that is not on both countries tells of them where it names them near by.
  const toldAt = (position: number) => (names: readonly string[]) =>
    names.some((country) => text.isMainlyAbout(country) || text.tellsLately(position, country));
  return text.sentences.flatMap((sentence, position) => {
    const carries = { has: (country: string) => text.couldCarry(position, country) };
    const counted = () => sentence.reading.counted;
    if (!index.couldMakeAny(text.outlookAt(position), carries, counted)) return [];
    const { reading } = sentence;
    if (reading.counted.tokens.length > longSentence) return [];
    if (isLong && !bothCountries.every(toldAt(position))) return [];
    if (isLong && !isItsMatter() && !text.tellsAt(position, 'north-korea')) return [];
    const near = { has: (concept: string) => text.namesNear(position, concept) };
    const around = { near, subject, isLong, page };
    return index.candidates(reading).flatMap(({ claim, statement }) => {
      const timeless = matchTimeless(statement, reading, around);
      return timeless ? [{ position, reading, claim, around, timeless }] : [];
    });
  });
}

/** Every claim that every sentence makes; for one claim the statement that says most. */
function matchAll(
  possible: readonly Possible[],
  pageDays: Surroundings['pageDays'],
  datesOpen: boolean,
): Matched[] {
  const best = new Map<SentenceReading, Map<string, Matched>>();
  for (const { position, reading, claim, around, timeless } of possible) {
    const claims = best.get(reading) ?? new Map<string, Matched>();
    best.set(reading, claims);
    const before = claims.get(claim.id);
    if (before && isShown(before.match.stance)) continue;
    const match = matchDated(timeless, reading, {
      ...around,
      pageDays,
      datesOpen,
      eventDay: claim.event ?? null,
    });
    if (match && (!before || isShown(match.stance)))
      claims.set(claim.id, { position, reading, claim, statement: timeless.statement, match });
  }
  return [...best.values()].flatMap((claims) => [...claims.values()]);
}

/** A statement that the text behind it takes back is rebutted. */
function withAnswer(matched: Matched, { sentences }: TextReading): Matched {
  const { match, position } = matched;
  const cue = isShown(match.stance) ? takenBackBy(sentences, position) : null;
  if (cue === null) return matched;
  const stance = 'rebutted';
  const because = () => [
    ...match.because().filter(({ kind }) => kind !== 'stance'),
    stanceReason({ stance, cue }),
  ];
  return { ...matched, match: { ...match, stance, because } };
}

/**
 * "The report that a museum was opened for the soldiers is fake" is about the museum: where a claim of the sentence
 * is denied, the denial says nothing beyond it.
 */
function withoutBroadDenials(all: readonly Matched[]): Matched[] {
  const takenBack = new Set(
    all.flatMap(({ reading, statement, match }) =>
      !isShown(match.stance) && !isDenial(statement) ? [reading] : [],
    ),
  );
  return all.filter(({ reading, match }) => !match.ofDenial || !takenBack.has(reading));
}

/**
 * The newest datable event that the text mentions: the text cannot be older. Counted are the events
 * of the claims it makes, and days it names in full for what it says was done.
 */
function lowerBound(matched: readonly Matched[], { sentences }: TextReading): string | null {
  const days: string[] = [];
  const open = new Map<SentenceReading, string>();
  for (const { reading, claim, match } of matched) {
    // A claim without a verdict before its window cannot be older than that.
    const since = claim.event ?? (claim.time.before ? null : claim.time.from);
    if (!since || !isShown(match.stance)) continue;
    // "A museum was opened last month": of the openings that this may be told of, the first is sure.
    const first = open.get(reading);
    if (match.open === null) days.push(since);
    else if (!first || since < first) open.set(reading, since);
  }
  days.push(...open.values());
  for (const sentence of sentences) {
    if (!sentence.sketch.wholeDay) continue;
    const { reading } = sentence;
    if (!reading.sentence.dates.some(isWholeDay)) continue;
    for (const frame of reading.frames) {
      if (frame.event.tense !== 'done' || frame.event.possible) continue;
      for (const date of reading.datesOf.get(frame.event) ?? []) {
        if (!isWholeDay(date)) continue;
        const [span] = resolveDate(date.expression, { earliest: null, latest: null }, null);
        if (span) days.push(span.from);
      }
    }
  }
  return days.sort().at(-1) ?? null;
}

function isWholeDay({ expression }: DateMention): boolean {
  return expression.kind === 'absolute' && expression.parts.day !== undefined;
}

function verdictOf({ claim, statement }: Matched, reference: DateReference) {
  const dated = verdictAt(claim, reference);
  const own = statement.verdict;
  return dated && own && dated.verdict === claim.verdict ? { ...dated, verdict: own } : dated;
}

function finding(document: SourceDocument, matched: Matched, reference: DateReference): Finding[] {
  const { reading, claim, match } = matched;
  const dated = verdictOf(matched, reference);
  const block = document.blocks[reading.block];
  if (!dated || !block) return [];
  const { verdict } = dated;
  // Right at one date and wrong at another: where the date is open, nothing is said to be right, nor is another claim
  // of the sentence said to be wrong. A day or month whose year alone is open tells of the event that is known. News
  // of it is right unless it came too early. What may be of any time is not said to be false.
  if (match.open === 'more' && verdict === 'accurate') return [];
  if (match.open === 'everything' && verdict === 'false') return [];
  const tooEarly = dated.dependsOnDate && claim.time.before?.verdict === 'false';
  if (match.open === 'news' && (verdict !== 'accurate' || tooEarly)) return [];
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
      reasons: [...match.because(), { kind: 'time', text: dated.why }],
      dependsOnDate: dated.dependsOnDate || match.open !== null,
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
