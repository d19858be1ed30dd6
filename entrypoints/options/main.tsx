import { render } from 'preact';
import { send } from '../../src/messages/messages.ts';
import type { PackEntry } from '../../src/packs/pack-list.ts';
import { loadPackList } from '../../src/packs/store.ts';
import type { SettingsChange } from '../../src/settings/settings.ts';
import { defaultSettings, type Settings } from '../../src/settings/settings.ts';
import {
  type ListedPack,
  readSettingsFile,
  settingsFile,
} from '../../src/settings/settings-file.ts';
import { loadSettings } from '../../src/settings/store.ts';
import { followReader } from '../../src/ui/own-page.ts';
import { sayProblem } from '../../src/ui/problem.ts';
import { saveFile } from '../../src/ui/save-file.ts';
import { say } from '../../src/ui/say.ts';
import '../../src/ui/tokens.css';
import '../../src/ui/parts.css';
import { claimTexts } from './claim-texts.ts';
import { type Notice, Options, type OptionsActions } from './options.tsx';
import './options.css';

let settings: Settings = defaultSettings;
let notice: Notice | null = null;

/** Settles when all that was asked for before is done. */
let last: Promise<unknown> = Promise.resolve();

/** Does what replaces all after what was asked for before, so that undoing it puts back what that has left. */
function inTurn(act: () => Promise<unknown>): void {
  last = last.then(act).catch(tellProblem);
}

/** Does a choice at once, so that it counts even where the page is closed right after it. */
function atOnce(act: () => Promise<unknown>): void {
  last = Promise.all([last, act()]).catch(tellProblem);
}

function tellProblem(error: unknown): void {
  tell({ isProblem: true, text: say('settingsNotSaved', sayProblem(error)) });
}

const actions: OptionsActions = {
  change: (change) => atOnce(() => apply(change, null)),
  exportAll: () => inTurn(exportAll),
  importAll: (file) => inTurn(() => importFrom(file)),
  reset: () => inTurn(reset),
};

/** What was there before all of it was replaced. */
interface Before {
  settings: Settings;
  packs: readonly PackEntry[];
}

async function exportAll(): Promise<void> {
  const name = 'tumen-settings.json';
  saveFile(settingsFile(await loadSettings(), await loadPackList()), name);
  tell({ isProblem: false, text: say('settingsExported', name) });
}

async function importFrom(file: File): Promise<void> {
  try {
    const before = { settings: await loadSettings(), packs: await loadPackList() };
    const { settings: wanted, packs } = await readSettingsFile(file);
    await send('change', { kind: 'replace', settings: wanted });
    settings = await loadSettings();
    const missing = await switchPacks(packs);
    const done = say('settingsImported', file.name);
    const more = missing.length > 0 ? ` ${say('packsMissing', missing.join(', '))}` : '';
    tell({ isProblem: false, text: done + more, undo: undoTo(before) });
  } catch (error) {
    tell({ isProblem: true, text: say('settingsNotImported', file.name, sayProblem(error)) });
  }
}

async function reset(): Promise<void> {
  const before = { settings: await loadSettings(), packs: [] };
  if (await apply({ kind: 'replace', settings: defaultSettings }, null)) {
    tell({ isProblem: false, text: say('settingsReset'), undo: undoTo(before) });
  }
}

function undoTo(before: Before): () => void {
  return () => inTurn(() => putBack(before));
}

/** Has settings be as they were before all of them were replaced, and packs as on and off. */
async function putBack(before: Before): Promise<void> {
  const packs = before.packs.map(({ header: { id, name }, isOn }) => ({ id, name, isOn }));
  const isBack = await apply(
    { kind: 'replace', settings: before.settings },
    say('settingsPutBack'),
  );
  if (isBack) await switchPacks(packs);
}

/** Switches packs as a file has them; gives the names of those that are not here. */
async function switchPacks(wanted: readonly ListedPack[]): Promise<string[]> {
  const here = new Map((await loadPackList()).map((pack) => [pack.header.id, pack]));
  for (const { id, isOn } of wanted) {
    const pack = here.get(id);
    if (pack && pack.isOn !== isOn) await send('change-packs', { kind: 'switch', id, isOn });
  }
  return wanted.filter(({ id }) => !here.has(id)).map(({ name }) => name);
}

/** Has the background write a change, and tells whether it could; where not, everything stays as it was. */
async function apply(change: SettingsChange, done: string | null): Promise<boolean> {
  try {
    await send('change', change);
    // The answer tells of this change alone: a later one may be written, and shown, by now.
    settings = await loadSettings();
    tell(done === null ? null : { isProblem: false, text: done });
    return true;
  } catch (error) {
    tell({ isProblem: true, text: say('settingsNotSaved', sayProblem(error)) });
    return false;
  }
}

function tell(what: Notice | null): void {
  notice = what;
  draw();
}

function draw(): void {
  const app = document.getElementById('app');
  if (!app) return;
  const titles = claimTexts(settings.hiddenClaims, draw);
  render(<Options settings={settings} titles={titles} notice={notice} actions={actions} />, app);
}

await followReader((followed) => {
  settings = followed;
  document.title = say('settingsTitle');
  draw();
});
