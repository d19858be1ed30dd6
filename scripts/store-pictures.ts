// `npm run store-pictures`: the pictures that the stores show, in store/pictures/, taken from the real
// extension in Chromium. Builds first.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { pointAt, waitForMarkers, waitForStillCard } from '../tests/e2e/harness/annotations.ts';
import { openChromium } from '../tests/e2e/harness/chromium.ts';
import { unlistedHost } from '../tests/e2e/harness/extension-build.ts';
import { openSettledPopup } from '../tests/e2e/harness/popup.ts';
import type { Media, TestBrowser } from '../tests/e2e/harness/test-browser.ts';
import { waitFor } from '../tests/e2e/harness/wait.ts';
import { buildFor } from './steps.ts';

const root = path.dirname(import.meta.dirname);
const folder = path.join(root, 'store/pictures');
const article = 'sample-article.html';

/** What both stores want of a screenshot. */
const screen = { width: 1280, height: 800 };

async function takePictures(): Promise<void> {
  await buildFor('chrome');
  await mkdir(folder, { recursive: true });
  const browser = await openChromium();
  try {
    const card = await articleWithCard(browser, 'Relations have moved fast', {});
    await save('1-card', card);
    await save('2-popup', await articleWithPopup(browser));
    await save('3-library', await ownPage(browser, 'library.html', 'main li'));
    await save('4-timeline', await ownPage(browser, 'library.html#/timeline', 'svg'));
    await save(
      '5-dark',
      await articleWithCard(browser, 'Russian Defence Minister Sergei', { colorScheme: 'dark' }),
    );
    const small = { width: 440, height: 280 };
    await save('promotion-440x280', await composed(browser, small, await promotion(null)));
    const wide = { width: 1400, height: 560 };
    await save('promotion-1400x560', await composed(browser, wide, await promotion(card)));
  } finally {
    await browser.close();
  }
  console.log('The pictures are in store/pictures/.');
}

async function save(name: string, png: Uint8Array): Promise<void> {
  await writeFile(path.join(folder, `${name}.png`), png);
}

async function articleWithCard(
  browser: TestBrowser,
  sentence: string,
  media: Media,
): Promise<Uint8Array> {
  const page = await browser.open(article);
  await page.setViewport(screen);
  await browser.emulate(page, media);
  await waitForMarkers(browser, page);
  await pointAt(page, sentence);
  await waitForStillCard(browser, page);
  return closing(page);
}

/** The popup at the right edge of the window, where browsers open it. */
async function articleWithPopup(browser: TestBrowser): Promise<Uint8Array> {
  const page = await browser.open(article);
  await page.setViewport(screen);
  await waitForMarkers(browser, page);
  const popup = await openSettledPopup(browser);
  const over = await popup.screenshot();
  // Beyond its window a picture of the popup repeats what is in it.
  const [width, height] = await popup.inDocument((document) => [
    document.documentElement.clientWidth,
    document.documentElement.clientHeight,
  ]);
  await popup.close();
  const under = await closing(page);
  return composed(
    browser,
    screen,
    `<img src="${address(under)}" style="position: absolute; inset: 0">
    <img src="${address(over)}" style="position: absolute; top: 12px; right: 24px;
      width: ${width}px; height: ${height}px; object-fit: none; object-position: left top;
      border: 1px solid #8886; border-radius: 8px; box-shadow: 0 4px 24px #0005">`,
  );
}

async function ownPage(browser: TestBrowser, own: string, settled: string): Promise<Uint8Array> {
  const opened = await browser.openOwn(own);
  const [file = ''] = own.split('#');
  const page = (await browser.pages()).find((candidate) => candidate.url().includes(file));
  if (!page) throw new Error(`${own} did not open.`);
  await page.setViewport(screen);
  await waitFor('the page to settle', () => page.$(settled));
  const png = await page.screenshot();
  await opened.close();
  return png;
}

async function closing(page: Page): Promise<Uint8Array> {
  const png = await page.screenshot();
  await page.close();
  return png;
}

/** The name and what it does, beside a picture of it at work where there is room. */
async function promotion(card: Uint8Array | null): Promise<string> {
  const icon = Buffer.from(await readFile(path.join(root, 'assets/icon.svg'))).toString('base64');
  const words = JSON.parse(
    await readFile(path.join(root, 'public/_locales/en/messages.json'), 'utf8'),
  ) as { extensionDescription: { message: string } };
  const told = words.extensionDescription.message.split('. ')[0] ?? '';
  const size = card ? 48 : 30;
  return `<style>
      body { display: flex; align-items: center; background: #f6f1e4; color: #17395b;
        font: ${size * 0.6}px/1.35 Charter, Georgia, "Noto Serif", serif; }
      section { box-sizing: border-box; padding: ${size}px; ${card ? 'width: 560px' : ''} }
      h1 { display: flex; align-items: center; gap: 0.4em; margin: 0 0 0.4em; font-size: ${size * 1.4}px; }
      p { margin: 0; }
      .card { flex: 1; height: 500px; margin-top: 60px; border-radius: 12px 0 0 0; overflow: hidden;
        box-shadow: 0 4px 32px #0004; background: url(${card ? address(card) : ''}) left -90px top -300px / 1280px no-repeat; }
    </style>
    <section>
      <h1><img src="data:image/svg+xml;base64,${icon}" width="${size * 1.6}" alt="">Tumen</h1>
      <p>${told}.</p>
    </section>${card ? '<div class="card"></div>' : ''}`;
}

function address(png: Uint8Array): string {
  return `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
}

/** A page that shows pictures put together, in a window of this size. */
async function composed(
  browser: TestBrowser,
  size: { width: number; height: number },
  body: string,
): Promise<Uint8Array> {
  const page = await browser.open('framed.html', unlistedHost);
  await page.setViewport(size);
  await page.setContent(`<!doctype html><style>body { margin: 0; height: 100vh; }</style>${body}`);
  return closing(page);
}

try {
  await takePictures();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
