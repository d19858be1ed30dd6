import { expect, test } from 'vitest';
import { missingFeatures } from './browser-features.ts';

/** A window that has all that is needed, but for `without`. */
function windowWithout(...without: string[]): typeof globalThis {
  const having = (name: string) => (without.includes(name) ? {} : { [name]: () => null });
  return {
    CSS: having('highlights'),
    Document: { prototype: having('caretPositionFromPoint') },
    HTMLElement: { prototype: having('showPopover') },
    Element: { prototype: having('checkVisibility') },
    AbortSignal: having('any'),
    String: { prototype: having('toWellFormed') },
  } as unknown as typeof globalThis;
}

test('names what a browser lacks, and nothing where it lacks nothing', () => {
  expect(missingFeatures(windowWithout())).toEqual([]);
  expect(missingFeatures(windowWithout('highlights', 'toWellFormed'))).toEqual([
    'CSS.highlights',
    'toWellFormed',
  ]);
});
