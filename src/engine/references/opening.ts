import { isAt, type TaggedSentence } from '../sentence.ts';

/** The first token behind the time that heads an entry of a live blog or timeline: "09.30 Some have …", "May 2025: They …". */
export function beginningOf({ tokens, dates }: TaggedSentence): number {
  const date = dates.find(({ first }) => first === 0);
  if (date && tokens[date.last + 1]?.text === ':') return date.last + 2;
  const isClock = /^\d{1,2}[.:]\d\d$/.test(tokens[0]?.text ?? '');
  return isClock && tokens[1]?.kind === 'word' ? 1 : 0;
}

/**
 * Where the words end that lead up to who a sentence tells of, in tokens: what "his" and "they" mean in them follows,
 * as in "In his report, General Gerasimov praised" and "Before they left, the sappers cleared".
 * @param told the first token of who it tells of
 */
export function openingBefore(sentence: TaggedSentence, told: number): number {
  const comma = sentence.tokens.findIndex(({ text }) => text === ',');
  const leads = isAt(sentence, 0, 'preposition') || isAt(sentence, 0, 'subordinator');
  return leads && 0 < comma && comma < told ? comma : 0;
}
