/** One text node's part of a block. */
interface Piece {
  /** Where the part starts in the block's text. */
  start: number;
  node: Text;
  /** Whether leading white space of the node was dropped, since the block had just had some. */
  afterSpace: boolean;
}

/** A place between two characters of a page. */
export interface DomPosition {
  node: Text;
  offset: number;
}

const uneven = /[\t\n\r\f]| {2}/;
const space = /[ \t\n\r\f]/;
const spaces = /[ \t\n\r\f]+/g;

/** A text node's text with white space as it is rendered: each run is one space. */
export function collapse(data: string, afterSpace: boolean): string {
  const text = uneven.test(data) ? data.replace(spaces, ' ') : data;
  return afterSpace && text.startsWith(' ') ? text.slice(1) : text;
}

/** The text of a whole block with white space as it is rendered. */
export function normalised(data: string): string {
  const text = collapse(data, true);
  return text.endsWith(' ') ? text.slice(0, -1) : text;
}

/** The offset in `data` of the character that `collapse` made the one at `index`. */
function uncollapsed(data: string, afterSpace: boolean, index: number): number {
  if (!uneven.test(data)) {
    return Math.min(index + (afterSpace && data.startsWith(' ') ? 1 : 0), data.length);
  }
  let seen = -1;
  let inSpace = afterSpace;
  for (let at = 0; at < data.length; at++) {
    const isSpace = space.test(data.charAt(at));
    if (!isSpace || !inSpace) seen++;
    if (seen === index) return at;
    inSpace = isSpace;
  }
  return data.length;
}

/**
 * The text of one block as it is rendered, and where each of its characters stands in the page.
 * Only which node gave which part is kept; a position is worked out when it is asked for, by
 * collapsing that node again, so that reading a page costs little and only findings pay.
 */
export class BlockText {
  text = '';
  private readonly pieces: Piece[] = [];

  get isEmpty(): boolean {
    return this.text === '';
  }

  add(node: Text): void {
    const afterSpace = this.text === '' || this.text.endsWith(' ');
    const part = collapse(node.data, afterSpace);
    if (part === '') return;
    this.pieces.push({ start: this.text.length, node, afterSpace });
    this.text += part;
  }

  /** A line break, or the edge of a picture: a space that no text node has. */
  addSpace(): void {
    if (this.text !== '' && !this.text.endsWith(' ')) this.text += ' ';
  }

  /** Takes off the white space that ends the block, which is not rendered. */
  close(): void {
    if (this.text.endsWith(' ')) this.text = this.text.slice(0, -1);
  }

  /** Where the character at `index` begins; null where there is none. */
  before(index: number): DomPosition | null {
    const piece = this.pieceAt(index);
    if (!piece) return null;
    const { node, afterSpace, start } = piece;
    return { node, offset: uncollapsed(node.data, afterSpace, index - start) };
  }

  /** Where the character before `index` ends, so that white space that follows is left out. */
  after(index: number): DomPosition | null {
    const last = this.before(index - 1);
    return last && { node: last.node, offset: Math.min(last.offset + 1, last.node.data.length) };
  }

  private pieceAt(index: number): Piece | undefined {
    let low = 0;
    let high = this.pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.pieces[middle]?.start ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    return this.pieces[low];
  }
}
