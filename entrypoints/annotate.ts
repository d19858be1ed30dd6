import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { Annotations } from '../src/annotate/annotations.ts';

// Brought into a page by the background when the page has its first finding, so that the pages
// without any, which are nearly all, load nothing of it.
export default defineUnlistedScript(() => {
  globalThis.tumenAnnotate = (events, signal) => new Annotations(events, signal);
});
