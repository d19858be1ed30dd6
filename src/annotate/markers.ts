import type { Verdict } from '../claims/verdict.ts';
import { isBlock } from '../page/elements.ts';
import { inSlices } from '../page/slices.ts';
import { strokesOf, type Tone, verdictStyles } from '../ui/verdict-style.ts';
import { inkOn } from './ground.ts';
import { hostingElement, type Mark, parentOf, verdictOf } from './mark.ts';
import type { Heights, Ticks } from './ticks.ts';
import { undoZoom } from './zoom.ts';

const size = 13;

/** Where the marker of a mark goes, in pixels from the page's beginning; null where it is not shown. */
interface Spot {
  mark: Mark;
  end: { x: number; y: number } | null;
  isHidden: boolean;
  /** Whether it stays in the window, or may, while the page scrolls under it. */
  isFixed: boolean;
  /** Where the element stood that the sentence is in. */
  standing: string;
}

/** Where on the page markers are counted from, and how high it is. */
interface View {
  origin: { x: number; y: number };
  heights: Heights;
}

interface Marker {
  spot: Spot;
  button: HTMLButtonElement;
}

interface MarkerEvents {
  labelOf(mark: Mark): string;
  onClick(mark: Mark): void;
  /** The pointer or the focus has come to a marker, or left it. */
  onPoint(mark: Mark | null): void;
  onFailure(reason: unknown): void;
}

/**
 * The buttons at the end of each marked sentence. They live in our shadow root and are put over
 * their places in the page, so that they scroll with it and nobody has to do anything. These are
 * measured again only when something tells that they may have moved: a size, a picture or font that
 * came late, or a box that scrolls by itself, and then those in it alone.
 */
export class Markers {
  private markers = new Map<string, Marker>();
  private marks = new WeakMap<Element, Mark>();
  private readonly sizes = new ResizeObserver(() => this.onSizes());
  /** What has moved since the markers in it were put in place. */
  private readonly moved = new Set<Node>();
  private frame = 0;
  private job = new AbortController();
  private isBuilding = false;
  private areSizesNew = false;
  private settle: ReturnType<typeof setTimeout> | undefined;

  private readonly layer: HTMLElement;
  private readonly ticks: Ticks;
  private readonly events: MarkerEvents;

  constructor(layer: HTMLElement, ticks: Ticks, events: MarkerEvents, signal: AbortSignal) {
    this.layer = layer;
    this.ticks = ticks;
    this.events = events;
    const options = { signal, capture: true, passive: true };
    const placeSoon = () => this.placeSoon(document);
    addEventListener('resize', placeSoon, options);
    document.addEventListener('load', placeSoon, options);
    document.addEventListener('transitionend', placeSoon, options);
    document.fonts.addEventListener('loadingdone', placeSoon, { signal });
    document.addEventListener(
      'scroll',
      ({ target }) => {
        if (target !== document) return target instanceof Node && this.placeSoon(target);
        // Markers move with the page; only those in fixed or sticky boxes have to be put right.
        if (![...this.markers.values()].some(({ spot }) => spot.isFixed)) return;
        clearTimeout(this.settle);
        this.settle = setTimeout(placeSoon, 120);
      },
      options,
    );
    signal.addEventListener('abort', () => this.clear());
    this.listen();
  }

  private listen(): void {
    const { layer, events } = this;
    const on = (type: string, react: (mark: Mark, button: Element) => void) =>
      layer.addEventListener(type, ({ target }) => {
        const button = target instanceof Element ? target.closest('button') : null;
        const mark = button && this.marks.get(button);
        if (mark) react(mark, button);
      });
    on('click', (mark) => events.onClick(mark));
    on('pointerover', (mark) => events.onPoint(mark));
    on('pointerout', () => events.onPoint(null));
    on('focusin', (mark, button) => {
      if (button.matches(':focus-visible')) events.onPoint(mark);
    });
    on('focusout', () => events.onPoint(null));
  }

  /** Shows a marker at each of these in place of those before, in the tones of their lines, a few at a time. */
  show(spots: readonly Spot[], tones: ReadonlyMap<Mark, Tone>): void {
    const wanted = new Set(spots.map(({ mark }) => mark.key));
    for (const [key, { button }] of this.markers) {
      if (wanted.has(key)) continue;
      button.remove();
      this.markers.delete(key);
    }
    this.isBuilding = true;
    this.work(this.build(spots, tones));
  }

  /** Shows the markers that are there in other tones. */
  tint(tones: ReadonlyMap<Mark, Tone>): void {
    for (const { spot, button } of this.markers.values()) tintAs(button, spot.mark, tones);
  }

