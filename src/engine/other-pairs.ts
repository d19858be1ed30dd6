import { type Mention, standsFor } from './mention.ts';
import { type TaggedSentence, withMentions } from './sentence.ts';

const bothCountries: readonly (string | null)[] = ['north-korea', 'russia'];

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
  const other = mentions.findLast(
    (mention) =>
      mention.last < both.first &&
      countryOf(mention) !== null &&
      countryOf(joined(mention)) !== null,
  );
  const one = other && joined(other);
  if (!one || tokens[one.first - 1]?.text === ',') return false;
  return [one, other].some((mention) => !bothCountries.includes(countryOf(mention)));
}

/** The country that a mention names or, as a capital or a leader, stands for. */
function countryOf(mention: Mention | undefined): string | null {
  for (const { concept } of mention?.readings ?? []) {
    if (concept.is.has('country') && concept.id !== 'country') return concept.id;
    if (concept.for) return concept.for;
  }
  return null;
}
