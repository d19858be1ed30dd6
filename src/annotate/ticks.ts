import type { Verdict } from '../claims/verdict.ts';
import { verdictStyles } from '../ui/verdict-style.ts';
import { type Mark, verdictOf } from './mark.ts';

/** A mark and how far down the page it ends, in pixels; null where it is not shown. */
export interface Placed {
  mark: Mark;
  place: number | null;
}

/** Measured before anything is moved, after which the page would have to be laid out for it. */
export interface Heights {
  scrollHeight: number;
  windowHeight: number;
}

/**
 * Small strokes beside the scroll bar, where marks are on the page. They are for the eye alone: they
 * let the pointer through, and the list in the popup says the same in words.
 */
export class Ticks {
  /** Whether the reader wants them. */
  isOn = true;
  private readonly strip = document.createElement('div');
  private drawn = '';

  constructor(root: ShadowRoot) {
    this.strip.className = 'ticks';
    this.strip.setAttribute('aria-hidden', 'true');
    root.append(this.strip);
  }

  /** Puts a tick for each mark; none on a page that one sees at a glance, nor in frames. */
  show(marks: readonly Placed[], { scrollHeight, windowHeight }: Heights): void {
    const isWanted = this.isOn && window === window.top && scrollHeight > 1.5 * windowHeight;
    const ticks = (isWanted ? marks : []).flatMap(({ mark, place }) => {
      if (place === null) return [];
      const part = Math.min(Math.max(place / scrollHeight, 0), 0.997);
      return { verdict: verdictOf(mark), top: `${(100 * part).toFixed(1)}%` };
    });
    const drawn = JSON.stringify(ticks);
    if (drawn === this.drawn) return;
    this.drawn = drawn;
    this.strip.replaceChildren(...ticks.map(({ verdict, top }) => makeTick(verdict, top)));
  }
}

function makeTick(verdict: Verdict, top: string): Element {
  const tick = document.createElement('i');
  tick.style.top = top;
  tick.style.setProperty('--verdict', verdictStyles[verdict].colour);
  return tick;
}
