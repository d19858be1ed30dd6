import { render } from 'preact';
import { browser } from 'wxt/browser';
import { send } from '../../src/messages/messages.ts';
import { missingFeatures } from '../../src/page/browser-features.ts';
import { defaultSettings } from '../../src/settings/settings.ts';
import { loadSettings, watchSettings } from '../../src/settings/store.ts';
import { requestAccess } from '../../src/sites/access.ts';
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
  problem: null,
};
let link: PageLink | null = null;
let { look } = defaultSettings;
const lacking = missingFeatures(globalThis);

const actions: PopupActions = {
  async show({ frame, mark, place }) {
    await link?.show(frame, mark, place);
    window.close();
  },
  start: () => void link?.start(),
  report: async () => (await link?.report()) ?? [],
  // Asked for at once, since browsers want it in answer to the click; then the page is read as if new.
  allow: () => void requestAccess(page.missing).then((isGiven) => isGiven && link?.reload()),
  reload: () => link?.reload(),
  pause: () => void send('change', { kind: 'pause-site', host: link?.host ?? '' }),
  async resume() {
    if (!link?.pageAddress) return;
    await send('change', { kind: 'resume-site', address: link.pageAddress });
    await link.ask();
  },
  showAgain: (claims) => void send('change', { kind: 'show-claims', claims }),
  async openSettings() {
    await browser.runtime.openOptionsPage();
    window.close();
  },
  setLook: (chosen) => void send('change', { kind: 'set-look', look: chosen }),
};

function draw(): void {
  const app = document.getElementById('app');
  const host = link?.host ?? '';
  if (app) render(<Popup {...{ page, host, look, lacking, actions }} />, app);
}

document.documentElement.lang = browser.i18n.getUILanguage();
({ look } = await loadSettings());
watchSettings((settings) => {
  ({ look } = settings);
  draw();
}, new AbortController().signal);
link = await PageLink.open((told) => {
  page = told;
  draw();
});
if (!link) page = { ...page, silence: 'restricted' };
draw();
