import type { CDPSession, Page } from 'puppeteer-core';
import { waitForMarkers } from '../e2e/harness/annotations.ts';
import { openChromium } from '../e2e/harness/chromium.ts';
import { newsHost, unlistedHost } from '../e2e/harness/extension-build.ts';
import type { TestBrowser } from '../e2e/harness/test-browser.ts';
import { waitFor } from '../e2e/harness/wait.ts';
import type { Row } from './row.ts';

const article = 'sample-article.html';
const tabs = 50;

/** What Tumen keeps on the heap in Chromium after garbage is collected. No budget is set: to be watched. */
export async function memoryRows(): Promise<Row[]> {
  const browser = await openChromium();
  try {
    const unrelated = await addedTo(browser, 'unrelated.html', settled);
    const marked = async (page: Page) => void (await waitForMarkers(browser, page));
    const relevant = await addedTo(browser, article, marked);
    const one = await background(await browser.open(article));
    for (let tab = 1; tab < tabs; tab++) await marked(await browser.open(article));
    const many = await background(await browser.open(article));
    return [
      megabytes('memory of the content script on an unrelated page', unrelated),
      megabytes('memory of the content script on a page with marks', relevant),
      megabytes('memory of the background with the rules file and one tab', one),
      megabytes(`memory of the background with the rules file and ${tabs} tabs`, many),
    ];
  } finally {
    await browser.close();
  }
}

function megabytes(what: string, bytes: number): Row {
  return { what, measured: bytes / 1e6, budget: null, unit: 'MB' };
}

/** How much more a page takes where Tumen reads it than where it does not run at all. */
async function addedTo(
  browser: TestBrowser,
  file: string,
  done: (page: Page) => Promise<void>,
): Promise<number> {
  const without = await browser.open(file, unlistedHost);
  await settled(without);
  const bare = await heapOf(await without.createCDPSession());
  await without.close();
  const page = await browser.open(file, newsHost);
  await done(page);
  const all = await heapOf(await page.createCDPSession());
  await page.close();
  return all - bare;
}

/** An unrelated page shows nothing by which its end could be told: it is given time. */
function settled(page: Page): Promise<void> {
  return page.evaluate(() => new Promise<void>((resolve) => setTimeout(resolve, 500)));
}

/** The heap of the background, which the page's browser runs. */
async function background(page: Page): Promise<number> {
  const target = await waitFor('the background', async () =>
    page
      .browser()
      .targets()
      .find((candidate) => candidate.type() === 'service_worker'),
  );
  return heapOf(await target.createCDPSession());
}

async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}
