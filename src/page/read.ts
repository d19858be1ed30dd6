import type { SourceDocument, TextBlock } from '../engine/finding.ts';
import {
  headings,
  isBlock,
  isElement,
  isPassedOver,
  isPlainParagraph,
  isShown,
  isText,
} from './elements.ts';
import { type PageFacts, readFacts } from './facts.ts';
import { inSlices } from './slices.ts';
import { BlockText, type DomPosition, normalised } from './text-map.ts';

/** A page as it was read: its text for the engine, and the way back into the page. */
export interface PageText {
  source: SourceDocument;
  facts: PageFacts;
  /** The open shadow roots whose text was read. */
  shadowRoots: ShadowRoot[];
  /** Where a part of the visible text stands in the page; null where the page has lost it. */
  locate(start: number, end: number): { start: DomPosition; end: DomPosition } | null;
}

const nodesAStep = 100;

/** `NodeFilter.SHOW_TEXT`, which not every document model names. */
const showText = 4;

/** Where the walk goes on after a node, in document order; null at the end of `root`. */
function following(node: Node, root: Node, descend: boolean): Node | null {
  if (descend && node.firstChild) return node.firstChild;
  for (let at: Node | null = node; at && at !== root; at = at.parentNode) {
    if (at.nextSibling) return at.nextSibling;
  }
  return null;
}

const isHeading = (element: Element): boolean => element.closest(headings) !== null;

/** Whether a text is in an element whose shadow tree is shown in place of it. */
const isOutOfItsShadow = (text: Text): boolean =>
  Boolean(text.parentElement?.shadowRoot) && !text.assignedSlot;

const isTextShown = (parent: Element, text: Text): boolean =>
  !isOutOfItsShadow(text) && isShown(parent);

/** Gathers text nodes into blocks, in the order of the page. */
class Reader {
  readonly blocks: TextBlock[] = [];
  readonly maps: (BlockText | Element)[] = [];
  readonly shadowRoots: ShadowRoot[] = [];
  private current = new BlockText();
  private owner: Node | null = null;
  private parent: Node | null = null;
  private parentRendered = false;
  private afterBreak = false;
  private length = 0;
  /** What is known of the paragraphs in one element. */
  private around: Node | null = null;
  private neighbour = '';
  private neighbourShown: boolean | null = null;
  private aroundHeading = false;

  text(node: Text): void {
    const parent = node.parentElement ?? node.parentNode;
    if (parent !== this.parent || !parent || (isElement(parent) && parent.shadowRoot)) {
      // White space alone never starts a block, and between blocks it is most of the nodes.
      if (this.current.isEmpty && normalised(node.data) === '') return;
      this.parent = parent;
      this.parentRendered = !parent || !isElement(parent) || isTextShown(parent, node);
      if (this.parentRendered) this.enterBlock(parent);
    }
    if (!this.parentRendered) return;
    this.current.add(node);
    if (this.afterBreak && node.data.trim() !== '') this.afterBreak = false;
  }

  /**
   * Takes a paragraph of common elements as the text that the browser puts together for it, which is
   * far quicker than to go through its nodes. Answers whether it could. Those are gone through when
   * something was found in it.
   */
  paragraph(element: Element): boolean {
    if (!isPlainParagraph(element) || element.shadowRoot) return false;
    const text = normalised(element.textContent ?? '');
    if (text.trim() === '') return true;
    const parent = element.parentNode;
    if (parent !== this.around || element.localName !== this.neighbour) {
      this.around = parent;
      this.neighbour = element.localName;
      this.neighbourShown = null;
      this.aroundHeading = parent !== null && isElement(parent) && isHeading(parent);
    }
    if (element.hasAttributes()) {
      if (!isShown(element)) return true;
    } else {
      // One that is folded away without an attribute is noticed when something is found in it.
      this.neighbourShown ??= isShown(element);
      if (!this.neighbourShown) return true;
    }
    this.push(text, element, this.aroundHeading || element.matches(headings));
    return true;
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
    this.current = new BlockText();
    if (map.text.trim() === '') return;
    const { owner } = this;
    this.push(map.text, map, owner !== null && isElement(owner) && isHeading(owner));
  }

  private push(text: string, map: BlockText | Element, heading: boolean): void {
    this.blocks.push({ text, start: this.length, kind: heading ? 'heading' : 'paragraph' });
    this.maps.push(map);
    this.length += text.length + 1;
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
        if (isBlock(node)) reader.close();
      } else if (node.localName === 'br') {
        reader.lineBreak();
      } else {
        const block = isBlock(node);
        if (block) reader.close();
        if (block && reader.paragraph(node)) {
          descend = false;
        } else if (node.shadowRoot) {
          reader.shadowRoots.push(node.shadowRoot);
          yield* walk(node.shadowRoot, reader);
        }
      }
    }
    node = following(node, root, descend);
    if (++steps % nodesAStep === 0) yield;
  }
}

/** Where the text of a paragraph stands that was taken whole; null where it no longer shows that very text. */
function mapOf(paragraph: Element, text: string): BlockText | null {
  if (!isPlainParagraph(paragraph) || !isShown(paragraph)) return null;
  const map = new BlockText();
  const texts = paragraph.ownerDocument.createTreeWalker(paragraph, showText);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    if (!isText(node) || isOutOfItsShadow(node)) return null;
    map.add(node);
  }
  map.close();
  return map.text === text ? map : null;
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

function* readInSteps(root: Document | Element, facts: PageFacts): Generator<void, PageText> {
  const reader = new Reader();
  // One by one, since not every document model goes on from the document type to its siblings.
  for (const child of root.childNodes) yield* walk(child, reader);
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
      const taken = maps[index];
      if (!block || !taken || start >= block.start + block.text.length || end <= start) return null;
      const map = taken instanceof BlockText ? taken : mapOf(taken, block.text);
      if (!map) return null;
      maps[index] = map;
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
 * Reads like `readDocument`, a part of a page too, with facts read before, but never holds the page's thread for more
 * than some milliseconds.
 */
export function readPatiently(
  root: Document | Element,
  facts: PageFacts,
  signal: AbortSignal,
): Promise<PageText> {
  return inSlices(readInSteps(root, facts), signal);
}
