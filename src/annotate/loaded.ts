import type { AnnotationEvents, Annotations } from './annotations.ts';
import type { CardPart } from './card-part.tsx';

declare global {
  /**
   * How the content script reaches the drawing part once that has been brought in, and this the
   * card. They are globals of the extension's own world, which the page does not see.
   */
  var tumenAnnotate: ((events: AnnotationEvents, signal: AbortSignal) => Annotations) | undefined;
  var tumenCard: CardPart | undefined;
}

/** What the card is drawn with, out of card.js, which `bring` runs where it has not run yet. */
export async function broughtCard(bring: (part: 'card') => Promise<unknown>): Promise<CardPart> {
  if (!globalThis.tumenCard) await bring('card');
  if (!globalThis.tumenCard) throw new Error('the browser did not bring in card.js');
  return globalThis.tumenCard;
}
