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
  const middle = await page.evaluate(middleOfSentence, sentence);
  if (!middle) throw new Error(`The page does not show "${sentence}"`);
  await page.mouse.move(middle.x, middle.y, { steps: 4 });
}

/** Runs in the page. */
function middleOfSentence(sentence: string): { x: number; y: number } | null {
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
  const line = range.getClientRects()[0];
  return line ? { x: line.x + line.width / 2, y: line.y + line.height / 2 } : null;
}
