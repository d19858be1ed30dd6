// Takes a picture of every test page, of the card, and of the popup and Tumen's own pages in all their states,
// in both browsers, and puts them on sheets, to be looked at. `npm run contact-sheet -- popup` makes one sheet
// alone. Builds first. The sheets and the single pictures go to screenshots/.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page, Viewport } from 'puppeteer-core';
import {
  pointAt,
  pressInCard,
  waitForMarkers,
  waitForStillCard,
} from '../tests/e2e/harness/annotations.ts';
import { openChromium } from '../tests/e2e/harness/chromium.ts';
import { openFirefox } from '../tests/e2e/harness/firefox.ts';
import { openAt } from '../tests/e2e/harness/own-page.ts';
import { ownPageStates } from '../tests/e2e/harness/own-page-states.ts';
import { waitForPainted } from '../tests/e2e/harness/page-look.ts';
import { openPopupAt, openPopupInTab } from '../tests/e2e/harness/popup.ts';
import { lackingState, type PopupState, popupStates } from '../tests/e2e/harness/popup-states.ts';
import type { Media, OwnPage, TestBrowser, View } from '../tests/e2e/harness/test-browser.ts';
import { waitFor } from '../tests/e2e/harness/wait.ts';
import { type TestPage, testPages } from '../tests/e2e/pages.ts';
import { buildFor } from './steps.ts';

const folder = path.join(import.meta.dirname, '../screenshots');

interface Picture {
  title: string;
  png: Uint8Array;
}

/** The card as different readers get it: a sentence to point at, how the page is shown, and what is pressed. */
interface CardView {
  title: string;
  file: string;
  sentence: string;
  media?: Media;
  window?: Viewport;
  press?: readonly string[];
}

const narrow = { width: 320, height: 640 };
const tall = { width: 1000, height: 1600 };

