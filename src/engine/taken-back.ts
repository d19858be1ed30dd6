import { textAt } from '../text/token-sequence.ts';
import { type Mention, standsFor, standsForAny } from './mention.ts';
import { isAt, type TaggedSentence } from './sentence.ts';
import type { TextSentence } from './text-reading.ts';

/** How many sentences behind a labelled claim its verdict may stand. */
const verdictReach = 4;
/** The longest answer, in words: "That is not true, the ministry in Seoul said." */
const longestAnswer = 9;
/** The longest answer that need not say what it is about: "Not true at all." */
const longestExclamation = 4;

type Label = 'claim' | 'verdict' | 'truth';

const labels: readonly [RegExp, Label][] = [
  [/^(?:claims?|claimed|myths?|rumou?rs?|fiction|statements?|allegations?)$/, 'claim'],
  [/^(?:verdict|ruling|rating|findings?|found|assessment|conclusion|result)$/, 'verdict'],
  [/^(?:facts?|truth|reality)$/, 'truth'],
];
const countWords = new Set('one two three four five six seven eight nine ten'.split(' '));
/** Behind a comma these belong to what stands before it. */
const inserted = new Set(['however', 'though', 'moreover', 'of', 'either', 'indeed']);
const beforeLabel = new Set('the our a what was is we they number no'.split(' '));
const rejecting = new Set(
  'no not wrong incorrect inaccurate nonsense unproven invented never'.split(' '),
);
/** What a sentence that begins with one of these rejects is what was told before. */
const resuming = new Set('this that it these those both none neither'.split(' '));
const elliptic =
  /^(?:no ,? ?)?(?:he|she|it|they|this|that|there|neither|nobody) (?:(?:did|does|do|has|have|had|is|was|were|will|would|can|could) (?:not|never|none|no such thing)|\w+n't|never (?:did|has|was|happened))(?: (?:happen|happened|so|been|exist))?$/;

/**
 * The words of the text behind a sentence that take it back: its verdict in a fact check ("Claim: … Verdict:
 * False", "Myth: … Fact: …", be it under headings of their own), or an answer ("That is not true", "He did not");
 * null where it stands.
 */
export function takenBackBy(sentences: readonly TextSentence[], position: number): string | null {
  const isLabelled = isClaimed(sentences, position);
  const reach = isLabelled ? verdictReach : 1;
  let awaitsVerdict = false;
  for (let at = position + 1; at < sentences.length && at <= position + reach + 1; at++) {
    const sentence = sentences[at]?.reading.asWritten;
    if (!sentence) return null;
    const { label, behind } = labelOf(sentence);
    const isBare = behind >= wordEnd(sentence);
    if (label === 'claim') return null;
    if (label === 'truth' && isLabelled) return sentence.text;
    if (awaitsVerdict || (label === 'verdict' && !isBare))
      return isRejection(sentence, behind) ? sentence.text : null;
    if (label === 'verdict') awaitsVerdict = true;
    else if (at === position + 1 && isAnswer(sentence)) return sentence.text;
    else if (!isLabelled) return null;
  }
  return null;
}

/** Whether a sentence, or one before it in its block, is labelled as a claim, or the block before is that label. */
function isClaimed(sentences: readonly TextSentence[], position: number): boolean {
  const block = sentences[position]?.block ?? 0;
  for (let at = position; at >= 0; at--) {
    const one = sentences[at];
    if (!one || one.block < block - 1) return false;
    const { label, behind } = labelOf(one.reading.asWritten);
    const isBare = behind >= wordEnd(one.reading.asWritten);
    if (label) return label === 'claim' && (one.block === block || isBare);
    if (one.block < block) return false;
  }
  return false;
}

/** The label that a sentence opens with or consists of, and the token behind it: "Claim 3:", "OUR VERDICT". */
function labelOf({ tokens }: TaggedSentence): { label: Label | null; behind: number } {
  let at = 0;
  while (at < 3 && beforeLabel.has(textAt(tokens, at))) at++;
  const word = textAt(tokens, at);
  const label = labels.find(([words]) => words.test(word))?.[1] ?? null;
  if (!label) return { label: null, behind: 0 };
  at++;
  if (tokens[at]?.kind === 'number' || countWords.has(textAt(tokens, at))) at++;
  const next = tokens[at];
  if (!next) return { label, behind: at };
  return /^[:.—]$/.test(next.text) ? { label, behind: at + 1 } : { label: null, behind: 0 };
}

function wordEnd({ tokens }: TaggedSentence): number {
  return tokens.findLastIndex(({ kind }) => kind !== 'punctuation') + 1;
}

function rejectionIn({ mentions }: TaggedSentence, from: number): Mention | undefined {
  return mentions.find(
    (mention) =>
      mention.first >= from &&
      standsForAny(mention, ['rebuttal', 'denial', 'doubted']) &&
      !standsFor(mention, 'pseudo-negation'),
  );
}

function isRejection(sentence: TaggedSentence, from: number): boolean {
  return rejecting.has(textAt(sentence.tokens, from)) || rejectionIn(sentence, from) !== undefined;
}

/**
 * "This is false, because …", "The claim does not hold up", "Wrong.", "He did not; …": a sentence about the one before
 * it, as a whole or up to its first comma.
 */
function isAnswer(sentence: TaggedSentence): boolean {
  const { tokens } = sentence;
  // "He did not, however, travel alone" has no pause.
  const pause = tokens.findIndex(
    ({ text }, at) => /^[,;:—]$/.test(text) && !inserted.has(textAt(tokens, at + 1)),
  );
  return [pause, tokens.length].some((end) => end > 0 && answersUpTo(sentence, end));
}

function answersUpTo(sentence: TaggedSentence, end: number): boolean {
  const words = sentence.tokens.slice(0, end).filter(({ kind }) => kind !== 'punctuation');
  if (words.length > longestAnswer) return false;
  const whole = words.map(({ text }) => text).join(' ');
  if (elliptic.test(whole)) return true;
  const rejection = rejectionIn(sentence, 0);
  const isExclamation = words.length <= longestExclamation;
  if (!rejection || rejection.first >= end)
    return isExclamation && /^(?:wrong|incorrect|not so|not quite)$/.test(whole);
  // "It is not true that …" is about what follows.
  const behind = sentence.tokens.slice(rejection.first, rejection.last + 2);
  if (behind.some(({ text }) => text === 'that')) return false;
  return (isExclamation && opensWith(sentence, rejection)) || takesUp(sentence, rejection);
}

/** "Fake news.", "Completely untrue": but not "Pyongyang rejects that". */
function opensWith(sentence: TaggedSentence, rejection: Mention): boolean {
  const before = sentence.mentionAt[0];
  return (
    rejection.first === 0 ||
    (rejection.first === 1 && (!before || standsForAny(before, ['determiner', 'adverb'])))
  );
}

function takesUp(sentence: TaggedSentence, rejection: Mention): boolean {
  if (resuming.has(textAt(sentence.tokens, 0))) return true;
  const first = isAt(sentence, 0, 'determiner') ? 1 : 0;
  return rejection.first > first && isAt(sentence, first, 'what-is-told');
}
