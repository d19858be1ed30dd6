import { textAt } from '../text/token-sequence.ts';
import { opening } from './clauses.ts';
import type { Stance } from './finding.ts';
import type { Clause, Event, Grammar } from './grammar-types.ts';
import { type Mention, standsFor } from './mention.ts';
import {
  bearsOn,
  belongsToPhrase,
  clauseOf,
  introduces,
  isNegated,
  isParted,
  isPseudo,
  negationOfAct,
} from './negation.ts';
import { isAsked } from './questions.ts';
import type { SentenceReading } from './reading.ts';
import { type TaggedSentence, wordsOf } from './sentence.ts';
import { isDeniedByCleft, reaches, takesIn, takesInAll } from './wide-negation.ts';

/** A stance with the words that tell it. */
export interface StanceReading {
  stance: Stance;
  cue: string | null;
  /** "has never said that …": what is told was not said, which is no word that it is not so. */
  unsaid?: boolean;
  /** "Ratification was not completed": what is negated is not the act itself. */
  around?: boolean;
  /** "The report is fake that …", "denies that …": what is told is taken back as a whole. */
  whole?: boolean;
}

/** What is told, and where: what each test of a stance is asked about. */
interface Told extends WhatIsTold {
  sentence: TaggedSentence;
  grammar: Grammar;
  /** The first of the tokens where it is told, and its clause. */
  at: number;
  clause: number;
}

/** What of a sentence is asked for its stance. */
export interface WhatIsTold {
  /** The tokens where it is told, the one that counts most first. */
  places: readonly number[];
  /** The action that is told there, where there is one; its own words are no cue. */
  event: Event | null;
  /** The words by which it is told that there is none of something; they are no cue either. */
  none: Mention | null;
  /** Whether it is told only beside what the sentence says, as by a title. */
  presupposed: boolean;
}

/** The stances from the strictest to the mildest: the first that the sentence tells is the one. */
const tests: readonly ((told: Told) => StanceReading | null)[] = [
  rebuttal,
  question,
  counterfactual,
  denial,
  negation,
  doubt,
  condition,
  possibility,
  leftUnsaid,
  attribution,
];

/** What a sentence takes as given holds whatever it asks, negates or supposes. */
const testsOfPresupposed = [rebuttal, denial, attribution];

/**
 * How a sentence carries what it tells: the strictest stance whose cue reaches it.
 * Cues of rebuttal reach the whole sentence, and questions all of it but what they presuppose; a denial reaches
 * what follows it; a negation reaches to the end of its own clause.
 */
export function stanceAt({ sentence, grammar }: SentenceReading, what: WhatIsTold): StanceReading {
  const at = what.places[0] ?? 0;
  const clause = grammar.clauseAt[at] ?? 0;
  const told: Told = { ...what, sentence, grammar, at, clause };
  for (const test of what.presupposed ? testsOfPresupposed : tests) {
    const reading = test(told);
    if (reading) return reading;
  }
  return { stance: 'asserted', cue: null };
}

/** The first mention of a concept that is a cue here. */
function cueOf(
  { sentence, event, none }: Told,
  concept: string,
  reaches: (mention: Mention) => boolean = () => true,
): Mention | undefined {
  return sentence.mentions.find(
    (mention) =>
      standsFor(mention, concept) &&
      mention !== event?.mention &&
      mention !== none &&
      reaches(mention) &&
      !isPseudo(mention),
  );
}

function by({ sentence }: Told, stance: Stance, { first, last }: Mention): StanceReading {
  return { stance, cue: wordsOf(sentence, first, last) };
}

function rebuttal(told: Told): StanceReading | null {
  const { sentence, at, none } = told;
  const cue = cueOf(
    told,
    'rebuttal',
    (m) => (!none || !isBeside(sentence, m, at)) && !isHeading(sentence, m, at),
  );
  if (!cue) return null;
  const denied = isBeside(sentence, cue, at) ? negatedBy(told) : null;
  return denied ? by(told, 'denied', denied) : { ...by(told, 'rebutted', cue), whole: true };
}

function question({ sentence, places, event }: Told): StanceReading | null {
  return isAsked(sentence, places, event) ? { stance: 'questioned', cue: '?' } : null;
}

function counterfactual({ sentence, event }: Told): StanceReading | null {
  return event && isCounterfactual(sentence, event)
    ? { stance: 'hypothetical', cue: 'would have' }
    : null;
}

function denial(told: Told): StanceReading | null {
  const { sentence, grammar, event, at, clause } = told;
  const cue = cueOf(
    told,
    'denial',
    (m) =>
      (!event || (m.last < at && clauseOf(grammar, m) <= clause)) &&
      !isSaidInstead(sentence, m, at),
  );
  if (!cue) return null;
  return isNegated(sentence, grammar, cue)
    ? by(told, 'attributed', cue)
    : { ...by(told, 'denied', cue), whole: true };
}

