import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bothBrowsers } from './harness/both-browsers.ts';
import { newsHost, unlistedHost } from './harness/extension-build.ts';
import { lookAt, type PageLook, traces, waitForPainted } from './harness/page-look.ts';
import { openSettledPopup, pressInPopup } from './harness/popup.ts';
import type { TestBrowser } from './harness/test-browser.ts';
import { waitFor } from './harness/wait.ts';
import { type TestPage, testPages } from './pages.ts';

describe.each(bothBrowsers)('Nothing of the page is touched, in $name', ({ openBrowser }) => {
  let browser: TestBrowser;

  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser?.close();
  });

  test.each(testPages)('$file: $trouble', async (row) => {
    const page = await browser.open(row.file, unlistedHost);
    const untouched = await liveThrough(page, row, async () => undefined);
    await page.close();

    const marked = await browser.open(row.file, newsHost);
    const looks = await liveThrough(marked, row, (marks) => waitForPainted(marked, marks));
    expect(looks.map(withoutCounts)).toEqual(untouched.map(withoutCounts));
    expect(looks[0]?.shift).toBe(0);
    for (const { added } of looks) expect(added).toBeLessThanOrEqual(1);
    if (!row.removesHost) expect(looks[0]?.added).toBe(1);

    const last = row.changes?.at(-1)?.marks ?? row.marks;
    const popup = await openSettledPopup(browser);
    await pressInPopup(popup, '[name=pause]');
    await waitFor('all of Tumen to go', async () => (await traces(marked)).length === 0);
    const off = await lookAt(marked, []);
    await waitFor('the popup to say so', () =>
      popup.inDocument((document) => document.querySelector('h2 ~ button.solid') !== null),
    );
    await pressInPopup(popup, 'button.solid');
    await waitForPainted(marked, last);
    await popup.close();
    await marked.close();

    expect(off.html).toEqual(untouched.at(-1)?.html);
    expect(off.boxes).toEqual(untouched.at(-1)?.boxes);
  });

  test('logs no error', async () => {
    expect(await browser.problems()).toEqual([]);
  });
});

/** Takes a page through all its changes, and looks at it before the first and after the last. */
async function liveThrough(
  page: Page,
  { ready = 'true', marks, changes = [] }: TestPage,
  waitForMarks: (marks: readonly string[]) => Promise<void>,
): Promise<PageLook[]> {
  // The words that break at a link or a hyphen are searched for too, as a reader would.
  const words = marks.map((mark) => mark.split(' ').slice(2, 6).join(' '));
  await waitFor('the page to come to rest', () => page.evaluate(`Boolean(${ready})`));
  await waitForMarks(marks);
  const looks = [await lookAt(page, words)];
  for (const { run, done = 'true', marks: marksThen } of changes) {
    await page.evaluate(run);
    await waitFor('the change', () => page.evaluate(`Boolean(${done})`));
    await waitForMarks(marksThen);
  }
  if (changes.length > 0) looks.push(await lookAt(page, words));
  return looks;
}

/** A page's own changes shift its content, and when a frame is painted decides how much is counted. */
function withoutCounts({ html, boxes, copied, searched }: PageLook) {
  return { html, boxes, copied, searched };
}
