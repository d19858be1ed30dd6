import { textAt } from '../text/token-sequence.ts';
import { isAwaited } from './awaited-date.ts';
import { opening } from './clauses.ts';
import { pastOfBe, presentOfBe, takesUpCleft } from './english.ts';
import type { Clause, Event, Grammar } from './grammar-types.ts';
import { type Mention, standsFor, standsForAny } from './mention.ts';
import { isAt, type TaggedSentence, wordsOf } from './sentence.ts';

/** The words that say that an act is not done, did not come about, or is done to nothing. */
export function negationOfAct(
  sentence: TaggedSentence,
  grammar: Grammar,
  event: Event,
): Mention | null {
  return (
    negationOf(sentence, grammar, event) ??
    absenceOf(sentence, grammar, event) ??
    absentState(sentence, event) ??
    absentObject(sentence, event) ??
    absentDoer(sentence, event)
  );
}

/** A negation before the verb, in its clause, that no other verb stands nearer to. */
function negationOf(sentence: TaggedSentence, grammar: Grammar, event: Event): Mention | null {
  const instead = insteadOf(sentence, event);
  if (instead) return instead;
  for (const mention of sentence.mentions) {
    if (!standsFor(mention, 'negation') || isPseudo(mention)) continue;
    if (clauseOf(grammar, mention) !== event.clause) continue;
    if (mention.last >= event.mention.first) continue;
    if (isParted(sentence, mention.last, event.mention.first)) continue;
    if (isActionItself(grammar, mention)) continue;
    if (belongsToPhrase(sentence, grammar, mention)) continue;
    if (happensLate(sentence, grammar, event) || waits(sentence, mention)) continue;
    if (isDoubled(sentence, mention, event.mention.first)) continue;
    return mention;
  }
  return null;
}

/** "A summit did not take place", "no talks were held": what is named did not come about. */
function absenceOf(sentence: TaggedSentence, grammar: Grammar, event: Event): Mention | null {
  if (event.kind !== 'noun') return null;
  const verb = grammar.events.find(
    ({ kind, clause, mention, passive }) =>
      kind === 'verb' &&
      clause === event.clause &&
      mention.first > event.mention.last &&
      (standsFor(mention, 'to-take-place') || (passive && standsFor(mention, 'to-host'))),
  );
  return verb ? negationOf(sentence, grammar, verb) : null;
}

const isState = new Set([...presentOfBe, ...pastOfBe, 'has', 'have', 'had']);
const isNegative = new Set(['not', 'never']);

/** "was not on the grandstand": "was" is the verb. */
function absentState({ tokens, mentionAt }: TaggedSentence, { mention }: Event): Mention | null {
  const next = mention.last + 1;
  const negated = isState.has(textAt(tokens, mention.last)) && isNegative.has(textAt(tokens, next));
  return negated ? (mentionAt[next] ?? null) : null;
}

/** "sent no shells", "gave Putin neither missiles nor shells": what is done is done to nothing. */
function absentObject(sentence: TaggedSentence, event: Event): Mention | null {
  if (event.kind !== 'verb') return null;
  const behind = event.mention.last + 1;
  const receiver = sentence.mentionAt[behind];
  const isReceiver = receiver && (standsFor(receiver, 'person') || standsFor(receiver, 'country'));
  const at = isReceiver ? receiver.last + 1 : behind;
  const next = sentence.mentionAt[at];
  return next && toNothing.has(textAt(sentence.tokens, at)) && isNone(sentence, next) ? next : null;
}

const toNothing = new Set(['no', 'neither', 'zero', 'none', 'nothing', 'not']);

/** "was liberated by nobody": what is done is done by none. */
function absentDoer({ tokens, mentionAt }: TaggedSentence, event: Event): Mention | null {
  const at = event.mention.last + 1;
  if (!event.passive || tokens[at]?.text !== 'by') return null;
  return byNobody.has(textAt(tokens, at + 1)) ? (mentionAt[at + 1] ?? null) : null;
}

const byNobody = new Set(['nobody', 'no', 'none', 'neither']);

/** "rather than surrender", "too weak to fight": what is told is what was not done. */
function insteadOf(sentence: TaggedSentence, event: Event): Mention | null {
  if (event.kind !== 'verb' || event.reduced) return null;
  let at = event.mention.first - 1;
  while (isAt(sentence, at, 'auxiliary') || isAt(sentence, at, 'adverb')) at--;
  const before = sentence.mentionAt[at];
  if (before && before.last > before.first && standsFor(before, 'instead-of')) return before;
  if (sentence.tokens[at]?.text !== 'to') return null;
  for (let back = at - 1; back >= at - tooReach; back--) {
    const token = sentence.tokens[back];
    if (token?.kind !== 'word') return null;
    const mention = sentence.mentionAt[back];
    if (mention && standsFor(mention, 'too-much')) return mention;
  }
  return null;
}

