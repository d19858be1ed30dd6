/** A box in the window, as `DOMRect` gives it. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Size {
  width: number;
  height: number;
}

export interface Placement {
  left: number;
  top: number;
  /** The card scrolls inside when it is taller than this. */
  maxHeight: number;
}

const margin = 8;
const gap = 8;

/**
 * Where a card goes beside the line it belongs to: under it, or over it where that leaves more
 * room, and always wholly inside the window. `@floating-ui/dom` does this too, for 6 kB; in the
 * top layer, with nothing to be clipped by, this is all that is left of it.
 */
export function place(line: Box, card: Size, view: Size, pointerX?: number): Placement {
  const under = view.height - margin - (line.bottom + gap);
  const over = line.top - gap - margin;
  const goesUnder = card.height <= under || (card.height > over && under >= over);
  const room = goesUnder ? under : over;
  // In a window too low for either side the card covers the line rather than being cut to nothing.
  const tallest = view.height - 2 * margin;
  const maxHeight = clamp(room, Math.min(160, tallest), tallest);
  const height = Math.min(card.height, maxHeight);
  const wanted = goesUnder ? line.bottom + gap : line.top - gap - height;
  const start = pointerX === undefined ? line.left : pointerX - card.width / 3;
  return {
    left: clamp(start, margin, view.width - margin - card.width),
    top: clamp(wanted, margin, view.height - margin - height),
    maxHeight,
  };
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