function negation(told: Told): StanceReading | null {
  const cue = negatedBy(told);
  if (cue) return by(told, 'denied', cue);
  const wider = negatedAround(told);
  return wider ? { ...by(told, 'denied', wider), around: true } : null;
}

/** The words that say that what is told is not so, or done to nothing. */
function negatedBy(told: Told): Mention | null {
  const { sentence, grammar, event, places } = told;
  if (event) return negationOfAct(sentence, grammar, event);
  const reaches = (m: Mention) =>
    !belongsToPhrase(sentence, grammar, m) && bearsOn(sentence, grammar, m, places);
  return cueOf(told, 'negation', reaches) ?? null;
}

/** The words that negate what is told besides the act, and so the whole. */
function negatedAround(told: Told): Mention | null {
  const { sentence, grammar, event, places } = told;
  if (!event) return null;
  const takesBack = (m: Mention) =>
    isDeniedByCleft(sentence, m, event) ||
    (!belongsToPhrase(sentence, grammar, m) &&
      takesIn(sentence, grammar, m, event, places.slice(1)));
  return cueOf(told, 'negation', takesBack) ?? null;
}

function doubt(told: Told): StanceReading | null {
  const cue =
    cueOf(told, 'doubt', (m) => m.last < told.at) ??
    cueOf(told, 'doubted', (m) => takesUpTold(told.sentence, told.at, m));
  return cue ? by(told, 'questioned', cue) : null;
}

/**
 * "That he went is in doubt", "…, a claim that cannot be verified": words behind what is told that take it up
 * again, as the subject of the sentence or by a word of their own.
 */
