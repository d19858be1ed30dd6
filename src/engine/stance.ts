import { isAwaited } from './awaited-date.ts';
import type { Stance } from './finding.ts';
import type { Clause, Event, Grammar } from './grammar-types.ts';
import { isAt, type TaggedSentence, wordsOf } from './sentence.ts';
import { type Mention, standsFor, standsForAny } from './tagger.ts';

/** A stance with the words that tell it. */
export interface StanceReading {
  stance: Stance;
  cue: string | null;
  /** "has never said that …": what is told was not said, which is no word that it is not so. */
  unsaid?: boolean;
}

/**
 * How a sentence carries what is told at a token: the strictest stance whose cue reaches it.
 * Cues of rebuttal and questions reach the whole sentence; a denial reaches what follows it;
 * a negation reaches to the end of its own clause.
 * @param places the tokens where it is told, the one that counts most first
 * @param event the action that is told there, where there is one; its own words are no cue
 * @param none the words by which it is told that there is none of something; they are no cue either
 */
export function stanceAt(
  sentence: TaggedSentence,
  grammar: Grammar,
  places: readonly number[],
  event: Event | null,
  none: Mention | null = null,
): StanceReading {
  const at = places[0] ?? 0;
  const clause = grammar.clauseAt[at] ?? 0;
  const own = (mention: Mention) => mention === event?.mention || mention === none;
  const found = (concept: string, reaches: (mention: Mention) => boolean) =>
    sentence.mentions.find((m) => standsFor(m, concept) && !own(m) && reaches(m) && !isPseudo(m));
  const say = (stance: Stance, mention: Mention | undefined) => ({
    stance,
    cue: mention ? wordsOf(sentence, mention.first, mention.last) : null,
  });
  const rebuttal = found('rebuttal', (m) => !none || !isBeside(sentence, m, at));
  const negation = event
    ? (negationOf(sentence, grammar, event) ?? absenceOf(sentence, grammar, event))
    : found(
        'negation',
        (m) => !belongsToPhrase(sentence, grammar, m) && bearsOn(sentence, grammar, m, places),
      );
  const absent = event && absentObject(sentence, event);
  const denied = negation ?? absent;
  if (rebuttal && denied && isBeside(sentence, rebuttal, at)) return say('denied', denied);
  if (rebuttal) return say('rebutted', rebuttal);
  if (isQuestion(sentence)) return { stance: 'questioned', cue: '?' };
  if (event && isCounterfactual(sentence, event))
    return { stance: 'hypothetical', cue: 'would have' };
  const denial = found(
    'denial',
    (m) =>
      (!event || (m.last < at && clauseOf(grammar, m) <= clause)) &&
      !isSaidInstead(sentence, m, at),
  );
  if (denial)
    return isNegated(sentence, grammar, denial) ? say('attributed', denial) : say('denied', denial);
  if (negation) return say('denied', negation);
  if (absent) return say('denied', absent);
  const doubt = found('doubt', (m) => m.last < at);
  if (doubt) return say('questioned', doubt);
  // "if either is attacked under the treaty signed in June": it was signed, whatever comes.
  const condition = event?.reduced
    ? undefined
    : found(
        'if',
        (m) => m.last < at && clauseOf(grammar, m) === clause && !isParted(sentence, m.last, at),
      );
  if (condition) return say('hypothetical', condition);
  if (grammar.clauses.some((one) => isInverted(sentence, one)))
    return { stance: 'hypothetical', cue: 'were … to' };
  const conditional = found('if', () => true);
  if (conditional && sentence.mentions.some((m) => standsFor(m, 'modal-would')))
    return say('hypothetical', conditional);
  // Where no one action is asked for, what is only possible may be any of those that are named.
  const possible = event
    ? event.possible
    : grammar.events.some((one) => one.possible && places.includes(one.mention.first));
  if (possible) return { stance: 'hypothetical', cue: 'may' };
  const unsaid =
    found(
      'attribution',
      (m) => m.last < at && isNegated(sentence, grammar, m) && introduces(sentence, m),
    ) ?? found('claim-that', (m) => m.last < at && isNegated(sentence, grammar, m));
  if (unsaid) return { ...say('denied', unsaid), unsaid: true };
  const attribution = found('attribution', () => true) ?? found('claim-that', () => true);
  return attribution ? say('attributed', attribution) : { stance: 'asserted', cue: null };
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

/** "did not announce that …": what was not said follows. */
function introduces(sentence: TaggedSentence, { last }: Mention): boolean {
  return sentence.tokens[last + 1]?.text === 'that';
}

/** "Were they to agree …", "Had he not come …": a condition told by the order of words. */
function isInverted(sentence: TaggedSentence, start: Clause): boolean {
  const at = sentence.tokens[start.first]?.kind === 'punctuation' ? start.first + 1 : start.first;
  const subject = sentence.mentionAt[at + 1];
  // "The bridge, five kilometres long, should open in 2026" has its subject before the verb, and so has
  // "The ship, the Ursa Major, had reactors on board".
  const opens = start.first === 0 || sentence.mentions.some((m) => standsFor(m, 'modal-would'));
  return (
    opens &&
    /^(were|had|should)$/.test(sentence.tokens[at]?.text ?? '') &&
    subject !== undefined &&
    !standsFor(subject, 'action')
  );
}

/**
 * A question is told by its mark, or by who asks it: "Is there such a clause, lawmakers asked." A quoted
 * question within a statement is not one.
 */
function isQuestion({ text, tokens }: TaggedSentence): boolean {
  if (/\?["'”’»)\s]*$/u.test(text)) return true;
  if (!/^(?:is|are|was|were|do|does|did|has|have|had|will|can|could)$/.test(tokens[0]?.text ?? ''))
    return false;
  const comma = tokens.findIndex((token) => token.text === ',');
  return (
    comma > 0 &&
    tokens.slice(comma).some((token) => /^(?:ask(?:s|ed)|wonder(?:s|ed))$/.test(token.text))
  );
}

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

function clauseOf(grammar: Grammar, mention: Mention): number {
  return grammar.clauseAt[mention.first] ?? 0;
}

function isPseudo(mention: Mention): boolean {
  return standsFor(mention, 'pseudo-negation');
}

function isNegated(sentence: TaggedSentence, grammar: Grammar, mention: Mention): boolean {
  return sentence.mentions.some(
    (m) =>
      standsFor(m, 'negation') &&
      !isPseudo(m) &&
      m.last < mention.first &&
      mention.first - m.last <= 3 &&
      clauseOf(grammar, m) === clauseOf(grammar, mention),
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

/** "…, that is all fake news": what was said before goes with it. */
function takesUpAll({ tokens }: TaggedSentence, at: number): boolean {
  const words = tokens.slice(at, at + 4).map(({ text }) => text);
  return /^[,:;—–] (?:it|that|this) (?:is|was) (?:all|just|only)$/.test(words.join(' '));
}

/** Where one statement ends and another begins that does not take it back. */
function isSeam(sentence: TaggedSentence, at: number): boolean {
  const next = sentence.tokens[at + 1]?.text ?? '';
  const text = sentence.tokens[at]?.text ?? '';
  if (/^(?:but|yet|which|that|this|a|an)$/.test(next)) return false;
  return /^[;:—–]$/.test(text) || (text === ',' && /^(?:and|for|as|since|because|so)$/.test(next));
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
    if (happensLate(sentence, grammar, event)) continue;
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
function happensLate(sentence: TaggedSentence, grammar: Grammar, event: Event): boolean {
  return sentence.dates.some(
    (date) =>
      date.first > event.mention.last &&
      grammar.clauseAt[event.mention.first] === grammar.clauseAt[date.first] &&
      isAwaited(sentence, date),
  );
}

/** "The sanctions are over because of a veto": the words that negate tell an action of their own, and negate that. */
function isActionItself(grammar: Grammar, negation: Mention): boolean {
  return grammar.events.some(({ kind, mention }) => kind === 'noun' && mention === negation);
}

/**
 * Whether a negation is about what is told at some tokens: not where it stands in another clause
 * ("soldiers who had never seen the sea are on their way"), nor beyond a colon or semicolon.
 */
function bearsOn(
  sentence: TaggedSentence,
  grammar: Grammar,
  negation: Mention,
  places: readonly number[],
): boolean {
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
    inClause.some((place) => place > negation.last || !isDoer(sentence, place))
  );
}

/** Who may do more than one thing: "they have never had it and are fond of it". */
function isDoer(sentence: TaggedSentence, at: number): boolean {
  const mention = sentence.mentionAt[at];
  return mention !== undefined && standsForAny(mention, ['country', 'person', 'personnel']);
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
function describes({ tokens }: TaggedSentence, clause: Clause | undefined): boolean {
  if (!clause) return false;
  const at = tokens[clause.first]?.kind === 'punctuation' ? clause.first + 1 : clause.first;
  return clause.relative || tokens[at]?.text === 'where';
}

/** Whether a colon or semicolon stands between two tokens. */
function isParted(sentence: TaggedSentence, one: number, other: number): boolean {
  return sentence.tokens
    .slice(Math.min(one, other), Math.max(one, other))
    .some(({ text }) => text === ':' || text === ';');
}

/** "sent no shells", "gave Putin neither missiles nor shells": what is done is done to nothing. */
function absentObject(sentence: TaggedSentence, event: Event): Mention | null {
  if (event.kind !== 'verb') return null;
  const behind = event.mention.last + 1;
  const receiver = sentence.mentionAt[behind];
  const isReceiver = receiver && (standsFor(receiver, 'person') || standsFor(receiver, 'country'));
  const at = isReceiver ? receiver.last + 1 : behind;
  const next = sentence.mentionAt[at];
  const first = sentence.tokens[at]?.text ?? '';
  return next && /^(?:no|neither|zero|none|nothing|not)$/.test(first) && isNone(sentence, next)
    ? next
    : null;
}

/** "no", "not one", "not a single": nothing of the kind, where a bare "not" may set one thing against another. */
function isNone(sentence: TaggedSentence, negation: Mention): boolean {
  return (
    standsFor(negation, 'negation') &&
    (sentence.tokens[negation.first]?.text !== 'not' || negation.last > negation.first)
  );
}

/** "rather than Russia", "not civilian workers": the negation is of a phrase, and the phrase is left out of the frame. */
function belongsToPhrase(sentence: TaggedSentence, grammar: Grammar, negation: Mention): boolean {
  const next = grammar.phrases.find((phrase) => phrase.mention.first > negation.last);
  if (!next?.negated) return false;
  const before = sentence.tokens[negation.first - 1]?.text;
  // "Despite the headlines, not one soldier fought": nobody did.
  if (before === ',' && isNone(sentence, negation) && actsIn(sentence, grammar, next)) return false;
  return (
    before === ',' ||
    before === '(' ||
    (isAt(sentence, negation.first, 'instead-of') && !startsSubject(negation))
  );
}

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
