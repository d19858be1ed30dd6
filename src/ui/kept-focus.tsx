import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** What the tab key leads to; of choices of which one holds, that one. */
const controls = [
  'a[href]',
  'button',
  'select',
  'textarea',
  'input:not([type=radio]:not(:checked))',
]
  .map((control) => `${control}:not(:disabled)`)
  .join();

interface KeptFocusProps {
  class?: string;
  children: ComponentChildren;
}

/**
 * A part of a page from which things go that may have the focus, such as entries of a list that are removed.
 * The focus then passes to what takes their place, or stood before it, and not to the top of the page.
 */
export function KeptFocus({ class: className, children }: KeptFocusProps) {
  const box = useRef<HTMLDivElement>(null);
  // Asked before anything is drawn anew: afterwards the browser has forgotten it.
  const place = controlsIn(box.current).indexOf(document.activeElement as HTMLElement);
  useLayoutEffect(() => {
    if (place < 0 || box.current?.contains(document.activeElement)) return;
    const left = controlsIn(box.current);
    (left[place] ?? left.at(-1) ?? box.current)?.focus();
  });
  return (
    <div ref={box} class={className} tabIndex={-1}>
      {children}
    </div>
  );
}

function controlsIn(box: HTMLElement | null): HTMLElement[] {
  return [...(box?.querySelectorAll<HTMLElement>(controls) ?? [])];
}
