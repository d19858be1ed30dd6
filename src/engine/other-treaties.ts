import { textAt } from '../text/token-sequence.ts';
import { type Mention, mentionOf, standsFor } from './mention.ts';
import { type TaggedSentence, withMentions } from './sentence.ts';
import type { Tagger } from './tagging/tagger.ts';

/** The treaty that claims tell of. */
export const partnershipTreaty = 'partnership-treaty';
/** How far behind a treaty the state it is with may stand, in tokens. */
const partnerReach = 4;

/** "a strategic partnership treaty with Iran", "the Russia-Iran partnership treaty", "the Treaty of Paris": not the one with Korea. */
function isWithThirdState(sentence: TaggedSentence, { first, last }: Mention): boolean {
  const before = sentence.mentionAt[first - 1];
  if ((before && isThirdState(before)) || hasOtherName(sentence, last)) return true;
  const next = textAt(sentence.tokens, last + 1);
  if (next !== 'with' && next !== 'between') return false;
  const partners = sentence.mentions.filter(
    (mention) => mention.first > last && mention.first <= last + partnerReach && isState(mention),
  );
  return (
    partners.some(isThirdState) && !partners.some((mention) => standsFor(mention, 'north-korea'))
  );
}

/**
 * "The Treaty of Versailles": it bears a name that is none of ours.
 * @param last the last token of the treaty
 */
export function hasOtherName(
  { text, range, tokens, mentionAt }: TaggedSentence,
  last: number,
): boolean {
  const name = tokens[last + 2];
  return (
    textAt(tokens, last + 1) === 'of' &&
    name !== undefined &&
    mentionAt[last + 2] === undefined &&
    !matters.has(name.text) &&
    /^\p{Lu}/u.test(text.slice(name.start - range.start))
  );
}

/** What a treaty is of by its matter, and not by where it was signed. */
const matters = new Set(['friendship', 'alliance', 'mutual', 'peace', 'good', 'neutrality']);

function isState(mention: Mention): boolean {
  return mention.readings.every(({ concept }) => concept.is.has('country'));
}

/** Whether a mention is of a state that the partnership treaty has nothing to do with. */
export function isThirdState(mention: Mention): boolean {
  return mention.readings.every(
    ({ concept }) =>
      concept.is.has('country') &&
      !['russia', 'north-korea', 'country', 'south-korea', 'ukraine', 'soviet-union'].includes(
        concept.id,
      ),
  );
}

/** The sentence with treaties of other states under the partnership treaty's name as treaties and no more. */
export function withOtherTreaties(sentence: TaggedSentence, tagger: Tagger): TaggedSentence {
  const isOther = (mention: Mention) =>
    standsFor(mention, partnershipTreaty) && isWithThirdState(sentence, mention);
  if (!sentence.mentions.some(isOther)) return sentence;
  const treaty = tagger.concepts.get('treaty');
  const readings = treaty ? [{ concept: treaty, form: 'noun' as const }] : [];
  return withMentions(
    sentence,
    sentence.mentions.map((mention) =>
      isOther(mention) ? mentionOf(mention.first, mention.last, readings) : mention,
    ),
  );
}
