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
