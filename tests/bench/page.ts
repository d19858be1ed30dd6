import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { CDPSession, Page } from 'puppeteer-core';
import { waitForMarkers } from '../e2e/harness/annotations.ts';
import { openChromium } from '../e2e/harness/chromium.ts';
import { newsHost, unlistedHost } from '../e2e/harness/extension-build.ts';
import { waitForPainted } from '../e2e/harness/page-look.ts';
import { openSettledPopup } from '../e2e/harness/popup.ts';
import type { TestBrowser } from '../e2e/harness/test-browser.ts';
import { waitFor } from '../e2e/harness/wait.ts';
import type { Row } from './row.ts';

const long = 'long.html';
const unrelated = 'long.html?unrelated';
const full = 'long.html?full';

/** Each time is the middle one of this many, each on a page loaded anew. */
const rounds = 5;
/** In microseconds. */
const samplingInterval = 100;
/** Samples further apart than this, in microseconds, are of different tasks. */
const gapBetweenTasks = 1000;

const capital = 'The talks were held in the South Korean capital, Pyongyang, on Tuesday.';
const workers =
  'Russia will hire five thousand construction workers of its own for the Kursk region.';

/** What Tumen costs the page's own thread, in real Chromium with the extension as it ships. */
export async function pageRows(): Promise<Row[]> {
  const browser = await openChromium();
  try {
    // The first page has the background compile its rules, which is no business of the page.
    const first = await browser.open(long);
    await waitForMarkers(browser, first);
    await first.close();

    const bare = await middle(() => barePass(browser, long));
    const bareUnrelated = await middle(() => barePass(browser, unrelated));
    const work = await repeat(() => ownWork(browser, long));
    const workUnrelated = await repeat(() => ownWork(browser, unrelated));
    const workFull = await repeat(() => ownWork(browser, full));
    const marking = await middle(() => markJs(browser));
    const total = (all: Work[]) => median(all.map(({ time }) => time));
    const longest = Math.max(...[...work, ...workFull].map((each) => each.longest));
    return [
      atMost('content script on a relevant page of 100,000 words', total(work) / bare, 3, passes),
      atMost(
        'content script on an unrelated page of 100,000 words',
        total(workUnrelated) / bareUnrelated,
        1.2,
        passes,
      ),
      atMost('longest task on a page of 100,000 words', longest, 16, 'ms'),
      atLeast('mark.js marking the same 202 sentences', marking / total(workFull), 20),
      atMost(
        'elements added to a page with 202 marks',
        await elementsAdded(browser),
        1,
        'elements',
      ),
      atMost('heap after 100 changes of route', await leak(browser), 1.05, 'times that after 10'),
    ];
  } finally {
    await browser.close();
  }
}

const passes = 'times';

function atMost(what: string, measured: number, budget: number, unit: string): Row {
  return { what, measured, budget, unit };
}

