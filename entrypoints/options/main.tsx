import { render } from 'preact';
import { browser } from 'wxt/browser';
import { send } from '../../src/messages/messages.ts';
import type { SettingsChange } from '../../src/settings/settings.ts';
import { defaultSettings, type Settings } from '../../src/settings/settings.ts';
import { readSettingsFile, settingsFile } from '../../src/settings/settings-file.ts';
import {
  dropSetAside,
  loadSetAside,
  loadSettings,
  type SetAside,
  watchSettings,
} from '../../src/settings/store.ts';
import { say } from '../../src/ui/say.ts';
import '../../src/ui/tokens.css';
import '../../src/ui/parts.css';
import { claimTexts } from './claim-texts.ts';
import { type Notice, Options, type OptionsActions } from './options.tsx';
import './options.css';

let settings: Settings = defaultSettings;
let setAside: SetAside | null = null;
let notice: Notice | null = null;

const actions: OptionsActions = {
  change: (change) => void apply(change, null),
  async exportAll() {
    const link = document.createElement('a');
    const address = URL.createObjectURL(settingsFile(await loadSettings()));
    link.href = address;
    link.download = 'tumen-settings.json';
    link.click();
    URL.revokeObjectURL(address);
    tell({ isProblem: false, text: say('settingsExported', link.download) });
  },
  async importAll(file) {
    try {
      const wanted = await readSettingsFile(file);
      await apply({ kind: 'replace', settings: wanted }, say('settingsImported', file.name));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      tell({ isProblem: true, text: say('settingsNotImported', file.name, reason) });
    }
  },
  reset: () => void apply({ kind: 'replace', settings: defaultSettings }, say('settingsReset')),
  async dropSetAside() {
    await dropSetAside();
    setAside = null;
    draw();
  },
};

/** Has the background write a change; where it cannot, everything stays as it was. */
async function apply(change: SettingsChange, done: string | null): Promise<void> {
  try {
    settings = await send('change', change);
    tell(done === null ? null : { isProblem: false, text: done });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    tell({ isProblem: true, text: say('settingsNotSaved', reason) });
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
  const reason = setAside?.reason ?? null;
  render(
    <Options
      settings={settings}
      titles={titles}
      setAside={reason}
      notice={notice}
      actions={actions}
    />,
    app,
  );
}

document.documentElement.lang = browser.i18n.getUILanguage();
document.title = say('settingsTitle');
settings = await loadSettings();
setAside = await loadSetAside();
watchSettings((changed) => {
  settings = changed;
  draw();
}, new AbortController().signal);
draw();
