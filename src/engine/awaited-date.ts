import type { DateMention } from '../text/date-mention.ts';
import { textAt } from '../text/token-sequence.ts';
import type { TaggedSentence } from './sentence.ts';

/** How far before "until" a negation may stand that it takes back, in tokens. */
const awaitedReach = 8;

const untilWords = new Set(['until', 'till']);
/** "It took until", "waited till": what is told came about then. */
const waiting = /^(?:took|taken|takes|take|wait(?:s|ed|ing)?)$/;

/** "It took until November 2025 for them to ratify it", "did not ratify it until June": the day of the event all the same. */
export function isAwaited(sentence: TaggedSentence, date: DateMention): boolean {
  const until = date.first - 1;
  if (!untilWords.has(textAt(sentence.tokens, until))) return false;
  for (let at = until - 1; at >= Math.max(0, until - awaitedReach); at--) {
    const token = sentence.tokens[at];
    if (!token || token.kind === 'punctuation') return false;
    if (/^(?:not|[a-z]+n't)$/.test(token.text)) return true;
    if (at >= until - 3 && waiting.test(token.text)) return true;
  }
  return false;
}
