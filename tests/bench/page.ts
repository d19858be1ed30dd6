import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { readMarkers } from '../e2e/harness/annotations.ts';
import { openChromium } from '../e2e/harness/chromium.ts';
import { unlistedHost } from '../e2e/harness/extension-build.ts';
import { waitForPainted } from '../e2e/harness/page-look.ts';
import type { TestBrowser } from '../e2e/harness/test-browser.ts';
import { waitFor } from '../e2e/harness/wait.ts';
import type { Row } from './row.ts';
import { PageThread } from './thread.ts';

const long = 'long.html';
const unrelated = 'long.html?unrelated';
const full = 'long.html?full';

/** Each time is the middle one of this many, all measured in turn. */
const rounds = 5;

const capital = 'The talks were held in the South Korean capital, Pyongyang, on Tuesday.';

/** Puts all text of a page together, and does nothing else. */
const barePass = `{
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let text = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) text += node.nodeValue;
  if (text.length < 1000) throw new Error('There is no text');
}`;

/** What Tumen costs the page's own thread, in real Chromium with the extension as it ships. */
export async function pageRows(): Promise<Row[]> {
  const browser = await openChromium();
  try {
    const sentences = await claimsOn(browser, full);
    return [
      ...(await threadRows(sentences)),
      atMost(
        `elements added to a page with ${sentences.length} marks`,
        await elementsAdded(browser, sentences.length),
        1,
        'elements',
      ),
      atMost('heap after 100 changes of route', await leak(browser), 1.05, 'times that after 10'),
    ];
  } finally {
    await browser.close();
  }
}

/**
 * Times on the page's thread. An empty script of an extension takes some milliseconds too, in which
 * the browser makes a world for it; they are taken off all others.
 */
async function threadRows(sentences: readonly string[]): Promise<Row[]> {
  const scripts = { empty: '0', bare: barePass, mark: await markJs(sentences) };
  const thread = await PageThread.open('long.html', scripts);
  try {
    // The first page has the background compile its rules, which is no business of the page.
    await thread.tumen(long, true);
    const measured = await inTurn({
      empty: () => thread.script(long, 'empty'),
      bare: () => thread.script(long, 'bare'),
      relevant: () => thread.tumen(long, true),
      bareUnrelated: () => thread.script(unrelated, 'bare'),
      unrelated: () => thread.tumen(unrelated, false),
      full: () => thread.tumen(full, true),
      markJs: () => thread.script(full, 'mark'),
      longest: async () => Math.max(await thread.longestTask(long), await thread.longestTask(full)),
    });
    const { empty, longest } = measured;
    const ratio = (one: number, other: number) => (one - empty) / (other - empty);
    return [
      atMost(
        'content script on a relevant page of 100,000 words',
        ratio(measured.relevant, measured.bare),
        3,
        passes,
      ),
      atMost(
        'content script on an unrelated page of 100,000 words',
        ratio(measured.unrelated, measured.bareUnrelated),
        1.2,
        passes,
      ),
      atMost('longest task on a page of 100,000 words', longest, 16, 'ms'),
      atLeast(
        `mark.js marking the same ${sentences.length} sentences`,
        ratio(measured.markJs, measured.full),
        20,
      ),
    ];
  } finally {
    await thread.close();
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

/** The middle times of several measures, taken in turn so that a busy moment hits all of them. */
async function inTurn<Name extends string>(
  measures: Record<Name, () => Promise<number>>,
): Promise<Record<Name, number>> {
  const names = Object.keys(measures) as Name[];
  const times = new Map(names.map((name): [Name, number[]] => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const name of names) times.get(name)?.push(await measures[name]());
  }
  return Object.fromEntries(names.map((name) => [name, median(times.get(name) ?? [])])) as Record<
    Name,
    number
  >;
}

/** The sentences of a page that make a claim, as it tells them. */
async function claimsOn(browser: TestBrowser, file: string): Promise<string[]> {
  const page = await browser.open(file, unlistedHost);
  const claims = (await page.evaluate('claims')) as string[];
  await page.close();
  return claims;
}

/**
 * mark.js, given the very sentences, in the way that takes it least time: one expression for all. It
 * has to look across elements, since sentences of real pages have links in them, as here.
 */
async function markJs(sentences: readonly string[]): Promise<string> {
  const path = createRequire(import.meta.url).resolve('mark.js/dist/mark.min.js');
  const plain = sentences.map((sentence) => sentence.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return `${await readFile(path, 'utf8')}
    new Mark(document.body).markRegExp(${new RegExp(plain.join('|'), 'g')}, { acrossElements: true });
    if (document.querySelectorAll('mark').length < ${sentences.length}) throw new Error('too few');`;
}

async function elementsAdded(browser: TestBrowser, marks: number): Promise<number> {
  const count = (page: Page) => page.evaluate(() => document.querySelectorAll('*').length);
  const untouched = await browser.open(full, unlistedHost);
  const before = await count(untouched);
  await untouched.close();
  const page = await browser.open(full);
  await waitFor('all marks', async () => (await readMarkers(browser, page)).length === marks);
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
