import { defineContentScript } from 'wxt/utils/define-content-script';
import { missingFeatures } from '../../src/page/browser-features.ts';
import { startSession } from './session.ts';

export default defineContentScript({
  // Filled in from assets/news-sites.yaml when the extension is built.
  matches: [],
  registration: 'manifest',
  allFrames: true,
  runAt: 'document_idle',
  main(context) {
    // The popup says what is missing; a page is no place for it.
    if (isWithinItsOwnSite() && missingFeatures(globalThis).length === 0) startSession(context);
  },
});

/** Frames of other sites, such as advertisements, are left alone. */
function isWithinItsOwnSite(): boolean {
  try {
    return window.top?.location.origin === location.origin;
  } catch {
    return false;
  }
}
