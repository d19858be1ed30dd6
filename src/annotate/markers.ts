import type { Verdict } from '../claims/verdict.ts';
import { inSlices } from '../page/slices.ts';
import { strokesOf, verdictStyles } from '../ui/verdict-style.ts';
import { hostingElement, type Mark, parentOf, verdictOf } from './mark.ts';
import type { Placed, Ticks } from './ticks.ts';

const size = 13;
/** How many are measured before they are moved. */
const together = 25;

interface Marker {
  mark: Mark;
  button: HTMLButtonElement;
  /** Boxes that scroll their content and so may hide the sentence. */
  clips: Element[];
}

interface MarkerEvents {
  labelOf(mark: Mark): string;
  onClick(mark: Mark): void;
  /** The pointer or the focus has come to a marker, or left it. */
  onPoint(mark: Mark | null): void;
}

/**
 * The buttons at the end of each marked sentence. They live in our shadow root and are put over
 * their places in the page; these are measured again only when something tells that they may have
 * moved: a size, a scrolled box, a picture or font that came late.
 */
export class Markers {
  private markers = new Map<string, Marker>();
  private readonly sizes = new ResizeObserver(() => this.placeSoon());
  private frame = 0;
  private job = new AbortController();
  private isBuilding = false;
  private settle: ReturnType<typeof setTimeout> | undefined;

  private readonly layer: Element;
  private readonly ticks: Ticks;
  private readonly events: MarkerEvents;

  constructor(layer: Element, ticks: Ticks, events: MarkerEvents, signal: AbortSignal) {
    this.layer = layer;
    this.ticks = ticks;
    this.events = events;
    const options = { signal, capture: true, passive: true };
    const placeSoon = () => this.placeSoon();
    addEventListener('resize', placeSoon, options);
    document.addEventListener('load', placeSoon, options);
    document.addEventListener('transitionend', placeSoon, options);
    document.fonts.addEventListener('loadingdone', placeSoon, { signal });
    document.addEventListener(
      'scroll',
      ({ target }) => {
        if (target !== document) return placeSoon();
        // Markers move with the page; only those in fixed or sticky boxes have to be put right.
        clearTimeout(this.settle);
        this.settle = setTimeout(placeSoon, 120);
      },
      options,
    );
    signal.addEventListener('abort', () => this.clear());
  }

  /** Shows a marker for each of these in place of those before, a few at a time. */
  show(marks: readonly Mark[]): void {
    const wanted = new Set(marks.map(({ key }) => key));
    for (const [key, { button }] of this.markers) {
      if (wanted.has(key)) continue;
      button.remove();
      this.markers.delete(key);
    }
    this.isBuilding = true;
    this.work(this.build(marks));
  }

  /** Does this in place of what was still to be done. */
  private work(steps: Iterator<unknown, unknown>): void {
    this.job.abort();
    this.job = new AbortController();
    // It ends when something newer is to be done, or when all of Tumen goes.
    inSlices(steps, this.job.signal).catch((error: unknown) => {
      if (!(error instanceof DOMException)) throw error;
    });
  }

  private *build(marks: readonly Mark[]): Generator<void> {
    const scrolls = createScrollBoxes();
    const next = new Map<string, Marker>();
    // Asked before anything is added, after which the page would have to be laid out for it.
    for (const mark of marks) {
      const button = this.markers.get(mark.key)?.button ?? this.makeButton(mark.key);
      next.set(mark.key, { mark, button, clips: scrolls(mark) });
      this.dress(button, mark);
      yield;
    }
    this.markers = next;
    let index = 0;
    for (const { button } of next.values()) {
      // Appending what is already in place would take the focus away.
      const there = this.layer.children[index++] ?? null;
      if (there !== button) this.layer.insertBefore(button, there);
    }
    this.watchSizes();
    this.isBuilding = false;
    yield;
    yield* this.place();
  }

  clear(): void {
    this.job.abort();
    cancelAnimationFrame(this.frame);
    clearTimeout(this.settle);
    this.sizes.disconnect();
    for (const { button } of this.markers.values()) button.remove();
    this.markers.clear();
  }

  /** The button of a mark, to give it the focus. */
  buttonOf(mark: Mark): HTMLButtonElement | undefined {
    return this.markers.get(mark.key)?.button;
  }

