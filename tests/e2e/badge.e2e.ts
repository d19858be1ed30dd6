import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verdictStyles } from '../../src/ui/verdict-style.ts';
import { waitForMarkers } from './harness/annotations.ts';
import { bothBrowsers } from './harness/both-browsers.ts';
import { unlistedHost } from './harness/extension-build.ts';
import { openAt, press } from './harness/own-page.ts';
import type { Badge, TestBrowser } from './harness/test-browser.ts';
import { waitFor } from './harness/wait.ts';

const none = 'Tumen: nothing found on this page';
const red = [1, 3, 5].map((at) =>
  Number.parseInt(verdictStyles.false.colour.slice(at, at + 2), 16),
);

describe.each(bothBrowsers)('The badge in $name', ({ openBrowser }) => {
  let browser: TestBrowser;

  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser?.close();
  });

  const badge = (what: string, fits: (badge: Badge) => boolean) =>
    waitFor(what, async () => {
      const shown = await browser.badge();
      return fits(shown) && shown;
    });
  const three = () => badge('three findings', ({ text }) => text === '3');
  const empty = () => badge('no count', ({ text }) => text === '');
  const nothing = () => badge('nothing found', ({ text, title }) => text === '' && title === none);

  test('says how many there are, in the colour of the worst, and all of it in words', async () => {
    const page = await browser.open('printed.html');
    await waitForMarkers(browser, page);
    const shown = await three();
    expect(shown.title).toBe('Tumen: 3 findings on this page, the most serious: false');
    expect(shown.colour).toEqual(red);
    await page.close();
  });

  test('goes with the page: by a link, back, and to a site that is not read', async () => {
    const page = await browser.open('printed.html');
    await three();
    await page.goto(page.url().replace('printed', 'unrelated'));
    expect((await empty()).title).not.toContain('findings');
    await page.evaluate(() => history.back());
    expect((await three()).colour).toEqual(red);
    await page.evaluate((host) => {
      location.hostname = host;
    }, unlistedHost);
    expect((await empty()).title).not.toContain('findings');
    await page.close();
  });

  test('goes with views that a page changes by itself', async () => {
    const page = await browser.open('routes.html');
    const one = () => badge('one finding', ({ text }) => text === '1');
    await one();
    await page.evaluate(`go('harbour')`);
    await nothing();
    await page.evaluate(`go('treaty')`);
    await one();
    await page.evaluate(() => history.back());
    await empty();
    await page.close();
  });

  test('is that of the tab in front', async () => {
    const page = await browser.open('printed.html');
    await three();
    const other = await browser.open('unrelated.html');
    expect((await empty()).title).not.toContain('findings');
    await page.bringToFront();
    expect((await three()).title).toContain('3 findings');
    await other.bringToFront();
    await empty();
    await other.close();
    await page.close();
  });

  test('follows the settings: a verdict that is not shown is not counted', async () => {
    const page = await browser.open('printed.html');
    await three();
    const options = await openAt(browser, 'options.html', '[name="verdict-false"]');
    await press(options, '[name="verdict-false"]');
    await options.close();
    await page.bringToFront();
    const shown = await badge('another count', ({ text }) => text !== '3');
    expect(shown.title).not.toContain('false');
    await page.close();
  });

  test('leaves nothing in any console', async () => {
    expect(await browser.problems()).toEqual([]);
  });
});
