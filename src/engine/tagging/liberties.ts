// Words by which a form may stand otherwise in a text than in the lexicon. What the tagger reads by them,
// `opening.ts` has to foresee.

import type { Token } from '../../text/token.ts';

/** Articles that headlines leave out. */
export const articles = ['the', 'a'];

/** Words that a verb may have behind its object. */
export const particles = new Set(
  'away back binding down effective free home in off operative out over secret up valid'.split(' '),
);
/** Prepositions that belong to a verb with the noun behind them: "put into force", "pull from the front". */
export const boundPrepositions = new Set('at by from in into off on out to under with'.split(' '));

/** Whether a word may stand behind the object of the verb that it belongs to. */
export function mayStandApart({ text }: Token): boolean {
  return particles.has(text) || boundPrepositions.has(text);
}

/** Whether a mark parts a verb from what stands behind it; that of a sum of money does not. */
export function isParting({ kind, text }: Token): boolean {
  return kind === 'punctuation' && !/^[$€£]$/.test(text);
}
