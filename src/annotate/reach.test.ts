import { parseHTML } from 'linkedom';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Reach } from './reach.ts';

/** Each paragraph is as high as this, and the window as ten of them. */
const height = 100;

let notice: (entries: { target: Element; isIntersecting: boolean }[]) => void;
const observed = new Set<Element>();

class Observer {
  constructor(callback: typeof notice) {
    notice = callback;
  }
  observe(element: Element) {
    observed.add(element);
  }
  disconnect() {
    observed.clear();
  }
}

/** A page of paragraphs, each with two elements in it. */
function page(paragraphs: number, wrap = (text: string) => text): Document {
  const text = Array.from({ length: paragraphs }, () => '<p>A <em>b</em> <a>c</a></p>').join('');
  const { document } = parseHTML(`<html><body>${wrap(text)}</body></html>`);
  const all = [...document.querySelectorAll('p')];
  for (const [index, element] of all.entries()) {
    const top = height * index;
    element.getBoundingClientRect = () => ({ top, bottom: top + height }) as DOMRect;
  }
  // linkedom does not know that the star means all.
  const byName = (within: ParentNode) => (name: string) => within.querySelectorAll(name);
  for (const within of [document, ...document.querySelectorAll('*')]) {
    Object.assign(within, { getElementsByTagName: byName(within) });
  }
  vi.stubGlobal('document', document);
  return document as unknown as Document;
}

const paragraphsOf = (document: Document) => [...document.querySelectorAll('p')];
const reached = (document: Document, { selectors }: Reach) =>
  new Set(selectors.flatMap((selector) => [...document.querySelectorAll(selector)]));

function following(document: Document, places: number[]) {
  const onChange = vi.fn();
  const reach = new Reach(onChange);
  const all = paragraphsOf(document);
  const elements = places.map((place) => all[place]).filter((element) => element !== undefined);
  reach.follow(new Set(elements));
  return { reach, onChange, elements };
}

beforeEach(() => {
  vi.stubGlobal('IntersectionObserver', Observer);
  vi.stubGlobal('innerHeight', 10 * height);
  vi.stubGlobal('CSS', { escape: (name: string) => name });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

test('on a page of few elements the rules hold for all', () => {
  const { reach } = following(page(20), [3]);
  expect(reach.selectors).toEqual(['']);
});

test('on a large page they hold for what is near the window, and what is in it', () => {
  const document = page(1000);
  const { reach } = following(document, [3, 900]);
  const all = paragraphsOf(document);
  const found = reached(document, reach);
  for (const element of [all[3], ...(all[3]?.children ?? [])]) {
    expect(found.has(element as Element)).toBe(true);
  }
  // A few neighbours come or go without harm.
  expect(found.has(all[20] as Element)).toBe(true);
  expect(found.has(all[100] as Element)).toBe(false);
  expect(found.has(all[900] as Element)).toBe(false);
});

test('they hold for none where no mark is near, until one comes near', () => {
  const document = page(1000);
  const { reach, onChange, elements } = following(document, [900]);
  expect(reach.selectors).toEqual([]);
  const far = elements[0] as Element;
  expect(observed.has(far)).toBe(true);
  notice([{ target: far, isIntersecting: true }]);
  expect(onChange).toHaveBeenCalledTimes(1);
  expect(reached(document, reach).has(far)).toBe(true);
});

test('nothing is told of a mark that is reached already', () => {
  const document = page(1000);
  const { onChange, elements } = following(document, [3, 5]);
  notice(elements.map((target) => ({ target, isIntersecting: true })));
  expect(onChange).not.toHaveBeenCalled();
});

test('one in small boxes is reached with its box', () => {
  const boxed = (text: string) =>
    text.replace(/(<p>.*?<\/p>){5}/g, '<section><div>$&</div></section>');
  const document = page(1000, boxed);
  const { reach } = following(document, [3]);
  const all = paragraphsOf(document);
  const found = reached(document, reach);
  expect(found.has(all[3] as Element)).toBe(true);
  expect(found.has(all[3]?.querySelector('em') as Element)).toBe(true);
  expect(found.has(all[900] as Element)).toBe(false);
  expect(found.has(document.querySelector('section') as Element)).toBe(false);
});

test('a text beside a great many elements is reached by whatever name', () => {
  const document = page(1000);
  const reach = new Reach(() => undefined);
  const { body } = document;
  body.getBoundingClientRect = () => ({ top: 0, bottom: 1000 }) as DOMRect;
  reach.follow(new Set([body]));
  const found = reached(document, reach);
  expect(found.has(body)).toBe(true);
  expect(found.has(document.querySelector('em') as Element)).toBe(true);
});

test('when it stops, nothing is followed', () => {
  const { reach } = following(page(1000), [3]);
  reach.stop();
  expect(observed.size).toBe(0);
});
