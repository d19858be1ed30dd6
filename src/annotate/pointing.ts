/** How long the pointer rests on a sentence before its card shows, in milliseconds. */
const dwell = 350;
/** How long a card stays when the pointer has left, so that it can be reached. */
const grace = 300;

interface Pointing<T> {
  /** The pointer or the focus is on this target now, or on none. */
  over(target: T | null): void;
  /** The pointer is over the card, or has left it. */
  overCard(isOver: boolean): void;
  /** Forgets what was about to happen. */
  reset(): void;
}

/**
 * Turns where the pointer is into opening and closing the card: it opens when the pointer has
 * rested on a sentence, stays while sentence or card is pointed at, and closes a moment after.
 */
export function createPointing<T>(
  open: (target: T) => void,
  close: () => void,
  isSame: (a: T, b: T) => boolean,
): Pointing<T> {
  let pointed: T | null = null;
  let isOverCard = false;
  let opening: ReturnType<typeof setTimeout> | undefined;
  let closing: ReturnType<typeof setTimeout> | undefined;

  const closeSoon = () => {
    clearTimeout(closing);
    closing = setTimeout(() => {
      if (!isOverCard) close();
    }, grace);
  };

  return {
    over(target) {
      if (target === pointed || (target && pointed && isSame(target, pointed))) return;
      pointed = target;
      clearTimeout(opening);
      clearTimeout(closing);
      if (target) opening = setTimeout(() => open(target), dwell);
      else closeSoon();
    },
    overCard(isOver) {
      isOverCard = isOver;
      clearTimeout(closing);
      clearTimeout(opening);
      pointed = null;
      if (!isOver) closeSoon();
    },
    reset() {
      clearTimeout(opening);
      clearTimeout(closing);
      pointed = null;
      isOverCard = false;
    },
  };
}
