import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  firstLineOf,
  pictureOf,
  pointAt,
  readCard,
  readFocus,
  readMarkers,
  tabToMarker,
  waitForCard,
  waitForMarkers,
  waitForNoCard,
} from './harness/annotations.ts';
import { bothBrowsers } from './harness/both-browsers.ts';
import { newsHost, unlistedHost } from './harness/extension-build.ts';
import {
  chooseFirstFinding,
  listedFindings,
  openSettledPopup,
  popupTitle,
  pressInPopup,
  widthOf,
} from './harness/popup.ts';
import type { TestBrowser } from './harness/test-browser.ts';
import { waitFor } from './harness/wait.ts';

const article = 'sample-article.html';

const expectations = readExpectations();

/** What is to be found in the sample article. */
const expectedFindings = expectations.filter(({ verdict }) => verdict !== undefined);

/** One sentence to be marked: the second, so that a mark at the very beginning is not what is tried. */
const sentence = expectedFindings[1]?.quote ?? '';

/** A sentence that makes no claim. */
const plainSentence = 'A short visit ends with large promises.';

describe.each(bothBrowsers)('Tumen in $name', ({ openBrowser }) => {
  let browser: TestBrowser;

  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser?.close();
  });

  test('marks the sample article and lists what it marked', async () => {
    const page = await browser.open(article);
    const markers = await waitForMarkers(browser, page);
    const popup = await openSettledPopup(browser);
    const listed = await listedFindings(popup);
    const width = await widthOf(popup);
    await popup.close();
    const badge = await browser.badgeText();
    await page.close();

    expect(sortedByQuote(listed)).toEqual(sortedByQuote(expectedFindings));
    expect(markers).toHaveLength(expectedFindings.length);
    expect(width).toBeGreaterThanOrEqual(300);
    expect(badge).toBe(String(expectedFindings.length));
  });

  test('underlines a sentence and moves nothing', async () => {
    const untouched = await browser.open(article, unlistedHost);
    const placeBefore = await firstLineOf(untouched, sentence);
    const pictureBefore = await pictureOf(untouched, sentence);
    await untouched.close();
    const page = await browser.open(article);
    await waitForMarkers(browser, page);
    const placeAfter = await firstLineOf(page, sentence);
    const pictureAfter = await pictureOf(page, sentence);
    const plainPicture = await pictureOf(page, plainSentence);
    await page.close();
    const plainPage = await browser.open(article, unlistedHost);
    const plainPictureBefore = await pictureOf(plainPage, plainSentence);
    await plainPage.close();

    expect(placeAfter).toEqual(placeBefore);
    expect(Buffer.compare(pictureAfter, pictureBefore)).not.toBe(0);
    expect(Buffer.compare(plainPicture, plainPictureBefore)).toBe(0);
  });

  test('leads from the list to the place on the page', async () => {
    const page = await browser.open(article);
    await waitForMarkers(browser, page);
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    const popup = await openSettledPopup(browser);
    const quote = await chooseFirstFinding(popup);
    const card = await waitForCard(browser, page);
    const isInView = await waitFor('the sentence to come into view', () =>
      page.evaluate(isInWindow, quote),
    );
    await page.close();

    expect(isInView).toBe(true);
    expect(card).toContain('Sources');
  });

  test('copies a report from the popup, or gives it to be copied by hand', async () => {
    const page = await browser.open(article);
    const markers = await waitForMarkers(browser, page);
    const popup = await openSettledPopup(browser);
    await pressInPopup(popup, '.copy-report button:nth-of-type(3)');
    const report = await waitFor('the report', () =>
      popup.inDocument(
        (document) =>
          document.querySelector('textarea')?.value ||
          document.querySelector('.copy-report [role=status]')?.textContent ||
          null,
      ),
    );
    await popup.close();
    await page.close();

    // Without a true click, Firefox lets nobody write to the clipboard.
    if (browser.name === 'Chromium') expect(report).toBe('Copied');
    else expect(JSON.parse(report).length).toBeGreaterThanOrEqual(markers.length);
  });

  test("leaves the page's own HTML as it was, but for one element", async () => {
    const untouched = await browser.open(article, unlistedHost);
    const before = await untouched.evaluate(() => document.documentElement.outerHTML);
    await untouched.close();
    const page = await browser.open(article);
    await waitForMarkers(browser, page);
    await pointAt(page, sentence);
    await waitForCard(browser, page);
    const { html, added } = await page.evaluate(htmlWithoutAnnotations);
    await page.close();

    expect(added).toBe(1);
    expect(html).toBe(before);
  });

  test('opens the card on hovering, and Escape closes it', async () => {
    const page = await browser.open(article);
    await waitForMarkers(browser, page);
    expect(await readCard(browser, page)).toBeNull();
    await pointAt(page, sentence);
    const card = await waitForCard(browser, page);
    await page.keyboard.press('Escape');
    await waitForNoCard(browser, page);
    await page.close();

    expect(card).toMatch(/false|misleading|outdated|accurate|unproven|disputed/i);
    expect(card).toContain('Sources');
  });

  test('opens the card by keyboard, and Escape gives the focus back', async () => {
    const page = await browser.open(article);
    await waitForMarkers(browser, page);
    const marker = await tabToMarker(browser, page);
    await page.keyboard.press('Enter');
    await waitForCard(browser, page);
    const inCard = await waitFor('the focus to go to the card', async () => {
      const focus = await readFocus(browser, page);
      return focus !== marker && focus;
    });
    await page.keyboard.press('Escape');
    await waitForNoCard(browser, page);
    const focusAfterwards = await readFocus(browser, page);
    await page.close();

    expect(inCard).not.toBe(marker);
    expect(focusAfterwards).toBe(marker);
  });

  test.each([
    { file: 'unrelated.html', says: 'About something else' },
    { file: 'passing-mention.html', says: 'Nothing found' },
    { file: 'fact-check.html', says: 'A fact check itself' },
  ])('adds nothing at all to $file', async ({ file, says }) => {
    const untouched = await browser.open(file, unlistedHost);
    const before = await untouched.evaluate(() => document.documentElement.outerHTML);
    await untouched.close();
    const page = await browser.open(file);
    const popup = await openSettledPopup(browser);
    const title = await popupTitle(popup);
    await popup.close();
    const after = await page.evaluate(() => document.documentElement.outerHTML);
    const markers = await readMarkers(browser, page);
    await page.close();

    expect(title).toBe(says);
    expect(after).toBe(before);
    expect(markers).toEqual([]);
  });

  test('asks no server for anything', () => {
    const ownHosts = [newsHost, unlistedHost];
    const others = browser.requests
      .map(({ hostname }) => hostname)
      .filter((host) => !ownHosts.includes(host) && !isOfTheBrowserMaker(host));
    const paths = browser.requests
      .filter(({ hostname }) => ownHosts.includes(hostname))
      .map(({ pathname }) => path.extname(pathname));

    expect(others).toEqual([]);
    expect(new Set(paths)).toEqual(new Set(['.html', '.ico']));
  });

  test('logs no error', async () => {
    expect(await browser.problems()).toEqual([]);
  });
});

