import { type Browser, browser } from 'wxt/browser';
import { receive, send, sendToTab } from '../../src/messages/messages.ts';
import type { PageState } from '../../src/messages/protocol.ts';
import type { CheckedText } from '../../src/report/checked-text.ts';

/** What the popup knows of the page it was opened over. */
export interface LinkedPage {
  /** What each frame told, by frame id; nothing where nothing runs. */
  frames: ReadonlyMap<number, PageState>;
  /** Why nothing runs in the page; null where something does. */
  silence: 'restricted' | 'unlisted' | 'not-read' | 'loading' | null;
  /** Why it could not be started on asking. */
  problem: string | null;
}

type Tab = Pick<Browser.tabs.Tab, 'url' | 'status'>;

/** The popup's way to the page: what it tells, and what can be asked of it. */
export class PageLink {
  private page: LinkedPage = { frames: new Map(), silence: null, problem: null };

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
        if (sender.tab === tab.id) link.hear(sender.frame, state);
        return null;
      },
    });
    await link.ask();
    return link;
  }

  /** The site, as far as the browser or the page tells. */
  get host(): string {
    const told = this.page.frames.get(0)?.host;
    if (told) return told;
    return this.address ? new URL(this.address).hostname : '';
  }

  /** Scrolls the page to a finding and opens its card there. */
  async show(frame: number, mark: number, place: number): Promise<void> {
    await sendToTab(this.tab, 'show', { mark, place }, frame);
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
      this.update({ problem: error instanceof Error ? error.message : String(error) });
    }
  }

  reload(): void {
    void browser.tabs.reload(this.tab);
  }

  private async ask(): Promise<void> {
    try {
      await sendToTab(this.tab, 'tell-state', null);
    } catch {
      this.update({ silence: this.reasonForSilence() });
    }
  }

  private hear(frame: number, state: PageState): void {
    const frames = new Map(this.page.frames).set(frame, state);
    this.update({ frames, silence: null, problem: null });
  }

  private update(change: Partial<LinkedPage>): void {
    this.page = { ...this.page, ...change };
    this.onChange(this.page);
  }

  private reasonForSilence(): LinkedPage['silence'] {
    const address = this.address ? new URL(this.address) : null;
    if (!address || !/^https?:$/.test(address.protocol)) return 'restricted';
    if (!isListed(address.hostname)) return 'unlisted';
    return this.isLoading ? 'loading' : 'not-read';
  }
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

function isListed(host: string): boolean {
  const scripts = browser.runtime.getManifest().content_scripts ?? [];
  const patterns = scripts.flatMap((script) => script.matches ?? []);
  return patterns.some((pattern) => {
    const listed = pattern.replace('*://*.', '').replace('/*', '');
    return host === listed || host.endsWith(`.${listed}`);
  });
}
