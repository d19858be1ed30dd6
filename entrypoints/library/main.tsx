import { render } from 'preact';
import { browser } from 'wxt/browser';
import { loadLibrary } from '../../src/claims/library.ts';
import { rulesOfPack } from '../../src/claims/pack.ts';
import { loadRules } from '../../src/claims/stored-rules.ts';
import { type Collection, createCollection } from '../../src/library/collection.ts';
import { Library, LibraryMessage } from '../../src/library/library.tsx';
import { loadPacks } from '../../src/packs/store.ts';
import { followReader } from '../../src/ui/own-page.ts';
import { sayProblem } from '../../src/ui/problem.ts';
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
let collection: Collection | null = null;
let problem: string | null = null;

function draw(): void {
  const message = problem === null ? say('libraryLoading') : say('libraryFailed', problem);
  render(collection ? <Library collection={collection} /> : <LibraryMessage text={message} />, app);
}

await followReader(draw);
try {
  collection = await open();
  // Before the first key is pressed, but after there is something to see.
  setTimeout(collection.prepareSearch);
} catch (error) {
  problem = sayProblem(error);
}
draw();
