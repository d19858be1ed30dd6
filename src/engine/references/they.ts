import { isVerbal, type Mention, standsFor, standsForAny } from '../mention.ts';
import { isAt, type TaggedSentence } from '../sentence.ts';
import {
  groupBefore,
  groupInBlock,
  northernOf,
  northKoreans,
  otherPeoples,
  soughtForGroups,
  told,
} from './groups.ts';
import { beginningOf, openingBefore } from './opening.ts';
import type { ReferenceKind } from './reference.ts';

const plural = /^(?:they|them|theirs?)$/;
/** What "they" might be as well, where it stands in the plural. */
const others = [
  'weapon',
  'goods',
  'vehicle',
  'document',
  'building',
  'office',
  'person',
  'organisation',
];

/** How far into a sentence it may mean those of the block before, in tokens: "Before they left". */
const opening = 2;

/** "They" and the like are the people told of before: "Pyongyang sent 10,000 soldiers. They are in Kursk." */
export const they: ReferenceKind = {
  words: new Set(['they', 'them', 'their', 'theirs', 'each', 'others', 'some', 'many', 'those']),
  means: { concepts: northKoreans, told: [...told, ...otherPeoples] },
  asks: soughtForGroups,
  after: groupBefore,
  find(sentence, tagger, before) {
    const all = pronounsIn(sentence);
    if (all.length === 0) return [];
    const inBlock = before.last(groupInBlock);
    const group = inBlock ?? before.last(groupBefore);
    const north = group && northernOf(group, tagger);
    if (!group || !(inBlock || north)) return [];
    const places = inBlock ? all : all.filter((at) => at <= beginningOf(sentence) + opening);
    const concepts = north ? [...group.concepts, north] : group.concepts;
    const names = [...group.concepts.map(({ name }) => name), ...(north ? ['North Korea'] : [])];
    return places.map((at) => ({
      first: at,
      last: at,
      readings: concepts.map((concept) => ({ concept, form: 'name' as const })),
      meant: `those told of before (${names.join(', ')})`,
    }));
  },
};

/** The places of "they" and the like, up to the first word for several others whom it might mean. */
function pronounsIn(sentence: TaggedSentence): number[] {
  const { tokens, mentions } = sentence;
  const places = tokens.flatMap(({ text, kind }, at) =>
    kind === 'word' && (plural.test(text) || isEach(sentence, at) || isOthers(sentence, at))
      ? [at]
      : [],
  );
  if (places.length === 0) return places;
  const stop = mentions.find((mention) => isSeveral(sentence, mention))?.first ?? Infinity;
  const named = mentions.find((mention) => standsForAny(mention, told))?.first ?? 0;
  const start = openingBefore(sentence, named);
  return places.filter((at) => start <= at && at < stop && !isWithinAction(sentence, at));
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

/** "took their own lives": the pronoun is part of what they did. */
function isWithinAction({ mentionAt }: TaggedSentence, at: number): boolean {
  const mention = mentionAt[at];
  return mention !== undefined && mention.first < at && standsFor(mention, 'action');
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
    !isOther && readings.some((reading) => reading.concept.is.has('auxiliary') || isVerbal(reading))
  );
}

function isSeveral(sentence: TaggedSentence, mention: Mention): boolean {
  if (standsForAny(mention, ['personnel', 'both-sides', 'three-leaders'])) return true;
  const actors = ['country', 'person', 'capital', 'organisation'];
  const next = sentence.mentionAt[mention.last + 2];
  return (
    (standsForAny(mention, others) && isInPlural(sentence, mention)) ||
    (standsForAny(mention, actors) &&
      isAt(sentence, mention.last + 1, 'coordinator') &&
      next !== undefined &&
      standsForAny(next, actors))
  );
}

function isInPlural({ tokens }: TaggedSentence, { last, readings }: Mention): boolean {
  const token = tokens[last];
  const named = !readings.every(isVerbal);
  return named && token !== undefined && !token.possessive && token.text.endsWith('s');
}
