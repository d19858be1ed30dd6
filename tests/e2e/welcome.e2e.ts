import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsInPage } from './harness/accessibility.ts';
import { pointAt, readMarkers, waitForCard, waitForMarkers } from './harness/annotations.ts';
import { bothBrowsers } from './harness/both-browsers.ts';
import { ownPageThat } from './harness/own-page.ts';
import type { Media, TestBrowser } from './harness/test-browser.ts';
import { waitFor } from './harness/wait.ts';

const sizes: { width: number; media: Media }[] = [
  { width: 1200, media: {} },
  { width: 1200, media: { colorScheme: 'dark' } },
  { width: 320, media: {} },
];

describe.each(bothBrowsers)('The welcome page in $name', ({ openBrowser }) => {
  let browser: TestBrowser;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser({ withWelcome: true });
    page = await ownPageThat(browser, isWelcome);
    await page.bringToFront();
  });

  afterAll(async () => {
    await browser?.close();
  });

  const isWelcome = (address: string) => address.endsWith('/welcome.html');
  const status = () =>
    page.evaluate(() => document.querySelector<HTMLElement>('figcaption [role=status]')?.innerText);

  test('opens by itself, with a sample that is checked and marked', async () => {
    const markers = await waitForMarkers(browser, page);
    expect(markers.map((name) => name.slice(0, name.indexOf(':')))).toEqual([
      'Fact check, Outdated',
      'Fact check, Accurate',
      'Fact check, False',
      'Fact check, False',
    ]);
    await waitFor('the count', async () =>
      (await status())?.includes('Checked just now on this device: 4 sentences are marked.'),
    );
  });

  test('shows a card, but for what has no sense in an example', async () => {
    await pointAt(page, 'Relations have moved fast since Russia');
    const card = await waitForCard(browser, page);
    expect(card).toContain('19 June 2024');
    expect(card).toContain('Copy with sources');
    expect(card).not.toContain('Hide this claim');
    expect(card).not.toContain('mark on this site');
    await page.keyboard.press('Escape');
  });

  test('speaks another language at once when one is chosen, and its sample too', async () => {
    const markerOf = async () => (await readMarkers(browser, page))[0] ?? '';
    const before = await markerOf();
    const choose = async (language: string) => {
      const change = { tumen: 'change', ask: { kind: 'set-language', language } };
      await page.evaluate(`chrome.runtime.sendMessage(${JSON.stringify(change)})`);
    };
    await choose('uk');
    await waitFor('markers in Ukrainian', async () =>
      (await markerOf()).startsWith('Перевірка фактів'),
    );
    await waitFor('the count in Ukrainian', async () => (await status())?.includes('речен'));
    await choose('automatic');
    await waitFor('markers as before', async () => (await markerOf()) === before);
    expect(await readMarkers(browser, page)).toHaveLength(4);
  });

  test('takes the choice where Tumen runs', async () => {
    for (const mode of ['asked', 'listed']) {
      await (await page.waitForSelector(`.site-modes input[value=${mode}]`))?.click();
      await waitFor('the choice to be kept', async () => {
        const kept = await page.evaluate(
          'chrome.storage.local.get("settings").then(({ settings }) => settings?.sites.mode)',
        );
        return kept === mode;
      });
    }
    if (browser.answerQuestion) {
      await (await page.waitForSelector('.site-modes input[value=all]'))?.click();
      await (await page.waitForSelector('[name=give-access]'))?.click();
      await browser.answerQuestion(true);
      await waitFor(
        'access to all sites',
        () =>
          page.evaluate(
            'chrome.permissions.contains({ origins: ["*://*/*"] })',
          ) as Promise<boolean>,
      );
    }
  });

  test('has no fault that axe knows of, and fits every width', async () => {
    for (const { width, media } of sizes) {
      await page.setViewport({ width, height: 800 });
      await browser.emulate(page, media);
      expect(await faultsInPage(page)).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBe(0);
    }
    await browser.emulate(page, {});
  });

  test('stays away when Tumen is updated', async () => {
    await page.close();
    await browser.update();
    const article = await browser.open('printed.html');
    await waitForMarkers(browser, article);
    const addresses = await Promise.all(
      (await browser.pages()).map((one) => one.evaluate(() => location.href).catch(() => '')),
    );
    expect(addresses.filter(isWelcome)).toEqual([]);
  });

  test('logs no error', async () => {
    expect(await browser.problems()).toEqual([]);
  });
});
