import { textAt } from '../text/token-sequence.ts';
import { pastOfBe, presentOfBe } from './english.ts';
import type { Event } from './grammar-types.ts';
import type { TaggedSentence } from './sentence.ts';

/**
 * Whether a sentence asks what it tells at some tokens, and does not state it beside what it asks.
 * @param event the action that is told there, where there is one
 */
export function isAsked(
  sentence: TaggedSentence,
  places: readonly number[],
  event: Event | null,
): boolean {
  if (!isQuestion(sentence)) return false;
  const words = sentence.tokens.map(({ text }) => text);
  if (nobodyDoubts.test(words.slice(0, openingReach).join(' '))) return false;
  return !places.every(
    (place) => isBeforeQuestion(words, place) || isPresupposed(words, place, event),
  );
}

/**
 * A question is told by its mark, or by who asks it: "Is there such a clause, lawmakers asked." A quoted
 * question within a statement is not one.
 */
function isQuestion({ text, tokens }: TaggedSentence): boolean {
  if (/\?["'”’»)\s]*$/u.test(text)) return true;
  if (!opensQuestion.has(textAt(tokens, 0))) return false;
  const comma = tokens.findIndex((token) => token.text === ',');
  const behind = tokens.slice(comma).map((token) => token.text);
  return comma > 0 && isAskedBy.test(behind.join(' '));
}

const isAskedBy = /\b(?:asks?|asked|wonders?|wondered|inquired|queried|to know|to be told)\b/;
const opensQuestion = new Set([
  ...presentOfBe,
  ...pastOfBe,
  ...['do', 'does', 'did', 'has', 'have', 'had', 'will', 'can', 'could'],
]);

/** How many words it takes to begin a question. */
const openingReach = 6;
/** "Who could forget that picture?" */
const nobodyDoubts =
  /^(?:(?:and|but|so) )?who (?:(?:could|can|would|will) (?:ever )?(?:forget|deny|doubt)|does ?n[o']t (?:know|remember))\b/;
const seam = /^[,;:—–]$/;
const connective = /^(?:so|and|but|then|yet)$/;
const asking = /^(?:how|why|what|where|when|which|who|wherein)$/;

/** "NATO's soldiers have fought for years, so how is Pyongyang any different?": what is told first is no question. */
function isBeforeQuestion(words: readonly string[], place: number): boolean {
  const [first = ''] = words;
  if (asking.test(first) || opensQuestion.has(first)) return false;
  return words.some((word, at) => {
    if (at <= place || !seam.test(word)) return false;
    const connected = connective.test(words[at + 1] ?? '');
    const question = words[at + (connected ? 2 : 1)] ?? '';
    return asking.test(question) && (connected || question !== 'who');
  });
}

/** "Who was to stop them, once the veto had ended the sanctions?": what has been done is not asked. */
function isPresupposed(words: readonly string[], place: number, event: Event | null): boolean {
  const opening = connective.test(words[0] ?? '') ? 1 : 0;
  if (!asking.test(words[opening] ?? '') || event?.tense !== 'done') return false;
  return words.some(
    (word, at) =>
      at < place &&
      word === ',' &&
      /^(?:once|when|now|since|after|because)$/.test(words[at + 1] ?? ''),
  );
}