const cards: readonly CardView[] = [
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
  {
    title: 'card, dark, unfolded',
    file: 'dark.html',
    sentence: 'Russian Defence Minister',
    media: { colorScheme: 'dark' },
    window: tall,
    press: ['Read more', 'Why is this marked?'],
  },
  {
    title: 'card, unfolded',
    file: 'inline-markup.html',
    sentence: 'Russia will hire five',
    window: tall,
    press: ['Read more', 'Why is this marked?'],
  },
  {
    title: 'card, second finding',
    file: 'coloured.html',
    sentence: 'Russian Defence Minister Sergei Shoigu needed',
    press: ['Next finding', 'Why is this marked?'],
  },
  {
    title: 'card, to be copied by hand',
    file: 'printed.html',
    sentence: 'The talks were held',
    press: ['Copy with sources'],
  },
  {
    title: 'card, 320 pixels',
    file: 'coloured.html',
    sentence: 'Russia will hire',
    window: narrow,
  },
  {
    title: 'card, 320 pixels, unfolded',
    file: 'printed.html',
    sentence: 'The talks were held',
    window: narrow,
    press: ['Read more', 'Why is this marked?'],
  },
  {
    title: 'card, 320 pixels, dark',
    file: 'dark.html',
    sentence: 'North Korea will send',
    window: narrow,
    media: { colorScheme: 'dark' },
  },
  {
    title: 'card, 400 %',
    file: 'printed.html',
    sentence: 'The talks were held',
    window: { width: 320, height: 256, deviceScaleFactor: 4 },
  },
  { title: 'card, at the top', file: 'strict-policy.html', sentence: 'The talks were held' },
  { title: 'card, at the bottom', file: 'long.html', sentence: 'Russia will hire five' },
  { title: 'card, at the right', file: 'nested-scroller.html', sentence: 'Russia and North Korea' },
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

/** How Tumen's own pages are shown, beside as usual. */
const views: Record<string, View> = {
  light: {},
  dark: { colorScheme: 'dark' },
  narrow: { width: 320, isTouched: true },
  'narrow dark': { width: 320, isTouched: true, colorScheme: 'dark' },
  'forced colours': { forcedColors: true },
};

type Sheet = (browser: TestBrowser) => Promise<Picture[]>;

/** What is on each sheet. */
const sheets: Record<string, Sheet> = {
  pages: (browser) => oneByOne(testPages, (row) => pictureOfPage(browser, row)),
  cards: (browser) => oneByOne(cards, (card) => pictureOfCard(browser, card)),
  popup: (browser) => oneByOne(popupStates, (state) => picturesOfPopup(browser, state)),
  lacking: (browser) => picturesOfPopup(browser, lackingState),
  own: (browser) => oneByOne(ownPageStates, (state) => picturesOfOwn(browser, state)),
};

async function makeSheets(): Promise<void> {
  const wanted = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(sheets);
  const unknown = wanted.find((name) => !(name in sheets));
  if (unknown) throw new Error(`No sheet is called ${unknown}: ${Object.keys(sheets).join(', ')}.`);
  console.log('Building for Chrome and Firefox …');
  for (const browser of ['chrome', 'firefox'] as const) await buildFor(browser);
  await mkdir(folder, { recursive: true });
  for (const openBrowser of [openChromium, openFirefox]) {
    for (const name of wanted) {
      const browser = await openBrowser({ withoutHighlights: name === 'lacking' });
      try {
        const pictures = (await sheets[name]?.(browser)) ?? [];
        console.log(path.relative(process.cwd(), await sheetOf(browser, name, pictures)));
      } finally {
        await browser.close();
      }
    }
  }
}

async function sheetOf(browser: TestBrowser, sheet: string, pictures: Picture[]): Promise<string> {
  const name = browser.name.toLowerCase();
  for (const { title, png } of pictures) {
    await writeFile(path.join(folder, `${name}-${title.replace(/\W+/g, '-')}.png`), png);
  }
  const page = await browser.open('framed.html', 'www.unlisted.example');
  const file = path.join(folder, `contact-sheet-${sheet}-${name}.png`);
  await page.setViewport({ width: 1600, height: 1000 });
  await page.setContent(htmlOf(pictures));
  await writeFile(file, await page.screenshot({ fullPage: true }));
  await page.close();
  return file;
}

async function oneByOne<Item>(
  items: readonly Item[],
  take: (item: Item) => Promise<Picture | Picture[]>,
): Promise<Picture[]> {
  const pictures: Picture[] = [];
  for (const item of items) pictures.push(...[await take(item)].flat());
  return pictures;
}

async function pictureOfPage(browser: TestBrowser, row: TestPage): Promise<Picture> {
  const page = await browser.open(row.file);
  await waitFor('the page to come to rest', () => page.evaluate(`Boolean(${row.ready ?? true})`));
  await waitForPainted(page, row.marks);
  return closing(page, row.file);
}

async function pictureOfCard(
  browser: TestBrowser,
  { title, file, sentence, media = {}, window, press = [] }: CardView,
): Promise<Picture> {
  const page = await browser.open(file);
  await waitForMarkers(browser, page);
  if (window) await page.setViewport(window);
  await browser.emulate(page, media);
  await pointAt(page, sentence);
  await waitForStillCard(browser, page);
  for (const name of press) await pressInCard(browser, page, name);
  const picture = await closing(page, title, () => browser.emulate(page, {}));
  return picture;
}

/** In a tab, as on phones, where it has room; it may know the page there once it was opened over it. */
async function picturesOfPopup(browser: TestBrowser, state: PopupState): Promise<Picture[]> {
  const leave = await state.enter(browser);
  const popup = await openPopupAt(browser, state.title);
  await popup.close();
  const page = await openPopupInTab(browser, state.title);
  const pictures = await picturesInViews(page, `popup, ${state.name}`, { width: 380 });
  await page.close();
  await leave();
  return pictures;
}

async function picturesOfOwn(
  browser: TestBrowser,
  state: (typeof ownPageStates)[number],
): Promise<Picture[]> {
  const page = await openAt(browser, state.page, state.shows);
  await state.enter?.(page, browser);
  const pictures = await picturesInViews(page, state.name);
  await page.close();
  return pictures;
}

async function picturesInViews(page: OwnPage, title: string, usual: View = {}): Promise<Picture[]> {
  const pictures: Picture[] = [];
  for (const [name, view] of Object.entries(views)) {
    await page.show({ ...usual, ...view });
    pictures.push({ title: `${title}, ${name}`, png: await page.screenshot() });
  }
  await page.show({});
  return pictures;
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
