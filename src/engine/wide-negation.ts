import { textAt } from '../text/token-sequence.ts';
import { opening } from './clauses.ts';
import { takesUpCleft } from './english.ts';
import type { Clause, Event, Grammar } from './grammar-types.ts';
import { type Mention, standsFor, standsForAny } from './mention.ts';
import { clauseOf, describes, happensLate, isDoer, isParted, negatesVerb } from './negation.ts';
import { isAt, type TaggedSentence } from './sentence.ts';

/**
 * Whether the negation of a verb takes in what is told of an act though it is not the act's own verb: "Ratification was
 * not completed", "has not earned 20 billion from its sales", "have not concluded a deal, signed on Tuesday".
 * @param places the tokens of what is told besides the act
 */
export function takesIn(
  sentence: TaggedSentence,
  grammar: Grammar,
  negation: Mention,
  event: Event,
  places: readonly number[],
): boolean {
  return (
    negatesVerb(sentence, negation) &&
    !happensLate(sentence, grammar, event) &&
    reaches(sentence, grammar, negation, event, places)
  );
}

/** Whether what stands with a verb, "not" or "may", reaches an act beside it by all that is told with the verb. */
export function reaches(
  sentence: TaggedSentence,
  grammar: Grammar,
  negation: Mention,
  event: Event,
  places: readonly number[],
): boolean {
  const clause = clauseOf(grammar, negation);
  const isIn = (at: number) => isWithin(sentence, grammar, clause, at);
  const act = event.mention.first;
  const apart = !isIn(act);
  const own = grammar.clauses[event.clause];
  if (apart && describes(sentence, grammar.clauses[clause])) return false;
  if (
    event.clause === clause + 1 &&
    (isSharedVerb(sentence, own, event) || follows(sentence, own, event))
  )
    return true;
  if (!apart && (event.kind === 'noun' || opensClause(sentence, grammar, event)))
    if (negation.last < act || deniesSubject(sentence, grammar, negation)) return true;
  const things = places.filter((place) => !isDoer(sentence, grammar, place));
  const inClause = things.filter(
    (place) => isIn(place) && !isParted(sentence, negation.last, place),
  );
  const all = inClause.length > 0 && inClause.length === things.length;
  // "has not delivered 12 million; that number is arithmetic": all that counts stands in the first part.
  if (isParted(sentence, negation.last, act)) return all;
  if (apart && givesReason(sentence, own)) return all && isShowing(sentence, own);
  // "They will not send sappers, Shoigu said": what is said is told by the rest.
  if (standsFor(event.mention, 'attribution')) return inClause.length > 0;
  // "has not met the soldiers who went to Kursk": they went. But what is told in the main is not so in
  // "A bomblet had not been mounted on the drone that came down in Kherson".
  if (apart && describes(sentence, own)) return inClause.length > 1;
  return inClause.some((place) => place > negation.last);
}

/** Whether what stands with a verb is said of all that is told: nothing of it stands in another clause. */
export function takesInAll(
  sentence: TaggedSentence,
  grammar: Grammar,
  { first }: Mention,
  places: readonly number[],
): boolean {
  const clause = grammar.clauseAt[first] ?? 0;
  const things = places.filter(
    (place) => !isDoer(sentence, grammar, place) && !isTelling(sentence, grammar, place),
  );
  return (
    !describes(sentence, grammar.clauses[clause]) &&
    things.some((place) => place > first) &&
    things.every(
      (place) => isWithin(sentence, grammar, clause, place) && !isParted(sentence, first, place),
    )
  );
}

/** ", the firm Elliptic said": a clause behind the rest that tells who says so. */
function isTelling({ mentions }: TaggedSentence, { clauseAt }: Grammar, at: number): boolean {
  const clause = clauseAt[at] ?? 0;
  return (
    clause > 0 && mentions.some((m) => clauseAt[m.first] === clause && standsFor(m, 'attribution'))
  );
}

/** Whether a token stands in a clause, or in what hangs on to it: "did not supply it | with two reactors". */
function isWithin(
  { tokens }: TaggedSentence,
  grammar: Grammar,
  clause: number,
  at: number,
): boolean {
  const own = grammar.clauseAt[at];
  if (own === clause) return true;
  const next = grammar.clauses[clause + 1];
  return own === clause + 1 && !!next && textAt(tokens, next.first) === 'with';
}

/** "did not exchange them, making the pact effective": what was to come of it did not either. */
function follows(
  sentence: TaggedSentence,
  clause: Clause | undefined,
  { mention }: Event,
): boolean {
  return (
    !!clause &&
    !standsFor(mention, 'attribution') &&
    mention.first === opening(sentence, clause) &&
    textAt(sentence.tokens, mention.first).endsWith('ing')
  );
}

/**
 * "Ratification was not completed", "talks have not begun", not "the visit did not change much": whether a negated verb
 * says that its subject did not come about.
 */
function deniesSubject(
  sentence: TaggedSentence,
  grammar: Grammar,
  { first, last }: Mention,
): boolean {
  if ([first - 1, first, last + 1].some((at) => isAt(sentence, at, 'auxiliary-be'))) return true;
  return grammar.events.some(
    ({ mention }) =>
      mention.first > last &&
      mention.first - last <= adverbReach &&
      standsForAny(mention, ['to-take-place', 'to-begin', 'to-resume']),
  );
}

/** How far behind "not" its verb may stand: "has not yet fully begun". */
const adverbReach = 3;

/** "It was not his army that opened fire": who did it, or when, is told to be another. */
export function isDeniedByCleft(
  { tokens }: TaggedSentence,
  { first, last }: Mention,
  event: Event,
): boolean {
  const be = textAt(tokens, first) === 'not' ? first - 1 : first;
  return (
    textAt(tokens, be - 1) === 'it' &&
    cleftVerb.test(textAt(tokens, be)) &&
    tokens.some(({ text }, at) => at > last && at < event.mention.first && takesUpCleft.has(text))
  );
}

const cleftVerb = /^(?:is|was)(?:n['’]t)?$/;

/** "Talks were not held": what looks like a verb at the head of a clause is its subject. */
function opensClause(sentence: TaggedSentence, grammar: Grammar, event: Event): boolean {
  const clause = grammar.clauses[event.clause];
  return !event.reduced && !!clause && event.mention.first === opening(sentence, clause);
}

/** ", because they lapsed", ", although he came": a clause that is so whatever the rest of the sentence negates. */
function givesReason(sentence: TaggedSentence, clause: Clause | undefined): boolean {
  return !!clause && reasons.has(textAt(sentence.tokens, opening(sentence, clause)));
}

/** "did not carry papers, as pictures show": what bears the rest out, or tells how it is known. */
function isShowing(sentence: TaggedSentence, clause: Clause | undefined): boolean {
  return !!clause && textAt(sentence.tokens, opening(sentence, clause)) === 'as';
}

const reasons = new Set([
  ...['as', 'because', 'since', 'for', 'although', 'though', 'while', 'whereas', 'but', 'yet'],
]);

/** "have not cleared fields and destroyed mines": a second verb without a subject of its own. */
function isSharedVerb(
  { tokens }: TaggedSentence,
  clause: Clause | undefined,
  { mention }: Event,
): boolean {
  return (
    !!clause && joining.has(textAt(tokens, clause.first)) && mention.first === clause.first + 1
  );
}

const joining = new Set(['and', 'or', 'nor']);
