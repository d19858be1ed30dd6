import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { boxOfCard, firstLineOf, waitForCard, waitForMarkers } from './harness/annotations.ts';
import { bothBrowsers } from './harness/both-browsers.ts';
import { ownPageThat } from './harness/own-page.ts';
import type { TestBrowser } from './harness/test-browser.ts';
import { waitFor } from './harness/wait.ts';

const width = 360;
const claim = 'Russian Defence Minister Sergei Shoigu met Kim Jong Un in Pyongyang.';

describe.each(bothBrowsers)('On the screen of a phone, by touch, in $name', ({ openBrowser }) => {
  let browser: TestBrowser;

  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser?.close();
  });

  /** Opens one of Tumen's own pages in a tab, as browsers on phones do also with the popup. */
  async function open(address: string): Promise<Page> {
    const own = await browser.openOwn(address);
    await own.show({ width, isTouched: true });
    return ownPageThat(browser, (place) => place.endsWith(`/${address}`));
  }

  async function close(page: Page): Promise<void> {
    if (!page.isClosed()) await page.close();
  }

  async function tap(page: Page, selector: string): Promise<void> {
    await page.waitForSelector(selector);
    // A view that has just been opened is still being laid out.
    const { x, y } = await waitFor(`${selector} to come to rest`, async () => {
      const before = await page.evaluate(middleOf, selector);
      const { isSeen, ...after } = await page.evaluate(middleOf, selector);
      return isSeen && before.x === after.x && before.y === after.y && after;
    });
    await page.touchscreen.tap(x, y);
  }

  /** Controls that a finger would miss (WCAG 2.2, 2.5.8), by their text; links within a text may be small. */
  const small = (page: Page) =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('button, select, summary, input, nav a, .links a')]
        .map((control) => control.closest('label') ?? control)
        .filter((control) => control.checkVisibility())
        .filter((control) => control.getBoundingClientRect().height < 24)
        .map(({ innerText, outerHTML }) => innerText || outerHTML),
    );

  test('the popup is a page, and leads to a sentence', async () => {
    const article = await browser.open('sample-article.html');
    await waitForMarkers(browser, article);
    const popup = await open('popup.html');
    await popup.waitForSelector('.finding');
    expect(await small(popup)).toEqual([]);
    await tap(popup, '.finding');
    // Chromium lets no page close a tab that it has not opened.
    if (browser.name === 'Firefox') {
      await waitFor('the popup to go', async () =>
        (await browser.openAddresses()).every((address) => !address.endsWith('/popup.html')),
      );
    }
    await article.bringToFront();
    expect(await waitForCard(browser, article)).toContain('19 June 2024');
    await close(popup);
    await article.close();
  });

  test('the sample of the welcome page opens its card, which fits', async () => {
    const page = await open('welcome.html');
    await waitForMarkers(browser, page);
    expect(await small(page)).toEqual([]);
    const line = await firstLineOf(page, 'Relations have moved fast since Russia');
    await page.touchscreen.tap(line.x + line.width / 2, line.y + line.height / 2);
    expect(await waitForCard(browser, page)).toContain('19 June 2024');
    const card = await boxOfCard(browser, page);
    expect(card.x).toBeGreaterThanOrEqual(0);
    expect(card.x + card.width).toBeLessThanOrEqual(width);
    expect(card.scrollsAcross).toBe(false);
    await page.close();
  });

  test('settings are changed', async () => {
    const page = await open('options.html');
    await page.waitForSelector('[name=verdict-accurate]');
    expect(await small(page)).toEqual([]);
    const isOn = () =>
      page.evaluate(
        () => document.querySelector<HTMLInputElement>('[name=verdict-accurate]')?.checked,
      );
    for (const wanted of [false, true]) {
      await tap(page, '[name=verdict-accurate]');
      await waitFor('the choice', async () => (await isOn()) === wanted);
    }
    await page.close();
  });

  test('the library leads to a claim, and from its timeline too', async () => {
    const page = await open('library.html');
    await tap(page, '.claims h2 a');
    await page.waitForSelector('article.claim');
    expect(await small(page)).toEqual([]);
    await tap(page, 'nav a[href*=timeline]');
    await tap(page, '.timeline a.current');
    await page.waitForSelector('article.claim');
    await page.close();
  });

  test('a text is checked', async () => {
    const page = await open('check.html');
    await tap(page, 'textarea');
    await page.keyboard.type(claim);
    await tap(page, '[type=submit]');
    await page.waitForSelector('.outcome article');
    expect(await small(page)).toEqual([]);
    await page.close();
  });

  test('nothing is left in any console', async () => {
    expect(await browser.problems()).toEqual([]);
  });
});

/** Runs in the page: where the first line of an element is in the window, once it was scrolled to. */
async function middleOf(selector: string): Promise<{ x: number; y: number; isSeen: boolean }> {
  // Parts of a picture have no lines, and Firefox does not scroll to them by itself.
  const place = () => {
    const element = document.querySelector(selector);
    return element?.getClientRects()[0] ?? element?.getBoundingClientRect() ?? new DOMRect();
  };
  scrollBy({ top: place().y - innerHeight / 2, behavior: 'instant' });
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  const line = place();
  const [x, y] = [line.x + line.width / 2, line.y + line.height / 2];
  return { x, y, isSeen: y > 0 && y < innerHeight };
}
