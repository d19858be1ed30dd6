import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  pointAt,
  pressInCard,
  readMarkers,
  waitForCard,
  waitForMarkers,
} from './harness/annotations.ts';
import { bothBrowsers } from './harness/both-browsers.ts';
import type { TestBrowser } from './harness/test-browser.ts';
import { waitFor } from './harness/wait.ts';

const capital = 'The talks were held in the South Korean capital, Pyongyang, on Tuesday.';

describe.each(bothBrowsers)('Private windows in $name', ({ openBrowser }) => {
  let browser: TestBrowser;

  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser?.close();
  });

  /** All that is kept, on the device and until the browser is closed. */
  const kept = () =>
    browser.inBackground<{ local: object; session: object }>(
      `const [local, session] = await Promise.all(
        [chrome.storage.local.get(null), chrome.storage.session.get(null)]);
      return { local, session }`,
    );

  test('are none of our business until the reader lets us in', async () => {
    const usual = await browser.open('printed.html');
    await waitForMarkers(browser, usual);
    const page = await browser.openPrivately('sample-article.html');
    await usual.bringToFront();
    await usual.reload();
    // By the time that another page is marked again, this one would be too.
    await waitForMarkers(browser, usual);
    expect(await readMarkers(browser, page)).toEqual([]);
    expect(await page.evaluate(() => document.body.innerText)).toContain('South Korean capital');
    await page.close();
    await usual.close();
  });

  test('are read as others once we are, and nothing of what was read is kept', async () => {
    await browser.setPrivateAccess(true);
    const page = await browser.openPrivately('printed.html');
    await waitForMarkers(browser, page);
    await pointAt(page, capital);
    await waitForCard(browser, page);
    const open = await kept();
    await pressInCard(browser, page, 'All about this claim');
    await waitFor('the library', async () =>
      (await browser.openAddresses()).some((place) => place.includes('/library.html#/claim/')),
    );
    await page.close();
    const after = await waitFor('the tab to be forgotten', async () => {
      const now = await kept();
      return Object.keys(now.session).length === 0 && now;
    });
    expect(open.local).toEqual({});
    expect(JSON.stringify(open.session)).not.toMatch(/koreaherald|printed|Pyongyang|shoigu/i);
    expect(after.local).toEqual({});
  });

  test('log no error', async () => {
    expect(await browser.problems()).toEqual([]);
  });
});
