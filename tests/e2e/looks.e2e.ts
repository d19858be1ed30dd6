import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  boxOfCard,
  pictureOf,
  pointAt,
  waitForCard,
  waitForMarkers,
  waitForStillCard,
} from './harness/annotations.ts';
import { bothBrowsers } from './harness/both-browsers.ts';
import { drawnBetween } from './harness/contrast.ts';
import { newsHost, unlistedHost } from './harness/extension-build.ts';
import { openSettledPopup, pressInPopup } from './harness/popup.ts';
import type { Media, TestBrowser } from './harness/test-browser.ts';
import { waitFor } from './harness/wait.ts';

const capital = 'The talks were held in the South Korean capital';
const workers = 'Russia will hire five thousand construction workers';
const sappers = 'North Korea will send 1,000 sappers';
const capitalEnd = 'on Tuesday.';
const workersEnd = 'for the Kursk region.';
const sappersEnd = 'to the Kursk region.';
const minister = 'Russian Defence Minister Sergei Shoigu needed';

describe.each(bothBrowsers)('Marks in $name', ({ openBrowser }) => {
  let browser: TestBrowser;

  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser?.close();
  });

  /** Pictures of the first lines of sentences, without Tumen and with it. */
  async function pictures(file: string, sentences: string[], media: Media = {}) {
    const take = async (page: Page) => {
      await browser.emulate(page, media);
      const taken: Uint8Array[] = [];
      for (const sentence of sentences) taken.push(await pictureOf(page, sentence));
      return taken;
    };
    const untouched = await browser.open(file, unlistedHost);
    const before = await take(untouched);
    await untouched.close();
    const page = await browser.open(file, newsHost);
    await waitForMarkers(browser, page);
    const after = await take(page);
    return { page, before, after };
  }

  async function contrasts(file: string, sentences: string[], media: Media = {}) {
    const { page, before, after } = await pictures(file, sentences, media);
    const found: [string, number][] = [];
    for (const [index, sentence] of sentences.entries()) {
      const [one, other] = [before[index], after[index]];
      if (!one || !other) throw new Error(`There is no picture of "${sentence}"`);
      const { contrast } = await drawnBetween(page, one, other);
      found.push([sentence, contrast]);
    }
    await browser.emulate(page, {});
    await page.close();
    return found;
  }

  /** Where markers are to be seen, by their middles. */
  function markersAt(page: Page): Promise<Place[] | undefined> {
    return browser.inAnnotations(page, (root) =>
      [...root.querySelectorAll<HTMLElement>('.marker:not([hidden])')].map((marker) => {
        const { x, y, width, height } = marker.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      }),
    );
  }

  /** Whether there is a marker at each of these places, in their order, and no other. */
  async function areMarkedAt(page: Page, places: () => Promise<Place[]>): Promise<boolean> {
    const [wanted, found] = [await places(), (await markersAt(page)) ?? []];
    return (
      found.length === wanted.length &&
      wanted.every((place, index) => {
        const at = found[index];
        return at !== undefined && isNear(at, place);
      })
    );
  }

  /** Makes marks quiet, or loud again. */
  async function pressQuiet(): Promise<void> {
    const page = await browser.open('printed.html');
    await waitForMarkers(browser, page);
    const isQuiet = () =>
      browser.inAnnotations(page, (root) => root.querySelector('.layer.quiet') !== null);
    const before = await isQuiet();
    const popup = await openSettledPopup(browser);
    await pressInPopup(popup, 'input[name=quietMarks]');
    await waitFor('the marks to change', async () => (await isQuiet()) !== before);
    await popup.close();
    await page.close();
  }

  test.each<{ file: string; where: string; sentences: string[]; media?: Media }>([
    {
      file: 'dark.html',
      where: 'on dark grounds',
      sentences: [capital, workers, sappers, minister],
    },
    {
      file: 'coloured.html',
      where: 'on coloured grounds and in columns',
      sentences: [capital, workers, minister, sappers],
    },
    {
      file: 'sample-article.html',
      where: 'on a page that turns dark with the browser',
      sentences: ['North Korea will send 1,000 sappers', 'The ceremony, one diplomat remembers'],
      media: { colorScheme: 'dark' },
    },
    {
      file: 'printed.html',
      where: 'in forced colours',
      sentences: [capital, workers, sappers],
      media: { forcedColors: true },
    },
  ])('stand out by 3 to 1 $where ($file)', async ({ file, sentences, media }) => {
    const found = await contrasts(file, sentences, media);
    const weak = found.filter(([, contrast]) => contrast < 3);
    expect(weak).toEqual([]);
  });

  test.each<{ file: string; media?: Media }>([
    { file: 'dark.html' },
    { file: 'coloured.html' },
    { file: 'sample-article.html', media: { colorScheme: 'dark' } },
  ])('have markers that stand out by 3 to 1 ($file)', async ({ file, media = {} }) => {
    const openAs = async (host: string) => {
      const page = await browser.open('unrelated.html', host);
      await browser.emulate(page, media);
      await page.goto(page.url().replace('unrelated.html', file));
      return page;
    };
    const page = await openAs(newsHost);
    await waitForMarkers(browser, page);
    // The upper edges of the discs, which nothing is drawn on.
    const edges = await browser.inAnnotations(page, (root) =>
      [...root.querySelectorAll('.marker:not([hidden])')].map((marker) => {
        const { x, y, width } = marker.getBoundingClientRect();
        return { x: x + width / 2 - 1, y: y + 1.5, width: 2, height: 1 };
      }),
    );
    const take = async (from: Page) => {
      const taken: Uint8Array[] = [];
      for (const clip of edges ?? []) taken.push(await from.screenshot({ clip }));
      return taken;
    };
    const after = await take(page);
    await page.close();
    const untouched = await openAs(unlistedHost);
    const before = await take(untouched);
    const found: number[] = [];
    for (const [index, one] of before.entries()) {
      const { contrast } = await drawnBetween(untouched, one, after[index] ?? one);
      found.push(contrast);
    }
    await browser.emulate(untouched, {});
    await untouched.close();

    expect(found.length).toBeGreaterThan(3);
    expect(found.filter((contrast) => contrast < 3)).toEqual([]);
  });

  test.each([
    { file: 'dark.html', sentences: [capital, workers, sappers, minister] },
    { file: 'coloured.html', sentences: [capital, workers, minister, sappers] },
    {
      file: 'sample-article.html',
      sentences: ['North Korea will send 1,000 sappers', 'The ceremony, one diplomat remembers'],
    },
  ])('stand out by 3 to 1 when they are quiet ($file)', async ({ file, sentences }) => {
    await pressQuiet();
    const found = await contrasts(file, sentences);
    await pressQuiet();
    expect(found.filter(([, contrast]) => contrast < 3)).toEqual([]);
  });

  test('leave a footnote mark behind a sentence to be seen and clicked', async () => {
    const page = await browser.open('inline-markup.html');
    await waitForMarkers(browser, page);
    const shown = () =>
      page.evaluate(() => {
        const { x, y, width, height } =
          document.querySelector('[href="#note-3"]')?.getBoundingClientRect() ?? new DOMRect();
        const corners = [0.2, 0.8].flatMap((across) =>
          [0.2, 0.8].map((down) => [x + across * width, y + down * height] as const),
        );
        return corners.every(
          ([left, top]) => document.elementFromPoint(left, top)?.textContent === '3',
        );
      });
    const isShown = await shown();
    await page.close();

    expect(isShown).toBe(true);
  });

  test('keep their markers where pictures and fonts come late', async () => {
    const page = await browser.open('late.html');
    await waitForMarkers(browser, page);
    const ends = () => page.evaluate(endsOf, [capitalEnd, workersEnd]);
    const areInPlace = () => areMarkedAt(page, ends);
    await waitFor('the markers at their places', areInPlace);
    const before = await ends();
    await page.evaluate('showPicture()');
    await waitFor('the picture', async () => (await ends())[0]?.y !== before[0]?.y);
    await waitFor('the markers under the picture', areInPlace);
    const under = await ends();
    await page.evaluate('showFont()');
    await waitFor('the font', async () => (await ends())[0]?.x !== under[0]?.x);
    await waitFor('the markers in the new font', areInPlace);
    await page.close();
  });

  test('keep their markers where a page is narrowed or zoomed', async () => {
    const page = await browser.open('printed.html');
    await waitForMarkers(browser, page);
    const ends = () => page.evaluate(endsOf, [capitalEnd, workersEnd, sappersEnd]);
    const areInPlace = () => areMarkedAt(page, ends);
    await page.setViewport({ width: 500, height: 800 });
    await waitFor('the markers on the narrow page', areInPlace);
    await page.setViewport({ width: 1000, height: 800 });
    const zoomTo = (factor: number) =>
      browser.inBackground(`const [{ id }] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        await chrome.tabs.setZoom(id, ${factor}); return true;`);
    await zoomTo(1.5);
    await waitFor('the markers where the reader zooms', areInPlace);
    await zoomTo(1);
    for (const zoomed of ['body', 'html'] as const) {
      const setZoom = (zoom: string) =>
        page.$eval(zoomed, ({ style }, value) => style.setProperty('zoom', value), zoom);
      await setZoom('1.5');
      await waitFor(`the markers where the page zooms ${zoomed}`, areInPlace);
      await pointAt(page, capital);
      await waitForStillCard(browser, page);
      const { x, y, width, height } = await boxOfCard(browser, page);
      const window = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
      await page.keyboard.press('Escape');
      await page.mouse.move(2, 2);
      await setZoom('');

      expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(window.width);
      expect(y + height).toBeLessThanOrEqual(window.height);
    }
    await page.close();
  });

  test('keep their markers in boxes that scroll, and hide them with the text', async () => {
    const page = await browser.open('nested-scroller.html');
    await waitForMarkers(browser, page);
    const marked = async (text: string) => {
      const [end] = await page.evaluate(endsOf, [text]);
      return (await markersAt(page))?.some((at) => end && isNear(at, end));
    };
    const are = (shown: string, hidden: string) =>
      waitFor(`a marker at "${shown}" and none at "${hidden}"`, async () => {
        return (await marked(shown)) && !(await marked(hidden));
      });
    await are(capitalEnd, sappersEnd);
    await page.$eval('.wide', (box) => box.scrollTo(box.scrollWidth, 0));
    await waitFor('a marker in the box that was scrolled aside', () => marked(sappersEnd));
    await page.$eval('#story', (box) => box.scrollTo(0, 500));
    await are(workersEnd, capitalEnd);
    await page.$eval('#story', (box) => box.scrollTo(0, 0));
    await are(capitalEnd, workersEnd);
    const [before] = await page.evaluate(endsOf, [capitalEnd]);
    await page.$eval('#story p', (text) => text.style.setProperty('display', 'none'));
    await waitFor('the marker to go', async () =>
      (await markersAt(page))?.every((at) => before && !isNear(at, before)),
    );
    await page.$eval('#story p', (text) => text.style.removeProperty('display'));
    await are(capitalEnd, workersEnd);
    await page.close();
  });

  test('are not printed', async () => {
    const { page, before, after } = await pictures('printed.html', [capital, workers], {
      printed: true,
    });
    const shownMarkers = await browser.inAnnotations(
      page,
      (root) =>
        [...root.querySelectorAll('.marker, .card')].filter((e) => e.getClientRects().length > 0)
          .length,
    );
    await browser.emulate(page, {});
    await page.close();

    expect(shownMarkers).toBe(0);
    for (const [index, picture] of before.entries()) {
      expect(Buffer.compare(picture, after[index] ?? Buffer.of())).toBe(0);
    }
  });

  test('move nothing for readers who want less motion', async () => {
    const page = await browser.open('printed.html');
    await browser.emulate(page, { reducedMotion: true });
    await waitForMarkers(browser, page);
    await pointAt(page, capital);
    await waitForCard(browser, page);
    const animations = await browser.inAnnotations(page, (root) => root.getAnimations().length);
    await browser.emulate(page, {});
    await page.close();

    expect(animations).toBe(0);
  });

  test('can be made quiet, and the ticks beside the scroll bar be switched off', async () => {
    const page = await browser.open('sample-article.html');
    const { length } = await waitForMarkers(browser, page);
    const loud = await pictureOf(page, minister);
    const ticks = () =>
      browser.inAnnotations(page, (root) =>
        [...root.querySelectorAll<HTMLElement>('.ticks i')].map((tick) => tick.style.top),
      );
    const placed = await waitFor('the ticks', async () => {
      const found = await ticks();
      return found?.length === length && found;
    });
    const popup = await openSettledPopup(browser);
    await pressInPopup(popup, 'input[name=scrollTicks]');
    await waitFor('the ticks to go', async () => (await ticks())?.length === 0);
    await pressInPopup(popup, 'input[name=quietMarks]');
    await waitFor('the marks to be quiet', () =>
      browser.inAnnotations(page, (root) => root.querySelector('.layer.quiet') !== null),
    );
    await popup.close();
    const quiet = await pictureOf(page, minister);
    const again = await openSettledPopup(browser);
    await pressInPopup(again, 'input[name=scrollTicks]');
    await pressInPopup(again, 'input[name=quietMarks]');
    await waitFor('both to be as before', async () => (await ticks())?.length === length);
    await again.close();
    await page.close();

    const heights = placed.map(Number.parseFloat);
    expect(Math.min(...heights)).toBeGreaterThan(10);
    expect(Math.max(...heights)).toBeLessThan(100);
    expect(new Set(heights).size).toBeGreaterThan(5);
    expect(Buffer.compare(quiet, loud)).not.toBe(0);
  });

  test('are stepped through by keys, into frames and round', async () => {
    const page = await browser.open('frames.html');
    await waitForMarkers(browser, page);
    await waitFor('the count of both frames', async () => (await browser.badgeText()) === '2');
    const seen: string[] = [];
    for (const command of ['next-finding', 'next-finding', 'next-finding', 'previous-finding']) {
      await browser.runCommand(command);
      const shown = await waitFor('another sentence to be shown', async () => {
        const [now = '', second] = await emphasised(page);
        return now !== '' && second === undefined && now !== seen.at(-1) && now;
      });
      seen.push(shown);
    }
    await page.close();

    const [first = '', second = ''] = seen;
    expect(first).toContain(capital);
    expect(second).toContain(workers);
    expect(seen).toEqual([first, second, first, second]);
  });

  test('log no error', async () => {
    expect(await browser.problems()).toEqual([]);
  });
});

/** The sentences whose card is open, in all frames. */
async function emphasised(page: Page): Promise<string[]> {
  const texts = await Promise.all(
    page
      .frames()
      .map((frame) =>
        frame.evaluate(() => [...(CSS.highlights.get('tumen-emphasis') ?? [])].map(String)),
      ),
  );
  return texts.flat();
}

/** A place in the window. */
interface Place {
  x: number;
  y: number;
}

function isNear(one: Place, other: Place): boolean {
  return Math.abs(one.x - other.x) < 3 && Math.abs(one.y - other.y) < 3;
}

/** Runs in the page: the upper right corners of the last letters of these texts, in the window. */
function endsOf(texts: string[]): { x: number; y: number }[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const ends: { x: number; y: number }[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const text of texts) {
      const at = node.nodeValue?.indexOf(text) ?? -1;
      if (at < 0 || node.parentElement?.localName === 'script') continue;
      const range = document.createRange();
      range.setStart(node, at + text.length - 1);
      range.setEnd(node, at + text.length);
      const { right, top } = range.getBoundingClientRect();
      ends.push({ x: right, y: top });
    }
  }
  return ends;
}
