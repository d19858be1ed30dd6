import { defineContentScript } from 'wxt/utils/define-content-script';
import { startSession } from './session.ts';

export default defineContentScript({
  // Filled in from assets/news-sites.yaml when the extension is built.
  matches: [],
  registration: 'manifest',
  allFrames: true,
  runAt: 'document_idle',
  main(context) {
    if (isWithinItsOwnSite()) startSession(context);
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
