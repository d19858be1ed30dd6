/** A page of fewer elements is given rules that hold for all of them. */
const large = 1500;
/** An element with no more than this many in it is taken as a whole. */
const small = 300;
/** How many neighbours on each side are taken with it, so that a few that come or go do no harm. */
const slack = 30;
/** How far from the window a sentence is drawn ahead, in windows. */
const ahead = 2;

/** Neighbours in one element, by their places in it, counted from 1 as style sheets do. */
interface Span {
  around: Element;
  from: number;
  to: number;
  /** The names of those that hold marks themselves, and of elements within them that do. */
  names: Set<string>;
  innerNames: Set<string>;
}

/**
 * Tells which elements of a large page the rules for lines have to hold for: those near the window
 * with marks in them. Browsers work out the style anew of every element that a new rule could hold
 * for, which on 100,000 words takes longer than all else that is done there. Each selector ends in
 * the name of an element, by which they leave most of a page alone at once.
 */
export class Reach {
  /** Selects the elements; the empty one selects all, and no selector none. */
  selectors: readonly string[] = [''];
  private spans: Span[] = [];
  private observer: IntersectionObserver | null = null;
  private readonly near = new Set<Element>();
  private readonly onChange: () => void;

  constructor(onChange: () => void) {
    this.onChange = onChange;
  }

  /** Follows these elements, which hold marks, in place of those before. */
  follow(elements: ReadonlySet<Element>): void {
    this.stop();
    if (document.getElementsByTagName('*').length < large) {
      this.selectors = [''];
      return;
    }
    for (const element of elements) if (isNear(element)) this.near.add(element);
    this.fit();
    this.observer = new IntersectionObserver((entries) => this.look(entries), {
      rootMargin: `${100 * ahead}%`,
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
    return this.spans.some(({ around, from, to, names, innerNames }) => {
      let whole: Element | null = element;
      while (whole && whole.parentElement !== around) whole = whole.parentElement;
      if (!whole) return false;
      const place = placeOf(whole);
      if (place < from || place > to) return false;
      const isNamed = (whole === element ? names : innerNames).has(element.localName);
      return isNamed && namesWithin(element).every((name) => innerNames.has(name));
    });
  }

  private fit(): void {
    this.spans = spansOf(this.near);
    this.selectors = this.spans.flatMap(({ around, from, to, names, innerNames }) => {
      const parent = selectorOf(around);
      const places = `:nth-child(n+${from}):nth-child(-n+${to})`;
      return [
        ...[...names].map((name) => `${parent}>${CSS.escape(name)}${places}`),
        ...[...innerNames].map((name) => {
          return `${parent}>${places} ${name === any ? any : CSS.escape(name)}`;
        }),
      ];
    });
  }
}

function isNear(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > -ahead * innerHeight && top < (1 + ahead) * innerHeight;
}

function spansOf(elements: Iterable<Element>): Span[] {
  const sizes = new Map<Element, number>();
  const isSmall = (element: Element): boolean => {
    const size = sizes.get(element) ?? element.getElementsByTagName('*').length;
    sizes.set(element, size);
    return size <= small;
  };
  const holders = new Map<Element, Map<Element, Element[]>>();
  for (const element of elements) {
    let whole = element;
    let around = element.parentElement;
    while (around && isSmall(around)) [whole, around] = [around, around.parentElement];
    if (!around) continue;
    const wholes = holders.get(around) ?? new Map<Element, Element[]>();
    holders.set(around, wholes);
    wholes.set(whole, [...(wholes.get(whole) ?? []), element]);
  }
  return [...holders].flatMap(([around, wholes]) => spansIn(around, wholes));
}

function spansIn(around: Element, wholes: ReadonlyMap<Element, Element[]>): Span[] {
  const spans: Span[] = [];
  let place = 0;
  let found = 0;
  for (let child = around.firstElementChild; child; child = child.nextElementSibling) {
    place++;
    const held = wholes.get(child);
    if (!held) continue;
    let span = spans.at(-1);
    if (!span || place - slack > span.to + 1) {
      const from = Math.max(1, place - slack);
      span = { around, from, to: 0, names: new Set(), innerNames: new Set() };
      spans.push(span);
    }
    span.to = place + slack;
    for (const element of held) {
      (element === child ? span.names : span.innerNames).add(element.localName);
      for (const name of namesWithin(element)) span.innerNames.add(name);
    }
    // What comes after the last one may be most of a page.
    if (++found === wholes.size) break;
  }
  return spans;
}

function placeOf(element: Element): number {
  let place = 1;
  for (let at = element.previousElementSibling; at; at = at.previousElementSibling) place++;
  return place;
}

/** Selects elements of any name. */
const any = '*';

/** The names of the elements in one; any where there are too many of them. */
function namesWithin(element: Element): string[] {
  const inner = element.getElementsByTagName('*');
  if (inner.length > small) return [any];
  return [...new Set([...inner].map(({ localName }) => localName))];
}

/**
 * A selector for an element, which may hold for others too. It goes without classes and places, which
 * pages change while they live.
 */
function selectorOf(element: Element): string {
  const { id, localName, parentElement } = element;
  if (id) return `#${CSS.escape(id)}`;
  const name = CSS.escape(localName);
  return parentElement ? `${CSS.escape(parentElement.localName)}>${name}` : name;
}
