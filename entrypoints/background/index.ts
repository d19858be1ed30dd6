import { type Browser, browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { receive, sendToTab } from '../../src/messages/messages.ts';
import { type PagePart, pageParts } from '../../src/messages/protocol.ts';
import { demandOwnPage, demandRight } from '../../src/messages/rights.ts';
import { changePacks } from '../../src/packs/store.ts';
import { loadPolicy, type Policy } from '../../src/policy/policy.ts';
import { ReasonedError } from '../../src/reason/reason.ts';
import type { Settings, SettingsChange } from '../../src/settings/settings.ts';
import { changeSettings, loadSettings, setAsideIfBroken } from '../../src/settings/store.ts';
import { watchAccess } from '../../src/sites/access.ts';
import { loadTexts } from '../../src/ui/load-texts.ts';
import { forgetTab, showBadge } from './badge.ts';
import { checkPage, demandClaim, followPacks } from './check-page.ts';
import { followSites, releaseAfter } from './registration.ts';
import { allowedSite, rememberSite } from './site-to-add.ts';
import { forgetSteps, stepThrough } from './steps.ts';

export default defineBackground({
  type: 'module',
  main() {
    receive({
      check: checkPage,
      change: (asked, sender) => {
        demandRight(asked, sender);
        return change(asked);
      },
      'change-packs': (change, sender) => {
        demandOwnPage(sender);
        return changePacks(change);
      },
      state: async (state, { tab, frame }) => {
        if (tab !== null) await showBadge(tab, frame, state);
        return null;
      },
      texts: loadTexts,
      bring: async (part, { tab, frame }) => {
        if (tab !== null) await inject(part, { tabId: tab, frameIds: [frame] });
        return null;
      },
      'open-claim': async ({ claim }) => {
        const view = `#/claim/${encodeURIComponent(claim)}`;
        await browser.tabs.create({ url: `${browser.runtime.getURL('/library.html')}${view}` });
        return null;
      },
      start: async ({ tab }, sender) => {
        demandOwnPage(sender);
        await inject('read', { tabId: tab, allFrames: true });
        return sendToTab(tab, 'check-now', null);
      },
      'always-read': async (wanted, sender) => {
        demandOwnPage(sender);
        await rememberSite(wanted);
        await addAllowedSite();
        return null;
      },
    });

    followPacks();
    followSites();
    watchAccess(() => void addAllowedSite());

    browser.commands.onCommand.addListener((command, tab) => {
      const by = command === 'next-finding' ? 1 : -1;
      if (tab?.id !== undefined) void stepThrough(tab.id, by);
    });

    browser.tabs.onRemoved.addListener((tab) => {
      forgetTab(tab);
      forgetSteps(tab);
    });
    browser.runtime.onInstalled.addListener(({ reason }) => {
      setAsideIfBroken().catch((error: unknown) => console.warn('Tumen:', error));
      // An update changes nothing that a reader must be told of at once.
      if (reason === 'install') void welcome();
    });
  },
});

async function welcome(): Promise<void> {
  const { opensWelcome } = await loadPolicy();
  if (opensWelcome) await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}

/** Changes the settings, as far as the organisation leaves it to the reader. */
async function change(wanted: SettingsChange): Promise<Settings> {
  demandOpen(await loadPolicy(), wanted);
  if (wanted.kind === 'hide-claim') await demandClaim(wanted.claim);
  const before = await loadSettings();
  const after = await changeSettings(wanted);
  await releaseAfter(before, after);
  return after;
}

/** Has the site that is to be added read from now on, and at once where it is open. */
async function addAllowedSite(): Promise<void> {
  const wanted = await allowedSite();
  if (!wanted) return;
  await change({ kind: 'list-sites', list: 'always', lines: [wanted.site] });
  await rememberSite(null);
  await inject('read', { tabId: wanted.tab, allFrames: true });
}

/** What the organisation has set is not for the reader to change; the settings page shows it locked. */
function demandOpen({ mode, always }: Policy, change: SettingsChange): void {
  const isLocked =
    (change.kind === 'set-mode' && mode !== null) ||
    ('list' in change && change.list === 'always' && always !== null);
  if (isLocked) throw new ReasonedError('reason_organisation');
}

async function inject(part: PagePart, target: Browser.scripting.InjectionTarget): Promise<void> {
  if (!pageParts.includes(part)) throw new Error('there is no such part of Tumen');
  await browser.scripting.executeScript({ target, files: [`/${part}.js`] });
}
