/** What marking pages takes, and what not every browser has. */
const needs: [name: string, isThere: (view: typeof globalThis) => boolean][] = [
  ['CSS.highlights', ({ CSS }) => 'highlights' in CSS],
  ['caretPositionFromPoint', ({ Document }) => 'caretPositionFromPoint' in Document.prototype],
  ['popover', ({ HTMLElement }) => 'showPopover' in HTMLElement.prototype],
  ['checkVisibility', ({ Element }) => 'checkVisibility' in Element.prototype],
  ['AbortSignal.any', ({ AbortSignal }) => 'any' in AbortSignal],
  ['toWellFormed', (view) => 'toWellFormed' in view.String.prototype],
];

/**
 * The names of what Tumen needs and this realm does not have. The manifest keeps old versions away, but
 * features can be switched off, and browsers built on others may lack them under the same version.
 * Give it `globalThis`: in a content script of Firefox `window` hides `String`.
 */
export function missingFeatures(view: typeof globalThis): string[] {
  return needs.filter(([, isThere]) => !isThere(view)).map(([name]) => name);
}
