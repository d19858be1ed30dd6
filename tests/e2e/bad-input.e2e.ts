import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  pointAt,
  pressInCard,
  readMarkers,
  waitForCard,
  waitForMarkers,
} from './harness/annotations.ts';
import { bothBrowsers } from './harness/both-browsers.ts';
import { chooseFile, fill, openAt, press, run, said } from './harness/own-page.ts';
import { openSettledPopup, pressInPopup } from './harness/popup.ts';
import type { OwnPage, TestBrowser } from './harness/test-browser.ts';
import { waitFor } from './harness/wait.ts';

const pack = await readFile(`${import.meta.dirname}/../../docs/example-pack.yaml`, 'utf8');
const claim = 'The talks were held in the South Korean capital, Pyongyang, on Tuesday.';

describe.each(bothBrowsers)('What goes wrong in $name', ({ openBrowser }) => {
  let browser: TestBrowser;

  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser?.close();
  });

  const options = () => openAt(browser, 'options.html', '[name=pack]');
  const check = () => openAt(browser, 'check.html', 'textarea');
  const isTicked = (page: OwnPage, name: string) =>
    run<boolean>(page, `return document.querySelector('[name="${name}"]').checked`);
  const stored = () =>
    browser.inBackground<Record<string, unknown>>('return chrome.storage.local.get(null)');

  /** Firefox lets an extension keep as much as there is room for, so there its answer is put in. */
  async function fillStorage(): Promise<() => Promise<unknown>> {
    if (browser.name === 'Chromium') {
      await browser.inBackground(`const { local } = chrome.storage;
        const room = local.QUOTA_BYTES - await local.getBytesInUse(null) - 'filler""'.length;
        await local.set({ filler: 'x'.repeat(room) })`);
      return () => browser.inBackground(`await chrome.storage.local.remove('filler')`);
    }
    await browser.inBackground(`self.usualSet = browser.storage.local.set;
      browser.storage.local.set = () => Promise.reject(new Error(
        'QuotaExceededError: storage.local API call exceeded its quota limitations.'))`);
    return () => browser.inBackground('browser.storage.local.set = self.usualSet');
  }

  test('a full storage is told wherever something was to be kept, and all stays as it was', async () => {
    const article = await browser.open('printed.html');
    const markers = await waitForMarkers(browser, article);
    const empty = await fillStorage();
    const before = await stored();
    await pointAt(article, claim);
    await waitForCard(browser, article);
    await pressInCard(browser, article, 'Hide this claim');
    await waitFor('the card to tell', async () =>
      (await waitForCard(browser, article)).includes('no room left'),
    );
    expect(await readMarkers(browser, article)).toEqual(markers);

    const popup = await openSettledPopup(browser);
    await pressInPopup(popup, '[name=quietMarks]');
    await said(popup, '.problem', 'no room left');
    expect(await isTicked(popup, 'quietMarks')).toBe(false);
    await popup.close();

    const page = await options();
    await press(page, '[name="verdict-false"]');
    await said(
      page,
      '.told',
      'no room left for it; remove a pack. Your settings stay as they were.',
    );
    expect(await isTicked(page, 'verdict-false')).toBe(true);
    await chooseFile(page, '[name=pack]', 'ferries.yaml', JSON.stringify(pack));
    const refusal = await said(page, 'main', 'ferries.yaml was not imported');
    expect(refusal).toContain('The browser has no room left for it; remove a pack.');
    expect(await stored()).toEqual(before);
    await empty();

    await press(page, '[name="verdict-false"]');
    await waitFor('the choice', async () => !(await isTicked(page, 'verdict-false')));
    await press(page, '[name="verdict-false"]');
    await page.close();
    await article.close();
  });

  test('a background that is stopped in the middle of an import is asked again, and the pack is there once', async () => {
    const page = await options();
    const before = await stored();
    await browser.stopBackground();
    await browser.inBackground(`const api = globalThis.browser ?? chrome;
      api.storage.local.set = () => new Promise(() => { self.isWriting = true; })`);
    await chooseFile(page, '[name=pack]', 'ferries.yaml', JSON.stringify(pack));
    await waitFor('the writing to begin', () => browser.inBackground('return self.isWriting'));
    await browser.stopBackground();
    await said(page, '.packs', 'Ferries and harbours');
    expect(await run(page, `return document.querySelectorAll('.packs > li').length`)).toBe(1);
    await press(page, '.packs button');
    await said(page, 'main', 'is removed');
    await page.close();
    expect(Object.keys(before)).not.toContain('pack-harbour-desk');
    expect(Object.keys(await stored())).not.toContain('pack-harbour-desk');
  });

  test('two windows that change a setting at once lose nothing, and both show both', async () => {
    const first = await options();
    const second = await browser.openOwn('options.html?second');
    await waitFor('the second', () => isTicked(second, 'verdict-false').catch(() => false));
    await Promise.all([
      press(first, '[name="verdict-false"]'),
      press(second, '[name="quietMarks"]'),
      press(first, '[name="scrollTicks"]'),
    ]);
    for (const page of [first, second]) {
      await waitFor('all three to be shown', async () => {
        const ticks = await run<string>(
          page,
          `return ['verdict-false', 'quietMarks', 'scrollTicks']
            .map((name) => document.querySelector(\`[name="\${name}"]\`).checked).join()`,
        );
        return ticks === 'false,true,false';
      });
    }
    await second.close();
    await first.close();
    await browser.inBackground('await chrome.storage.local.clear()');
  });

  test('a pasted text of 5 MB is checked, one of more is refused, and the field stays as it was', async () => {
    const page = await check();
    const line = 'The weather was fine in the garden, and people went home early.\n';
    const times = Math.floor((5 * 1024 * 1024) / line.length);
    const paste = (count: number) =>
      run(
        page,
        `const clipboardData = new DataTransfer();
        const data = ${JSON.stringify(line)}.repeat(${count});
        const dataType = 'text/plain';
        clipboardData.setData(dataType, data);
        // Chrome makes the event of the one, Firefox of the other two.
        const options = { bubbles: true, cancelable: true, clipboardData, data, dataType };
        document.querySelector('textarea').dispatchEvent(new ClipboardEvent('paste', options));
        return true`,
      );
    await fill(page, 'textarea', 'Some words of before.');
    await paste(times + 1);
    await said(page, '.outcome', 'it has 5.1 MB, and at most 5 MB can be checked');
    const kept = await run<string>(page, `return document.querySelector('textarea').value`);
    await paste(times);
    await said(page, '.outcome', 'Nothing found');
    const held = await said(page, '.file', 'Pasted text, 5 MB');
    await press(page, '.file button');
    const after = await waitFor('the field', () =>
      run<string>(page, `return document.querySelector('textarea')?.value`),
    );
    await page.close();
    expect(held).toContain('Remove the text');
    expect([kept, after]).toEqual(['Some words of before.', 'Some words of before.']);
  });

  test('a file that is dropped on the page is checked, and the page stays', async () => {
    const page = await check();
    const isHeld = await run<boolean[]>(
      page,
      `const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([${JSON.stringify(claim)}], 'dropped.txt', { type: 'text/plain' }));
      return ['dragover', 'drop'].map((type) => {
        const event = new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer });
        document.querySelector('h1').dispatchEvent(event);
        return event.defaultPrevented;
      })`,
    );
    await said(page, '.outcome', '1 finding in this text');
    const name = await run<string>(page, `return document.querySelector('.file b').textContent`);
    await page.close();
    expect(isHeld).toEqual([true, true]);
    expect(name).toBe('dropped.txt');
  });
});
