import type { Page } from 'puppeteer-core';
import type { TestBrowser } from './test-browser.ts';
import { waitFor } from './wait.ts';

/** The spoken names of the markers on a page, in order; none where Tumen added nothing. */
export async function readMarkers(browser: TestBrowser, page: Page): Promise<string[]> {
  const names = await browser.inAnnotations(page, (root) =>
    [...root.querySelectorAll('button.marker')].map(
      (button) => button.getAttribute('aria-label') ?? '',
    ),
  );
  return names ?? [];
}

/** Waits until a page has been marked, and returns the spoken names of its markers. */
export function waitForMarkers(browser: TestBrowser, page: Page): Promise<string[]> {
  return waitFor('markers on the page', async () => {
    const names = await readMarkers(browser, page);
    return names.length > 0 && names;
  });
}

/** What the open card says; null where none is open. */
export async function readCard(browser: TestBrowser, page: Page): Promise<string | null> {
  const text = await browser.inAnnotations(page, (root) => {
    const card = root.querySelector<HTMLElement>('[role="dialog"]');
    return card?.matches(':popover-open') ? card.innerText : null;
  });
  return text ?? null;
}

/** Waits for a card to open, and returns what it says. */
export function waitForCard(browser: TestBrowser, page: Page): Promise<string> {
  return waitFor('a card', () => readCard(browser, page));
}

/** Waits for a card to open and to have come to rest, as for a picture. */
export async function waitForStillCard(browser: TestBrowser, page: Page): Promise<void> {
  await waitForCard(browser, page);
  await waitFor('the card to come to rest', () =>
    browser.inAnnotations(page, (root) =>
      root.getAnimations().every(({ playState }) => playState === 'finished'),
    ),
  );
}

/** Waits until no card is open. */
export async function waitForNoCard(browser: TestBrowser, page: Page): Promise<void> {
  await waitFor('the card to close', async () => (await readCard(browser, page)) === null);
}

/** The spoken name or text of what has the focus among Tumen's own parts; null where nothing has. */
export async function readFocus(browser: TestBrowser, page: Page): Promise<string | null> {
  const focused = await browser.inAnnotations(page, ({ activeElement }) =>
    activeElement ? (activeElement.getAttribute('aria-label') ?? activeElement.textContent) : null,
  );
  return focused ?? null;
}

/** Presses a button of the open card, by its spoken name or text. */
export async function pressInCard(browser: TestBrowser, page: Page, name: string): Promise<void> {
  const press = new Function(
    'root',
    `const buttons = [...root.querySelectorAll('[role="dialog"] :is(button, summary)')];
    const named = (button) => button.getAttribute('aria-label') ?? button.textContent;
    const button = buttons.find((button) => named(button) === ${JSON.stringify(name)});
    button?.click();
    return button !== undefined;`,
  ) as (root: ShadowRoot) => boolean;
  await waitFor(`a button ${name}`, () => browser.inAnnotations(page, press));
}

/** The text that the card gives to be copied by hand. */
export function textToCopy(browser: TestBrowser, page: Page): Promise<string> {
  return waitFor('a text to copy', () =>
    browser.inAnnotations(page, (root) => root.querySelector('textarea')?.value),
  );
}

/** Where the open card stands in the window, and whether one must scroll sideways in it. */
export function boxOfCard(browser: TestBrowser, page: Page): Promise<CardPlace> {
  return waitFor('the place of the card', () =>
    browser.inAnnotations(page, (root) => {
      const card = root.querySelector('[role="dialog"]');
      if (!card) return undefined;
      const { x, y, width, height } = card.getBoundingClientRect();
      return { x, y, width, height, scrollsAcross: card.scrollWidth > card.clientWidth };
    }),
  );
}

interface CardPlace extends Line {
  scrollsAcross: boolean;
}

/** Presses Tab until a marker has the focus, as a reader without a mouse does. */
export async function tabToMarker(browser: TestBrowser, page: Page): Promise<string> {
  for (let presses = 0; presses < 100; presses++) {
    await page.keyboard.press('Tab');
    const focused = await readFocus(browser, page);
    if (focused) return focused;
  }
  throw new Error('A hundred presses of Tab did not lead to a marker');
}

/** Moves the mouse to the middle of the first line of a sentence, scrolling to it first. */
export async function pointAt(page: Page, sentence: string): Promise<void> {
  const { x, y, width, height } = await firstLineOf(page, sentence);
  await page.mouse.move(x + width / 2, y + height / 2, { steps: 4 });
}

/** A picture of the first line of a sentence, as PNG, scrolling to it first. */
export async function pictureOf(page: Page, sentence: string): Promise<Uint8Array> {
  const { x, y, width, height } = await firstLineOf(page, sentence);
  // Pictures are cut out of the whole page; half of the line, since a marker may stand at its end.
  const scrolled = await page.evaluate(() => ({ x: scrollX, y: scrollY }));
  const clip = { x: x + scrolled.x, y: y + scrolled.y, width: width / 2, height: height + 4 };
  return page.screenshot({ clip });
}

/** Where the first line of a sentence stands in the window, scrolling to it first. */
export async function firstLineOf(page: Page, sentence: string): Promise<Line> {
  const line = await page.evaluate(lineInWindow, sentence);
  if (!line) throw new Error(`The page does not show "${sentence}"`);
  return line;
}

/** A line of text in the window. */
export interface Line {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Runs in the page. */
function lineInWindow(sentence: string): Line | null {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const places: { node: Node; offset: number }[] = [];
  let text = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const [offset, letter] of [...(node.nodeValue ?? '')].entries()) {
      if (/\s/.test(letter) && text.endsWith(' ')) continue;
      text += /\s/.test(letter) ? ' ' : letter;
      places.push({ node, offset });
    }
  }
  const start = places[text.indexOf(sentence)];
  const end = places[text.indexOf(sentence) + sentence.length - 1];
  if (!start || !end) return null;
  const range = document.createRange();
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset + 1);
  start.node.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
  // A paragraph may be taller than the window.
  const [first] = range.getClientRects();
  if (first && (first.top < 0 || first.bottom > innerHeight)) {
    scrollBy({ top: first.top - innerHeight / 2, behavior: 'instant' });
  }
  const [line] = range.getClientRects();
  return line ? { x: line.x, y: line.y, width: line.width, height: line.height } : null;
}
