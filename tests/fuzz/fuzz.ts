import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readArguments } from '../../src/cli/arguments.ts';
import { Failure, runCommand } from '../../src/cli/failure.ts';
import { print } from '../../src/cli/output.ts';
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

const help = `The long run of all that tests/fuzz tries.

npm run fuzz -- [options] [SEED]

  SEED        a whole number; the same one tries the same things again (2026)
  --browsers  what is tried in real browsers, which have to be built before
  --actions   the readers' actions of that alone
  --count     how many sequences of actions (30); each has a seed of its own, from SEED on
  --help      print this
`;

await runCommand(async () => {
  const { values, positionals } = readArguments(
    process.argv.slice(2),
    {
      browsers: { type: 'boolean' },
      actions: { type: 'boolean' },
      count: { type: 'string' },
      help: { type: 'boolean' },
    },
    '--help',
  );
  if (values.help) {
    await print(help);
    return 0;
  }
  const [word = '2026', more] = positionals;
  const seed = Number(word);
  const count = Number(values.count ?? 30);
  if (!Number.isSafeInteger(seed)) throw new Failure(`${word} is no seed: see --help.`);
  if (!Number.isSafeInteger(count) || count < 1) {
    throw new Failure(`${values.count} is no number of sequences: see --help.`);
  }
  if (more !== undefined) throw new Failure(`There is nothing to do with ${more}: see --help.`);
  console.log(`Seed ${seed}`);
  const { browsers = false, actions = browsers } = values;
  if (actions) await fuzzInBrowsers(seed, count, browsers);
  else await fuzzInNode(seed);
  return 0;
});

async function fuzzInBrowsers(seed: number, count: number, withPages: boolean): Promise<void> {
  for (const openBrowser of [openChromium, openFirefox]) {
    const browser = await openBrowser({ withAllSites: true });
    const { name } = browser;
    try {
      const actions = await fuzzActions({ count, seed }, browser);
      console.log(tallyLine(`Actions in ${name}`, actions));
      if (!withPages) continue;
      const pages = await fuzzBrowserPages({ count: 250, seed }, browser);
      console.log(tallyLine(`Pages in ${name}`, pages));
    } finally {
      await browser.close();
    }
  }
}

async function fuzzInNode(seed: number): Promise<void> {
  const settings = await fuzzSettings({ count: 20_000, seed }, fakeBrowser, store);
  console.log(tallyLine('Settings', settings));
  console.log(tallyLine('Rules', await fuzzRules({ count: 5_000, seed })));
  console.log(tallyLine('Packs', fuzzPacks({ count: 5_000, seed })));
  console.log(tallyLine('Pages', fuzzPages({ count: 5_000, seed })));
  console.log(tallyLine('Texts', fuzzTexts({ count: 100_000, seed })));
}
