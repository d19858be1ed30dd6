import type { Reason, ReasonedError } from '../reason/reason.ts';
import { say } from './say.ts';

/** Why something could not be done, in words for the reader. */
export function sayProblem(error: unknown): string {
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) };
  // By its name, since parts of a page that are brought in one by one have each a class of their own.
  if (name === 'ReasonedError') return sayReason((error as ReasonedError).reason);
  if (name === 'NoAnswerError') return say('interrupted');
  if (/quota/i.test(message)) return say('noRoom');
  return message;
}

/** A reason as part of a sentence; what is in words already as it stands. */
export function sayReason(reason: Reason | string): string {
  const text = typeof reason === 'string' ? reason : say(reason.word, ...reason.parts);
  return text.replace(/\.$/, '');
}
