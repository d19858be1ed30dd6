import type { SourceDocument, TextBlock } from '../engine/finding.ts';
import { type PageFacts, readFacts } from './facts.ts';
import { BlockText, type DomPosition } from './text-map.ts';

/** A page as it was read: its text for the engine, and the way back into the page. */
export interface PageText {
  source: SourceDocument;
  facts: PageFacts;
  /** The open shadow roots whose text was read. */
  shadowRoots: ShadowRoot[];
  /** Where a part of the visible text stands in the page; null where the page has lost it. */
  locate(start: number, end: number): { start: DomPosition; end: DomPosition } | null;
}

const unread = new Set(
  (
    'script style noscript template head textarea select datalist svg math canvas video audio ' +
    'object iframe embed map code samp kbd rt rp tumen-annotations'
  ).split(' '),
);

const blocks = new Set(
  (
    'address article aside blockquote body button caption center dd details dialog dir div dl dt ' +
    'fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html ' +
    'legend li main menu nav ol option p pre search section summary table tbody td tfoot th ' +
    'thead tr ul'
  ).split(' '),
);

const headings = 'h1,h2,h3,h4,h5,h6,[role=heading]';
const footnoteMark = /^[[(]?[\d*†‡§,\s]{1,6}[\])]?$/;
const nodesAStep = 400;

const isElement = (node: Node): node is Element => node.nodeType === 1;
const isText = (node: Node): node is Text => node.nodeType === 3;

/** Where the walk goes on after a node, in document order; null at the end of `root`. */
function following(node: Node, root: Node, descend: boolean): Node | null {
  if (descend && node.firstChild) return node.firstChild;
  for (let at: Node | null = node; at && at !== root; at = at.parentNode) {
    if (at.nextSibling) return at.nextSibling;
  }
  return null;
}

function isPassedOver(element: Element): boolean {
  if (unread.has(element.localName) || element.hasAttribute('hidden')) return true;
  const editable = element.getAttribute('contenteditable');
  if (editable !== null && editable !== 'false') return true;
  return element.localName === 'sup' && footnoteMark.test((element.textContent ?? '').trim());
}

/** Custom elements may be anything, so these are asked; the others are known by their names. */
function isBlock(element: Element): boolean {
  if (blocks.has(element.localName)) return true;
  if (!element.localName.includes('-')) return false;
  const view = element.ownerDocument.defaultView;
  if (typeof view?.getComputedStyle !== 'function') return false;
  const { display } = view.getComputedStyle(element);
  return display !== 'contents' && !display.startsWith('inline');
}

function isRendered(parent: Element, text: Text): boolean {
  if (parent.shadowRoot && !text.assignedSlot) return false;
  return (
    // What is in no window has no layout: there, names and attributes alone tell.
    !parent.ownerDocument.defaultView ||
    typeof parent.checkVisibility !== 'function' ||
    parent.checkVisibility({ visibilityProperty: true })
  );
}

/** Gathers text nodes into blocks, in the order of the page. */
class Reader {
  readonly blocks: TextBlock[] = [];
  readonly maps: BlockText[] = [];
  readonly shadowRoots: ShadowRoot[] = [];
  private current = new BlockText();
  private owner: Node | null = null;
  private parent: Node | null = null;
  private parentRendered = false;
  private afterBreak = false;
  private length = 0;

  text(node: Text): void {
    const parent = node.parentElement ?? node.parentNode;
    if (parent !== this.parent || !parent || (isElement(parent) && parent.shadowRoot)) {
      // White space alone never starts a block, and between blocks it is most of the nodes.
      if (this.current.isEmpty && node.data.trim() === '') return;
      this.parent = parent;
      this.parentRendered = !parent || !isElement(parent) || isRendered(parent, node);
      if (this.parentRendered) this.enterBlock(parent);
    }
    if (!this.parentRendered) return;
    this.current.add(node);
    if (this.afterBreak && node.data.trim() !== '') this.afterBreak = false;
  }

  /** A single line break is white space; two in a row part paragraphs, as authors use them. */
  lineBreak(): void {
    if (this.afterBreak) this.close();
    else this.current.addSpace();
    this.afterBreak = true;
  }

  close(): void {
    const map = this.current;
    map.close();
    this.parent = null;
    this.afterBreak = false;
    if (map.isEmpty) return;
    const owner = this.owner;
    const isHeading = owner && isElement(owner) && owner.closest(headings) !== null;
    this.blocks.push({
      text: map.text,
      start: this.length,
      kind: isHeading ? 'heading' : 'paragraph',
    });
    this.maps.push(map);
    this.length += map.text.length + 1;
    this.current = new BlockText();
  }

  private enterBlock(parent: Node | null): void {
    let owner = parent;
    while (owner && isElement(owner) && !isBlock(owner)) owner = owner.parentNode;
    if (owner === this.owner) return;
    const heldParent = this.parent;
    this.close();
    this.parent = heldParent;
    this.owner = owner;
  }
}

/** Walks everything under `root` that is shown, handing back control every few hundred nodes. */
function* walk(root: Node, reader: Reader): Generator<void, void> {
  let steps = 0;
  let node: Node | null = root;
  while (node) {
    let descend = true;
    if (isText(node)) {
      reader.text(node);
    } else if (isElement(node)) {
      if (isPassedOver(node)) {
        descend = false;
        if (blocks.has(node.localName)) reader.close();
      } else if (node.localName === 'br') {
        reader.lineBreak();
      } else {
        if (isBlock(node)) reader.close();
        if (node.shadowRoot) {
          reader.shadowRoots.push(node.shadowRoot);
          yield* walk(node.shadowRoot, reader);
        }
      }
    }
    node = following(node, root, descend);
    if (++steps % nodesAStep === 0) yield;
  }
}

/** The last block that starts at a place in the text or before it; -1 where none does. */
function indexOfBlock(all: readonly TextBlock[], place: number): number {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle]?.start ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function* readInSteps(document: Document, facts: PageFacts): Generator<void, PageText> {
  const reader = new Reader();
  // One by one, since not every document model goes on from the document type to its siblings.
  for (const child of document.childNodes) yield* walk(child, reader);
  reader.close();
  const { maps, shadowRoots } = reader;
  const source: SourceDocument = {
    blocks: reader.blocks,
    published: facts.published,
    language: facts.language,
  };
  return {
    source,
    facts,
    shadowRoots,
    locate(start, end) {
      const index = indexOfBlock(source.blocks, start);
      const block = source.blocks[index];
      const map = maps[index];
      if (!block || !map || start >= block.start + block.text.length || end <= start) return null;
      const from = map.before(start - block.start);
      const to = map.after(Math.min(end - block.start, block.text.length));
      return from && to && { start: from, end: to };
    },
  };
}

/**
 * Reads the visible text of a page as blocks joined by one line feed each, and what is known of
 * the page. Works in a browser and on a document without layout (linkedom), where it goes by
 * names and attributes alone. `address` is the page's own, where it is known: it may tell the date.
 */
export function readDocument(document: Document, address?: string): PageText {
  const steps = readInSteps(document, readFacts(document, address));
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * Reads like `readDocument`, with facts read before, but never holds the page's thread for more
 * than some milliseconds.
 */
export async function readPatiently(
  document: Document,
  facts: PageFacts,
  signal: AbortSignal,
): Promise<PageText> {
  const steps = readInSteps(document, facts);
  let pauseAt = performance.now() + 6;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() < pauseAt) continue;
    await new Promise((resume) => setTimeout(resume));
    signal.throwIfAborted();
    pauseAt = performance.now() + 6;
  }
}
