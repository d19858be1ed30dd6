import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { cardPart } from '../src/annotate/card-part.tsx';

// Brought into a page by the background when the reader comes to the first mark, so that a page that
// is only looked at pays for its lines and markers alone.
export default defineUnlistedScript(() => {
  globalThis.tumenCard ??= cardPart;
});
