import type { Page } from 'puppeteer-core';
import type { TestBrowser } from './test-browser.ts';
import { waitFor } from './wait.ts';

/** Opens one of Tumen's own pages, such as `options.html`, to be driven by mouse and keyboard. */
export async function openOwnPage(browser: TestBrowser, address: string): Promise<Page> {
  await browser.openOwn(address);
  return ownPageThat(browser, (place) => place.endsWith(`/${address}`));
}

/** Pages are asked where they are, since puppeteer does not always hear of Tumen's own. */
export function ownPageThat(
  browser: TestBrowser,
  fits: (address: string) => boolean,
): Promise<Page> {
  return waitFor('a page of Tumen', async () => {
    for (const page of await browser.pages()) {
      if (fits(await page.evaluate(() => location.href).catch(() => ''))) return page;
    }
    return null;
  });
}
