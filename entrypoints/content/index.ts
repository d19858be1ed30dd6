import { defineContentScript } from 'wxt/utils/define-content-script';
import { isWithinItsOwnSite } from '../../src/page/own-site.ts';
import { lookOut } from './look-out.ts';

export default defineContentScript({
  // Filled in from assets/news-sites.yaml when the extension is built.
  matches: [],
  registration: 'manifest',
  allFrames: true,
  runAt: 'document_idle',
  main(context) {
    if (isWithinItsOwnSite()) void lookOut(context);
  },
});
