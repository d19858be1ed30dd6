import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsInAnnotations } from './harness/accessibility.ts';
import {
  boxOfCard,
  firstLineOf,
  pointAt,
  pressInCard,
  readCard,
  readFocus,
  readMarkers,
  textToCopy,
  waitForCard,
  waitForMarkers,
  waitForNoCard,
  waitForStillCard,
} from './harness/annotations.ts';
import { bothBrowsers } from './harness/both-browsers.ts';
import { openSettledPopup, pressInPopup } from './harness/popup.ts';
import type { Media, TestBrowser } from './harness/test-browser.ts';
import { waitFor } from './harness/wait.ts';

const article = 'coloured.html';

/** A sentence that makes two claims. */
const double = 'Russian Defence Minister Sergei Shoigu needed less than a day';
const workers = 'Russia will hire five thousand construction workers of its own';

describe.each(bothBrowsers)('The card in $name', ({ openBrowser }) => {
  let browser: TestBrowser;

  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser?.close();
  });

  async function openMarked(file = article): Promise<Page> {
    const page = await browser.open(file);
    await waitForMarkers(browser, page);
    return page;
  }

  async function openCardOn(sentence: string, file = article): Promise<Page> {
    const page = await openMarked(file);
    await pointAt(page, sentence);
    await waitForCard(browser, page);
    return page;
  }

  test('pages through the findings of one sentence', async () => {
    const page = await openCardOn(double);
    const first = await readCard(browser, page);
    await pressInCard(browser, page, 'Next finding');
    const second = await readCard(browser, page);
    await pressInCard(browser, page, 'Next finding');
    const third = await readCard(browser, page);
    await page.close();

    expect(first).toContain('1 of 2');
    expect(second).toContain('2 of 2');
    expect(second).not.toBe(first);
    expect(third).toBe(first);
  });

  test('says why, with the figure that decided', async () => {
    const page = await openCardOn(workers);
    const card = await readCard(browser, page);
    await pressInCard(browser, page, 'Why is this marked?');
    const unfolded = await readCard(browser, page);
    await page.close();

    expect(card).toContain('At issue');
    expect(card).toMatch(/5,000|five thousand/);
    const reasons = unfolded?.split('Why is this marked?')[1] ?? '';
    expect(reasons.match(/“[^”]+”/g)?.length).toBeGreaterThan(1);
  });

  test('gives a citation, a link to the sentence and a report to take along', async () => {
    const page = await openCardOn(double);
    // Where the page is not secure, texts are shown to be copied by hand.
    await pressInCard(browser, page, 'Copy with sources');
    const citation = await textToCopy(browser, page);
    await pressInCard(browser, page, 'Back');
    await pressInCard(browser, page, 'Copy link to sentence');
    const link = await textToCopy(browser, page);
    await pressInCard(browser, page, 'Back');
    await pressInCard(browser, page, 'Report a mistake');
    const report = await textToCopy(browser, page);
    await page.close();

    expect(citation).toContain(double);
    expect(citation).toMatch(/https:\/\//);
    expect(report).toMatch(/^Claim: /);
    expect(report).toContain(article);
    expect(link).toContain('#:~:text=Russian%20Defence%20Minister%20Sergei%20Shoigu,');

    const [, fragment = ''] = link.split(article);
    const linked = await browser.open(`long.html${fragmentFor(fragment)}`);
    const scrolled = await waitFor('the browser to go to the passage', () =>
      linked.evaluate(() => scrollY > 1000),
    );
    await linked.close();
    expect(scrolled).toBe(true);
  });

  test('folds a long explanation', async () => {
    const page = await openCardOn(workers);
    const height = () =>
      browser.inAnnotations(page, (root) => root.querySelector('.card p[dir=auto]')?.clientHeight);
    const folded = (await height()) ?? 0;
    await pressInCard(browser, page, 'Read more');
    const unfolded = (await height()) ?? 0;
    const { scrollsAcross } = await boxOfCard(browser, page);
    await pressInCard(browser, page, 'Read less');
    const foldedAgain = await height();
    await page.close();

    expect(folded).toBeGreaterThan(0);
    expect(unfolded).toBeGreaterThan(folded);
    expect(foldedAgain).toBe(folded);
    expect(scrollsAcross).toBe(false);
  });

  test('opens by a tap, and closes by one elsewhere', async () => {
    const page = await openMarked('sample-article.html');
    await page.setViewport({ width: 400, height: 900 });
    const { x, y, width, height } = await firstLineOf(page, 'North Korea will send 1,000 sappers');
    await page.touchscreen.tap(x + width / 2, y + height / 2);
    const card = await waitForCard(browser, page);
    await outlast(page);
    const stays = await readCard(browser, page);
    const elsewhere = await page.evaluate(plainLine);
    if (!elsewhere) throw new Error('The page shows no line without a mark');
    await page.touchscreen.tap(elsewhere.x, elsewhere.y);
    await waitForNoCard(browser, page);
    await page.close();

    expect(card).toContain('Sources');
    expect(stays).toBe(card);
  });

  test('hides a claim in one click, and shows it again from the popup', async () => {
    const page = await openCardOn(workers);
    const before = (await readMarkers(browser, page)).length;
    await pressInCard(browser, page, 'Hide this claim');
    const hidden = await waitFor('marks to go', async () => {
      const { length } = await readMarkers(browser, page);
      return length < before && length;
    });
    const isClosed = (await readCard(browser, page)) === null;
    const popup = await openSettledPopup(browser);
    await pressInPopup(popup, '.notice button');
    await waitFor('the marks to come back', async () => {
      const { length } = await readMarkers(browser, page);
      return length === before;
    });
    await popup.close();
    await page.close();

    expect(hidden).toBe(before - 2);
    expect(isClosed).toBe(true);
  });

  test('switches off on this site in one click', async () => {
    const page = await openCardOn(workers);
    await pressInCard(browser, page, 'Don’t mark on this site');
    await waitFor('everything to go', async () =>
      page.evaluate(
        () => !document.querySelector('tumen-annotations') && CSS.highlights.size === 0,
      ),
    );
    const popup = await openSettledPopup(browser);
    await pressInPopup(popup, 'button.solid');
    const markers = await waitForMarkers(browser, page);
    await popup.close();
    await page.close();

    expect(markers.length).toBeGreaterThan(5);
  });

  test('can be dismissed, pointed at, and stays (WCAG 1.4.13)', async () => {
    const page = await openCardOn(workers);
    // Dismissible: without moving the pointer or the focus.
    await page.keyboard.press('Escape');
    await waitForNoCard(browser, page);

    // Hoverable: the pointer can go to the card, over the gap between, and the card stays.
    await page.mouse.move(2, 2);
    await pointAt(page, workers);
    await waitForStillCard(browser, page);
    const { x, y, width, height } = await boxOfCard(browser, page);
    await page.mouse.move(x + width / 2, y + height / 2, { steps: 3 });
    await outlast(page);
    const whilePointedAt = await readCard(browser, page);

    // Persistent: it goes when the pointer has left, and not before.
    await page.mouse.move(2, 2);
    await waitForNoCard(browser, page);
    await page.close();

    expect(whilePointedAt).not.toBeNull();
  });

  test('stays when a click has pinned it, and a click elsewhere closes it', async () => {
    const page = await openMarked();
    const { x, y, width, height } = await firstLineOf(page, workers);
    await page.mouse.click(x + width / 2, y + height / 2);
    const pinned = await waitForCard(browser, page);
    await pointAt(page, double);
    await page.mouse.move(2, 2);
    await outlast(page);
    const afterwards = await readCard(browser, page);
    await page.mouse.click(2, 2);
    await waitForNoCard(browser, page);
    await page.close();

    expect(afterwards).toBe(pinned);
  });

  test('can be walked through by keyboard alone', async () => {
    const page = await openMarked();
    const marker = await tabUntilMarker(browser, page);
    // The focus alone shows the card, as the pointer does, and does not go into it.
    await waitForCard(browser, page);
    const stillOn = await readFocus(browser, page);
    await page.keyboard.press('Escape');
    await waitForNoCard(browser, page);
    const afterEscape = await readFocus(browser, page);
    await page.keyboard.press('Enter');
    await waitForCard(browser, page);
    const walk: (string | null)[] = [];
    await waitFor('the focus to go in', async () => (await readFocus(browser, page)) !== marker);
    for (let stops = 0; stops < 40; stops++) {
      await page.keyboard.press('Tab');
      const focus = await readFocus(browser, page);
      if (focus === marker) break;
      walk.push(focus);
    }
    const isClosed = (await readCard(browser, page)) === null;
    await page.keyboard.press('Tab');
    const next = await readFocus(browser, page);
    await page.close();

    expect(stillOn).toBe(marker);
    expect(afterEscape).toBe(marker);
    expect(walk).toContain('Close');
    expect(walk).toContain('Why is this marked?');
    expect(walk.at(-1)).toBe('Report a mistake');
    expect(isClosed).toBe(true);
    expect(next).not.toBe(marker);
    expect(next).toMatch(/^Fact check, /);
  });

  test('is never off the screen, at 320 pixels and at 400 %', async () => {
    const page = await openMarked();
    const outside: string[] = [];
    for (const [width, height, deviceScaleFactor] of [
      [320, 640, 1],
      [320, 256, 4],
    ] as const) {
      await page.setViewport({ width, height, deviceScaleFactor });
      for (const sentence of [workers, double]) {
        await pointAt(page, sentence);
        await waitForStillCard(browser, page);
        const box = await boxOfCard(browser, page);
        const fits =
          box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height;
        if (!fits || box.scrollsAcross) outside.push(`${width}: ${JSON.stringify(box)}`);
        await page.keyboard.press('Escape');
        await waitForNoCard(browser, page);
        await page.mouse.move(2, 2);
      }
    }
    await page.close();

    expect(outside).toEqual([]);
  });

  test.each<{ shown: string; media: Media }>([
    { shown: 'as usual', media: {} },
    { shown: 'dark', media: { colorScheme: 'dark' } },
  ])('holds before axe, $shown', async ({ media }) => {
    const page = await openMarked();
    await browser.emulate(page, media);
    await pointAt(page, double);
    await waitForStillCard(browser, page);
    await pressInCard(browser, page, 'Why is this marked?');
    const faults = await faultsInAnnotations(browser, page);
    await browser.emulate(page, {});
    await page.close();

    expect(faults).toEqual([]);
  });

  test('logs no error', async () => {
    expect(await browser.problems()).toEqual([]);
  });
});

