import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pointAt, pressInCard, waitForCard, waitForMarkers } from './harness/annotations.ts';
import { bothBrowsers } from './harness/both-browsers.ts';
import { extensionBuild, newsHost } from './harness/extension-build.ts';
import { chooseFile, openAt, waitForElement } from './harness/own-page.ts';
import { openSettledPopup } from './harness/popup.ts';
import type { RecordedRequest } from './harness/recorded-requests.ts';
import type { OwnPage, TestBrowser } from './harness/test-browser.ts';
import { waitFor } from './harness/wait.ts';

const pack = readFileSync(`${import.meta.dirname}/../../docs/example-pack.yaml`, 'utf8');
const minister = 'Russian Defence Minister Sergei Shoigu needed less than a day';

/** All pages that Tumen has of its own but the popup, with the views of the library. */
const ownPages = [
  ...globSync('!(popup|library).html', { cwd: extensionBuild('chrome').folder }),
  ...['', '#/claim/shoigu-defence-minister', '#/timeline', '#/methodology', '#/corrections'].map(
    (view) => `library.html${view}`,
  ),
];

/** Asked for by the browser alone, beside a page. */
const ofTheBrowser = (address: string) =>
  path.basename(new URL(address).pathname) === 'favicon.ico';

describe.each(bothBrowsers)('Inside $name', ({ openBrowser }) => {
  let browser: TestBrowser;
  let recorded: () => Promise<readonly RecordedRequest[]>;

  beforeAll(async () => {
    browser = await openBrowser();
    recorded = await browser.recordRequests();
  });

  afterAll(async () => {
    await browser?.close();
  });

  /** What was asked for of others than Tumen itself and the pages that the test opened. */
  async function askedOfOthers(): Promise<string[]> {
    return (await recorded())
      .map(({ address }) => address)
      .filter((address) => /^(https?|wss?):/.test(address))
      .filter((address) => !ofTheBrowser(address))
      .filter((address) => !new RegExp(`^http://${newsHost}/[\\w-]+\\.html$`).test(address));
  }

  test('what a page asks for is recorded', async () => {
    const page = await browser.open('unrelated.html');
    await page.evaluate(() => fetch('/by-the-page').catch(() => null));
    await waitFor('the record', async () =>
      (await askedOfOthers()).includes(`http://${newsHost}/by-the-page`),
    );
    await page.close();
  });

  test('a full tour asks nobody for anything but the link that was clicked', async () => {
    const before = (await askedOfOthers()).length;
    const article = await browser.open('sample-article.html');
    await waitForMarkers(browser, article);
    await pointAt(article, minister);
    await waitForCard(browser, article);
    await pressInCard(browser, article, 'Why is this marked?');
    await browser.runCommand('next-finding');
    await throughPopup();
    for (const page of ownPages) await pressAllOf(await browser.openOwn(page));
    await importPack();
    const another = await browser.open('printed.html');
    await waitForMarkers(browser, another);
    await another.close();
    expect((await askedOfOthers()).slice(before)).toEqual([]);

    await article.bringToFront();
    const link = await clickSource(article);
    await waitFor('the source to be asked for', async () =>
      (await askedOfOthers()).slice(before).includes(link),
    );
    await article.close();
    expect((await askedOfOthers()).slice(before)).toEqual([link]);
  });

  test('what Tumen’s own parts read of its files was seen, so nothing else was missed', async () => {
    // Firefox reads the files of an extension without a request.
    if (browser.name === 'Firefox') return;
    const own = (await recorded()).map(
      ({ address, by }) => `${by.split(' ')[0]} ${path.basename(address)}`,
    );
    expect(own).toEqual(
      expect.arrayContaining([
        'page library.json',
        'worker rules.json',
        expect.stringMatching(/ popup.*\.js$/),
      ]),
    );
  });

  /** Goes through the popup, and copies what was found. */
  async function throughPopup(): Promise<void> {
    const popup = await openSettledPopup(browser);
    await popup.inDocument((document) => {
      for (const element of document.querySelectorAll<HTMLElement>('[type="checkbox"], summary')) {
        element.click();
        element.click();
      }
      return true;
    });
    await popup.close();
  }

  /** Presses all there is on a page of Tumen's own that opens no window of the browser, and closes it. */
  async function pressAllOf(page: OwnPage): Promise<void> {
    await waitFor('the page to be drawn', () =>
      page.inDocument((document) => document.querySelector('h1, h2, button') !== null),
    );
    await page.inDocument((document) => {
      for (const field of document.querySelectorAll('textarea')) {
        field.value = 'Russian Defence Minister Sergei Shoigu met Kim Jong Un in Pyongyang.';
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }
      const pressed = document.querySelectorAll<HTMLElement>('button, summary');
      for (const element of pressed) {
        if (!/print|save|load|choose|import|keys/i.test(element.textContent ?? '')) element.click();
      }
      return true;
    });
    await page.close();
  }

  /** Has the worker of the settings page check a pack. */
  async function importPack(): Promise<void> {
    const options = await openAt(browser, 'options.html', '[name=pack]');
    await chooseFile(options, '[name=pack]', 'ferries.yaml', JSON.stringify(pack));
    await waitForElement(options, '.packs');
    await options.close();
  }

  /** Clicks the first source on the card, as a reader does, and returns its address. */
  async function clickSource(page: Page): Promise<string> {
    await pointAt(page, minister);
    await waitForCard(browser, page);
    const link = await waitFor('a source', () =>
      browser.inAnnotations(page, (root) => {
        const source = root.querySelector<HTMLAnchorElement>('.sources a');
        source?.scrollIntoView({ block: 'center' });
        const place = source?.getBoundingClientRect();
        return place && { address: source?.href ?? '', x: place.x + 20, y: place.y + 5 };
      }),
    );
    await page.mouse.click(link.x, link.y);
    return link.address;
  }
});
