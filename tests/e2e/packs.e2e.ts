import { readFile } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsInOwnPage } from './harness/accessibility.ts';
import { pointAt, readMarkers, waitForCard, waitForMarkers } from './harness/annotations.ts';
import { bothBrowsers } from './harness/both-browsers.ts';
import { chooseFile, openAt, press, run, said } from './harness/own-page.ts';
import { openSettledPopup } from './harness/popup.ts';
import type { OwnPage, TestBrowser } from './harness/test-browser.ts';
import { waitFor } from './harness/wait.ts';

const example = await readFile(`${import.meta.dirname}/../../docs/example-pack.yaml`, 'utf8');
const sentence = 'The Sea Gull arrived in Vladivostok';
const label = 'From the pack “Ferries and harbours” by The Harbour Desk; not reviewed by Tumen';

describe.each(bothBrowsers)('A pack in $name', ({ openBrowser }) => {
  let browser: TestBrowser;
  let options: OwnPage;
  let article: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    article = await browser.open('ferries.html');
    expect(await waitForMarkers(browser, article)).toHaveLength(1);
    options = await openAt(browser, 'options.html', '[name=pack]');
  });

  afterAll(async () => {
    await browser?.close();
  });

  /** Chooses a file, whose text is given as an expression, and waits for what is said of it. */
  async function importFile(name: string, text: string, says: string): Promise<string> {
    await chooseFile(options, '[name=pack]', name, text);
    return said(options, 'section [role="status"]', says);
  }

  const list = () =>
    run<string>(options, `return document.querySelector('.packs')?.innerText ?? 'none'`);
  const markers = (count: number) =>
    waitFor(`${count} markers`, async () => {
      const names = await readMarkers(browser, article);
      return names.length === count && names;
    });

  test('that is broken is refused, with claim and key', async () => {
    const broken = example.replace('confidence: high', 'confidence: sure');
    const refusal = await importFile('broken.yaml', JSON.stringify(broken), 'was not imported');
    expect(refusal).toContain('Claim sea-gull-ferry-in-vladivostok, confidence: Invalid option');
    expect(await list()).toBe('none');
  });

  test('of 50 MB is refused', async () => {
    const refusal = await importFile('large.yaml', `'x'.repeat(50_000_000)`, 'was not imported');
    expect(refusal).toContain('It has 50 MB; a pack may have 5 MB.');
  });

  test('is imported, and what it finds on an open page says whose it is', async () => {
    await importFile('ferries.yaml', JSON.stringify(example), 'is imported');
    expect(await list()).toContain('by The Harbour Desk · 1 claim');
    const names = await markers(2);
    expect(names.filter((name) => name.endsWith(label))).toHaveLength(1);
    await article.bringToFront();
    await pointAt(article, sentence);
    expect(await waitForCard(browser, article)).toContain(label);
    await article.keyboard.press('Escape');
  });

  test('is named in the popup, in the library and beside a text of the reader’s own', async () => {
    const popup = await openSettledPopup(browser);
    expect(await popup.inDocument((document) => document.body.innerText)).toContain(label);
    await popup.close();
    const library = await browser.openOwn(
      'library.html#/claim/harbour-desk%2Fsea-gull-ferry-in-vladivostok',
    );
    await waitFor('the claim in the library', () =>
      library.inDocument((document) => document.querySelector('.pack-note')?.textContent),
    );
    await library.close();
  });

  test('is listed in a way that holds before axe', async () => {
    expect(await faultsInOwnPage(options)).toEqual([]);
  });

  test('finds nothing while it is switched off, also when it is brought up to date', async () => {
    await press(options, 'input[name="pack-harbour-desk"]');
    await markers(1);
    await importFile('newer.yaml', JSON.stringify(example), 'is imported');
    expect(await run(options, `return document.querySelectorAll('.packs li').length`)).toBe(1);
    expect(await markers(1)).toHaveLength(1);
    await press(options, 'input[name="pack-harbour-desk"]');
    await markers(2);
  });

  test('is there when the background begins anew', async () => {
    await browser.stopBackground();
    await article.bringToFront();
    await article.reload();
    await markers(2);
  });

  test('is removed with all it finds', async () => {
    await press(options, '.packs button');
    await markers(1);
    expect(await list()).toBe('none');
  });

  test('leaves nothing in any console', async () => {
    expect(await browser.problems()).toEqual([]);
  });
});
