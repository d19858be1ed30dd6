import { render } from 'preact';
import { browser } from 'wxt/browser';
import { loadLibrary } from '../../src/claims/library.ts';
import { type Collection, createCollection } from '../../src/library/collection.ts';
import { Library, LibraryMessage } from '../../src/library/library.tsx';
import { loadClaims } from '../../src/packs/own-rules.ts';
import { followReader } from '../../src/ui/own-page.ts';
import { sayProblem } from '../../src/ui/problem.ts';
import { say } from '../../src/ui/say.ts';
import '../../src/ui/tokens.css';
import '../../src/ui/parts.css';
import '../../src/library/library.css';
import '../../src/library/timeline.css';

async function open(): Promise<Collection> {
  const [claims, answer] = await Promise.all([
    loadClaims(),
    fetch(browser.runtime.getURL('/library.json')),
  ]);
  return createCollection(claims, loadLibrary(await answer.json()));
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