  /** Does this in place of what was still to be done. */
  private work(steps: Iterator<unknown, unknown>): void {
    this.job.abort();
    this.job = new AbortController();
    const { signal } = this.job;
    inSlices(steps, signal).catch((error: unknown) => {
      // It ends when something newer is to be done, or when all of Tumen goes.
      if (!signal.aborted) this.events.onFailure(error);
    });
  }

  private *build(spots: readonly Spot[], tones: ReadonlyMap<Mark, Tone>): Generator<void> {
    // The lines have just been drawn: the page is laid out for them here, and for the markers once they are there.
    const view = this.measure();
    yield;
    const next = new Map<string, Marker>();
    for (const spot of spots) {
      const { mark } = spot;
      const known = this.markers.get(mark.key);
      const isSame = known && verdictOf(known.spot.mark) === verdictOf(mark);
      const button = isSame ? known.button : makeButton(verdictOf(mark));
      if (known && !isSame) known.button.remove();
      tintAs(button, mark, tones);
      button.setAttribute('aria-label', this.events.labelOf(mark));
      next.set(mark.key, { spot, button });
      yield;
    }
    this.markers = next;
    this.marks = new WeakMap([...next.values()].map(({ spot, button }) => [button, spot.mark]));
    yield* this.put(spots, view);
    let index = 0;
    for (const { button } of next.values()) {
      // Appending what is already in place would take the focus away.
      const there = this.layer.children[index++] ?? null;
      if (there !== button) this.layer.insertBefore(button, there);
    }
    this.isBuilding = false;
    this.watchSizes();
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

  /** A sentence moves when any box that holds it, or that stands before it, changes its size. */
  private watchSizes(): void {
    this.sizes.disconnect();
    this.areSizesNew = true;
    const watched = new Set<Element>();
    for (const { spot } of this.markers.values()) {
      for (let at = hostingElement(spot.mark); at && !watched.has(at); at = parentOf(at)) {
        watched.add(at);
      }
    }
    for (const element of watched) this.sizes.observe(element);
  }

  /** Sizes are told of once when they begin to be watched: then it counts what has moved meanwhile. */
  private onSizes(): void {
    const hasMoved = ({ spot }: Marker) => standingOf(spot.mark) !== spot.standing;
    const isNews = !this.areSizesNew || [...this.markers.values()].some(hasMoved);
    this.areSizesNew = false;
    if (isNews) this.placeSoon(document);
  }

  /** Has the markers put right whose sentences are in something that has moved. */
  private placeSoon(moved: Node): void {
    // Most boxes that scroll hold no marks.
    if (![...this.markers.values()].some(({ spot }) => holds(moved, spot.mark))) return;
    this.moved.add(moved);
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      // Building ends with that.
      if (!this.isBuilding) this.work(this.place());
    });
  }

  private *place(): Generator<void> {
    const moved = [...this.moved];
    const surroundings = createSurroundings();
    const spots: Spot[] = [];
    for (const marker of this.markers.values()) {
      const { mark } = marker.spot;
      if (!moved.some((node) => holds(node, mark))) continue;
      marker.spot = spotOf(mark, surroundings(mark));
      spots.push(marker.spot);
      yield;
    }
    yield* this.put(spots, this.measure());
    // Otherwise something has moved meanwhile.
    if (!this.frame) this.moved.clear();
  }

  /** What markers and ticks are placed by. */
  private measure(): View {
    undoZoom(this.layer);
    const { scrollHeight } = document.documentElement;
    const { left, top } = this.layer.getBoundingClientRect();
    return {
      origin: { x: left + scrollX, y: top + scrollY },
      heights: { scrollHeight, windowHeight: innerHeight },
    };
  }

  /** Moves markers, all after all were measured: between, the page would be laid out for each. */
  private *put(spots: readonly Spot[], { origin, heights }: View): Generator<void> {
    for (const { mark, end, isHidden } of spots) {
      const button = this.markers.get(mark.key)?.button;
      if (!button) continue;
      button.hidden = isHidden;
      if (end && !isHidden) {
        button.style.left = `${Math.round(end.x - origin.x)}px`;
        button.style.top = `${Math.round(end.y - origin.y)}px`;
      }
      yield;
    }
    const placed = [...this.markers.values()].map(({ spot: { mark, end } }) => {
      return { mark, place: end && end.y - origin.y };
    });
    this.ticks.show(placed, heights);
  }
}

/** Measures where the markers of these go, in small steps. */
export function* findSpots(marks: readonly Mark[]): Generator<void, Spot[]> {
  const surroundings = createSurroundings();
  const spots: Spot[] = [];
  for (const mark of marks) {
    spots.push(spotOf(mark, surroundings(mark)));
    yield;
  }
  return spots;
}

function spotOf(mark: Mark, { clips, isFixed }: Surroundings): Spot {
  const end = endOf(mark);
  const isHidden = !end || clips.some((box) => !shows(box, end));
  const widest = document.documentElement.clientWidth - size;
  return {
    mark,
    end: end && { x: Math.max(0, Math.min(end.x, widest)) + scrollX, y: end.y + scrollY },
    isHidden,
    isFixed,
    standing: standingOf(mark),
  };
}

