import type { Discourse } from '../discourse.ts';
import { isVerbal } from '../mention.ts';
import type { TaggedSentence } from '../sentence.ts';
import {
  groupInBlock,
  groupOfText,
  meaningOf,
  northernBefore,
  northKoreans,
  otherPeoples,
  soughtForGroups,
  told,
} from './groups.ts';
import { beginningOf } from './opening.ts';
import { openTo } from './people.ts';
import type { ReferenceKind } from './reference.ts';
import { lastThings } from './subjects.ts';

const sentThings = ['vehicle', 'weapon'];

/**
 * "Some have dug in", "each gets", "others took their own lives": some of the people told of before. What opens a
 * sentence may mean those of whom the whole text tells, where nothing else was told of near by.
 */
export const some: ReferenceKind = {
  words: new Set(['each', 'others', 'some', 'many', 'most', 'several', 'those']),
  means: { concepts: northKoreans, told: [...told, ...otherPeoples] },
  asks: soughtForGroups,
  after: groupOfText,
  find(sentence, tagger, before) {
    const all = openTo(sentence, placesIn(sentence));
    if (all.length === 0) return [];
    const inBlock = before.last(groupInBlock);
    const group =
      inBlock ??
      (isOpening(sentence, all) && !mayMeanThings(before) ? northernBefore(before, tagger) : null);
    if (!group) return [];
    const { northKorean: _, ...meant } = meaningOf(group, before, tagger);
    return all.map((at) => ({ first: at, last: at, ...meant }));
  },
};

/** What is sent and lost as people are: "Two hundred guns were shown. Some have gone to Russia". */
function mayMeanThings(before: Discourse): boolean {
  const told = before.last(lastThings)?.readings ?? [];
  return told.some(({ concept }) => sentThings.some((kind) => concept.is.has(kind)));
}

function placesIn(sentence: TaggedSentence): number[] {
  return sentence.tokens.flatMap(({ kind }, at) => {
    if (kind !== 'word') return [];
    if (isEach(sentence, at) || isOthers(sentence, at)) return [at];
    return isOfThem(sentence, at) ? [at + 2] : [];
  });
}

/** Whether they are what the sentence begins with; but "those who fell" are told of right here. */
function isOpening(sentence: TaggedSentence, places: readonly number[]): boolean {
  const beginning = beginningOf(sentence);
  const isRelative = sentence.tokens[beginning]?.text === 'those';
  return isOfThem(sentence, beginning) || (places[0] === beginning && !isRelative);
}

/** "Each of them gets", "some of them", where nothing before said who they are. */
function isOfThem({ tokens, mentionAt }: TaggedSentence, at: number): boolean {
  return (
    /^(?:each|some|many|most|several)$/.test(tokens[at]?.text ?? '') &&
    tokens[at + 1]?.text === 'of' &&
    tokens[at + 2]?.text === 'them' &&
    !mentionAt[at + 2]?.readings.some(({ form }) => form === 'name')
  );
}

/** "Each draws 2,000 dollars", "a wage of 2,000 dollars each": each of those told of before, but not "each side". */
function isEach(sentence: TaggedSentence, at: number): boolean {
  const { tokens, mentionAt } = sentence;
  const next = tokens[at + 1];
  if (tokens[at]?.text !== 'each') return false;
  if (!next || next.kind === 'punctuation' || /^(?:is|was|has|had)$/.test(next.text)) return true;
  const verb = mentionAt[at + 1]?.readings.some(isVerbal);
  return at === beginningOf(sentence) && verb === true;
}

/** "Others took their own lives", "some have dug in", "those who blew themselves up": more of those told of before. */
function isOthers(sentence: TaggedSentence, at: number): boolean {
  const text = sentence.tokens[at]?.text ?? '';
  if (text === 'those') return sentence.tokens[at + 1]?.text === 'who';
  if (at !== beginningOf(sentence)) return false;
  return text === 'others' || (/^(?:some|many)$/.test(text) && isActing(sentence, at + 1));
}

/** "Some have dug in", but not "some say" nor "some guards". */
function isActing({ mentionAt }: TaggedSentence, at: number): boolean {
  const { readings = [] } = mentionAt[at] ?? {};
  const isOther = readings.some(
    ({ concept, form }) => form === 'noun' || concept.is.has('attribution'),
  );
  return (
    !isOther &&
    readings.some(
      (reading) =>
        reading.concept.is.has('auxiliary') ||
        isVerbal(reading) ||
        (reading.form === 'phrase' && reading.concept.is.has('action')),
    )
  );
}