/** How far before "to" the "too" may stand: "too badly wounded to". */
const tooReach = 4;

/** "They did not ratify it until November": they did, in November. */
export function happensLate(sentence: TaggedSentence, grammar: Grammar, event: Event): boolean {
  return sentence.dates.some(
    (date) =>
      date.first > event.mention.last &&
      grammar.clauseAt[event.mention.first] === grammar.clauseAt[date.first] &&
      isAwaited(sentence, date),
  );
}

/** How far behind a negation the "until" may stand that it waits for, in tokens. */
const untilReach = 7;

/** "The flow did not start until Kim had come": it did, then. */
function waits({ tokens }: TaggedSentence, { first, last }: Mention): boolean {
  if (/^(?:will|would|may|might|can|could|should|shall)$/.test(tokens[first - 1]?.text ?? ''))
    return false;
  if (!/^(?:not|never|(?:did|has|had|have|was|were|is)n't)$/.test(tokens[last]?.text ?? ''))
    return false;
  const behind = tokens.slice(last + 1, last + 1 + untilReach);
  const until = behind.findIndex(({ text }) => text === 'until' || text === 'till');
  return until > 0 && behind.slice(0, until).every(({ kind }) => kind !== 'punctuation');
}

/** How far behind a negation its "without" may stand, in tokens. */
const withoutReach = 5;

/**
 * "cannot be shipped without violating the embargo": whoever ships it does.
 * @param at where what is told stands
 */
function isDoubled({ tokens }: TaggedSentence, { first, last }: Mention, at: number): boolean {
  const from = tokens[first]?.text === 'without' ? first : last;
  const without = tokens.findIndex(
    ({ text }, index) => index >= from && index <= from + withoutReach && text === 'without',
  );
  if (without < 0 || at !== without + 1 || !tokens[at]?.text.endsWith('ing')) return false;
  return tokens
    .slice(Math.max(0, without - withoutReach), without)
    .some(({ text }) => /^(?:cannot|can't|couldn't|impossible|never|not)$/.test(text));
}

/** "The sanctions are over because of a veto": the words that negate tell an action of their own, and negate that. */
function isActionItself(grammar: Grammar, negation: Mention): boolean {
  return grammar.events.some(({ kind, mention }) => kind === 'noun' && mention === negation);
}

/**
 * Whether a negation is about what is told at some tokens: not where it stands in another clause
 * ("soldiers who had never seen the sea are on their way"), nor beyond a colon or semicolon.
 */
export function bearsOn(
  sentence: TaggedSentence,
  grammar: Grammar,
  negation: Mention,
  places: readonly number[],
): boolean {
  if (waits(sentence, negation) || places.some((at) => isDoubled(sentence, negation, at)))
    return false;
  const clause = clauseOf(grammar, negation);
  // "After years without visitors the country let in a group", "by train, without changing": "without" is about
  // what stands next to it.
  const next = isAt(sentence, negation.first, 'without')
    ? sentence.mentions.find((m) => m.first > negation.last && !standsFor(m, 'determiner'))
    : null;
  if (next !== null) return next !== undefined && places.includes(next.first);
  const reached = places.filter((place) => !isParted(sentence, negation.first, place));
  if (reached.length === 0 || isOfProof(sentence, grammar, negation)) return reached.length > 0;
  const inClause = reached.filter((place) => grammar.clauseAt[place] === clause);
  return (
    inClause.length === reached.length ||
    inClause.some((place) => place > negation.last || !isDoer(sentence, grammar, place))
  );
}

/** Who may do more than one thing: "they have never had it and are fond of it". */
export function isDoer(sentence: TaggedSentence, grammar: Grammar, at: number): boolean {
  const mention = sentence.mentionAt[at];
  if (!mention || !standsForAny(mention, ['country', 'person', 'personnel'])) return false;
  // "ended up in North Korea" tells where.
  return !grammar.phrases.some((phrase) => phrase.mention === mention && phrase.preposition);
}

/** "…, and none of it has been confirmed", "did not say that …": what is told lacks its proof, or its source. */
function isOfProof(sentence: TaggedSentence, grammar: Grammar, negation: Mention): boolean {
  const clause = clauseOf(grammar, negation);
  return (
    !describes(sentence, grammar.clauses[clause]) &&
    sentence.mentions.some(
      (m) =>
        m.first > negation.last &&
        clauseOf(grammar, m) === clause &&
        (standsFor(m, 'proof') ||
          standsFor(m, 'checked') ||
          standsFor(m, 'to-confirm') ||
          (standsFor(m, 'attribution') && introduces(sentence, m))),
    )
  );
}

/** "who had never seen the sea", ", where nobody stops them": a clause that only describes what was named before. */
export function describes(sentence: TaggedSentence, clause: Clause | undefined): boolean {
  if (!clause) return false;
  return clause.relative || textAt(sentence.tokens, opening(sentence, clause)) === 'where';
}

/** Whether a colon or semicolon stands between two tokens. */
export function isParted(sentence: TaggedSentence, one: number, other: number): boolean {
  return sentence.tokens
    .slice(Math.min(one, other), Math.max(one, other))
    .some(({ text }) => text === ':' || text === ';');
}

/** "no", "not one", "not a single": nothing of the kind, where a bare "not" may set one thing against another. */
function isNone(sentence: TaggedSentence, negation: Mention): boolean {
  return (
    standsFor(negation, 'negation') &&
    (sentence.tokens[negation.first]?.text !== 'not' || negation.last > negation.first)
  );
}

/** "rather than Russia", "not civilian workers": the negation is of a phrase, and the phrase is left out of the frame. */
export function belongsToPhrase(
  sentence: TaggedSentence,
  grammar: Grammar,
  negation: Mention,
): boolean {
  const next = grammar.phrases.find((phrase) => phrase.mention.first > negation.last);
  if (!next?.negated) return false;
  if (negatesVerb(sentence, negation)) return isSetAgainst(sentence, negation);
  const before = sentence.tokens[negation.first - 1]?.text;
  // "Despite the headlines, not one soldier fought": nobody did.
  if (before === ',' && isNone(sentence, negation) && actsIn(sentence, grammar, next)) return false;
  return (
    before === ',' ||
    before === '(' ||
    (isAt(sentence, negation.first, 'instead-of') && !startsSubject(negation))
  );
}

/** "has not cost", "will not send", "never sent": the negation is of the verb, and so of the whole clause. */
export function negatesVerb(sentence: TaggedSentence, { first, last }: Mention): boolean {
  if (textAt(sentence.tokens, first) === 'not')
    return helpingVerbs.some((concept) => isAt(sentence, first - 1, concept));
  return negatedVerb.test(wordsOf(sentence, first, last));
}

const helpingVerbs = ['auxiliary', 'will-modal', 'may-modal'];
const negatedVerb =
  /^(?:never|no longer|cannot|(?:fail(?:s|ed|ing)|unable|refus(?:es|ed|ing)) to)$|n['’]t$/;

/** "was not Iran but North Korea", "it was not Iran that sent them": what is negated is set against what is so. */
function isSetAgainst({ tokens }: TaggedSentence, negation: Mention): boolean {
  const cleft = textAt(tokens, negation.first - 2) === 'it';
  return tokens.some(
    ({ text }, at) =>
      at > negation.last && (setsAgainst.has(text) || (cleft && takesUpCleft.has(text))),
  );
}

const setsAgainst = new Set(['but', 'rather', 'instead']);

/** Whether a verb follows a phrase in its clause, not behind a comma: the phrase is its subject. */
function actsIn(
  sentence: TaggedSentence,
  grammar: Grammar,
  phrase: Grammar['phrases'][number],
): boolean {
  if (sentence.tokens[phrase.mention.last + 1]?.text === ',') return false;
  return grammar.events.some(
    (event) =>
      event.kind === 'verb' &&
      !event.reduced &&
      event.clause === phrase.clause &&
      event.mention.first > phrase.mention.last,
  );
}

function startsSubject(negation: Mention): boolean {
  return negation.first === 0;
}

/** Whether a negation stands close before a mention in its clause: "did not deny". */
export function isNegated(sentence: TaggedSentence, grammar: Grammar, mention: Mention): boolean {
  return sentence.mentions.some(
    (m) =>
      standsFor(m, 'negation') &&
      !isPseudo(m) &&
      m.last < mention.first &&
      mention.first - m.last <= 3 &&
      clauseOf(grammar, m) === clauseOf(grammar, mention),
  );
}

/** Words that look like a negation and are none: "not only". */
export function isPseudo(mention: Mention): boolean {
  return standsFor(mention, 'pseudo-negation');
}

/** The clause in which a mention begins. */
export function clauseOf(grammar: Grammar, mention: Mention): number {
  return grammar.clauseAt[mention.first] ?? 0;
}

/** "did not announce that …": what was not said follows. */
export function introduces(sentence: TaggedSentence, { last }: Mention): boolean {
  return sentence.tokens[last + 1]?.text === 'that';
}