/** Where on the page the element of a mark stands, and how large it is. */
function standingOf(mark: Mark): string {
  const element = hostingElement(mark);
  if (!element) return '';
  const { x, y, width, height } = element.getBoundingClientRect();
  return [x + scrollX, y + scrollY, width, height].map(Math.round).join();
}

/** Whether a mark is in a part of the page, in a shadow tree of it too. */
function holds(part: Node, mark: Mark): boolean {
  if (part === document) return true;
  let at = hostingElement(mark);
  while (at && at !== part) at = parentOf(at);
  return at !== null;
}

const buttons = new Map<Verdict, HTMLButtonElement>();

/** Markers of one verdict are alike, so they are copied. */
function makeButton(verdict: Verdict): HTMLButtonElement {
  const model = buttons.get(verdict) ?? document.createElement('button');
  if (!buttons.has(verdict)) {
    model.type = 'button';
    model.className = verdict === 'accurate' ? 'marker faint' : 'marker';
    model.setAttribute('aria-haspopup', 'dialog');
    model.append(iconOf(verdict));
    buttons.set(verdict, model);
  }
  return model.cloneNode(true) as HTMLButtonElement;
}

/** Gives a marker the tone in which its line stands out, and its strokes one that stands out from that. */
function tintAs(button: HTMLElement, mark: Mark, tones: ReadonlyMap<Mark, Tone>): void {
  const colour = colourOf(mark, tones.get(mark) ?? 'dark');
  if (button.style.getPropertyValue('--verdict') === colour) return;
  button.style.setProperty('--verdict', colour);
  button.style.setProperty('--strokes', inkOn(colour));
}

function colourOf(mark: Mark, tone: Tone): string {
  const { colour, light } = verdictStyles[verdictOf(mark)];
  const element = hostingElement(mark);
  if (tone === 'text' && element) return getComputedStyle(element).color;
  return tone === 'light' ? light : colour;
}

function iconOf(verdict: Verdict): Element {
  const namespace = 'http://www.w3.org/2000/svg';
  const icon = document.createElementNS(namespace, 'svg');
  icon.setAttribute('viewBox', '0 0 16 16');
  icon.setAttribute('aria-hidden', 'true');
  const strokes = document.createElementNS(namespace, 'path');
  strokes.setAttribute('d', strokesOf[verdict]);
  icon.append(strokes);
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
  const y = box.top - size / 2;
  const footnote = footnoteBehind(range)?.getBoundingClientRect();
  if (footnote && footnote.top < box.bottom && footnote.bottom > box.top) {
    return { x: goesLeft ? footnote.left - size : footnote.right, y };
  }
  // Over the full stop and the space after it there is nothing to hide.
  return { x: (goesLeft ? box.left : box.right) - size / 2 - 1, y };
}

/** The last of the footnote marks that stand right behind a sentence, and are to be seen and followed. */
function footnoteBehind({ endContainer, endOffset }: Range): Element | null {
  if (endOffset < (endContainer.nodeValue?.length ?? 0)) return null;
  let at: Node = endContainer;
  while (!at.nextSibling && at.parentElement && !isBlock(at.parentElement)) at = at.parentElement;
  let last: Element | null = null;
  for (let next = at.nextSibling; isFootnote(next); next = next.nextSibling) last = next;
  return last;
}

const isFootnote = (node: Node | null): node is Element =>
  node instanceof Element && node.localName === 'sup';

function shows(box: Element, { x, y }: { x: number; y: number }): boolean {
  const { left, top, right, bottom } = box.getBoundingClientRect();
  return x >= left - size && x <= right && y >= top - size && y + size <= bottom + size / 2;
}

/** What the boxes around a sentence do with it. */
interface Surroundings {
  /** Those that scroll what is in them, and so may hide it. */
  clips: Element[];
  isFixed: boolean;
}

/** Tells what is around a mark; neighbours have most of it in common. */
function createSurroundings(): (mark: Mark) => Surroundings {
  const known = new Map<Element, Surroundings>();
  const from = (element: Element | null): Surroundings => {
    if (!element || element === document.documentElement) return { clips: [], isFixed: false };
    const before = known.get(element);
    if (before) return before;
    const { clips, isFixed } = from(parentOf(element));
    const { overflow, position } = getComputedStyle(element);
    const isClip = overflow !== 'visible' && element !== document.body;
    const found = {
      clips: isClip ? [element, ...clips] : clips,
      isFixed: isFixed || position === 'fixed' || position === 'sticky',
    };
    known.set(element, found);
    return found;
  };
  return (mark) => from(hostingElement(mark));
}
