import { isVerbal, senseOf } from '../mention.ts';
import type { FormEntry, FormNode } from './form-index.ts';
import { articles, boundPrepositions, particles } from './liberties.ts';

/** What words may suggest that begin with the same words, by the words that follow. */
export interface Opening {
  /** What they suggest whatever follows. */
  suggests: ReadonlySet<string>;
  /** What they begin with the next word. */
  next: ReadonlyMap<string, Opening>;
}

/** What a word may suggest at the beginning of a form. */
export interface FirstWord extends Opening {
  /** What it begins with a word that stands further behind: "pulled its men back", "put the treaty into force". */
  apart: ReadonlyMap<string, Opening>;
}

/** What begins at a node, with all liberties that a text may take with its words. */
export function openingOf(node: FormNode | null): FirstWord {
  const apart = new Map<string, Opening>();
  for (const [word, behind] of node?.next ?? []) {
    if (!particles.has(word) && !boundPrepositions.has(word)) continue;
    const verbs = whatFollows([behind], ({ reading }) => isVerbal(reading));
    if (verbs.suggests.size > 0 || verbs.next.size > 0) apart.set(word, verbs);
  }
  return { ...whatFollows(node ? [node] : [], () => true), apart };
}

/** What is told by the forms that count and end at any of these nodes, and behind them. */
function whatFollows(nodes: readonly FormNode[], counts: (entry: FormEntry) => boolean): Opening {
  const suggests = new Set<string>();
  const behind = new Map<string, FormNode[]>();
  const file = (word: string, node: FormNode) =>
    behind.set(word, [...(behind.get(word) ?? []), node]);
  for (const { entries, next } of nodes) {
    for (const { reading } of entries.filter(counts))
      for (const id of senseOf([reading]).suggests) suggests.add(id);
    for (const [word, node] of next ?? []) {
      file(word, node);
      // An article may be left out.
      if (articles.includes(word))
        for (const [further, other] of node.next ?? []) file(further, other);
    }
  }
  return {
    suggests,
    next: new Map([...behind].map(([word, all]) => [word, whatFollows(all, counts)])),
  };
}
