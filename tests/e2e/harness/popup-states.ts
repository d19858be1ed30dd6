import type { Page } from 'puppeteer-core';
import { defaultSettings } from '../../../src/settings/settings.ts';
import { waitForMarkers } from './annotations.ts';
import { unlistedHost } from './extension-build.ts';
import { openAt, press, waitForElement } from './own-page.ts';
import { openSettledPopup, popupTitle, pressInPopup } from './popup.ts';
import type { TestBrowser } from './test-browser.ts';
import { waitFor } from './wait.ts';

/** Something that the popup has to say of the page under it, or of the browser. */
export interface PopupState {
  name: string;
  /** The heading that it then has, or a part of it. */
  title: string;
  /** Part of what else it says. */
  says: string;
  /** Brings the browser into this state, and gives the way back. */
  enter(browser: TestBrowser): Promise<() => Promise<void>>;
}

function over(file: string, host?: string): PopupState['enter'] {
  return async (browser) => {
    const page = await browser.open(file, host);
    return () => page.close();
  };
}

/** All states in a browser that has what Tumen needs. */
export const popupStates: readonly PopupState[] = [
  {
    name: 'error',
    title: 'Something went wrong',
    says: 'Reload the page',
    async enter(browser) {
      for (;;) {
        // The rules that it has read go with it.
        await browser.stopBackground();
        await browser.inBackground(`self.fetchFile = fetch;
          self.fetch = () => Promise.reject(new Error('the file is gone'))`);
        const page = await browser.open('printed.html');
        const leave = async () => {
          await browser.inBackground('if (self.fetchFile) self.fetch = self.fetchFile');
          await page.close();
        };
        const popup = await openSettledPopup(browser);
        const title = await popupTitle(popup);
        await popup.close();
        if (title.includes(this.title)) return leave;
        // Something else had started it anew, and it had read the rules before they were gone.
        await leave();
      }
    },
  },
  {
    name: 'findings',
    title: 'findings on this page',
    says: 'Copy report as',
    async enter(browser) {
      const page = await browser.open('sample-article.html');
      await waitForMarkers(browser, page);
      return () => page.close();
    },
  },
  {
    name: 'scanning',
    title: 'Checking this page',
    says: 'This takes a moment',
    async enter(browser) {
      const page = await browser.open('unrelated.html');
      await page.evaluate(() => {
        location.href = 'unfinished.html';
      });
      await waitFor('the beginning of the page', () => beginsWith(page, 'Still being sent'));
      return () => page.close();
    },
  },
  {
    name: 'nothing found',
    title: 'Nothing found',
    says: 'does not mean that everything on it is right',
    enter: over('passing-mention.html'),
  },
  {
    name: 'not about both countries',
    title: 'About something else',
    says: 'does not name both Russia and North Korea',
    enter: over('unrelated.html'),
  },
  {
    name: 'a fact check',
    title: 'A fact check itself',
    says: 'nothing is marked',
    enter: over('fact-check.html'),
  },
  {
    name: 'a site that is not listed',
    title: 'Not read by itself',
    says: 'Always read unlisted.example',
    enter: over('printed.html', unlistedHost),
  },
  {
    name: 'a site that is to be read, without access to it',
    title: 'No access to this site',
    says: 'Give access',
    async enter(browser) {
      const { sites } = defaultSettings;
      const settings = { ...defaultSettings, sites: { ...sites, always: [unlistedHost] } };
      await browser.inBackground(
        `await chrome.storage.local.set({ settings: ${JSON.stringify(settings)} })`,
      );
      const page = await browser.open('printed.html', unlistedHost);
      return async () => {
        await browser.inBackground('await chrome.storage.local.clear()');
        await page.close();
      };
    },
  },
  {
    name: 'a page that the browser forbids',
    title: 'Not possible here',
    says: 'lets no extension read this page',
    async enter(browser) {
      const page = await browser.openOwn('check.html');
      return () => page.close();
    },
  },
  {
    name: 'switched off here',
    title: 'Switched off on this site',
    says: 'Switch on for',
    async enter(browser) {
      const page = await browser.open('printed.html');
      await waitForMarkers(browser, page);
      const popup = await openSettledPopup(browser);
      await pressInPopup(popup, '[name=pause]');
      await popup.close();
      return async () => {
        const again = await openSettledPopup(browser);
        await pressInPopup(again, '[name=resume]');
        await again.close();
        await page.close();
      };
    },
  },
  {
    name: 'settings set aside',
    title: 'About something else',
    says: 'were set aside; the usual ones are in use. Reason: it comes from a newer Tumen',
    async enter(browser) {
      const page = await browser.open('unrelated.html');
      await browser.inBackground(
        `await chrome.storage.local.set({ settings: { version: 99, of: 'the future' } })`,
      );
      const options = await openAt(browser, 'options.html', '[name=quietMarks]');
      await press(options, '[name=quietMarks]');
      await waitForElement(options, '.problem');
      await options.close();
      await page.bringToFront();
      return async () => {
        await browser.inBackground('await chrome.storage.local.clear()');
        await page.close();
      };
    },
  },
];

/** The state in a browser that lacks what Tumen needs. */
export const lackingState: PopupState = {
  name: 'a browser that lacks something',
  title: 'This browser cannot show marks',
  says: 'It lacks CSS.highlights',
  enter: over('printed.html'),
};

async function beginsWith(page: Page, title: string): Promise<boolean> {
  const found = await page.evaluate(() => document.title).catch(() => '');
  return found.startsWith(title);
}
