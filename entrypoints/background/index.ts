import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { receive } from '../../src/messages/messages.ts';
import type { DrawingPart } from '../../src/messages/protocol.ts';
import { changePacks } from '../../src/packs/store.ts';
import { changeSettings, setAsideIfBroken } from '../../src/settings/store.ts';
import { forgetTab, showBadge } from './badge.ts';
import { checkPage, followPacks } from './check-page.ts';
import { forgetSteps, stepThrough } from './steps.ts';

type InjectedFile = `/${DrawingPart}.js` | '/content-scripts/content.js';

export default defineBackground(() => {
  receive({
    check: checkPage,
    change: changeSettings,
    'change-packs': changePacks,
    state: async (state, { tab, frame }) => {
      if (tab !== null) await showBadge(tab, frame, state);
      return null;
    },
    bring: async (part, { tab, frame }) => {
      if (tab !== null) await inject(`/${part}.js`, tab, frame);
      return null;
    },
    'open-claim': async ({ claim }) => {
      const view = `#/claim/${encodeURIComponent(claim)}`;
      await browser.tabs.create({ url: `${browser.runtime.getURL('/library.html')}${view}` });
      return null;
    },
    start: async ({ tab }) => {
      await inject('/content-scripts/content.js', tab, 0);
      return null;
    },
  });

  followPacks();

  browser.commands.onCommand.addListener((command, tab) => {
    const by = command === 'next-finding' ? 1 : -1;
    if (tab?.id !== undefined) void stepThrough(tab.id, by);
  });

  browser.tabs.onRemoved.addListener((tab) => {
    forgetTab(tab);
    forgetSteps(tab);
  });
  browser.runtime.onInstalled.addListener(() => void setAsideIfBroken());
});

async function inject(file: InjectedFile, tab: number, frame: number): Promise<void> {
  await browser.scripting.executeScript({
    target: { tabId: tab, frameIds: [frame] },
    files: [file],
  });
}
