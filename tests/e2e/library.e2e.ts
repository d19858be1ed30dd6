import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsInPage } from './harness/accessibility.ts';
import {
  pointAt,
  pressInCard,
  readCard,
  waitForCard,
  waitForMarkers,
} from './harness/annotations.ts';
import { bothBrowsers } from './harness/both-browsers.ts';
import { openOwnPage, ownPageThat } from './harness/own-page.ts';
import { openSettledPopup } from './harness/popup.ts';
import type { Media, TestBrowser } from './harness/test-browser.ts';
import { waitFor } from './harness/wait.ts';

const claim = '#/claim/shoigu-defence-minister';

describe.each(bothBrowsers)('The library in $name', ({ openBrowser }) => {
  let browser: TestBrowser;

  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser?.close();
  });

  async function open(view = ''): Promise<Page> {
    const page = await openOwnPage(browser, `library.html${view}`);
    await page.waitForSelector('header.masthead');
    return page;
  }

  const titles = (page: Page) =>
    page.evaluate(() => [...document.querySelectorAll('.claims h2')].map((h) => h.textContent));

  test('searches with each key, and keeps words and filters in the address', async () => {
    const page = await open();
    const all = await titles(page);
    await page.focus('input[type="search"]');
    await page.keyboard.type('one thousand sappers');
    await page.select('select[name="verdict"]', 'accurate');
    const found = await titles(page);
    const address = await page.evaluate(() => location.href);
    await page.close();
    const linked = await open(new URL(address).hash);
    const again = await titles(linked);
    await linked.close();

    expect(all.length).toBeGreaterThan(100);
    expect(found[0]).toContain('1,000 sappers');
    expect(found.length).toBeLessThan(20);
    expect(address).toMatch(/#\/\?q=one\+thousand\+sappers&verdict=accurate$/);
    expect(again).toEqual(found);
  });

  test('shows all that is known of a claim, by any of its names', async () => {
    const page = await open('#/claim/shoigu-is-defence-minister-2025');
    const text = await page.evaluate(() => document.querySelector('main')?.innerText ?? '');
    const title = await page.title();
    await page.evaluate(() => {
      location.hash = '#/claim/no-such-claim';
    });
    const unknown = await waitFor('the message', () =>
      page.evaluate(() => document.querySelector('main [role="status"]')?.textContent),
    );
    await page.close();

    expect(title).toContain('Shoigu');
    for (const part of ['Still open', 'When this verdict holds', 'Figures and dates', 'Sources']) {
      expect(text).toContain(part);
    }
    for (const part of ['How it is worded', 'Review and history', 'shoigu-defence-minister']) {
      expect(text).toContain(part);
    }
    expect(unknown).toContain('no-such-claim');
  });

  test('has a timeline that keys steer', async () => {
    const page = await open('#/timeline');
    await page.evaluate(() =>
      document.querySelector<SVGElement>('.timeline a[tabindex="0"]')?.focus(),
    );
    const focused = () =>
      page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
    const span = () =>
      page.evaluate(
        () => document.querySelector('.timeline-steering [role="status"]')?.textContent,
      );
    const [last, wide] = [await focused(), await span()];
    await page.keyboard.press('ArrowLeft');
    const before = await waitFor('the focus', async () => {
      const now = await focused();
      return now !== last && now;
    });
    await page.keyboard.press('+');
    const narrow = await waitFor('the zoom', async () => {
      const now = await span();
      return now !== wide && now;
    });
    const kept = await focused();
    await page.keyboard.press('Enter');
    const heading = await waitFor('the claim', () =>
      page.evaluate(() => document.querySelector('article.claim h1')?.textContent),
    );
    await page.close();

    expect(narrow).not.toBe(wide);
    expect(kept).toBe(before);
    expect(before).toContain(heading);
  });

  test('is led to from the card and from the popup', async () => {
    const article = await browser.open('coloured.html');
    await waitForMarkers(browser, article);
    const popup = await openSettledPopup(browser);
    const link = await popup.inDocument(
      (document) =>
        document.querySelector<HTMLAnchorElement>('footer a[href*="library"]')?.pathname,
    );
    await popup.close();
    await pointAt(article, 'Russia will hire five thousand construction workers of its own');
    await waitForCard(browser, article);
    const card = await readCard(browser, article);
    await pressInCard(browser, article, 'All about this claim');
    const library = await ownPageThat(browser, (place) => place.includes('/library.html#/claim/'));
    const summary = await waitFor('the claim', () =>
      library.evaluate(() => document.querySelector('article.claim .lead')?.textContent),
    );
    await library.close();
    await article.close();

    expect(link).toBe('/library.html');
    expect(card).toContain(summary);
  });

  const looks: { view: string; media: Media }[] = [
    { view: '', media: {} },
    { view: claim, media: { colorScheme: 'dark' } },
    { view: '#/timeline', media: {} },
    { view: '#/methodology', media: { colorScheme: 'dark' } },
    { view: '#/corrections', media: {} },
  ];

  test('gives axe nothing to complain of, and fits a small screen', async () => {
    for (const { view, media } of looks) {
      const page = await open(view);
      await page.setViewport({ width: 320, height: 640 });
      await browser.emulate(page, media);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      const faults = await faultsInPage(page);
      await browser.emulate(page, {});
      await page.close();
      expect(overflow, view).toBe(0);
      expect(faults, view).toEqual([]);
    }
  });

  test('prints the content without what steers it, and the addresses of sources', async () => {
    const page = await open(claim);
    await browser.emulate(page, { printed: true });
    const [steering, address] = await page.evaluate(() => {
      const isSeen = (place: string) => document.querySelector(place)?.checkVisibility();
      const link = document.querySelector('.sources a');
      return [
        isSeen('nav') || isSeen('button'),
        link && /http|attr\(href\)/.test(getComputedStyle(link, '::after').content),
      ];
    });
    await browser.emulate(page, {});
    await page.close();

    expect(steering).toBe(false);
    expect(address).toBe(true);
  });

  test('goes without a fault and without asking the network for anything', async () => {
    expect(await browser.problems()).toEqual([]);
    expect(browser.requests.filter(({ pathname }) => /rules|library/.test(pathname))).toEqual([]);
  });
});
