// Takes a picture of every test page in both browsers, and puts those of one browser on one sheet, to be
// looked at. Builds first. The sheets and the single pictures go to screenshots/.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { pointAt, waitForMarkers, waitForStillCard } from '../tests/e2e/harness/annotations.ts';
import { openChromium } from '../tests/e2e/harness/chromium.ts';
import { openFirefox } from '../tests/e2e/harness/firefox.ts';
import { waitForPainted } from '../tests/e2e/harness/page-look.ts';
import { openSettledPopup } from '../tests/e2e/harness/popup.ts';
import type { Media, TestBrowser } from '../tests/e2e/harness/test-browser.ts';
import { waitFor } from '../tests/e2e/harness/wait.ts';
import { type TestPage, testPages } from '../tests/e2e/pages.ts';
import { runCommand } from './steps.ts';

const folder = path.join(import.meta.dirname, '../screenshots');

interface Picture {
  title: string;
  png: Uint8Array;
}

/** The card as different readers get it: a sentence to point at, and how the page is shown. */
const cards: { title: string; file: string; sentence: string; media?: Media; width?: number }[] = [
  {
    title: 'card, two findings',
    file: 'coloured.html',
    sentence: 'Russian Defence Minister Sergei Shoigu needed',
  },
  {
    title: 'card, dark',
    file: 'dark.html',
    sentence: 'Russia will hire',
    media: { colorScheme: 'dark' },
  },
  { title: 'card, 320 pixels', file: 'coloured.html', sentence: 'Russia will hire', width: 320 },
  {
    title: 'card, forced colours',
    file: 'coloured.html',
    sentence: 'The talks were held',
    media: { forcedColors: true },
  },
  { title: 'card, hostile style', file: 'hostile-style.html', sentence: 'The talks were held' },
  { title: 'card, look-alike', file: 'look-alike.html', sentence: 'The talks were held' },
  { title: 'card, right to left', file: 'right-to-left.html', sentence: 'The talks were held' },
  { title: 'card, nested scroller', file: 'nested-scroller.html', sentence: 'The talks were held' },
];

async function makeSheets(): Promise<void> {
  if (process.argv.length > 2) throw new Error('contact-sheet takes no options.');
  console.log('Building for Chrome and Firefox …');
  for (const browser of ['chrome', 'firefox']) {
    const { failed } = await runCommand('wxt', ['build', '--browser', browser]);
    if (failed > 0) throw new Error(`The build for ${browser} failed: the reason stands above.`);
  }
  await mkdir(folder, { recursive: true });
  for (const openBrowser of [openChromium, openFirefox]) {
    const browser = await openBrowser();
    try {
      const sheet = await sheetOf(browser);
      console.log(path.relative(process.cwd(), sheet));
    } finally {
      await browser.close();
    }
  }
}

async function sheetOf(browser: TestBrowser): Promise<string> {
  const pictures: Picture[] = [];
  for (const row of testPages) pictures.push(await pictureOfPage(browser, row));
  for (const card of cards) pictures.push(await pictureOfCard(browser, card));
  pictures.push(await pictureOfPopup(browser));
  const name = browser.name.toLowerCase();
  for (const { title, png } of pictures) {
    await writeFile(path.join(folder, `${name}-${title.replace(/\W+/g, '-')}.png`), png);
  }
  const page = await browser.open('framed.html', 'www.unlisted.example');
  const file = path.join(folder, `contact-sheet-${name}.png`);
  await page.setViewport({ width: 1600, height: 1000 });
  await page.setContent(htmlOf(pictures));
  await writeFile(file, await page.screenshot({ fullPage: true }));
  await page.close();
  return file;
}

async function pictureOfPage(browser: TestBrowser, row: TestPage): Promise<Picture> {
  const page = await browser.open(row.file);
  await waitFor('the page to come to rest', () => page.evaluate(`Boolean(${row.ready ?? true})`));
  await waitForPainted(page, row.marks);
  return closing(page, row.file);
}

async function pictureOfCard(
  browser: TestBrowser,
  { title, file, sentence, media = {}, width }: (typeof cards)[number],
): Promise<Picture> {
  const page = await browser.open(file);
  await waitForMarkers(browser, page);
  if (width) await page.setViewport({ width, height: 640 });
  await browser.emulate(page, media);
  await pointAt(page, sentence);
  await waitForStillCard(browser, page);
  const picture = await closing(page, title, () => browser.emulate(page, {}));
  return picture;
}

async function pictureOfPopup(browser: TestBrowser): Promise<Picture> {
  const page = await browser.open('sample-article.html');
  await waitForMarkers(browser, page);
  const popup = await openSettledPopup(browser);
  const png = await popup.screenshot();
  await popup.close();
  await page.close();
  return { title: 'popup', png };
}

async function closing(page: Page, title: string, before = async () => {}): Promise<Picture> {
  const png = await page.screenshot();
  await before();
  await page.close();
  return { title, png };
}

function htmlOf(pictures: Picture[]): string {
  const figures = pictures.map(({ title, png }) => {
    const address = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
    return `<figure><img src="${address}"><figcaption>${title}</figcaption></figure>`;
  });
  return `<!doctype html><style>
    body { display: grid; grid-template-columns: repeat(4, 1fr); gap: 12px; margin: 12px; font: 14px sans-serif; }
    figure { margin: 0; } img { max-width: 100%; max-height: 310px; border: 1px solid #999; }
  </style>${figures.join('')}`;
}

try {
  await makeSheets();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
