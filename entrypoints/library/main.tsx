import { render } from 'preact';
import { browser } from 'wxt/browser';
import { loadLibrary } from '../../src/claims/library.ts';
import { rulesOfPack } from '../../src/claims/pack.ts';
import { loadRules } from '../../src/claims/rules.ts';
import { type Collection, createCollection } from '../../src/library/collection.ts';
import { Library, LibraryMessage } from '../../src/library/library.tsx';
import { loadPacks } from '../../src/packs/store.ts';
import { say } from '../../src/ui/say.ts';
import '../../src/ui/tokens.css';
import '../../src/ui/parts.css';
import '../../src/library/library.css';
import '../../src/library/timeline.css';

async function read(file: '/rules.json' | '/library.json'): Promise<unknown> {
  const response = await fetch(browser.runtime.getURL(file));
  return response.json();
}

async function open(): Promise<Collection> {
  const [rules, library, packs] = await Promise.all([
    read('/rules.json'),
    read('/library.json'),
    loadPacks(),
  ]);
  const ours = loadRules(rules).file;
  const others = packs.flatMap((pack) => rulesOfPack(pack, ours).file.claims);
  return createCollection([...ours.claims, ...others], loadLibrary(library));
}

const app = document.getElementById('app') ?? document.body;
document.documentElement.lang = browser.i18n.getUILanguage();
render(<LibraryMessage text={say('libraryLoading')} />, app);
try {
  const collection = await open();
  render(<Library collection={collection} />, app);
  // Before the first key is pressed, but after there is something to see.
  setTimeout(collection.prepareSearch);
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error);
  render(<LibraryMessage text={say('libraryFailed', reason)} />, app);
}
