import type { CardProps } from '../ui/card.tsx';
import type { CardPart } from './card-part.tsx';
import { addStyles } from './host.ts';
import { type Box, place } from './place.ts';
import { undoZoom } from './zoom.ts';

interface CardBoxEvents {
  /** The pointer has come over the card, or left it. */
  onPoint(isOver: boolean): void;
  /** The focus goes out of the card at its beginning or end. */
  onTabOut(): void;
  /** The line that the card belongs to has left the window. */
  onLost(): void;
}

const focusable = 'button, a[href], summary, textarea';

/** The box that holds the card: in the top layer, beside its line, and never off the window. */
export class CardBox {
  private readonly element = document.createElement('div');
  private part: CardPart | null = null;
  private lineOf: () => Box | null = () => null;
  private pointerX: number | undefined;
  private frame = 0;

  private readonly root: ShadowRoot;
  private readonly events: CardBoxEvents;

  constructor(root: ShadowRoot, events: CardBoxEvents, signal: AbortSignal) {
    this.root = root;
    this.events = events;
    const { element } = this;
    element.className = 'card';
    element.tabIndex = -1;
    element.setAttribute('popover', 'manual');
    element.setAttribute('role', 'dialog');
    element.addEventListener('pointerenter', () => events.onPoint(true));
    element.addEventListener('pointerleave', () => events.onPoint(false));
    element.addEventListener('keydown', (event) => this.onKey(event));
    root.append(element);

    const placeSoon = () => this.placeSoon();
    addEventListener('resize', placeSoon, { signal, passive: true });
    document.addEventListener('scroll', placeSoon, { signal, passive: true, capture: true });
    const sizes = new ResizeObserver(placeSoon);
    sizes.observe(element);
    signal.addEventListener('abort', () => {
      sizes.disconnect();
      cancelAnimationFrame(this.frame);
      this.part?.draw(null, element);
    });
  }

  get isOpen(): boolean {
    return this.element.matches(':popover-open');
  }

  get hasFocus(): boolean {
    return this.element.contains(this.root.activeElement);
  }

  /** Shows content beside a line, which is asked for again whenever it may have moved. */
  show(
    part: CardPart,
    content: CardProps,
    look: { label: string; colour: string; pixel: string },
    lineOf: () => Box | null,
    pointerX?: number,
  ): void {
    const { element } = this;
    element.setAttribute('aria-label', look.label);
    element.style.setProperty('--verdict', look.colour);
    element.style.setProperty('--px', look.pixel);
    this.lineOf = lineOf;
    this.pointerX = pointerX;
    if (!this.part) addStyles(this.root, part.styles);
    this.part = part;
    part.draw(content, element);
    if (!this.isOpen) {
      element.showPopover();
      element.scrollTop = 0;
    }
    this.place();
  }

  hide(): void {
    if (!this.isOpen) return;
    this.element.hidePopover();
    this.part?.draw(null, this.element);
  }

  focus(): void {
    this.element.focus({ preventScroll: true });
  }

  private placeSoon(): void {
    if (this.frame || !this.isOpen) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      if (this.isOpen) this.place();
    });
  }

  private place(): void {
    const { element } = this;
    const line = this.lineOf();
    const view = { width: document.documentElement.clientWidth, height: innerHeight };
    if (!line || line.bottom < 0 || line.top > view.height) this.events.onLost();
    if (!line || !this.isOpen) return;
    undoZoom(element);
    const card = { width: element.offsetWidth, height: element.scrollHeight + 4 };
    const { left, top, maxHeight } = place(line, card, view, this.pointerX);
    element.style.left = `${left}px`;
    element.style.top = `${top}px`;
    element.style.maxHeight = `${maxHeight}px`;
  }

  /** Markers and card are one after the other only for the eye, so Tab is told where to go. */
  private onKey(event: KeyboardEvent): void {
    if (event.key !== 'Tab') return;
    const stops = [...this.element.querySelectorAll<HTMLElement>(focusable)];
    const at = this.root.activeElement;
    const isAtEdge = event.shiftKey ? at === this.element || at === stops[0] : at === stops.at(-1);
    if (!isAtEdge) return;
    event.preventDefault();
    this.events.onTabOut();
  }
}
