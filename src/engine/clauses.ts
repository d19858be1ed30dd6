import { textAt } from '../text/token-sequence.ts';
import { pastOfBe, presentOfBe, takesUpCleft } from './english.ts';
import type { Clause, Event } from './grammar-types.ts';
import { isAt, type TaggedSentence } from './sentence.ts';

/** The clauses of a sentence, from the actions by their tokens. In order; each token is in one. */
export function readClauses(
  sentence: TaggedSentence,
  eventAt: ReadonlyMap<number, Event>,
): Clause[] {
  const { tokens } = sentence;
  const starts = [0];
  for (let at = 1; at < tokens.length; at++) {
    if (beginsClause(sentence, at, eventAt)) starts.push(at);
  }
  const pieces = starts.map((first, index): Clause => {
    const relative = isRelative(sentence, first, eventAt);
    const last = (starts[index + 1] ?? tokens.length) - 1;
    return { first, last, relative, relativeFrom: relative ? first : null };
  });
  // A piece without a verb is an adjunct or an apposition: it belongs to the piece before it. But "where, unlike
  // at home, nobody blocks them" is one clause.
  const clauses: Clause[] = [];
  let opening: Clause | null = null;
  for (const piece of pieces) {
    const before: Clause | undefined = clauses.at(-1);
    if (hasVerb(piece, eventAt)) {
      if (opening && isStatement(sentence, opening, piece)) {
        clauses.push(opening);
        opening = null;
      }
      const { first, relative } = opening ?? piece;
      clauses.push({ ...piece, first, relative });
      opening = null;
    } else if (opening) opening.last = piece.last;
    else if (!before) opening = { ...piece, relative: false };
    else if (isBareConnective(sentence, piece) || opensReport(sentence, piece, eventAt))
      opening = piece;
    else before.last = piece.last;
  }
  const before = clauses.at(-1);
  if (opening && before) before.last = opening.last;
  if (clauses.length === 0)
    clauses.push({ first: 0, last: tokens.length - 1, relative: false, relativeFrom: null });
  return clauses;
}

/** The first word of a clause, behind the comma that may begin it. */
export function opening({ tokens }: TaggedSentence, { first }: Pick<Clause, 'first'>): number {
  return tokens[first]?.kind === 'punctuation' ? first + 1 : first;
}

/** "The line is Chinese and Beijing will not cut it", "it is dear, because …": a statement by a verb that is none of ours. */
function isStatement(sentence: TaggedSentence, opening: Clause, next: Clause): boolean {
  const { tokens } = sentence;
  for (let at = opening.first; at <= opening.last; at++) {
    const text = textAt(tokens, at);
    if (!isAt(sentence, at, 'auxiliary') && !presentOfBe.has(text) && !pastOfBe.has(text)) continue;
    // "It was in Vladivostok that Putin and Kim signed it": two who act, not two statements.
    if (tokens.slice(at, opening.last).some((token) => takesUpCleft.has(token.text))) return false;
    if (tokens[next.first]?.text !== ',') return isAt(sentence, next.first, 'coordinator');
    return /^(?:because|since|although|though|whereas)$/.test(tokens[next.first + 1]?.text ?? '');
  }
  return false;
}

/** ", where", ", which": all of a piece but the comma after it. */
function isBareConnective(sentence: TaggedSentence, piece: Clause): boolean {
  const { last } = piece;
  const at = opening(sentence, piece);
  const connects = isAt(sentence, at, 'relative-word') || isAt(sentence, at, 'subordinator');
  return at === last && connects && sentence.tokens[last + 1]?.text === ',';
}

/** "recalled that in 2024, Putin and Kim signed it": what stands between "that" and a comma is of what is reported. */
function opensReport(
  { tokens }: TaggedSentence,
  { first }: Clause,
  eventAt: ReadonlyMap<number, Event>,
): boolean {
  const that = tokens[first]?.text === 'that' ? first : first - 1;
  if (tokens[that]?.text !== 'that') return false;
  return [that, that - 1].some((at) => eventAt.get(at)?.kind === 'verb');
}

function isRelative(
  sentence: TaggedSentence,
  first: number,
  eventAt: ReadonlyMap<number, Event>,
): boolean {
  const at = opening(sentence, { first });
  // "reported that troops were sent": what is reported follows, nothing is described.
  if (sentence.tokens[at]?.text === 'that' && eventAt.get(at - 1)?.kind === 'verb') return false;
  return isAt(sentence, at, 'relative-word') || isAt(sentence, at + 1, 'relative-word');
}

function hasVerb(clause: Clause, eventAt: ReadonlyMap<number, Event>): boolean {
  for (let at = clause.first; at <= clause.last; at++) {
    if (eventAt.get(at)?.kind === 'verb') return true;
  }
  return false;
}

function beginsClause(
  sentence: TaggedSentence,
  at: number,
  eventAt: ReadonlyMap<number, Event>,
): boolean {
  const token = sentence.tokens[at];
  if (!token) return false;
  if (token.kind === 'punctuation') {
    // "On December 4, 2024, …": the comma of a date parts nothing.
    const inDate = sentence.dates.some(({ first, last }) => first < at && at < last);
    return /^[,;:—()]$/.test(token.text) && !inDate;
  }
  if (sentence.tokens[at - 1]?.kind === 'punctuation') return false;
  if (isAt(sentence, at, 'relative-word') || isAt(sentence, at, 'subordinator')) return true;
  // "established that the flow has stopped": what is established is a clause of its own.
  if (sentence.tokens[at - 1]?.text === 'that' && eventAt.get(at - 1)?.kind === 'verb') return true;
  if (!isAt(sentence, at, 'coordinator')) return false;
  // "no vehicle has yet crossed it"
  if (token.text === 'yet' && isAt(sentence, at - 1, 'auxiliary')) return false;
  return !joinsDoers(sentence, at, eventAt) && finiteVerbFollows(sentence, at + 1, eventAt);
}

/** "The treaty signed by Moscow and Pyongyang obliges both": a coordinator between two who did it. */
function joinsDoers(
  sentence: TaggedSentence,
  coordinator: number,
  eventAt: ReadonlyMap<number, Event>,
): boolean {
  const doer = sentence.mentionAt[coordinator - 1];
  if (!doer) return false;
  const by = doer.first - 1;
  // "Talks between Lavrov and Kim were held": whatever stands between two of them.
  if (isAt(sentence, by, 'between-preposition')) return true;
  return isAt(sentence, by, 'by-preposition') && eventAt.get(by - 1)?.reduced === true;
}

/** Whether a finite verb comes before the next boundary, with at most a subject before it. */
function finiteVerbFollows(
  sentence: TaggedSentence,
  from: number,
  eventAt: ReadonlyMap<number, Event>,
): boolean {
  for (let at = from; at < Math.min(from + 9, sentence.tokens.length); at++) {
    const token = sentence.tokens[at];
    if (!token || token.kind === 'punctuation' || token.text === 'to') return false;
    if (isAt(sentence, at, 'auxiliary') || isAt(sentence, at, 'will-modal')) return true;
    const event = eventAt.get(at);
    if (event?.kind === 'verb') return !event.infinitive && event.tense !== 'ongoing';
  }
  return false;
}