function takesUpTold({ tokens, mentions }: TaggedSentence, at: number, cue: Mention): boolean {
  if (cue.first <= at) return false;
  const asSubject =
    tokens[0]?.text === 'that' ||
    mentions.some(
      (m) =>
        m.last < at &&
        (standsFor(m, 'claim-that') || (m.first <= openingReach && standsFor(m, 'what-is-told'))),
    );
  if (asSubject) return true;
  const seam = tokens.findLastIndex(
    ({ text }, index) => index > at && index < cue.first && /^[,;:(—]$/.test(text),
  );
  if (seam < 0) return false;
  return (
    seam === cue.first - 1 ||
    tokens.slice(seam + 1, cue.first).some(({ text }) => resuming.has(text)) ||
    mentions.some((m) => m.first > seam && m.last < cue.first && standsFor(m, 'what-is-told'))
  );
}

/** How far into a sentence the report may stand that it is about: "Recent reports of …". */
const openingReach = 3;
/** Words that take up what was told. */
const resuming = new Set(
  'this that it which what figure number estimate toll count version'.split(' '),
);

function condition(told: Told): StanceReading | null {
  const { sentence, grammar, event, at, clause } = told;
  const before = (m: Mention) =>
    m.last < at && clauseOf(grammar, m) === clause && !isParted(sentence, m.last, at);
  // "if either is attacked under the treaty signed in June": it was signed, whatever comes.
  const cue = event?.reduced
    ? undefined
    : cueOf(told, 'if', (m) => before(m) && !isToReader(sentence, m));
  if (cue) return by(told, 'hypothetical', cue);
  if (grammar.clauses.some((one) => isInverted(sentence, one)))
    return { stance: 'hypothetical', cue: 'were … to' };
  const anywhere = cueOf(told, 'if');
  const would = anywhere && sentence.mentions.some((m) => standsFor(m, 'modal-would'));
  return would ? by(told, 'hypothetical', anywhere) : null;
}

function possibility(told: Told): StanceReading | null {
  const { sentence, grammar, event, places } = told;
  // Where no one action is asked for, what is only possible may be any of those that are named.
  const possible = event
    ? event.possible
    : grammar.events.some((one) => one.possible && places.includes(one.mention.first));
  if (possible) return { stance: 'hypothetical', cue: 'may' };
  const modal = sentence.mentions.find(
    (mention) =>
      isModal(sentence, mention) &&
      (event
        ? reaches(sentence, grammar, mention, event, places.slice(1))
        : takesInAll(sentence, grammar, mention, places)),
  );
  return modal ? by(told, 'hypothetical', modal) : null;
}

/** "may", but not "may not" nor "nobody may", which forbid, nor "may talk of builders, but", which grants something. */
function isModal({ tokens }: TaggedSentence, { first }: Mention): boolean {
  return (
    modals.has(textAt(tokens, first)) &&
    !tokens.some(({ text }, at) => (at <= first + 1 ? forbids : grants).has(text))
  );
}

const forbids = new Set(['no', 'nobody', 'none', 'neither', 'not', 'never']);
const grants = new Set(['but', 'yet']);
const modals = new Set(['may', 'might']);

function leftUnsaid(told: Told): StanceReading | null {
  const { sentence, grammar, at } = told;
  const negated = (m: Mention) => m.last < at && isNegated(sentence, grammar, m);
  const cue =
    cueOf(told, 'attribution', (m) => negated(m) && introduces(sentence, m)) ??
    cueOf(told, 'to-keep-silent', (m) => m.last < at && introduces(sentence, m)) ??
    cueOf(told, 'claim-that', negated);
  return cue ? { ...by(told, 'denied', cue), unsaid: true } : null;
}

function attribution(told: Told): StanceReading | null {
  const cue = cueOf(told, 'attribution') ?? cueOf(told, 'claim-that');
  return cue ? by(told, 'attributed', cue) : null;
}

/** "If you have more time than money, the train is back": it is, whatever the reader has. */
function isToReader({ tokens }: TaggedSentence, { first, last }: Mention): boolean {
  const next = tokens.slice(last + 1, last + 3).map(({ text }) => text);
  return (
    first === 0 &&
    next[0] === 'you' &&
    /^(?:have|want|need|prefer|like|fancy|plan|wonder|wondered|missed)$/.test(next[1] ?? '')
  );
}

/** "would never have got it without help": it is told as what did not come about, or did. */
function isCounterfactual(sentence: TaggedSentence, { kind, mention }: Event): boolean {
  if (kind !== 'verb') return false;
  const before = sentence.tokens
    .slice(Math.max(0, mention.first - counterfactualReach), mention.first)
    .map(({ text }) => text);
  return /\bwould (?:\w+ )?have(?: been)?(?: \w+ly)?$/.test(before.join(' '));
}

/** How far before a verb its "would" may stand: "would never have been fully". */
const counterfactualReach = 5;

/** "Were they to agree …", "Had he not come …": a condition told by the order of words. */
function isInverted(sentence: TaggedSentence, start: Clause): boolean {
  const at = opening(sentence, start);
  const subject = sentence.mentionAt[at + 1];
  // "The bridge, five kilometres long, should open in 2026" has its subject before the verb, and so has
  // "The ship, the Ursa Major, had reactors on board".
  const opens = start.first === 0 || sentence.mentions.some((m) => standsFor(m, 'modal-would'));
  return (
    opens &&
    conditional.has(textAt(sentence.tokens, at)) &&
    subject !== undefined &&
    !standsFor(subject, 'action')
  );
}

const conditional = new Set(['were', 'had', 'should']);

/** "dismissed the outcry, saying that …": what is said then is no part of what is denied. */
function isSaidInstead(sentence: TaggedSentence, denial: Mention, at: number): boolean {
  return sentence.mentions.some(
    ({ first, last, readings }) =>
      first > denial.last &&
      last < at &&
      sentence.tokens[first - 1]?.text === ',' &&
      readings.some(({ concept, form }) => form === 'ing' && concept.is.has('attribution')) &&
      !readings.some(({ concept }) => concept.is.has('denial')),
  );
}

/**
 * "No such soldier exists, and all reports are inventions": what is rebutted is what others report, in a
 * part of the sentence of its own, so the rebuttal bears out the denial beside it.
 */
function isBeside(sentence: TaggedSentence, rebuttal: Mention, at: number): boolean {
  const [from, to] = rebuttal.first < at ? [rebuttal.last, at] : [at, rebuttal.first];
  for (let seam = from + 1; seam < to; seam++) {
    if (takesUpAll(sentence, seam)) return true;
    if (!isSeam(sentence, seam)) continue;
    const [first, last] = rebuttal.first < at ? [0, seam] : [seam, sentence.tokens.length];
    return sentence.mentions.some(
      (m) => m.first >= first && m.last < last && m !== rebuttal && standsFor(m, 'what-is-told'),
    );
  }
  return false;
}

/** "Correction: the five thousand are civilians": what it puts right follows, unless it tells what was said before. */
function isHeading({ tokens }: TaggedSentence, { last }: Mention, at: number): boolean {
  if (tokens[last]?.text !== 'correction') return false;
  const colon = tokens.findIndex(({ text }, index) => index > last && text === ':');
  return (
    colon > 0 &&
    colon < at &&
    !tokens.some(({ text }) => /^(?:earlier|previous(?:ly)?)$/.test(text))
  );
}

/** "…, that is all fake news": what was said before goes with it. */
function takesUpAll({ tokens }: TaggedSentence, at: number): boolean {
  const words = tokens.slice(at, at + 4).map(({ text }) => text);
  return /^[,:;—] (?:it|that|this) (?:is|was) (?:all|just|only)$/.test(words.join(' '));
}

/** Where one statement ends and another begins that does not take it back. */
function isSeam(sentence: TaggedSentence, at: number): boolean {
  const text = textAt(sentence.tokens, at);
  const next = textAt(sentence.tokens, at + 1);
  if (goesOn.has(next)) return false;
  return /^[;:—]$/.test(text) || (text === ',' && opensAnother.has(next));
}

/** Behind a comma or dash these go on with what was told, and may take it back. */
const goesOn = new Set(['but', 'yet', 'which', 'that', 'this', 'a', 'an']);
/** Behind a comma these begin another statement. */
const opensAnother = new Set([
  ...['and', 'for', 'as', 'since', 'because', 'so'],
  ...['those', 'these', 'all', 'such'],
]);
