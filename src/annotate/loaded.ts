import type { AnnotationEvents, Annotations } from './annotations.tsx';

declare global {
  /**
   * How the content script reaches the drawing part once that has been brought in. It is a global
   * of the extension's own world, which the page does not see.
   */
  var tumenAnnotate: ((events: AnnotationEvents, signal: AbortSignal) => Annotations) | undefined;
}