interface Expectation {
  quote: string;
  verdict?: string;
}

function readExpectations(): Expectation[] {
  const file = path.join(import.meta.dirname, '../pages/sample-article.expected.json');
  return JSON.parse(readFileSync(file, 'utf8')) as Expectation[];
}

function sortedByQuote(findings: Expectation[]): Expectation[] {
  return findings
    .map(({ quote, verdict = '' }) => ({ quote, verdict }))
    .sort((one, other) => one.quote.localeCompare(other.quote));
}

/** Browsers look for updates of themselves, whatever is installed in them. */
function isOfTheBrowserMaker(host: string): boolean {
  return /(^|\.)(google\.com|googleapis\.com|gvt1\.com|mozilla\.(com|net|org)|firefox\.com)$/.test(
    host,
  );
}

/** Runs in the page. */
function htmlWithoutAnnotations(): { html: string; added: number } {
  const copy = document.documentElement.cloneNode(true) as Element;
  const added = [...copy.querySelectorAll('tumen-annotations')];
  for (const element of added) element.remove();
  return { html: copy.outerHTML, added: added.length };
}

/** Runs in the page: whether the element that holds this text is within the window. */
function isInWindow(text: string): boolean {
  const holds = (element: Element) => element.textContent?.replace(/\s+/g, ' ').includes(text);
  const holder = [...document.body.querySelectorAll('*')].filter(holds).at(-1);
  const box = holder?.getBoundingClientRect();
  return box !== undefined && box.bottom > 0 && box.top < innerHeight;
}