  private makeButton(key: string): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    const current = () => this.markers.get(key)?.mark;
    const tell = (event: (mark: Mark) => void) => () => {
      const mark = current();
      if (mark) event(mark);
    };
    button.addEventListener('click', tell(this.events.onClick));
    button.addEventListener('pointerenter', tell(this.events.onPoint));
    button.addEventListener('pointerleave', () => this.events.onPoint(null));
    button.addEventListener('focus', () => {
      if (button.matches(':focus-visible')) tell(this.events.onPoint)();
    });
    button.addEventListener('blur', () => this.events.onPoint(null));
    return button;
  }

  private dress(button: HTMLButtonElement, mark: Mark): void {
    const verdict = verdictOf(mark);
    button.className = verdict === 'accurate' ? 'marker faint' : 'marker';
    button.style.setProperty('--verdict', verdictStyles[verdict].colour);
    button.setAttribute('aria-label', this.events.labelOf(mark));
    button.setAttribute('aria-haspopup', 'dialog');
    if (button.dataset.verdict === verdict) return;
    button.dataset.verdict = verdict;
    button.replaceChildren(iconOf(verdict));
  }

  /** A sentence moves when any box that holds it, or that stands before it, changes its size. */
  private watchSizes(): void {
    this.sizes.disconnect();
    const watched = new Set<Element>();
    for (const { mark } of this.markers.values()) {
      for (let at = hostingElement(mark); at && !watched.has(at); at = parentOf(at)) {
        watched.add(at);
      }
    }
    for (const element of watched) this.sizes.observe(element);
  }

  private placeSoon(): void {
    if (this.frame || this.markers.size === 0) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      // Building ends with that.
      if (!this.isBuilding) this.work(this.place());
    });
  }

  /** Measures some and moves them then, so that the page is laid out once for all of these. */
  private *place(): Generator<void> {
    const markers = [...this.markers.values()];
    const ends: Placed[] = [];
    const { scrollHeight } = document.documentElement;
    const heights = { scrollHeight, windowHeight: innerHeight };
    for (let from = 0; from < markers.length; from += together) {
      const origin = this.layer.getBoundingClientRect();
      const widest = document.documentElement.clientWidth - size;
      const places = markers.slice(from, from + together).map(({ mark, button, clips }) => {
        const end = endOf(mark);
        return { mark, button, end, isClipped: !end || clips.some((box) => !shows(box, end)) };
      });
      for (const { mark, button, end, isClipped } of places) {
        ends.push({ mark, place: end && end.y - origin.top });
        button.hidden = isClipped;
        if (!end || isClipped) continue;
        const left = Math.max(0, Math.min(end.x, widest));
        button.style.left = `${Math.round(left - origin.left)}px`;
        button.style.top = `${Math.round(end.y - origin.top)}px`;
      }
      yield;
    }
    this.ticks.show(ends, heights);
  }
}

function iconOf(verdict: Verdict): Element {
  const make = (name: string, attributes: Record<string, string>) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };
  const icon = make('svg', { viewBox: '0 0 16 16', 'aria-hidden': 'true' });
  icon.append(
    make('circle', { cx: '8', cy: '8', r: '8' }),
    make('path', { d: strokesOf[verdict] }),
  );
  return icon;
}

/** Where the marker goes, in the window: raised at the end of the sentence, like a footnote mark. */
function endOf({ range }: Mark): { x: number; y: number } | null {
  const last = range.cloneRange();
  last.setStart(range.endContainer, Math.max(0, range.endOffset - 1));
  const box = [...last.getClientRects()].at(-1) ?? [...range.getClientRects()].at(-1);
  const parent = range.endContainer.parentElement;
  if (!box || !parent || box.height < 4) return null;
  const goesLeft = getComputedStyle(parent).direction === 'rtl';
  // Over the full stop and the space after it there is nothing to hide.
  return { x: (goesLeft ? box.left : box.right) - size / 2 - 1, y: box.top - size / 2 };
}

function shows(box: Element, { x, y }: { x: number; y: number }): boolean {
  const { left, top, right, bottom } = box.getBoundingClientRect();
  return x >= left - size && x <= right && y >= top - size && y + size <= bottom + size / 2;
}

/** Tells the boxes around a mark that scroll what is in them; neighbours have most of them in common. */
function createScrollBoxes(): (mark: Mark) => Element[] {
  const known = new Map<Element, Element[]>();
  const from = (element: Element | null): Element[] => {
    if (!element || element === document.body || element === document.documentElement) return [];
    const before = known.get(element);
    if (before) return before;
    const around = from(parentOf(element));
    const boxes = getComputedStyle(element).overflow === 'visible' ? around : [element, ...around];
    known.set(element, boxes);
    return boxes;
  };
  return (mark) => from(hostingElement(mark));
}
