import type { Page } from 'puppeteer-core';
import { waitFor } from './wait.ts';

/** A page as its reader and its own scripts find it, Tumen's element left out. */
export interface PageLook {
  html: string[];
  /** How many elements Tumen added. */
  added: number;
  /** Where each element stands, and how large it is. */
  boxes: string[];
  /** What is copied when all is selected. */
  copied: string;
  /** What the browser's search finds of some words, one after the other. */
  searched: string[];
  /** How far content was moved in all, where the browser measures it. */
  shift: number;
}

/** Looks at a page in all its frames. */
export async function lookAt(page: Page, words: readonly string[]): Promise<PageLook> {
  const look = await page.evaluate(lookInPage, words);
  const frames = await Promise.all(page.frames().map((frame) => frame.evaluate(htmlOf)));
  return {
    ...look,
    html: frames.map(({ html }) => html),
    added: Math.max(...frames.map(({ added }) => added)),
  };
}

/** The text under each mark that is painted, in all frames, sorted; without soft hyphens. */
export async function paintedTexts(page: Page): Promise<string[]> {
  const texts = await Promise.all(page.frames().map((frame) => frame.evaluate(paintedInFrame)));
  return texts.flat().sort();
}

/** Waits until exactly these texts are marked. */
export async function waitForPainted(page: Page, texts: readonly string[]): Promise<void> {
  const wanted = [...texts].sort().join('\n');
  let painted: string[] = [];
  try {
    await waitFor('the marks', async () => {
      painted = await paintedTexts(page);
      return painted.join('\n') === wanted;
    });
  } catch (error) {
    throw new Error(`${error}\nMarked are:\n${painted.join('\n')}\nWanted are:\n${wanted}`);
  }
}

/** What is left of Tumen in the page's own style, which pages can see too: nothing, when it is off. */
export async function traces(page: Page): Promise<string[]> {
  const found = await Promise.all(page.frames().map((frame) => frame.evaluate(tracesInFrame)));
  return found.flat();
}

// What follows runs in pages, also in those that override what others lean on.

function htmlOf(): { html: string; added: number } {
  const copy = document.documentElement.cloneNode(true) as Element;
  let added = 0;
  for (const child of [...copy.children]) {
    if (child.localName !== 'tumen-annotations') continue;
    child.remove();
    added++;
  }
  return { html: copy.outerHTML, added };
}

function paintedInFrame(): string[] {
  const texts: string[] = [];
  for (const [name, highlight] of CSS.highlights) {
    if (!name.startsWith('tumen-') || name === 'tumen-emphasis') continue;
    for (const range of highlight) {
      const text = String(range).replace(/\u00AD/g, '');
      texts.push(text.replace(/\s+/g, ' '));
    }
  }
  return texts;
}

function tracesInFrame(): string[] {
  const found: string[] = [];
  for (const [name] of CSS.highlights) if (name.startsWith('tumen-')) found.push(name);
  if (document.querySelector('html > tumen-annotations')) found.push('the element');
  const roots: (Document | ShadowRoot)[] = [document];
  for (let root = roots.pop(); root; root = roots.pop()) {
    if (root.adoptedStyleSheets.length > 0) found.push('a style sheet');
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) roots.push(element.shadowRoot);
    }
  }
  return found;
}

async function lookInPage(
  words: readonly string[],
): Promise<Pick<PageLook, 'boxes' | 'copied' | 'searched' | 'shift'>> {
  const boxes: string[] = [];
  for (const element of document.querySelectorAll('*')) {
    if (element.matches('html > tumen-annotations')) continue;
    const { x, y, width, height } = element.getBoundingClientRect();
    const at = [x + scrollX, y + scrollY, width, height].map((value) => value.toFixed(1));
    boxes.push(`${element.localName} ${at.join(' ')}`);
  }
  const selection = getSelection();
  document.execCommand('selectAll');
  const copied = String(selection);
  const searched: string[] = [];
  const find = (globalThis as unknown as { find(words: string): boolean }).find.bind(globalThis);
  selection?.removeAllRanges();
  const place = { left: scrollX, top: scrollY };
  for (const part of words) searched.push(find(part) ? String(selection) : `nothing for ${part}`);
  selection?.removeAllRanges();
  scrollTo({ ...place, behavior: 'instant' });

  const isMeasured = PerformanceObserver.supportedEntryTypes.includes('layout-shift');
  if (!isMeasured) return { boxes, copied, searched, shift: 0 };
  const shifts = new PerformanceObserver(() => {});
  shifts.observe({ type: 'layout-shift', buffered: true });
  // What is buffered is delivered with the next frame.
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  await frame();
  await frame();
  const entries = shifts.takeRecords() as (PerformanceEntry & { value: number })[];
  shifts.disconnect();
  return { boxes, copied, searched, shift: entries.reduce((sum, { value }) => sum + value, 0) };
}
