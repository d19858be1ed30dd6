import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsInOwnPage } from './harness/accessibility.ts';
import { bothBrowsers } from './harness/both-browsers.ts';
import { openAt } from './harness/own-page.ts';
import { ownPageStates } from './harness/own-page-states.ts';
import type { OwnPage, TestBrowser, View } from './harness/test-browser.ts';

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

  test('leaves nothing in any console', async () => {
    expect(await browser.problems()).toEqual([]);
  });
});

function overflowOf(page: OwnPage): Promise<number> {
  return page.inDocument(
    ({ documentElement }) => documentElement.scrollWidth - documentElement.clientWidth,
  );
}
