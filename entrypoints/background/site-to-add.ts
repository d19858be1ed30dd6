import { browser } from 'wxt/browser';
import type { SiteToAdd } from '../../src/messages/protocol.ts';
import { missingOrigins } from '../../src/sites/access.ts';
import { originsOf } from '../../src/sites/pattern.ts';

const key = 'site-to-add';

/**
 * Remembers which site is to be read by itself once the browser gives access to it. The browser's question may
 * close the popup that it comes from, so only the background is there to hear the answer.
 */
export async function rememberSite(wanted: SiteToAdd | null): Promise<void> {
  if (wanted) await browser.storage.session.set({ [key]: wanted });
  else await browser.storage.session.remove(key);
}

/** The site that is to be added, as soon as there is access to it. It is forgotten when that is done, and not before. */
export async function allowedSite(): Promise<SiteToAdd | null> {
  const { [key]: wanted } = await browser.storage.session.get<{ [key]?: SiteToAdd }>(key);
  const isAllowed = wanted && (await missingOrigins(originsOf(wanted.site))).length === 0;
  return isAllowed ? wanted : null;
}
