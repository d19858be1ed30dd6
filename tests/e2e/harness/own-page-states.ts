import { readFile } from 'node:fs/promises';
import { chooseFile, fill, press, said, waitForElement } from './own-page.ts';
import type { OwnPage, TestBrowser } from './test-browser.ts';

/** One of Tumen's own pages in a state that a reader may find it in. */
export interface OwnPageState {
  name: string;
  /** With what stands in the address after `#`. */
  page: string;
  /** An element that is there as soon as it is drawn. */
  shows: string;
  /** Brings it into the state, where it is not so when it opens. */
  enter?(page: OwnPage, browser: TestBrowser): Promise<void>;
}

const claim = 'Russian Defence Minister Sergei Shoigu met Kim Jong Un in Pyongyang.';
const pack = await readFile(`${import.meta.dirname}/../../../docs/example-pack.yaml`, 'utf8');

/** All pages in all their states. Settings that are used come after those that are not. */
export const ownPageStates: readonly OwnPageState[] = [
  {
    name: 'welcome',
    page: 'welcome.html',
    shows: '.sample .verdict-counts',
  },
  { name: 'library', page: 'library.html', shows: '.claims li' },
  {
    name: 'library, searched in vain',
    page: 'library.html#/?q=xyzzy',
    shows: '.count',
  },
  {
    name: 'library, a claim',
    page: 'library.html#/claim/shoigu-defence-minister',
    shows: 'article.claim',
  },
  { name: 'library, unknown claim', page: 'library.html#/claim/none', shows: '[role="status"]' },
  { name: 'library, timeline', page: 'library.html#/timeline', shows: '.timeline svg' },
  { name: 'library, methodology', page: 'library.html#/methodology', shows: '.prose' },
  { name: 'library, corrections', page: 'library.html#/corrections', shows: 'h1' },
  { name: 'check', page: 'check.html', shows: 'textarea' },
  {
    name: 'check, a finding',
    page: 'check.html',
    shows: 'textarea',
    async enter(page) {
      await fill(page, 'textarea', claim);
      await fill(page, '[name=day]', '2025-06-18');
      await press(page, '[type=submit]');
      await waitForElement(page, 'article');
    },
  },
  {
    name: 'check, nothing found',
    page: 'check.html',
    shows: 'textarea',
    async enter(page) {
      await fill(page, 'textarea', 'The weather was fine.');
      await press(page, '[type=submit]');
      await waitForElement(page, '.outcome h2');
    },
  },
  {
    name: 'check, a file refused',
    page: 'check.html',
    shows: 'textarea',
    async enter(page) {
      await chooseFile(page, '[type=file]', 'picture.png', `'x'`);
      await waitForElement(page, '.problem');
    },
  },
  { name: 'settings', page: 'options.html', shows: '[type=checkbox]' },
  {
    name: 'settings, a file refused',
    page: 'options.html',
    shows: '[type=checkbox]',
    async enter(page) {
      await chooseFile(page, '[name=settings]', 'mine.json', `'{"version": 3'`);
      await said(page, 'main', 'could not be loaded');
    },
  },
  {
    name: 'settings, a pack refused',
    page: 'options.html',
    shows: '[name=pack]',
    async enter(page) {
      const broken = pack.replace('confidence: high', 'confidence: sure');
      await chooseFile(page, '[name=pack]', 'ferries.yaml', JSON.stringify(broken));
      await said(page, 'main', 'was not imported');
    },
  },
  {
    name: 'settings in use',
    page: 'options.html',
    shows: '[name=pack]',
    async enter(page, browser) {
      await browser.inBackground(
        `await chrome.storage.local.set({ settings: { version: 99, of: 'the future' } })`,
      );
      await chooseFile(page, '[name=settings]', 'mine.json', JSON.stringify(JSON.stringify(used)));
      await said(page, 'main', 'The settings of mine.json are in use');
      await chooseFile(page, '[name=pack]', 'ferries.yaml', JSON.stringify(pack));
      await said(page, 'main', 'is imported');
      await waitForElement(page, '.problem');
    },
  },
];

/** Settings in which every list has something. */
const used = {
  version: 2,
  verdicts: ['false', 'misleading', 'outdated', 'disputed', 'unproven'],
  hiddenClaims: ['shoigu-defence-minister', 'no-longer-there'],
  pausedSites: ['news.example', 'a-very-long-name-of-a-newspaper-in-a-far-away-place.example'],
  look: { quiet: true, ticks: false },
};
