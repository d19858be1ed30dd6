import type { Token } from './token.ts';

/** The tokens of one sentence. */
export type Tokens = readonly Token[];

/** The normal form of the token at `at`, empty where there is none. */
export function textAt(tokens: Tokens, at: number): string {
  return tokens[at]?.text ?? '';
}

/** Whether the token at `at` stands right against the one before, without even a hyphen. */
export function touches(tokens: Tokens, at: number): boolean {
  const before = tokens[at - 1];
  const token = tokens[at];
  return before !== undefined && token !== undefined && before.end === token.start;
}

/** Whether the tokens from `at` on are exactly these words. */
export function matchesWords(tokens: Tokens, at: number, words: readonly string[]): boolean {
  return words.every((word, offset) => textAt(tokens, at + offset) === word);
}

/** Whether a figure is written like a year: four digits, no separators, 1900 to 2100. */
export function looksLikeYear(token: Token | undefined): boolean {
  if (token?.kind !== 'number' || token.text.length !== 4) return false;
  const length = token.end - token.start;
  const value = Number(token.text);
  return length === (token.possessive ? 6 : 4) && value >= 1900 && value <= 2100;
}
