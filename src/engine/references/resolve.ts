import { textAt } from '../../text/token-sequence.ts';
import type { Discourse } from '../discourse.ts';
import { possessives } from '../english.ts';
import { type Mention, mentionOf, standsForAny } from '../mention.ts';
import { type TaggedSentence, withMentions, wordsOf } from '../sentence.ts';
import type { Tagger } from '../tagging/tagger.ts';
import { referenceKinds } from './kinds.ts';
import type { Reference, ReferenceKind } from './reference.ts';

/** Whether a word may mean what was told of before, itself or by what it suggests. */
export function mayRefer(
  { words, concepts }: ReferenceKind,
  word: string | null,
  suggests: ReadonlySet<string>,
): boolean {
  return (
    (word !== null && words?.has(word) === true) ||
    (concepts?.some((concept) => suggests.has(concept)) ?? false)
  );
}

/** All that words of this kind could suggest, whatever was told before. */
export function suggestedBy({ means }: ReferenceKind, tagger: Tagger): Set<string> {
  const { concepts = [], kinds = [] } = means;
  const meant = [
    ...concepts.flatMap((id) => tagger.concepts.get(id) ?? []),
    ...[...tagger.concepts.values()].filter(({ is }) => kinds.some((kind) => is.has(kind))),
  ];
  return new Set(
    meant.flatMap((concept) => [...mentionOf(0, 0, [{ concept, form: 'name' }]).suggests]),
  );
}

/** Reads the words of a sentence that mean what was told of before as what they mean, and says so of each. */
export function resolveReferences(
  asWritten: TaggedSentence,
  tagger: Tagger,
  before: Discourse,
): { sentence: TaggedSentence; references: string[] } {
  let sentence = asWritten;
  const references: string[] = [];
  for (const kind of referenceKinds) {
    if (!mayHold(sentence, kind)) continue;
    const found = kind.find(sentence, tagger, before);
    if (found.length === 0) continue;
    references.push(...new Set(found.map((reference) => explain(sentence, kind, reference))));
    sentence = withReferences(sentence, found);
  }
  return { sentence, references };
}

function mayHold({ tokens, mentions }: TaggedSentence, { words, concepts }: ReferenceKind) {
  return (
    (words !== undefined && tokens.some(({ text }) => words.has(text))) ||
    (concepts !== undefined && mentions.some((mention) => standsForAny(mention, concepts)))
  );
}

function explain(
  sentence: TaggedSentence,
  { words }: ReferenceKind,
  { first, last, meant }: Reference,
): string {
  const word = textAt(sentence.tokens, first);
  const isPronoun = first === last && words?.has(word);
  return `“${isPronoun ? word : wordsOf(sentence, first, last)}” is read as ${meant}.`;
}

function withReferences(
  sentence: TaggedSentence,
  references: readonly Reference[],
): TaggedSentence {
  const kept = sentence.mentions.filter((mention) => !isReplaced(sentence, mention, references));
  const read = references.map(({ first, last, readings }) => mentionOf(first, last, readings));
  const owners = new Set(references.map(({ first }) => first));
  const tokens = sentence.tokens.map((token, at) =>
    owners.has(at) && possessives.has(token.text) ? { ...token, possessive: true } : token,
  );
  return withMentions(
    sentence,
    [...kept, ...read].sort((a, b) => a.first - b.first),
    tokens,
  );
}

/** Of "its own" and "took their own lives" the rest stays, of "each is" nothing. */
function isReplaced(
  { tokens }: TaggedSentence,
  mention: Mention,
  references: readonly Reference[],
): boolean {
  return references.some(
    ({ first, last }) =>
      first <= mention.first &&
      mention.first <= last &&
      (mention.last <= last || !possessives.has(textAt(tokens, first))),
  );
}
