import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { waitForMarkers } from './harness/annotations.ts';
import { bothBrowsers } from './harness/both-browsers.ts';
import type { TestBrowser } from './harness/test-browser.ts';
import { waitFor } from './harness/wait.ts';

/**
 * Runs in Tumen's own view of a page, before Tumen does, and counts by kind what it has the browser do:
 * what it asks to be called for, what it measures, and what it changes among its own elements. The page
 * asks for the counts by an event, and is answered by one.
 */
function countWork(): void {
  const counts: Record<string, number> = {};
  const count = (what: string) => {
    counts[what] = (counts[what] ?? 0) + 1;
  };
  const counted = (owner: object, names: string[], kind: string) => {
    for (const name of names) {
      const known = Object.getOwnPropertyDescriptor(owner, name) ?? {
        value: Reflect.get(owner, name),
      };
      const wrap = (work: (...given: unknown[]) => unknown) =>
        function (this: unknown, ...given: unknown[]) {
          count(kind);
          return Reflect.apply(work, this ?? globalThis, given);
        };
      Object.defineProperty(owner, name, {
        configurable: true,
        ...(known.get ? { get: wrap(known.get) } : { value: wrap(known.value) }),
      });
    }
  };
  const frames = ['requestAnimationFrame', 'requestIdleCallback'];
  counted(globalThis, frames, 'frame');
  counted(globalThis, ['setTimeout'], 'timer');
  counted(globalThis, ['getComputedStyle'], 'measure');
  const rects = ['getBoundingClientRect', 'getClientRects'];
  counted(Range.prototype, rects, 'measure');
  const sizes = ['clientWidth', 'clientHeight', 'scrollWidth', 'scrollHeight'];
  counted(Element.prototype, [...rects, ...sizes, 'checkVisibility', 'currentCSSZoom'], 'measure');
  const attachShadow = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    const root = attachShadow.call(this, init);
    const observer = new MutationObserver((records) => {
      for (const _ of records) count('change');
    });
    observer.observe(root, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    return root;
  };
  addEventListener('tell-work', () => {
    dispatchEvent(new CustomEvent('work', { detail: JSON.stringify(counts) }));
    for (const what of Object.keys(counts)) delete counts[what];
  });
}

/** The kinds of work, by how often each was done. */
type Work = Partial<Record<'frame' | 'timer' | 'measure' | 'change', number>>;

