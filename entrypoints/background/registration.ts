import { browser } from 'wxt/browser';
import { loadPolicy, sitesUnder, watchPolicy } from '../../src/policy/policy.ts';
import type { Settings } from '../../src/settings/settings.ts';
import { loadSettings, watchSettings } from '../../src/settings/store.ts';
import {
  listedOrigins,
  missingOrigins,
  releaseAccess,
  watchAccess,
} from '../../src/sites/access.ts';
import { addedOrigins } from '../../src/sites/sites.ts';
import { oneByOne } from '../../src/storage/one-by-one.ts';

const id = 'added-sites';

/**
 * Has the content script run on the sites that the reader has added, as far as the browser gives
 * access to them. The listed sites stand in the manifest, so that it runs there from the first moment
 * on; whether a page is then read is decided in the page, where settings that change are heard.
 */
export function followSites(): void {
  watchSettings(register);
  watchAccess(register);
  watchPolicy(register);
  // Chrome forgets what was registered when the extension is updated, some browsers when they start.
  browser.runtime.onInstalled.addListener(register);
  browser.runtime.onStartup.addListener(register);
}

/** Gives back the access that was needed before a change of settings and is not any more. */
export async function releaseAfter(before: Settings, after: Settings): Promise<void> {
  const policy = await loadPolicy();
  const neededBy = ({ sites }: Settings) => addedOrigins(sitesUnder(policy, sites));
  const still = neededBy(after);
  await releaseAccess(neededBy(before).filter((origin) => !still.includes(origin)));
}

const afterOthers = oneByOne();

function register(): void {
  afterOthers(update).catch((error: unknown) => {
    console.warn('Tumen cannot run on the sites that were added.', error);
  });
}

async function update(): Promise<void> {
  const [policy, settings] = await Promise.all([loadPolicy(), loadSettings()]);
  const wanted = addedOrigins(sitesUnder(policy, settings.sites));
  const missing = await missingOrigins(wanted);
  const matches = wanted.filter((origin) => !missing.includes(origin));
  const known = await browser.scripting.getRegisteredContentScripts({ ids: [id] });
  if (matches.length === 0) {
    if (known.length > 0) await browser.scripting.unregisterContentScripts({ ids: [id] });
    return;
  }
  const script = {
    id,
    matches,
    excludeMatches: listedOrigins(),
    js: ['content-scripts/content.js'],
    allFrames: true,
    runAt: 'document_idle' as const,
  };
  if (known.length > 0) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
}
