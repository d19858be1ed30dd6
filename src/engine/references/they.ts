import type { TaggedSentence } from '../sentence.ts';
import {
  groupBefore,
  groupInBlock,
  meaningOf,
  northKoreans,
  otherPeoples,
  soughtForGroups,
  told,
} from './groups.ts';
import { beginningOf } from './opening.ts';
import { openTo } from './people.ts';
import type { ReferenceKind } from './reference.ts';

const plural = /^(?:they|them|theirs?)$/;
/** How far into a sentence it may mean those of the block before, in tokens: "Before they left". */
const opening = 2;

/** "They" and the like are the people told of before: "Pyongyang sent 10,000 soldiers. They are in Kursk." */
export const they: ReferenceKind = {
  words: new Set(['they', 'them', 'their', 'theirs']),
  means: { concepts: northKoreans, told: [...told, ...otherPeoples] },
  asks: soughtForGroups,
  after: groupBefore,
  find(sentence, tagger, before) {
    const all = openTo(sentence, pronounsIn(sentence));
    if (all.length === 0) return [];
    const inBlock = before.last(groupInBlock);
    const group = inBlock ?? before.last(groupBefore);
    if (!group) return [];
    const { northKorean, ...meant } = meaningOf(group, before, tagger);
    if (!inBlock && !northKorean) return [];
    const places = inBlock ? all : all.filter((at) => at <= beginningOf(sentence) + opening);
    return places.map((at) => ({ first: at, last: at, ...meant }));
  },
};

function pronounsIn({ tokens }: TaggedSentence): number[] {
  return tokens.flatMap(({ text, kind }, at) => (kind === 'word' && plural.test(text) ? [at] : []));
}
