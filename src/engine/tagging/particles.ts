import type { Token } from '../../text/token.ts';
import { textAt } from '../../text/token-sequence.ts';
import { isVerbal, type Mention, mentionOf } from '../mention.ts';
import { distinctReadings, type FormEntry, type FormIndex, type FormNode } from './form-index.ts';
import { boundPrepositions, isParting, particles } from './liberties.ts';
import { longestAt } from './longest-form.ts';

/** "ended in April": where a preposition may belong to the verb or to what follows, both are meant. */
export function withVerbItself(
  tokens: readonly Token[],
  at: number,
  mention: Mention | null,
  forms: FormIndex,
): Mention | null {
  if (mention?.last !== at + 1 || !loosePrepositions.has(textAt(tokens, at + 1))) return mention;
  if (!mention.readings.every(isVerbal)) return mention;
  const alone = longestAt(tokens, at, forms, at + 1)?.readings ?? [];
  const more = alone.filter(
    (reading) =>
      isVerbal(reading) && !mention.readings.some(({ concept }) => concept === reading.concept),
  );
  return more.length > 0 ? mentionOf(at, at + 1, [...mention.readings, ...more]) : mention;
}

/** Prepositions that may belong to the verb before them or to what follows. */
const loosePrepositions = new Set(['at', 'for', 'from', 'in', 'on', 'over', 'to']);

/** What may follow a particle behind the object. */
const behindParticle = new Set(
  'after and as at because before but by for from if in into later on or since so that then to today until when while with yesterday'.split(
    ' ',
  ),
);
/** How many tokens may stand between a verb and its particle. */
const particleReach = 6;

/** "pulled its men back", "shot 30 drones down": the object stands between the words of the verb. */
export function withParticle(
  tokens: readonly Token[],
  at: number,
  mention: Mention | null,
  forms: FormIndex,
): Mention | null {
  if (mention && mention.last > at) return mention;
  const nodes = forms.startingWith(textAt(tokens, at))?.next;
  if (!nodes) return mention;
  for (let behind = at + 1; behind <= at + particleReach; behind++) {
    const token = tokens[behind];
    if (!token || isParting(token)) return mention;
    if (behind === at + 1) continue;
    const bound = boundPrepositions.has(token.text) && withBound(nodes, tokens, behind);
    if (bound && bound.length > 0)
      return mentionOf(at, at, distinctReadings([...bound, ...entriesOf(mention)]));
    const node = particles.has(token.text) ? nodes.get(token.text) : undefined;
    if (!node) continue;
    const next = tokens[behind + 1];
    if (next?.kind === 'number' || (next?.kind === 'word' && !behindParticle.has(next.text)))
      continue;
    const verbs = node.entries.filter(
      ({ words, reading }) => words.length === 2 && isVerbal(reading),
    );
    if (verbs.length > 0)
      return mentionOf(at, at, distinctReadings([...verbs, ...entriesOf(mention)]));
  }
  return mention;
}

/** "signed the treaty into law": verbs whose preposition and noun stand behind their object. */
function withBound(
  nodes: ReadonlyMap<string, FormNode>,
  tokens: readonly Token[],
  behind: number,
): FormEntry[] {
  let longest: FormEntry[] = [];
  let node = nodes.get(textAt(tokens, behind));
  for (let at = behind + 1; node; at++) {
    node = node.next?.get(textAt(tokens, at));
    const verbs = (node?.entries ?? []).filter(({ reading }) => isVerbal(reading));
    if (verbs.length > 0) longest = verbs;
  }
  return longest;
}

function entriesOf(mention: Mention | null): FormEntry[] {
  return (mention?.readings ?? []).map((reading) => ({ words: [], reading }));
}
