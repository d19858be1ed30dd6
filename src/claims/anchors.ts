import { type Alias, type Document, isPair, isScalar, type Node, visit, type YAMLMap } from 'yaml';

/**
 * Names what is said once and used again (`&without … *without`) after the key it stands under, claim
 * by claim, so that no claim leans on another: a thing shared with another claim is written out.
 */
export function nameAnchors(document: Document<Node>, claims: readonly YAMLMap[]): void {
  const targets = new Map<Alias, Node>();
  visit(document, {
    Alias(_, alias) {
      const target = alias.resolve(document);
      if (target) targets.set(alias, target);
    },
  });
  for (const claim of claims) {
    writeOutBorrowed(document, claim, targets);
    rename(claim, targets);
  }
}

function writeOutBorrowed(document: Document, claim: YAMLMap, targets: Map<Alias, Node>): void {
  const own = new Set<Node>();
  visit(claim, { Node: (_, node) => void own.add(node) });
  const copies = new Map<Node, Node>();
  visit(claim, {
    Alias(_, alias) {
      const target = targets.get(alias);
      if (!target || own.has(target)) return undefined;
      const copy = copies.get(target);
      if (copy) {
        targets.set(alias, copy);
        return undefined;
      }
      const written = document.createNode(target.toJS(document), {
        aliasDuplicateObjects: false,
      }) as Node;
      copies.set(target, written);
      return written;
    },
  });
}

function rename(claim: YAMLMap, targets: ReadonlyMap<Alias, Node>): void {
  const aliases = new Map<Node, Alias[]>();
  visit(claim, {
    Alias(_, alias) {
      const target = targets.get(alias);
      if (target) aliases.set(target, [...(aliases.get(target) ?? []), alias]);
    },
  });
  const taken = new Map<string, number>();
  visit(claim, {
    Value(_, node, path) {
      delete node.anchor;
      const uses = aliases.get(node);
      if (!uses) return;
      const key = keyOver(path);
      const count = (taken.get(key) ?? 0) + 1;
      taken.set(key, count);
      const name = count === 1 ? key : `${key}-${count}`;
      node.anchor = name;
      for (const alias of uses) alias.source = name;
    },
  });
}

/** The key under which a node stands. */
function keyOver(path: readonly unknown[]): string {
  const pair = path.findLast((step) => isPair(step));
  return pair && isScalar(pair.key) ? String(pair.key.value) : 'item';
}
