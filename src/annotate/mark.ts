import { seriousness, type Verdict } from '../claims/verdict.ts';
import type { Finding } from '../engine/finding.ts';
import type { PageText } from '../page/read.ts';

/** One marked sentence in the page, with everything found in it, the most serious first. */
export interface Mark {
  /** Where the sentence stands now. */
  range: Range;
  findings: readonly [Finding, ...Finding[]];
  /** Tells the same sentence in two readings of a page, wherever it has moved. */
  key: string;
}

/** The verdict that a mark is drawn in. */
export function verdictOf(mark: Mark): Verdict {
  return mark.findings[0].verdict;
}

/** The element that a mark begins in. */
export function hostingElement(mark: Mark): Element | null {
  return mark.range.startContainer.parentElement;
}

/** The element around another, out of shadow trees as well. */
export function parentOf(element: Element): Element | null {
  const parent = element.parentNode;
  if (parent instanceof ShadowRoot) return parent.host;
  return parent instanceof Element ? parent : null;
}

/** Puts findings of one sentence together, and finds their place in the page, in small steps. */
export function* makeMarks(
  findings: Finding[],
  page: PageText,
  document: Document,
): Generator<void, Mark[]> {
  const sentences = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const place = `${finding.start}:${finding.end}`;
    const others = sentences.get(place);
    if (others) others.push(finding);
    else sentences.set(place, [finding]);
  }
  const marks: Mark[] = [];
  const times = new Map<string, number>();
  for (const found of sentences.values()) {
    yield;
    const range = makeRange(found[0], page, document);
    if (!range) continue;
    found.sort((a, b) => seriousness(a.verdict) - seriousness(b.verdict));
    const name = `${found.map((f) => f.claim).join()} ${found[0].quote}`;
    const time = times.get(name) ?? 0;
    times.set(name, time + 1);
    marks.push({ range, findings: found, key: `${time} ${name}` });
  }
  return marks;
}

function makeRange({ start, end }: Finding, page: PageText, document: Document): Range | null {
  const place = page.locate(start, end);
  if (!place?.start.node.isConnected || !place.end.node.isConnected) return null;
  const range = document.createRange();
  try {
    range.setStart(place.start.node, place.start.offset);
    range.setEnd(place.end.node, place.end.offset);
  } catch {
    // The text has changed since it was read; the next reading will find it.
    return null;
  }
  return range.collapsed ? null : range;
}

/** Which line of a mark holds a point of the window; -1 where none does. */
function lineAt(mark: Mark, x: number, y: number): number {
  return [...mark.range.getClientRects()].findIndex(
    ({ left, top, right, bottom }) => x >= left && x <= right && y >= top - 1 && y <= bottom + 3,
  );
}

/**
 * The mark under a point of the window, and which of its lines. The text under the point is asked
 * first, since that costs the same however many marks there are; but it answers with the nearest
 * text even over blank space, so the lines decide.
 */
export function markAt(
  x: number,
  y: number,
  marks: readonly Mark[],
  shadowRoots: ShadowRoot[],
): { mark: Mark; line: number } | null {
  const caret = document.caretPositionFromPoint(x, y, { shadowRoots });
  if (!caret) return null;
  const root = rootAt(x, y, shadowRoots);
  // Firefox 146 to 149 do not look into shadow trees: in these only the lines tell.
  const isBlind = root !== document && caret.offsetNode.getRootNode() !== root;
  for (const mark of marks) {
    const isThere = isBlind
      ? mark.range.startContainer.getRootNode() === root
      : holds(mark.range, caret.offsetNode, caret.offset);
    if (!isThere) continue;
    const line = lineAt(mark, x, y);
    if (line >= 0) return { mark, line };
  }
  return null;
}

/** The tree of nodes that a point of the window shows, the innermost one. */
function rootAt(x: number, y: number, shadowRoots: readonly ShadowRoot[]): Document | ShadowRoot {
  let root: Document | ShadowRoot = document;
  for (;;) {
    const inner: ShadowRoot | null | undefined = root.elementFromPoint(x, y)?.shadowRoot;
    if (!inner || inner === root || !shadowRoots.includes(inner)) return root;
    root = inner;
  }
}

function holds(range: Range, node: Node, offset: number): boolean {
  try {
    return range.isPointInRange(node, offset);
  } catch {
    return false;
  }
}
