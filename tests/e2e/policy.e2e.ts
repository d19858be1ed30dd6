import { readFile } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsInPage } from './harness/accessibility.ts';
import { readMarkers, waitForMarkers } from './harness/annotations.ts';
import { bothBrowsers } from './harness/both-browsers.ts';
import { openFirefox } from './harness/firefox.ts';
import { openOwnPage } from './harness/own-page.ts';
import { openSettledPopup, popupTitle } from './harness/popup.ts';
import type { TestBrowser } from './harness/test-browser.ts';
import { waitFor } from './harness/wait.ts';

const example = await readFile(`${import.meta.dirname}/../../docs/example-pack.yaml`, 'utf8');

const policy = {
  where: 'asked',
  alwaysRead: ['*.koreaherald.com', 'news.*.com'],
  neverRead: ['www.koreatimes.co.kr'],
  packImport: false,
  packsOff: ['ferries'],
};

describe.each(bothBrowsers)('What an organisation has set in $name', ({ openBrowser }) => {
  let browser: TestBrowser;
  let settings: Page;

  beforeAll(async () => {
    browser = await openBrowser({ policy });
    settings = await openOwnPage(browser, 'options.html');
    await settings.waitForSelector('.site-modes:disabled');
  });

  afterAll(async () => {
    await browser?.close();
  });

  const ask = (kind: string, ask: object) =>
    settings.evaluate(
      `chrome.runtime.sendMessage(${JSON.stringify({ tumen: kind, ask })})`,
    ) as Promise<unknown>;

  test('is shown on the settings page, and locked', async () => {
    const shown = await settings.evaluate(() => {
      const text = (place: string) =>
        [...document.querySelectorAll<HTMLElement>(place)].map(({ innerText }) => innerText);
      return {
        mode: document.querySelector<HTMLInputElement>('.site-modes input:checked')?.value,
        locked: text('.locked'),
        listed: text('.site-list li'),
        fields: [...document.querySelectorAll('textarea')].map(({ name }) => name),
        imports: document.querySelectorAll('[name=pack]').length,
        faults: text('.reason'),
      };
    });
    expect(shown.mode).toBe('asked');
    expect(shown.locked).toEqual([
      'Set by your organisation',
      'Set by your organisation',
      'Set by your organisation',
      'Your organisation does not let packs be imported.',
    ]);
    expect(shown.listed[0]).toMatch(/^\*\.koreaherald\.com/);
    expect(shown.listed[1]).toMatch(/^koreatimes\.co\.kr/);
    expect(shown.fields).toEqual(['never-sites']);
    expect(shown.imports).toBe(0);
    expect(shown.faults).toEqual([
      'alwaysRead: In “news.*.com” the star does not stand where it can. Write *.example.com, or put it into the path',
    ]);
    expect(await faultsInPage(settings)).toEqual([]);
  });

  test('cannot be changed by a message either', async () => {
    const refused = { refusal: { word: 'reason_organisation', parts: [] } };
    expect(await ask('change', { kind: 'set-mode', mode: 'listed' })).toEqual(refused);
    const lines = ['other.example'];
    expect(await ask('change', { kind: 'list-sites', list: 'always', lines })).toEqual(refused);
    const file = { pack: { id: 'ferries' }, text: example };
    expect(await ask('change-packs', { kind: 'add', file })).toEqual(refused);
  });

  test('decides on pages', async () => {
    const always = await browser.open('printed.html', 'www.koreaherald.com');
    await waitForMarkers(browser, always);
    await always.close();
    const never = await browser.open('printed.html', 'www.koreatimes.co.kr');
    const popup = await openSettledPopup(browser);
    expect(await popupTitle(popup)).toBe('Switched off on this site');
    const text = await popup.inDocument((document) => document.body.textContent ?? '');
    expect(text).toContain('Your organisation has nothing read or marked on www.koreatimes.co.kr');
    const buttons = await popup.inDocument(
      (document) => document.querySelectorAll('button.solid').length,
    );
    expect(buttons).toBe(0);
    await popup.close();
    await never.close();
    const listed = await browser.open('printed.html', 'www.yna.co.kr');
    await waitFor('the popup to say that the page waits', async () => {
      const again = await openSettledPopup(browser);
      const title = await popupTitle(again);
      await again.close();
      return title === 'Not read by itself';
    });
    await listed.close();
  });

  test('is followed by pages that are open when it changes', async () => {
    if (!browser.setPolicy) return;
    const page = await browser.open('printed.html', 'www.koreaherald.com');
    await waitForMarkers(browser, page);
    await browser.setPolicy({ ...policy, neverRead: ['www.koreaherald.com'] });
    await page.bringToFront();
    await waitFor('the marks to go', async () => (await readMarkers(browser, page)).length === 0);
    await browser.setPolicy(policy);
    await page.bringToFront();
    await waitForMarkers(browser, page);
    await page.close();
  });

  test('logs no error', async () => {
    expect(await browser.problems()).toEqual([]);
  });
});

test('An organisation can keep the welcome page away', async () => {
  const browser = await openFirefox({ withWelcome: true, policy: { welcomePage: false } });
  try {
    const page = await browser.open('printed.html');
    await waitForMarkers(browser, page);
    const addresses = await Promise.all(
      (await browser.pages()).map((one) => one.evaluate(() => location.href).catch(() => '')),
    );
    expect(addresses.filter((address) => address.includes('welcome'))).toEqual([]);
  } finally {
    await browser.close();
  }
});
