import { type Mention, type Reading, standsFor, standsForAny } from '../mention.ts';
import type { TaggedSentence } from '../sentence.ts';
import type { Tagger } from '../tagging/tagger.ts';
import type { ReferenceKind } from './reference.ts';

/** People of whom a text on the war says "Korean" for short. */
const people = ['personnel', 'military-unit', 'armed-forces', 'contingent'];
/** How far behind "Korean" its noun may stand, in tokens. */
const nounReach = 3;
const north = 'north-korea';
const northerners = 'north-koreans';

/**
 * "The Koreans" and "Korean infantry" are those of the North, where the text near by names the North and the
 * sentence not the South.
 */
export const koreans: ReferenceKind = {
  concepts: ['korean'],
  means: { concepts: [north, northerners] },
  asks: [north],
  find(sentence, tagger, before) {
    const open = sentence.mentions.filter((mention) => isPeople(sentence, mention));
    if (open.length === 0 || !before.recently(north) || sentence.mentions.some(isOfSouth))
      return [];
    return open.map((mention) => ({
      first: mention.first,
      last: mention.last,
      readings: [...northern(mention, tagger), ...mention.readings],
      meant: 'North Korea’s',
    }));
  },
};

function northern(mention: Mention, { concepts }: Tagger): Reading[] {
  const [meant, form] = standsFor(mention, 'koreans')
    ? ([northerners, 'name'] as const)
    : ([north, 'adjective'] as const);
  const concept = concepts.get(meant);
  return concept ? [{ concept, form }] : [];
}

function isPeople(sentence: TaggedSentence, mention: Mention): boolean {
  if (!standsFor(mention, 'korean') || mention.names.has('north-korea')) return false;
  if (standsFor(mention, 'koreans') || follows(sentence, mention)) return true;
  for (let at = mention.last + 1; at <= mention.last + nounReach; at++) {
    const noun = sentence.mentionAt[at];
    if (sentence.tokens[at]?.kind !== 'word') return false;
    if (noun && standsForAny(noun, people)) return true;
  }
  return false;
}

/** "The deminers Korean", as machines translate. */
function follows(sentence: TaggedSentence, { first }: Mention): boolean {
  const noun = sentence.mentionAt[first - 1];
  return noun !== undefined && standsForAny(noun, people);
}

function isOfSouth({ names }: Mention): boolean {
  return names.has('south-korea');
}
