import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultSettings } from '../../src/settings/settings.ts';
import { faultsInOwnPage } from './harness/accessibility.ts';
import { bothBrowsers } from './harness/both-browsers.ts';
import { openAt } from './harness/own-page.ts';
import { ownPageStates } from './harness/own-page-states.ts';
import type { OwnPage, TestBrowser, View } from './harness/test-browser.ts';
import { waitFor } from './harness/wait.ts';

const views: View[] = [{}, { colorScheme: 'dark' }, { width: 320, isTouched: true }];

describe.each(bothBrowsers)('A page of Tumen in $name', ({ openBrowser }) => {
  let browser: TestBrowser;

  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser?.close();
  });

  test.each(ownPageStates)('holds before axe, and fits a phone: $name', async (state) => {
    const page = await openAt(browser, state.page, state.shows);
    await state.enter?.(page, browser);
    for (const view of views) {
      await page.show(view);
      expect(await faultsInOwnPage(page), JSON.stringify(view)).toEqual([]);
    }
    expect(await overflowOf(page)).toBe(0);
    expect(
      await page.inDocument(() => matchMedia('(hover: none) and (pointer: coarse)').matches),
    ).toBe(true);
    await page.show({});
    await page.close();
  });

  test.each(['uk', 'ru', 'ko'])('fits a phone in the largest letters, in %s', async (language) => {
    const { look } = defaultSettings;
    const settings = { ...defaultSettings, language, look: { ...look, textSize: 'largest' } };
    await browser.inBackground(
      `await chrome.storage.local.set({ settings: ${JSON.stringify(settings)} })`,
    );
    for (const { name, page: address, shows } of ownPageStates.filter(({ enter }) => !enter)) {
      const page = await openAt(browser, address, shows);
      await page.show({ width: 320, isTouched: true });
      // Markers are put to their new places once the page has come to rest.
      await waitFor(`${name} to fit`, async () => (await overflowOf(page)) === 0);
      expect(await brokenTitles(page), name).toEqual([]);
      await page.show({});
      await page.close();
    }
    await browser.inBackground('await chrome.storage.local.clear()');
  });

  test('leaves nothing in any console', async () => {
    expect(await browser.problems()).toEqual([]);
  });
});

/** Titles with a word that goes over the end of a line, and so over to the next without a hyphen. */
function brokenTitles(page: OwnPage): Promise<string[]> {
  return page.inDocument((document) =>
    [...document.querySelectorAll('h1, h2, nav a, footer a')]
      .filter((title) => {
        const range = document.createRange();
        const walker = document.createTreeWalker(title, 4);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          for (const { 0: word, index } of (node.nodeValue ?? '').matchAll(/[\p{L}\p{N}]+/gu)) {
            range.setStart(node, index);
            range.setEnd(node, index + word.length);
            const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
            if (lines.size > 1 && !/\p{Script=Hangul}/u.test(word)) return true;
          }
        }
        return false;
      })
      .map(({ textContent }) => textContent ?? ''),
  );
}

function overflowOf(page: OwnPage): Promise<number> {
  return page.inDocument(
    ({ documentElement }) => documentElement.scrollWidth - documentElement.clientWidth,
  );
}