describe.each(bothBrowsers)('A marked page at rest in $name', ({ openBrowser }) => {
  let browser: TestBrowser;

  beforeAll(async () => {
    browser = await openBrowser({ first: `(${countWork})()` });
  });

  afterAll(async () => {
    await browser?.close();
  });

  test('is left at rest', async () => {
    const page = await openAtRest('sample-article.html');
    await frames(page, 60);
    expect(await workOn(page)).toEqual({});
    await page.close();
  });

  test('has its markers scroll with it by themselves', async () => {
    const page = await openAtRest('sample-article.html');
    const before = await firstMarker(page);
    await scroll(page, 'html', 40);
    const moved = (await firstMarker(page)) - before;
    // Longer than anything waits that is done after scrolling.
    await frames(page, 60);
    expect(await workOn(page)).toEqual({});
    expect(moved).toBe(await page.evaluate(() => -scrollY));
    expect(moved).toBeLessThan(-100);
    await page.close();
  });

  test('is worked on for a box that scrolls by itself, for the marks in it alone, once a frame', async () => {
    const page = await openAtRest('nested-scroller.html');
    await page.$eval('#side', (side) => {
      side.insertAdjacentHTML('beforeend', '<div id="list" style="height:5em;overflow:auto">');
      side.lastElementChild?.append('Fish and bread. '.repeat(400));
    });
    await untilAtRest(page);

    await scroll(page, '#list', 40);
    expect(await workOn(page)).toEqual({});

    const workFor = async (box: string) => {
      await scroll(page, box, 40);
      await frames(page, 5);
      const { frame = 0, measure = 0, change } = await workOn(page);
      expect(frame).toBeGreaterThan(20);
      expect(frame).toBeLessThanOrEqual(41);
      expect(change).toBeGreaterThan(0);
      return measure / frame;
    };
    // Of the four marks, one is in this box and three are in the other.
    const [ofOne, ofThree] = [await workFor('#side'), await workFor('#story')];
    expect(ofThree).toBeGreaterThan(1.5 * ofOne);

    await frames(page, 60);
    expect(await workOn(page)).toEqual({});
    await page.close();
  });

  test('is put right after it has scrolled where a sentence stays in the window', async () => {
    const page = await openAtRest('sample-article.html');
    await page.evaluate(() => {
      const [highlight] = CSS.highlights.values();
      const [range] = highlight ?? [];
      Object.assign(globalThis, { range });
      const paragraph = (range as Range).startContainer.parentElement;
      for (const [name, value] of [
        ['position', 'fixed'],
        ['top', '200px'],
      ] as const) {
        paragraph?.style.setProperty(name, value);
      }
    });
    /** Whether a marker has its middle at the upper corner of the sentence's end. */
    const isMarked = async () => {
      const end = await page.evaluate(() => {
        const { range } = globalThis as unknown as { range: Range };
        const line = [...range.getClientRects()].at(-1);
        return { x: line?.right ?? 0, y: line?.top ?? 0 };
      });
      const middles = await browser.inAnnotations(page, (root) =>
        [...root.querySelectorAll('.marker')].map((marker) => {
          const { x, y, width, height } = marker.getBoundingClientRect();
          return { x: x + width / 2, y: y + height / 2 };
        }),
      );
      return middles?.some(({ x, y }) => Math.abs(x - end.x) < 3 && Math.abs(y - end.y) < 3);
    };
    await waitFor('the marker to follow', isMarked);
    await untilAtRest(page);
    await scroll(page, 'html', 20);
    await untilAtRest(page);
    expect(await isMarked()).toBe(true);
    await page.close();
  });

  test('logs no error', async () => {
    expect(await browser.problems()).toEqual([]);
  });

  /** Opens a page and waits until all is drawn and nothing more is done. */
  async function openAtRest(file: string): Promise<Page> {
    const page = await browser.open(file);
    await waitForMarkers(browser, page);
    await untilAtRest(page);
    return page;
  }

  /** How far down the window the first marker is. */
  async function firstMarker(page: Page): Promise<number> {
    const top = await browser.inAnnotations(
      page,
      (root) => root.querySelector('.marker')?.getBoundingClientRect().top,
    );
    return top ?? Number.NaN;
  }
});

/** What Tumen has done on a page since this was last asked. */
function workOn(page: Page): Promise<Work> {
  return page.evaluate(
    () =>
      new Promise<Work>((resolve) => {
        const onTold = (event: Event) => resolve(JSON.parse((event as CustomEvent).detail));
        addEventListener('work', onTold, { once: true });
        dispatchEvent(new Event('tell-work'));
      }),
  );
}

/** Waits until nothing more is done for half a second. */
function untilAtRest(page: Page): Promise<unknown> {
  return waitFor('the page to come to rest', async () => {
    await frames(page, 30);
    return Object.keys(await workOn(page)).length === 0;
  });
}

/** Waits for so many frames to be drawn. */
async function frames(page: Page, count: number): Promise<void> {
  await page.evaluate(async (wanted) => {
    for (let frame = 0; frame < wanted; frame++) await new Promise(requestAnimationFrame);
  }, count);
}

/** Scrolls what a selector names down by some pixels with each of so many frames. */
async function scroll(page: Page, selector: string, count: number): Promise<void> {
  await page.$eval(
    selector,
    async (box, wanted) => {
      for (let frame = 0; frame < wanted; frame++) {
        box.scrollBy({ top: 7, left: 3, behavior: 'instant' });
        await new Promise(requestAnimationFrame);
      }
    },
    count,
  );
}
