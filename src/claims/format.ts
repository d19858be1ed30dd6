import type { Node, Pair, YAMLMap, YAMLSeq } from 'yaml';
import {
  type Document,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  parseDocument,
  visit,
} from 'yaml';
import { nameAnchors } from './anchors.ts';

/** No line is wider, where a space lets it be broken. */
const width = 100;

/** The order in which the keys of a claim stand. */
const order = [
  'id',
  'aliases',
  'claim',
  'verdict',
  'summary',
  'explanation',
  'time',
  'event',
  'judged',
  'figures',
  'sources',
  'seen_in',
  'reviewed',
  'confidence',
  'doubts',
  'without',
  'unless',
  'statements',
  'examples',
];

/**
 * The one form of a claims file: keys in their order, long texts folded, a blank line between claims,
 * anchors named after the key they stand under.
 * What is said stays the same, comments stay where they are. Formatting twice changes nothing more.
 * @throws Error with line and column when the text is not YAML.
 */
export function formatClaims(text: string): string {
  const document = parseDocument(text);
  const [fault] = document.errors;
  if (fault) throw new Error(fault.message.split('\n')[0]);
  for (const claim of claimsOf(document)) {
    claim.items.sort((a, b) => place(a) - place(b));
  }
  nameAnchors(document, claimsOf(document));
  visit(document, {
    Scalar(key, node, path) {
      if (typeof node.value !== 'string') return;
      if (key === 'key') {
        node.type = 'PLAIN';
        return;
      }
      const depth = path.filter((parent) => isCollection(parent)).length;
      const long = node.value.length + 2 * depth + 14 > width && node.value.includes(' ');
      node.type = long ? 'BLOCK_FOLDED' : 'PLAIN';
    },
    Collection(_, node, path) {
      node.flow = isSeq(node) && fitsOneLine(node, path.filter(isCollection).length);
    },
    Pair(_, pair) {
      if (isNamed(pair, 'range') && isCollection(pair.value)) {
        pair.value.flow = true;
        return visit.SKIP;
      }
      return undefined;
    },
  });
  claimsOf(document).forEach((claim, index) => {
    claim.spaceBefore = index > 0;
  });
  return document.toString({
    lineWidth: width,
    blockQuote: 'folded',
    flowCollectionPadding: false,
    nullStr: 'null',
    indentSeq: true,
  });
}

/** Whether a list holds single words only, and few enough to stand in one line. */
function fitsOneLine(list: YAMLSeq, depth: number): boolean {
  const words = list.items.map((item) => (isScalar(item) && !item.anchor ? `${item.value}` : ' '));
  const length = words.reduce((sum, word) => sum + word.length + 4, 0);
  return !words.some((word) => word.includes(' ')) && length + 2 * depth + 22 <= width;
}

function claimsOf(document: Document<Node>): YAMLMap[] {
  const { contents } = document;
  return isSeq(contents) ? contents.items.filter((item): item is YAMLMap => isMap(item)) : [];
}

function place(pair: Pair): number {
  const at = order.findIndex((name) => isNamed(pair, name));
  return at < 0 ? order.length : at;
}

function isNamed(pair: unknown, name: string): boolean {
  return isPair(pair) && isScalar(pair.key) && pair.key.value === name;
}
