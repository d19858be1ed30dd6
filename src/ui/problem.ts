import { say } from './say.ts';

/** Why something could not be done, in words for the reader. */
export function sayProblem(error: unknown): string {
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) };
  // By its name, since parts of a page that are brought in one by one have each a class of their own.
  if (name === 'NoAnswerError') return say('interrupted');
  if (/quota/i.test(message)) return say('noRoom');
  return message;
}
