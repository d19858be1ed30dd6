import { render } from 'preact';
import { browser } from 'wxt/browser';
import { send } from '../../src/messages/messages.ts';
import { missingFeatures } from '../../src/page/browser-features.ts';
import { defaultSettings, type SettingsChange } from '../../src/settings/settings.ts';
import { requestAccess } from '../../src/sites/access.ts';
import { followReader } from '../../src/ui/own-page.ts';
import { sayProblem } from '../../src/ui/problem.ts';
import { say } from '../../src/ui/say.ts';
import '../../src/ui/tokens.css';
import '../../src/ui/parts.css';
import { type LinkedPage, PageLink } from './page-link.ts';
import { Popup, type PopupActions } from './popup.tsx';
import './popup.css';

let page: LinkedPage = {
  frames: new Map(),
  silence: 'loading',
  missing: [],
  isForbidden: false,
  siteToAdd: null,
  problem: null,
};
let link: PageLink | null = null;
let { look } = defaultSettings;
let problem: string | null = null;
const lacking = missingFeatures(globalThis);

const actions: PopupActions = {
  async show({ frame, mark, place }) {
    if (await link?.show(frame, mark, place)) window.close();
  },
  start: () => void link?.start(),
  report: async () => (await link?.report()) ?? [],
  // Asked for at once, since browsers want it in answer to the click; then the page is read as if new.
  allow: () => void requestAccess(page.missing).then((isGiven) => isGiven && link?.reload()),
  async alwaysRead(site) {
    try {
      problem = (await link?.alwaysRead(site)) ? null : say('accessDenied');
    } catch (error) {
      problem = say('settingsNotSaved', sayProblem(error));
    }
    draw();
  },
  reload: () => link?.reload(),
  pause: () => change({ kind: 'pause-site', host: link?.host ?? '' }),
  async resume() {
    if (!link?.pageAddress) return;
    await change({ kind: 'resume-site', address: link.pageAddress });
    await link.ask();
  },
  showAgain: (claims) => change({ kind: 'show-claims', claims }),
  async openSettings() {
    await browser.runtime.openOptionsPage();
    window.close();
  },
  setLook: (chosen) => change({ kind: 'set-look', look: chosen }),
};

/** Has the background write a change; where it cannot, everything stays as it was, and it is told. */
async function change(what: SettingsChange): Promise<void> {
  try {
    await send('change', what);
    problem = null;
  } catch (error) {
    problem = say('settingsNotSaved', sayProblem(error));
  }
  draw();
}

function draw(): void {
  const app = document.getElementById('app');
  const host = link?.host ?? '';
  if (app) render(<Popup {...{ page, host, look, lacking, problem, actions }} />, app);
}

await followReader((settings) => {
  ({ look } = settings);
  draw();
});
link = await PageLink.open((told) => {
  page = told;
  draw();
});
if (!link) page = { ...page, silence: 'restricted' };
draw();