describe.each(bothBrowsers)('On a secure page in $name', ({ openBrowser }) => {
  test('the card copies to the clipboard', async () => {
    const browser = await openBrowser({ withAllSites: true });
    try {
      const page = await browser.open(article, 'localhost');
      const popup = await openSettledPopup(browser);
      await pressInPopup(popup, 'button.solid');
      await waitForMarkers(browser, page);
      await popup.close();
      const { x, y, width, height } = await firstLineOf(page, double);
      await page.mouse.click(x + width / 2, y + height / 2);
      await waitForStillCard(browser, page);
      await clickInCard(browser, page, 'Copy with sources');
      await waitFor('it to say so', async () =>
        (await readCard(browser, page))?.includes('Copied'),
      );
      const citation = await pasted(page);
      await clickInCard(browser, page, 'Copy link to sentence');
      const link = await waitFor('the link', async () => {
        const text = await pasted(page);
        return text !== citation && text;
      });

      expect(citation).toContain(double);
      expect(citation).toMatch(/https:\/\//);
      expect(link).toMatch(/^http:\/\/localhost\/coloured\.html#:~:text=Russian/);
      expect(await browser.problems()).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});

/**
 * Runs in the page: a place on a line that has no mark and nothing over it. It is well into the line,
 * since browsers take a tap beside a button for one on it.
 */
function plainLine(): { x: number; y: number } | null {
  const marked = [...CSS.highlights.values()].flatMap((highlight) => [...highlight]);
  for (const paragraph of document.querySelectorAll('p')) {
    if (marked.some((range) => (range as Range).intersectsNode(paragraph))) continue;
    const range = document.createRange();
    range.selectNodeContents(paragraph);
    for (const { x, y, width, height } of [...range.getClientRects()].reverse()) {
      const at = { x: x + width / 2, y: y + height / 2 };
      if (document.elementFromPoint(at.x, at.y) === paragraph) return at;
    }
  }
  return null;
}

/** Clicks a button of the open card with the mouse, as only a reader can. */
async function clickInCard(browser: TestBrowser, page: Page, name: string): Promise<void> {
  const find = new Function(
    'root',
    `const button = [...root.querySelectorAll('[role="dialog"] button')]
      .find(({ textContent }) => textContent === ${JSON.stringify(name)});
    button?.scrollIntoView({ block: 'nearest' });
    const box = button?.getBoundingClientRect();
    return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };`,
  ) as (root: ShadowRoot) => { x: number; y: number } | undefined;
  const { x, y } = await waitFor(`a button ${name}`, () => browser.inAnnotations(page, find));
  await page.mouse.click(x, y);
}

/** What is in the clipboard: pasted into a field of the page, which is taken away again. */
async function pasted(page: Page): Promise<string> {
  await page.evaluate(() => {
    const field = document.createElement('textarea');
    document.body.append(field);
    field.focus({ preventScroll: true });
  });
  await page.keyboard.down('Control');
  await page.keyboard.press('v');
  await page.keyboard.up('Control');
  return page.evaluate(() => {
    const field = document.querySelector('textarea');
    field?.remove();
    return field?.value ?? '';
  });
}

/** The words of a sentence at the end of the long page, in the form that the card gives. */
function fragmentFor(fragment: string): string {
  expect(fragment).toMatch(/^#:~:text=[^,]+,[^,]+$/);
  return '#:~:text=North%20Korea%20will%20send%201%2C000%20sappers,to%20the%20Kursk%20region.';
}

/** Lets pass what the card waits for: timers of one page end in the order of their times. */
function outlast(page: Page): Promise<void> {
  return page.evaluate(() => new Promise<void>((resolve) => setTimeout(resolve, 800)));
}

async function tabUntilMarker(browser: TestBrowser, page: Page): Promise<string> {
  return waitFor('a marker to have the focus', async () => {
    await page.keyboard.press('Tab');
    const focus = await readFocus(browser, page);
    return focus?.startsWith('Fact check') && focus;
  });
}