function atLeast(what: string, measured: number, budget: number): Row {
  return { what, measured, budget, unit: 'times', atLeast: true };
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

async function repeat<Result>(measure: () => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  for (let round = 0; round < rounds; round++) results.push(await measure());
  return results;
}

async function middle(measure: () => Promise<number>): Promise<number> {
  return median(await repeat(measure));
}

/** Milliseconds of one pass over all text that does nothing but put it together. */
async function barePass(browser: TestBrowser, file: string): Promise<number> {
  const page = await browser.open(file, unlistedHost);
  const time = await page.evaluate(() => {
    const start = performance.now();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let text = '';
    for (let node = walker.nextNode(); node; node = walker.nextNode()) text += node.nodeValue;
    const end = performance.now();
    if (text.length < 1000) throw new Error('There is no text');
    return end - start;
  });
  await page.close();
  return time;
}

/**
 * What scripts of the extension did on a page's own thread, with the style and layout that they had
 * the browser work out. What it works out by itself before the next frame is not in it.
 */
interface Work {
  /** In milliseconds, all together. */
  time: number;
  /** The longest stretch without a pause. */
  longest: number;
}

/** Loads a page under the profiler, waits until Tumen has done all that it does, and adds it up. */
async function ownWork(browser: TestBrowser, file: string): Promise<Work> {
  const page = await browser.open('framed.html', unlistedHost);
  const profiler = await page.createCDPSession();
  await profiler.send('Profiler.enable');
  await profiler.send('Profiler.setSamplingInterval', { interval: samplingInterval });
  await profiler.send('Profiler.start');
  await page.goto(`http://${newsHost}/${file}`);
  if (file === unrelated) {
    const popup = await openSettledPopup(browser);
    await popup.close();
  } else {
    await waitForMarkers(browser, page);
    await waitForPlaces(browser, page);
  }
  const work = await workIn(profiler);
  await page.close();
  return work;
}

/** Markers are put in their places some at a time; the work is done when all are. */
async function waitForPlaces(browser: TestBrowser, page: Page): Promise<void> {
  await waitFor('all markers to be in their places', () =>
    browser.inAnnotations(page, (root) =>
      [...root.querySelectorAll<HTMLElement>('.marker')].every(
        ({ hidden, style }) => hidden || style.top !== '',
      ),
    ),
  );
}

async function workIn(profiler: CDPSession): Promise<Work> {
  const { profile } = await profiler.send('Profiler.stop');
  const { nodes, samples = [], timeDeltas = [] } = profile;
  const own = new Set<number>();
  for (const { id, callFrame, children = [] } of nodes) {
    // Parents come before their children, and what ours call, such as layout, is our doing.
    if (callFrame.url.startsWith('chrome-extension://')) own.add(id);
    if (own.has(id)) for (const child of children) own.add(child);
  }
  let time = 0;
  let stretch = 0;
  let longest = 0;
  let pause = 0;
  for (const [index, node] of samples.entries()) {
    // A sample holds until the next one.
    const lasts = timeDeltas[index + 1] ?? 0;
    if (!own.has(node)) {
      pause += lasts;
      if (pause > gapBetweenTasks) stretch = 0;
      continue;
    }
    pause = 0;
    time += lasts;
    stretch += lasts;
    longest = Math.max(longest, stretch);
  }
  return { time: time / 1000, longest: longest / 1000 };
}

/** Milliseconds that mark.js takes to mark the sentences that Tumen marks. */
async function markJs(browser: TestBrowser): Promise<number> {
  const page = await browser.open(full, unlistedHost);
  const code = await readFile(
    createRequire(import.meta.url).resolve('mark.js/dist/mark.min.js'),
    'utf8',
  );
  await page.evaluate(code);
  const { time, marked } = await page.evaluate(
    (sentences) => {
      const { Mark } = globalThis as unknown as {
        Mark: new (root: Element) => { mark(text: string[], options: object): void };
      };
      const start = performance.now();
      const options = { separateWordSearch: false, acrossElements: true };
      new Mark(document.body).mark(sentences, options);
      // The page is laid out anew in both cases; here it belongs to what was done.
      document.body.getBoundingClientRect();
      const end = performance.now();
      return { time: end - start, marked: document.querySelectorAll('mark').length };
    },
    [capital, workers],
  );
  await page.close();
  if (marked < 202) throw new Error(`mark.js marked only ${marked} of 202 sentences`);
  return time;
}

async function elementsAdded(browser: TestBrowser): Promise<number> {
  const count = (page: Page) => page.evaluate(() => document.querySelectorAll('*').length);
  const untouched = await browser.open(full, unlistedHost);
  const before = await count(untouched);
  await untouched.close();
  const page = await browser.open(full);
  await waitForMarkers(browser, page);
  const after = await count(page);
  await page.close();
  return after - before;
}

/** How the heap of a page grows from the 10th to the 100th change of route, each marked anew. */
async function leak(browser: TestBrowser): Promise<number> {
  const page = await browser.open('routes.html');
  await waitForPainted(page, [capital]);
  const heap = await page.createCDPSession();
  const size = async () => {
    await heap.send('HeapProfiler.collectGarbage');
    return (await heap.send('Runtime.getHeapUsage')).usedSize;
  };
  const treaty = 'Russia and North Korea signed their strategic partnership treaty this June.';
  let early = 0;
  for (let change = 1; change <= 100; change++) {
    const isTreaty = change % 2 === 1;
    await page.evaluate(isTreaty ? "go('treaty')" : "go('capital')");
    await waitForPainted(page, [isTreaty ? treaty : capital]);
    if (change === 10) early = await size();
  }
  const late = await size();
  await page.close();
  return late / early;
}
