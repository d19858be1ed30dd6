import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsInPage } from './harness/accessibility.ts';
import { readMarkers, waitForMarkers } from './harness/annotations.ts';
import { bothBrowsers } from './harness/both-browsers.ts';
import { unlistedHost } from './harness/extension-build.ts';
import { openOwnPage } from './harness/own-page.ts';
import { openSettledPopup, popupTitle, pressInPopup } from './harness/popup.ts';
import type { TestBrowser } from './harness/test-browser.ts';
import { waitFor } from './harness/wait.ts';

const otherHost = 'blog.unlisted.example';

describe.each(bothBrowsers)('Where Tumen runs in $name', ({ openBrowser }) => {
  let browser: TestBrowser;
  let settings: Page;

  beforeAll(async () => {
    browser = await openBrowser({ withAllSites: true });
    settings = await openOwnPage(browser, 'options.html');
    await browser.setAccess(false);
    await waitFor('the choice', () => chosen());
  });

  afterAll(async () => {
    await browser?.close();
  });

  const chosen = () =>
    settings.evaluate(
      () => document.querySelector<HTMLInputElement>('.site-modes input:checked')?.value,
    );
  const notice = () =>
    settings.evaluate(
      () => document.querySelector<HTMLElement>('.notice.access')?.innerText ?? null,
    );
  const problems = () =>
    settings.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[role=alert]:not([hidden])')].map(
        ({ innerText }) => innerText,
      ),
    );
  /** What the settings have, as the background wrote it. */
  const stored = () =>
    settings.evaluate(
      'chrome.storage.local.get("settings").then(({ settings }) => settings?.sites ?? null)',
    ) as Promise<{ mode: string; always: string[]; never: string[] } | null>;

  async function click(place: string): Promise<void> {
    await settings.bringToFront();
    const element = await settings.waitForSelector(place);
    await element?.click();
  }

  async function choose(mode: string): Promise<void> {
    await click(`.site-modes input[value=${mode}]`);
    await waitFor(`the choice ${mode}`, async () => (await chosen()) === mode);
  }

  async function addLines(list: 'always' | 'never', lines: string): Promise<void> {
    await settings.bringToFront();
    await settings.focus(`textarea[name=${list}-sites]`);
    await settings.evaluate(() => (document.activeElement as HTMLTextAreaElement).select());
    await settings.keyboard.type(lines);
    await click(`button[name=add-${list}]`);
  }

  /** Whether a page is marked when it is opened, by what the popup says of it or by its markers. */
  async function isMarked(host: string): Promise<boolean> {
    const page = await browser.open('printed.html', host);
    const popup = await openSettledPopup(browser);
    await popup.close();
    const found = await readMarkers(browser, page);
    await page.close();
    return found.length > 0;
  }

  test('all sites are asked for first, and until then nothing changes', async () => {
    await choose('all');
    expect(await notice()).toContain('the browser must give Tumen access to all sites');
    expect(await stored()).toBeNull();
    if (browser.answerQuestion) {
      await click('[name=give-access]');
      await browser.answerQuestion(false);
      await waitFor('the refusal', async () => (await problems()).length > 0);
      expect(await problems()).toEqual(['The browser did not give access. Nothing has changed.']);
      expect(await chosen()).toBe('listed');
      expect(await stored()).toBeNull();
      await choose('all');
      await click('[name=give-access]');
      await browser.answerQuestion(true);
    } else {
      await browser.setAccess(true);
      await waitFor('the question to go', async () => (await notice()) === null);
      await choose('listed');
      await choose('all');
    }
    await waitFor('the choice to be kept', async () => (await stored())?.mode === 'all');
    expect(await problems()).toEqual([]);
    await waitFor('a page of any site to be read', () => isMarked(unlistedHost));
    expect(await isMarked('www.koreaherald.com')).toBe(true);
  });

  test('a page that is open hears what is chosen', async () => {
    const page = await browser.open('printed.html', unlistedHost);
    await waitForMarkers(browser, page);
    await choose('asked');
    await page.bringToFront();
    await waitFor('the marks to go', async () => (await readMarkers(browser, page)).length === 0);
    await page.close();
    const listed = await browser.open('printed.html');
    const popup = await openSettledPopup(browser);
    expect(await popupTitle(popup)).toBe('Not read by itself');
    await pressInPopup(popup, 'button.solid');
    await waitForMarkers(browser, listed);
    await popup.close();
    await listed.close();
  });

  test('access that is no longer needed was given back', async () => {
    if (!browser.answerQuestion) return;
    const hasAll = await settings.evaluate('chrome.permissions.contains({ origins: ["*://*/*"] })');
    expect(hasAll).toBe(false);
  });

  test('a bad line is told, and nothing is added', async () => {
    await addLines('never', 'fine.example\nnews.*.com');
    await waitFor('the fault', async () => (await problems()).length > 0);
    expect(await problems()).toEqual([
      'In “news.*.com” the star does not stand where it can. Write *.example.com, or put it into the path. Nothing was added.',
    ]);
    expect((await stored())?.never).toEqual([]);
  });

  test('a site that is added is read, but for the paths that are never read', async () => {
    await addLines('always', `https://${otherHost}/`);
    await browser.answerQuestion?.(true);
    await waitFor('the site to be kept', async () => (await stored())?.always[0] === otherHost);
    await waitFor('the site to be read', () => isMarked(otherHost));
    expect(await isMarked(unlistedHost)).toBe(false);
    await addLines('never', `${otherHost}/*ted.html`);
    await waitFor('the path to be kept', async () => (await stored())?.never.length === 1);
    expect(await isMarked(otherHost)).toBe(false);
    const page = await browser.open('printed.html', otherHost);
    const popup = await openSettledPopup(browser);
    expect(await popupTitle(popup)).toBe('Switched off on this site');
    await pressInPopup(popup, 'button.solid');
    await popup.close();
    await waitForMarkers(browser, page);
    await page.close();
    expect((await stored())?.never).toEqual([]);
  });

  test('a site is always read when the popup is asked for it, once there is access', async () => {
    const host = 'paper.unlisted.example';
    const pattern = `*.${host}`;
    await choose('listed');
    await waitFor('the choice to be kept', async () => (await stored())?.mode === 'listed');
    if (!browser.answerQuestion) await browser.setAccess(true);
    const page = await browser.open('printed.html', host);
    const ask = async () => {
      const popup = await openSettledPopup(browser);
      const title = await popupTitle(popup);
      await popup.click('[name=always]');
      return { popup, title };
    };
    if (browser.answerQuestion) {
      const { popup } = await ask();
      await browser.answerQuestion(false);
      await popup.close();
      expect((await stored())?.always).not.toContain(pattern);
      expect(await readMarkers(browser, page)).toEqual([]);
    }
    const { popup, title } = await ask();
    await browser.answerQuestion?.(true);
    await waitForMarkers(browser, page);
    await popup.close();
    expect(title).toBe('Not read by itself');
    expect((await stored())?.always).toContain(pattern);
    await page.reload();
    await waitForMarkers(browser, page);
    await page.close();
  });

  test('access that was taken back is told, and asked for', async () => {
    await browser.setAccess(true);
    await choose('all');
    await waitFor('the choice to be kept', async () => (await stored())?.mode === 'all');
    await browser.setAccess(false);
    await waitFor('the notice', async () => (await notice())?.includes('Give access'));
    expect(await chosen()).toBe('all');
    const page = await browser.open('printed.html', unlistedHost);
    const popup = await openSettledPopup(browser);
    // Chromium does not always tell a popup that a test has opened the address of a page without access.
    const told = [
      'No access to this site',
      ...(browser.answerQuestion ? [] : ['Not possible here']),
    ];
    expect(told).toContain(await popupTitle(popup));
    await popup.close();
    await page.close();
    await choose('listed');
    await waitFor('the choice to be kept', async () => (await stored())?.mode === 'listed');
  });

  test('has no fault that axe knows of', async () => {
    await addLines('never', '*');
    await waitFor('the fault', async () => (await problems()).length > 0);
    await settings.bringToFront();
    expect(await faultsInPage(settings)).toEqual([]);
  });

  test('logs no error', async () => {
    expect(await browser.problems()).toEqual([]);
  });
});
