import { demonstratives, possessives } from '../english.ts';
import { type Mention, standsFor, standsForAny } from '../mention.ts';
import { isAt, type TaggedSentence } from '../sentence.ts';
import {
  type Group,
  isForeign,
  isGeneric,
  isOne,
  northernBefore,
  northernOf,
  northKoreans,
  sent,
  soughtForGroups,
} from './groups.ts';
import type { ReferenceKind } from './reference.ts';

/** How far before a group "the", "these" and "such" may stand, in tokens. */
const determinerReach = 3;
/** How far behind a group its country may stand, in tokens: "soldiers from Pyongyang". */
const ownerReach = 3;
/** What soldiers are spoken of as. */
const soldierly = ['military-personnel', 'military-unit', 'contingent'];

/** "The soldiers" and "such men" are North Korea's where the last ones told of are. */
export const soldiers: ReferenceKind = {
  words: new Set(['men']),
  concepts: sent,
  means: { concepts: northKoreans },
  asks: soughtForGroups,
  find(sentence, tagger, before) {
    const open = sentence.mentions.filter((mention) => isOpen(sentence, mention));
    const group = open.length > 0 ? northernBefore(before, tagger) : null;
    if (!group) return [];
    return open
      .filter((mention) => isAmong(mention, group))
      .map(({ first, last, readings }) => ({
        first,
        last,
        readings: [...readings, ...northernOf(group, tagger)],
        meant: 'North Korea’s',
      }));
  },
};

/** Whether a group is one told of before, and whose it is left unsaid: "the soldiers", "such men". */
function isOpen(sentence: TaggedSentence, mention: Mention): boolean {
  if (!standsForAny(mention, sent) && !isPlainMen(sentence, mention)) return false;
  if (mention.readings.some(({ concept }) => concept.for !== null)) return false;
  if (isOne(sentence, mention)) return false;
  for (let at = mention.last + 1; at <= mention.last + ownerReach; at++) {
    const behind = sentence.mentionAt[at];
    // "The soldiers sent to Russia": where they go is not whose they are.
    if (sentence.tokens[at]?.text === 'to') break;
    if (behind && (isForeign(behind) || standsForAny(behind, ['country', 'capital']))) return false;
  }
  for (let at = mention.first; at >= Math.max(0, mention.first - determinerReach); at--) {
    const token = sentence.tokens[at];
    if (!token) continue;
    if (determiners.has(token.text) && !saysThat(sentence, at)) return true;
    if (at === mention.first) continue;
    if (token.kind === 'punctuation' || token.possessive || ofOthers.has(token.text)) return false;
    const other = sentence.mentionAt[at];
    if (other && (isForeign(other) || standsForAny(other, ['country', 'preposition', 'action'])))
      return false;
  }
  return false;
}

const determiners = new Set(['the', ...demonstratives, 'such', 'another']);
const ofOthers = new Set([...possessives, 'our', 'my']);

/** "announced that soldiers": what is announced follows. */
function saysThat(sentence: TaggedSentence, at: number): boolean {
  return sentence.tokens[at]?.text === 'that' && isAt(sentence, at - 1, 'attribution');
}

function isPlainMen(sentence: TaggedSentence, mention: Mention): boolean {
  return isGeneric(mention) && sentence.tokens[mention.last]?.text === 'men';
}

/** "the soldiers" may be the sappers told of before, and "the sappers" the soldiers, but not the tourists. */
function isAmong(mention: Mention, { concepts }: Group): boolean {
  const armed = standsForAny(mention, soldierly);
  return (
    isGeneric(mention) ||
    concepts.some(
      ({ is }) =>
        sent.some((kind) => is.has(kind) && standsFor(mention, kind)) ||
        (armed &&
          [...soldierly, 'armed-forces', 'koreans', 'north-koreans'].some((kind) => is.has(kind))),
    )
  );
}
