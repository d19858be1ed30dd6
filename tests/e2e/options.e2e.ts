import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openChromium } from './harness/chromium.ts';
import { openFirefox } from './harness/firefox.ts';
import type { OwnPage, TestBrowser } from './harness/test-browser.ts';
import { waitFor } from './harness/wait.ts';

describe.each([
  { name: 'Chromium', openBrowser: openChromium },
  { name: 'Firefox', openBrowser: openFirefox },
])('The settings page in $name', ({ openBrowser }) => {
  let browser: TestBrowser;
  let page: OwnPage;

  beforeAll(async () => {
    browser = await openBrowser();
    page = await open();
  });

  afterAll(async () => {
    await browser?.close();
  });

  async function open(): Promise<OwnPage> {
    const opened = await browser.openOwn('options.html');
    await waitFor('the settings', () =>
      opened.inDocument((document) => document.querySelector('input[type="checkbox"]') !== null),
    );
    return opened;
  }

  /** Runs code on the page's document; what it works on is written into the code. */
  function run<Result>(code: string): Promise<Result> {
    return page.inDocument(new Function('document', code) as (document: Document) => Result);
  }

  const isTicked = (choice: string) =>
    run<boolean>(`return document.querySelector('input[name="${choice}"]').checked`);
  const text = () => run<string>(`return document.querySelector('main').textContent`);
  const load = (content: string) =>
    run(`const { DataTransfer, File, Event } = document.defaultView;
      const chosen = new DataTransfer();
      chosen.items.add(new File([${JSON.stringify(content)}], 'mine.json'));
      const field = document.querySelector('input[name="settings"]');
      field.files = chosen.files;
      field.dispatchEvent(new Event('change', { bubbles: true }));
      return true`);

  test('keeps what was chosen', async () => {
    expect(await isTicked('verdict-accurate')).toBe(true);
    await run(`document.querySelector('input[name="verdict-accurate"]').click(); return true`);
    await waitFor('the choice to be kept', async () => !(await isTicked('verdict-accurate')));
    await page.close();
    page = await open();
    await waitFor('the choice to be there', async () => !(await isTicked('verdict-accurate')));
  });

  test('refuses a file that holds no settings, and changes nothing', async () => {
    await load('{"version": 2, "verdicts": ["false"]');
    await waitFor('the refusal', async () =>
      (await text()).includes('mine.json could not be loaded: it is not JSON'),
    );
    expect(await isTicked('verdict-false')).toBe(true);
  });

  test('loads a file, and goes back to the defaults', async () => {
    const wanted = {
      version: 2,
      verdicts: ['outdated'],
      hiddenClaims: ['shoigu-defence-minister'],
      pausedSites: ['news.example'],
      look: { quiet: true, ticks: false },
    };
    await load(JSON.stringify(wanted));
    await waitFor('the settings of the file', () => isTicked('quietMarks'));
    expect(await isTicked('verdict-false')).toBe(false);
    await waitFor('the hidden claim', async () =>
      (await text()).includes('Sergei Shoigu is Russia'),
    );
    // The file is of the second form, where this was a list of hosts.
    expect(await text()).toContain('*.news.example');
    await run(`[...document.querySelectorAll('button')]
      .find((button) => button.textContent === 'Back to the defaults').click(); return true`);
    await waitFor('the defaults', () => isTicked('verdict-false'));
    expect(await isTicked('quietMarks')).toBe(false);
    expect(await text()).not.toContain('news.example');
  });

  test('leaves nothing in any console', async () => {
    expect(await browser.problems()).toEqual([]);
  });
});
