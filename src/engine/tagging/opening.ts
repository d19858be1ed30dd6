import { senseOf } from '../mention.ts';
import type { FormEntry, FormNode } from './form-index.ts';
import { articles, boundPrepositions, particles } from './liberties.ts';

/** What words may suggest that begin with the same words, by the words that follow. */
export interface Opening {
  /** What they suggest whatever follows. */
  suggests: ReadonlySet<string>;
  next: ReadonlyMap<string, Opening>;
}

/** What begins at any of these nodes, with all liberties that a text may take with its words. */
export function openingOf(nodes: readonly FormNode[]): Opening {
  const suggests = new Set<string>();
  const behind = new Map<string, FormNode[]>();
  const file = (word: string, node: FormNode) => {
    // A particle may stand further behind, and so may a preposition with its noun.
    if (particles.has(word) || boundPrepositions.has(word)) gatherAll(node, suggests);
    if (!particles.has(word)) behind.set(word, [...(behind.get(word) ?? []), node]);
  };
  for (const { entries, next } of nodes) {
    gather(entries, suggests);
    for (const [word, node] of next ?? []) {
      file(word, node);
      // An article may be left out.
      if (articles.includes(word))
        for (const [further, other] of node.next ?? []) file(further, other);
    }
  }
  return {
    suggests,
    next: new Map([...behind].map(([word, all]) => [word, openingOf(all)])),
  };
}

function gather(entries: readonly FormEntry[], all: Set<string>): void {
  for (const { reading } of entries) for (const id of senseOf([reading]).suggests) all.add(id);
}

function gatherAll(node: FormNode, all: Set<string>): void {
  gather(node.entries, all);
  for (const next of node.next?.values() ?? []) gatherAll(next, all);
}
