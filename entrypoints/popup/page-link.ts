import { type Browser, browser } from 'wxt/browser';
import { receive, type Sender, send, sendToTab } from '../../src/messages/messages.ts';
import type { PageState } from '../../src/messages/protocol.ts';
import { loadPolicy, noPolicy, sitesUnder } from '../../src/policy/policy.ts';
import type { CheckedText } from '../../src/report/checked-text.ts';
import { defaultSettings } from '../../src/settings/settings.ts';
import { loadSettings, watchSettings } from '../../src/settings/store.ts';
import { listedOrigins, missingOrigins, requestAccess } from '../../src/sites/access.ts';
import { covers, originsOf, patternOfSite } from '../../src/sites/pattern.ts';
import { neededOrigins, type Sites, standingOf } from '../../src/sites/sites.ts';
import { sayProblem } from '../../src/ui/problem.ts';

/** What the popup knows of the page it was opened over. */
export interface LinkedPage {
  /** What each frame told, by frame id; nothing where nothing runs. */
  frames: ReadonlyMap<number, PageState>;
  /** Why nothing runs in the page; null where something does. */
  silence: 'restricted' | 'not-allowed' | 'waits' | 'paused' | 'not-read' | 'loading' | null;
  /** Match patterns of hosts that are to be read and that the browser gives no access to. */
  missing: readonly string[];
  /** Whether the organisation has this site never read. */
  isForbidden: boolean;
  /** This site as a line for the list of those always read; null where it is read anyhow or cannot be added. */
  siteToAdd: string | null;
  /** Why it could not be started on asking. */
  problem: string | null;
}

type Tab = Pick<Browser.tabs.Tab, 'url' | 'status'>;

/** The popup's way to the page: what it tells, and what can be asked of it. */
export class PageLink {
  private page: LinkedPage = {
    frames: new Map(),
    silence: null,
    missing: [],
    isForbidden: false,
    siteToAdd: null,
    problem: null,
  };

  private policy = noPolicy;
  private settings = defaultSettings;
  /** The host of the page where it has told anything, by the browser's word and not by its own. */
  private told = '';

  private readonly tab: number;
  private readonly address: string | undefined;
  private readonly isLoading: boolean;
  private readonly onChange: (page: LinkedPage) => void;

  private constructor(tab: number, { url, status }: Tab, onChange: (page: LinkedPage) => void) {
    this.tab = tab;
    this.address = url;
    this.isLoading = status === 'loading';
    this.onChange = onChange;
  }

  /** Links to the page under the popup and calls `onChange` with what is known of it, from now on. */
  static async open(onChange: (page: LinkedPage) => void): Promise<PageLink | null> {
    const tab = await tabUnderPopup();
    if (tab?.id === undefined) return null;
    const link = new PageLink(tab.id, tab, onChange);
    receive({
      state: (state, sender) => {
        if (sender.tab === tab.id) link.hear(sender, state);
        return null;
      },
    });
    [link.policy, link.settings] = await Promise.all([loadPolicy(), loadSettings()]);
    watchSettings((settings) => {
      link.settings = settings;
      link.update({});
    });
    await link.ask();
    return link;
  }

  /** The site, as far as the browser or the page tells. */
  get host(): string {
    if (this.told) return this.told;
    const address = this.address ? new URL(this.address) : null;
    return address && isOfTheWeb(address) ? address.hostname : '';
  }

  /** The address of the page; of its site alone where the browser does not tell more. */
  get pageAddress(): string | null {
    if (this.address) return this.address;
    return this.host === '' ? null : `https://${this.host}/`;
  }

  /** Scrolls the page to a finding and opens its card there; tells whether its frame is still there. */
  async show(frame: number, mark: number, place: number): Promise<boolean> {
    try {
      await sendToTab(this.tab, 'show', { mark, place }, frame);
      return true;
    } catch {
      const frames = new Map(this.page.frames);
      frames.delete(frame);
      this.update({ frames });
      await this.ask();
      return false;
    }
  }

  /** What a report tells of the page: a text for each frame with findings, the whole page first. */
  async report(): Promise<CheckedText[]> {
    const frames = [...this.page.frames].filter(([, { findings }]) => findings.length > 0);
    frames.sort(([a], [b]) => a - b);
    const told = await Promise.all(
      frames.map(([frame]) => sendToTab(this.tab, 'tell-report', null, frame)),
    );
    return told.flatMap((text) => {
      if (!text) return [];
      return [{ ...text, claims: new Map(text.claims.map((claim) => [claim.id, claim])) }];
    });
  }

  /** Has the page read now, where it is not read by itself. */
  async start(): Promise<void> {
    try {
      await send('start', { tab: this.tab });
      this.update({ silence: 'loading', problem: null });
    } catch (error) {
      this.update({ problem: sayProblem(error) });
    }
  }

  /** Has the site of the page be read by itself from now on; tells whether the browser gave access. */
  async alwaysRead(site: string): Promise<boolean> {
    // First of all, since browsers want the question in answer to the click itself.
    const asked = requestAccess(originsOf(site));
    await send('always-read', { site, tab: this.tab });
    const isGiven = await asked;
    if (!isGiven) await send('always-read', null);
    return isGiven;
  }

  reload(): void {
    void browser.tabs.reload(this.tab);
  }

  /** Asks the page how it stands. */
  async ask(): Promise<void> {
    try {
      await sendToTab(this.tab, 'tell-state', null);
    } catch {
      await this.explainSilence();
    }
  }

  private hear({ frame, host }: Sender, state: PageState): void {
    if (frame === 0) this.told = host;
    const frames = new Map(this.page.frames).set(frame, state);
    this.update({ frames, silence: null, problem: null });
  }

  private update(change: Partial<LinkedPage>): void {
    this.page = { ...this.page, ...change };
    const address = this.pageAddress === null ? null : new URL(this.pageAddress);
    this.page.isForbidden =
      address !== null && this.policy.never.some((pattern) => covers(pattern, address));
    this.page.siteToAdd = address && this.siteToAdd(address);
    this.onChange(this.page);
  }

  private siteToAdd(address: URL): string | null {
    if (!isOfTheWeb(address) || this.policy.always !== null) return null;
    const isRead = standingOf(this.sites, address, listedOrigins()) !== 'waits';
    return isRead ? null : patternOfSite(address.hostname);
  }

  private get sites(): Sites {
    return sitesUnder(this.policy, this.settings.sites);
  }

  private async explainSilence(): Promise<void> {
    const address = this.address ? new URL(this.address) : null;
    if (!address || !isOfTheWeb(address)) {
      return this.update({ silence: 'restricted' });
    }
    this.settings = await loadSettings();
    const { sites } = this;
    const listed = listedOrigins();
    const standing = standingOf(sites, address, listed);
    if (standing !== 'reads') return this.update({ silence: standing });
    const [missingHere] = await missingOrigins([`*://${address.hostname}/*`]);
    if (missingHere) {
      const missing = await missingOrigins(neededOrigins(sites, listed));
      return this.update({ silence: 'not-allowed', missing });
    }
    this.update({ silence: this.isLoading ? 'loading' : 'not-read' });
  }
}

function isOfTheWeb({ protocol }: URL): boolean {
  return /^https?:$/.test(protocol);
}

/** The active tab; where the popup is a tab itself, as on phones, the one looked at before. */
async function tabUnderPopup() {
  const tabs = await browser.tabs.query({ currentWindow: true });
  const own = await browser.tabs.getCurrent();
  const active = tabs.find((tab) => tab.active && tab.id !== own?.id);
  if (active) return active;
  return tabs
    .filter((tab) => tab.id !== own?.id)
    .sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0];
}
