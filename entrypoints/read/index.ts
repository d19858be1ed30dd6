import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { missingFeatures } from '../../src/page/browser-features.ts';
import { isWithinItsOwnSite } from '../../src/page/own-site.ts';
import { ContentScriptContext } from '../../src/page/script-context.ts';
import { startSession } from './session.ts';

// Brought into a page by the background when the page names both countries, or when the reader asks, so
// that the pages about other things, which are nearly all, pay for a look alone.
export default defineUnlistedScript(() => {
  if (!isWithinItsOwnSite()) return;
  const context = new ContentScriptContext();
  // The popup says what is missing; a page is no place for it.
  if (missingFeatures(globalThis).length === 0) startSession(context);
});
