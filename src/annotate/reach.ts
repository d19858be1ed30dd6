/** A page of fewer elements is given rules that hold for all of them. */
const large = 1500;
/** An element with no more than this many in it is taken as a whole. */
const small = 300;
/** How many neighbours on each side are taken with it, so that a few that come or go do no harm. */
const slack = 30;
/** How far from the window a sentence is drawn ahead. */
const ahead = '200%';

/** Neighbours in one element, by their places in it, counted from 1 as style sheets do. */
interface Span {
  around: Element;
  from: number;
  to: number;
}

/**
 * Tells which elements of a large page the rules for lines have to hold for: those near the window
 * with marks in them. Browsers work out the style anew of every element that a new rule could hold
 * for, which on 100,000 words takes longer than all else that is done there.
 */
export class Reach {
  /** Selects the elements; empty where all are meant, null where none is. */
  selector: string | null = '';
  private spans: Span[] = [];
  private observer: IntersectionObserver | null = null;
  private readonly near = new Set<Element>();
  private readonly onChange: () => void;

  constructor(onChange: () => void) {
    this.onChange = onChange;
  }

  /** Follows these elements in place of those before. */
  follow(elements: ReadonlySet<Element>): void {
    this.observer?.disconnect();
    if (document.getElementsByTagName('*').length < large) {
      this.selector = '';
      return;
    }
    for (const element of this.near) if (!elements.has(element)) this.near.delete(element);
    this.fit();
    this.observer = new IntersectionObserver((entries) => this.look(entries), {
      rootMargin: ahead,
    });
    for (const element of elements) this.observer.observe(element);
  }

  stop(): void {
    this.observer?.disconnect();
    this.near.clear();
  }

  private look(entries: IntersectionObserverEntry[]): void {
    let isLacking = false;
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) this.near.delete(target);
      else if (!this.near.has(target)) {
        this.near.add(target);
        isLacking ||= !this.reaches(target);
      }
    }
    // What is reached and no longer near does no harm until something else is wanted.
    if (!isLacking) return;
    this.fit();
    this.onChange();
  }

  private reaches(element: Element): boolean {
    return this.spans.some(({ around, from, to }) =>
      [...around.children].slice(from - 1, to).some((child) => child.contains(element)),
    );
  }

  private fit(): void {
    this.spans = spansOf(this.near);
    const parts = this.spans.map(
      ({ around, from, to }) => `${nameOf(around)}>:nth-child(n+${from}):nth-child(-n+${to})`,
    );
    const inner = parts.map((part) => `${part} *`);
    this.selector = parts.length > 0 ? `:is(${[...parts, ...inner].join()})` : null;
  }
}

function spansOf(elements: Iterable<Element>): Span[] {
  const sizes = new Map<Element, number>();
  const isSmall = (element: Element): boolean => {
    const size = sizes.get(element) ?? element.getElementsByTagName('*').length;
    sizes.set(element, size);
    return size <= small;
  };
  const wanted = new Map<Element, Set<Element>>();
  for (const element of elements) {
    let whole = element;
    let around = element.parentElement;
    while (around && isSmall(around)) [whole, around] = [around, around.parentElement];
    if (!around) continue;
    const others = wanted.get(around);
    if (others) others.add(whole);
    else wanted.set(around, new Set([whole]));
  }
  const spans: Span[] = [];
  for (const [around, wholes] of wanted) {
    let last: Span | null = null;
    let place = 0;
    for (const child of around.children) {
      place++;
      if (!wholes.has(child)) continue;
      const span = { around, from: Math.max(1, place - slack), to: place + slack };
      if (last && span.from <= last.to + 1) last.to = span.to;
      else {
        last = span;
        spans.push(span);
      }
    }
  }
  return spans;
}

/**
 * A selector for an element, which may hold for others too. It goes without classes and places, which
 * pages change while they live.
 */
function nameOf(element: Element): string {
  const { id, localName, parentElement } = element;
  if (id) return `#${CSS.escape(id)}`;
  const name = CSS.escape(localName);
  return parentElement ? `${CSS.escape(parentElement.localName)}>${name}` : name;
}
