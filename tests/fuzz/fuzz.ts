// `npm run fuzz`: the long run of all that tests/fuzz tries; `npm run fuzz -- SEED` for another one.
// With --browsers, what is tried in real browsers, or with --actions the readers' actions of that alone: both
// have to be built before.
import { parseArgs } from 'node:util';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openChromium } from '../e2e/harness/chromium.ts';
import { openFirefox } from '../e2e/harness/firefox.ts';
import { fuzzActions } from './actions.ts';
import { fuzzBrowserPages } from './browser-pages.ts';
import { fuzzPacks } from './packs.ts';
import { fuzzPages } from './pages.ts';
import { fuzzRules } from './rules.ts';
import { fuzzSettings } from './settings.ts';
import { tallyLine } from './tally.ts';
import { fuzzTexts } from './texts.ts';

// What the store is kept in, as long as no browser is there.
Object.assign(globalThis, { browser: fakeBrowser });
const store = {
  ...(await import('../../src/settings/store.ts')),
  ...(await import('../../src/storage/set-aside.ts')),
};
console.warn = () => undefined;

const { values, positionals } = parseArgs({
  options: { browsers: { type: 'boolean' }, actions: { type: 'boolean' } },
  allowPositionals: true,
});
const seed = Number(positionals[0] ?? 2026);
console.log(`Seed ${seed}`);
if (values.browsers || values.actions) {
  for (const openBrowser of [openChromium, openFirefox]) {
    const browser = await openBrowser({ withAllSites: true });
    const { name } = browser;
    const actions = await fuzzActions({ count: 30, seed }, browser);
    console.log(tallyLine(`Actions in ${name}`, actions));
    if (values.browsers) {
      const pages = await fuzzBrowserPages({ count: 250, seed }, browser);
      console.log(tallyLine(`Pages in ${name}`, pages));
    }
    await browser.close();
  }
} else {
  console.log(
    tallyLine('Settings', await fuzzSettings({ count: 20_000, seed }, fakeBrowser, store)),
  );
  console.log(tallyLine('Rules', await fuzzRules({ count: 5_000, seed })));
  console.log(tallyLine('Packs', fuzzPacks({ count: 5_000, seed })));
  console.log(tallyLine('Pages', fuzzPages({ count: 5_000, seed })));
  console.log(tallyLine('Texts', fuzzTexts({ count: 100_000, seed })));
}
