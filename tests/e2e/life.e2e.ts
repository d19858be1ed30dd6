import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultSettings } from '../../src/settings/settings.ts';
import { readMarkers, waitForMarkers } from './harness/annotations.ts';
import { bothBrowsers } from './harness/both-browsers.ts';
import { unlistedHost } from './harness/extension-build.ts';
import { paintedTexts, traces, waitForPainted } from './harness/page-look.ts';
import { openSettledPopup, popupTitle, pressInPopup } from './harness/popup.ts';
import type { TestBrowser } from './harness/test-browser.ts';
import { waitFor } from './harness/wait.ts';

const capital = 'The talks were held in the South Korean capital, Pyongyang, on Tuesday.';
const sappers =
  'North Korea will send 1,000 sappers and 5,000 military builders to the Kursk region.';

describe.each(bothBrowsers)('Through the life of a page in $name', ({ openBrowser }) => {
  let browser: TestBrowser;

  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser?.close();
  });

  test('marks come back with the page, once', async () => {
    const page = await browser.open('printed.html');
    const before = await waitForMarkers(browser, page);
    await page.evaluate(() => addEventListener('pageshow', () => (document.title += ' again')));
    await page.goto(page.url().replace('printed', 'unrelated'));
    await page.evaluate(() => history.back());
    await waitFor('the page to come back', async () => {
      const address = await page.evaluate(() => location.href).catch(() => '');
      return address.includes('printed');
    });
    const after = await waitForMarkers(browser, page);
    await waitFor('the count', async () => (await browser.badgeText()) === '3');
    const isFromCache = await page.evaluate(() => document.title.endsWith('again'));
    const painted = await paintedTexts(page);
    await page.close();

    expect(isFromCache).toBe(true);
    expect(after).toEqual(before);
    expect(painted).toHaveLength(3);
  });

  test('a page that comes back is marked by what was chosen meanwhile', async () => {
    const page = await browser.open('printed.html');
    await waitForMarkers(browser, page);
    const goes = async (how: string, file: string) => {
      await page.evaluate(`{ ${how}; null }`);
      await waitFor(file, async () => {
        const address = await page.evaluate(() => location.href).catch(() => '');
        return address.includes(file);
      });
    };
    const choose = (verdicts: readonly string[]) =>
      browser.inBackground(
        `await (self.browser ?? chrome).storage.local.set(
          { settings: ${JSON.stringify({ ...defaultSettings, verdicts })} })`,
      );
    await goes(`location.href = '/unrelated.html'`, 'unrelated');
    await choose([]);
    await goes('history.back()', 'printed');
    await waitFor('no marks', async () => (await readMarkers(browser, page)).length === 0);
    await goes(`location.href = '/unrelated.html'`, 'unrelated');
    await choose(defaultSettings.verdicts);
    await goes('history.back()', 'printed');
    expect(await waitForMarkers(browser, page)).toHaveLength(3);
    await page.close();
  });

  test('a page that was left while it was read is marked when one comes back', async () => {
    const page = await browser.open('unrelated.html');
    const goes = async (how: string, file: string) => {
      await page.evaluate(`setTimeout(() => { ${how} }); null`);
      await waitFor(file, () =>
        page
          .evaluate(`location.href.includes('${file}') && document.readyState === 'complete'`)
          .catch(() => false),
      );
    };
    for (const [index, wait] of [0, 60, 120, 180, 240, 300, 400, 500].entries()) {
      await goes(`location.href = '/printed.html?${index}'`, `printed.html?${index}`);
      await new Promise((resolve) => setTimeout(resolve, wait));
      await goes(`location.href = '/unrelated.html'`, 'unrelated');
      await goes('history.back()', `printed.html?${index}`);
      expect(await waitForMarkers(browser, page)).toHaveLength(3);
    }
    await page.close();
  });

  test('the badge is that of the page in front', async () => {
    const page = await browser.open('printed.html');
    await waitForMarkers(browser, page);
    await waitFor('the count', async () => (await browser.badgeText()) === '3');
    const other = await browser.open('unrelated.html');
    await waitFor('no count', async () => (await browser.badgeText()) === '');
    await page.bringToFront();
    await waitFor('the count again', async () => (await browser.badgeText()) === '3');
    await page.goto(page.url().replace('printed', 'unrelated'));
    await waitFor('no count', async () => (await browser.badgeText()) === '');
    await other.close();
    await page.close();
  });

  test('a page about something else that turns to both countries is marked', async () => {
    const page = await browser.open('unrelated.html');
    await browser.stopBackground();
    await page.evaluate((text) => {
      document.body.append(document.createElement('p'));
      document.body.lastElementChild?.append(text);
    }, `Moscow and Pyongyang agreed. ${capital}`);
    await waitForPainted(page, [capital]);
    await waitFor('the count', async () => (await browser.badgeText()) === '1');
    await page.close();
  });

  test('a background that was stopped in between is started again', async () => {
    const page = await browser.open('live-blog.html');
    await waitForPainted(page, [capital]);
    await browser.stopBackground();
    await page.evaluate(`prepend('18:10', '${sappers}')`);
    await waitForPainted(page, [capital, sappers]);
    // What it knew of the tab has outlived it.
    await waitFor('the count', async () => (await browser.badgeText()) === '2');
    await browser.runCommand('next-finding');
    await waitFor('the first sentence to be shown', () =>
      page.evaluate(() => CSS.highlights.has('tumen-emphasis')),
    );
    await page.close();
  });

  test('a tab that the browser has thrown out is marked once when it is back', async () => {
    const page = await browser.open('printed.html');
    const before = await waitForMarkers(browser, page);
    const other = await browser.open('unrelated.html');
    const back = await browser.discard(page);
    const after = await waitForMarkers(browser, back);
    await waitFor('the count', async () => (await browser.badgeText()) === '3');
    const painted = await paintedTexts(back);
    await back.close();
    await other.close();

    expect(after).toEqual(before);
    expect(painted).toHaveLength(3);
  });

  test('a page hears nothing of us', async () => {
    const page = await browser.open('printed.html', unlistedHost);
    await page.evaluateOnNewDocument(() => {
      const heard: string[] = [];
      addEventListener('message', ({ data }) => heard.push(JSON.stringify(data)));
      Object.assign(globalThis, { heard });
    });
    await page.goto(page.url().replace(unlistedHost, 'www.koreaherald.com'));
    await waitForMarkers(browser, page);
    const heard = await page.evaluate('heard');
    await page.close();

    expect(heard).toEqual([]);
  });

  test('a page that was prerendered is read when it is shown', async () => {
    // Firefox prerenders nothing.
    if (browser.name === 'Firefox') return;
    const rules = { prerender: [{ urls: ['printed.html'], eagerness: 'immediate' }] };
    browser.serve(
      'before.html',
      `<!doctype html><script type="speculationrules">${JSON.stringify(rules)}</script>
       <a href="printed.html">The story</a>`,
    );
    const known = browser.requests.length;
    const page = await browser.open('before.html');
    await waitFor('the page to be prerendered', async () =>
      browser.requests.slice(known).some(({ pathname }) => pathname === '/printed.html'),
    );
    const before = await browser.badgeText();
    await page.evaluate(() => document.querySelector('a')?.click());
    await waitFor('the count', async () => (await browser.badgeText()) === '3');
    // The page has come in another's place, which the test's own way to it does not know.
    const shownAfter = await browser.inBackground(`
      const [{ id }] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      const [{ result }] = await chrome.scripting.executeScript({
        target: { tabId: id },
        func: () => performance.getEntriesByType('navigation')[0].activationStart,
      });
      await chrome.tabs.remove(id);
      return result;`);

    expect(before).toBe('');
    expect(shownAfter).toBeGreaterThan(0);
  });

  test('fifty tabs at once are all marked when they are looked at', async () => {
    const pages = await Promise.all(Array.from({ length: 50 }, () => browser.open('printed.html')));
    for (const page of pages) {
      await page.bringToFront();
      expect(await waitForMarkers(browser, page)).toHaveLength(3);
    }
    await Promise.all(pages.map((page) => page.close()));
  });

  test('logs no error', async () => {
    expect(await browser.problems()).toEqual([]);
  });

  test.each([
    {
      what: 'goes and comes back',
      renew: async (untilGone: () => Promise<unknown>) => {
        await browser.uninstall();
        await untilGone();
        await browser.install();
      },
    },
    {
      what: 'is updated',
      renew: async (untilGone: () => Promise<unknown>) => {
        await browser.update();
        await untilGone();
      },
    },
  ])('an extension that $what leaves no marks behind, and none twice', async ({ renew }) => {
    const page = await browser.open('printed.html');
    await waitForMarkers(browser, page);
    const known = (await browser.problems()).length;
    // Firefox ends the script without a word; there the next one clears away.
    const isTold = browser.name === 'Chromium';
    await page.$eval('tumen-annotations', (host) => host.setAttribute('id', 'old'));
    await renew(async () => {
      if (isTold) await waitFor('all to go', async () => (await traces(page)).length === 0);
    });
    if (isTold) {
      const popup = await openSettledPopup(browser);
      const title = await popupTitle(popup);
      await pressInPopup(popup, 'button.solid');
      await popup.close();
      expect(title).toBe('Not read yet');
    }
    await waitFor('new marks in place of the old', () =>
      page.evaluate(() => document.querySelector('tumen-annotations:not(#old)') !== null),
    );
    const markers = await waitFor('the markers', async () => {
      const found = await readMarkers(browser, page);
      return found.length === 3 && found;
    });
    const hosts = await page.evaluate(() => document.querySelectorAll('tumen-annotations').length);
    const painted = await paintedTexts(page);
    await page.close();

    expect(markers).toHaveLength(3);
    expect(hosts).toBe(1);
    expect(painted).toHaveLength(3);
    expect((await browser.problems()).slice(known)).toEqual([]);
  });
});
