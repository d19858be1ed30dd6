import type { TaggedSentence } from './sentence.ts';

/** "a volume no arsenal could match", "as much as Europe promised", "more than Iran sent": how much something is. */
const measures =
  /^(?:(?:which|that|this|it) (?:is|was) )?(?:(?:about|far|nearly|much|roughly|twice) )?(?:as (?:many|much) as|(?:more|fewer|less) than|an? (?:amount|figure|number|quantity|rate|sum|total|volume) (?:that |which )?(?:no|few|none|only))$/;
/** How many words such a comparison takes to begin. */
const longest = 6;

/** Whether a token stands in what a sentence ends with only to say how much something is. */
export function isInComparison({ tokens }: TaggedSentence, token: number): boolean {
  const seam = tokens.findLastIndex(({ text }, at) => at < token && /^[,—]$/.test(text));
  if (seam < 1) return false;
  const words = tokens.slice(seam + 1, Math.min(token, seam + 1 + longest)).map(({ text }) => text);
  return words.some((_, index) => measures.test(words.slice(0, index + 1).join(' ')));
}
