import type words from '../../public/_locales/en/messages.json';

/** The texts that say why something was refused or cannot be used. */
type ReasonWord = Extract<keyof typeof words, `reason_${string}`>;

/** Why something was refused or cannot be used: the name of the text that says so, and what is filled into it. */
export interface Reason {
  word: ReasonWord;
  parts: readonly string[];
}

/** An error that readers are told the reason of, each in the language that they have chosen. */
export class ReasonedError extends Error {
  override readonly name: string = 'ReasonedError';
  readonly reason: Reason;
  constructor(word: ReasonWord, ...parts: string[]) {
    super([word.replace('reason_', ''), ...parts].join(': '));
    this.reason = { word, parts };
  }
}

/** The reason of an error; what it says itself where none is known. */
export function reasonOf(error: unknown): Reason | string {
  if (error instanceof ReasonedError) return error.reason;
  return error instanceof Error ? error.message : String(error);
}
