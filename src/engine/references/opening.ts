import { isAt, type TaggedSentence } from '../sentence.ts';

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
