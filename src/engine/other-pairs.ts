import { countriesOf, type Mention, standsFor } from './mention.ts';
import { type TaggedSentence, withMentions } from './sentence.ts';
import { isOneOfTwo } from './two-countries.ts';

/** The sentence without "both countries" where the two named before are not Russia and North Korea. */
export function withoutOtherPairs(sentence: TaggedSentence): TaggedSentence {
  const { mentions } = sentence;
  if (!mentions.some(isBoth)) return sentence;
  const kept = mentions.filter((mention) => !isBoth(mention) || !isOfOthers(sentence, mention));
  return kept.length === mentions.length ? sentence : withMentions(sentence, kept);
}

function isBoth(mention: Mention): boolean {
  return standsFor(mention, 'both-sides');
}

/** "Ukraine and Poland agreed … in both countries": whether the last pair before is another one. */
function isOfOthers({ tokens, mentions, mentionAt }: TaggedSentence, both: Mention): boolean {
  const joined = ({ first }: Mention) =>
    tokens[first - 1]?.text === 'and' ? mentionAt[first - 2] : undefined;
  const isOfCountry = (mention: Mention | undefined) =>
    mention !== undefined && countriesOf(mention).length > 0;
  const other = mentions.findLast(
    (mention) => mention.last < both.first && isOfCountry(mention) && isOfCountry(joined(mention)),
  );
  const one = other && joined(other);
  if (!one || tokens[one.first - 1]?.text === ',') return false;
  return [one, other].some((mention) => !isOneOfTwo(countriesOf(mention)[0] ?? ''));
}
