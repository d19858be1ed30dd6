/**
 * Undoes for an element of ours the zoom that a page has set on all of itself: what it is placed by is
 * measured in pixels of the window.
 */
export function undoZoom(element: HTMLElement): void {
  const zoom = String(1 / document.documentElement.currentCSSZoom);
  if (element.style.zoom !== zoom) element.style.zoom = zoom;
}
