import type { ComponentChildren } from 'preact';

/** A table with what it is about, scrolled by itself where the screen is narrower. */
export function WideTable({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what is scrolled has to be reached by keys too
    <section class="wide" tabIndex={0} aria-label={label}>
      <table>{children}</table>
    </section>
  );
}
