// Shows Tumen at work on the sample article: in a Chromium to try it in or, where there is no
// screen or with --headless, in pictures from both browsers and as a list of what was found.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isDeepStrictEqual, styleText } from 'node:util';
import { pointAt, waitForMarkers, waitForStillCard } from '../tests/e2e/harness/annotations.ts';
import { openChromium } from '../tests/e2e/harness/chromium.ts';
import { openFirefox } from '../tests/e2e/harness/firefox.ts';
import {
  type ListedFinding,
  listedFindings,
  openSettledPopup,
} from '../tests/e2e/harness/popup.ts';
import type { TestBrowser } from '../tests/e2e/harness/test-browser.ts';
import { buildFor } from './steps.ts';

const article = 'sample-article.html';
const pictures = path.join(import.meta.dirname, '../screenshots');

async function demonstrate(): Promise<void> {
  const options = process.argv.slice(2);
  const unknown = options.find((option) => option !== '--headless');
  if (unknown) throw new Error(`There is no option ${unknown}; the only one is --headless.`);
  console.log('Building for Chrome and Firefox …');
  for (const browser of ['chrome', 'firefox'] as const) await buildFor(browser);
  if (options.includes('--headless') || !hasScreen()) await showInPictures();
  else await showInWindow();
}

function hasScreen(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Leaves a browser open to try Tumen in, until it is closed or Ctrl-C is pressed. */
async function showInWindow(): Promise<void> {
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve());
  });
  const browser = await openChromium({ headed: true });
  const page = await browser.open(article);
  console.log(`\nA news article is open in ${browser.name}: ${page.url()}`);
  console.log(
    'Point at an underlined sentence, or open Tumen from the puzzle piece in the toolbar.',
  );
  console.log('Press Ctrl-C here to end.');
  await Promise.race([stopped, browser.closed]);
  await browser.close();
}

/** Takes pictures of page, card and popup in both browsers, and prints what was found. */
async function showInPictures(): Promise<void> {
  await mkdir(pictures, { recursive: true });
  const inChromium = await takePictures(openChromium);
  const inFirefox = await takePictures(openFirefox);
  console.log(styleText('bold', '\nChromium marks these sentences of the sample article:'));
  printFindings(inChromium);
  if (isDeepStrictEqual(inFirefox, inChromium)) {
    console.log(styleText('bold', '\nFirefox marks the same.'));
  } else {
    console.log(styleText('bold', '\nFirefox marks these:'));
    printFindings(inFirefox);
  }
  const folder = path.relative(process.cwd(), pictures) || '.';
  console.log(`\nPictures of page, card and popup in both browsers are in ${folder}/.`);
}

function printFindings(findings: ListedFinding[]): void {
  for (const { verdict, quote, summary } of findings) {
    console.log(`\n  ${styleText('bold', verdict.toUpperCase())}  “${quote}”\n  ${summary}`);
  }
}

async function takePictures(openBrowser: () => Promise<TestBrowser>): Promise<ListedFinding[]> {
  const browser = await openBrowser();
  try {
    return await picturesFrom(browser);
  } finally {
    await browser.close();
  }
}

async function picturesFrom(browser: TestBrowser): Promise<ListedFinding[]> {
  const save = (what: string, picture: Uint8Array) =>
    writeFile(path.join(pictures, `${browser.name.toLowerCase()}-${what}.png`), picture);

  const page = await browser.open(article);
  await waitForMarkers(browser, page);
  await save('page', await page.screenshot());
  const popup = await openSettledPopup(browser);
  const findings = await listedFindings(popup);
  await save('popup', await popup.screenshot());
  await popup.close();
  const [worst] = findings;
  if (worst) {
    await pointAt(page, worst.quote);
    await waitForStillCard(browser, page);
    await save('card', await page.screenshot());
  }
  return findings;
}

try {
  await demonstrate();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
