import type { Page } from 'puppeteer-core';
import type { RecordedRequest } from './recorded-requests.ts';

/** A browser with Tumen in it, and what tests do with it in the same way in every browser. */
export interface TestBrowser {
  name: string;
  /** Opens a file of tests/pages as a page of a host, in a tab of its own. */
  open(file: string, host?: string): Promise<Page>;
  /** Opens Tumen's popup over the tab in front, as a click on its button does. */
  openPopup(): Promise<OwnPage>;
  /** Opens one of Tumen's own pages, such as "options.html", in a tab of its own. */
  openOwn(page: string): Promise<OwnPage>;
  /** The pages that are open, to be driven by keyboard or looked into by axe. */
  pages(): Promise<Page[]>;
  /** Does what the keys of one of Tumen's commands do. */
  runCommand(command: string): Promise<void>;
  /** The text on Tumen's button in the toolbar, for the tab in front. */
  badgeText(): Promise<string>;
  /** Runs a function on the shadow root that Tumen adds to a page; undefined where it added none. */
  inAnnotations<Result>(
    page: Page,
    look: (root: ShadowRoot) => Result,
  ): Promise<Result | undefined>;
  /** Has a page shown as for a reader with these wishes, or as printed; `{}` is as usual. */
  emulate(page: Page, media: Media): Promise<void>;
  /** Stops the background, as browsers do when it has had nothing to do for a while. */
  stopBackground(): Promise<void>;
  /** Gives access to all sites, or takes it, as a reader does in the browser's own pages. */
  setAccess(isGiven: boolean): Promise<void>;
  /** Answers the browser's question for access. Chromium draws it where no test reaches. */
  answerQuestion: ((isGiven: boolean) => Promise<void>) | null;
  /** Takes Tumen out of the browser while its pages are open. */
  uninstall(): Promise<void>;
  /** Puts it in again. */
  install(): Promise<void>;
  /** Puts it in over the one that is there, as an update does. */
  update(): Promise<void>;
  /** What went wrong in the extension and in its pages so far. */
  problems(): Promise<string[]>;
  /** The addresses that were asked for so far. */
  requests: readonly URL[];
  /**
   * Begins to record inside the browser what every page, worker and background asks for, but the browser
   * itself; what is returned gives all that was recorded so far.
   */
  recordRequests(): Promise<() => Promise<readonly RecordedRequest[]>>;
  close(): Promise<void>;
  /** When the browser has ended, by `close` or by a person. */
  closed: Promise<void>;
}

/** How a page is shown. */
export interface Media {
  colorScheme?: 'dark';
  forcedColors?: true;
  reducedMotion?: true;
  printed?: true;
}

/** A page of Tumen's own, open: its popup, its settings. */
export interface OwnPage {
  /** Runs a function on its document. */
  inDocument<Result>(look: (document: Document) => Result): Promise<Result>;
  /** A picture of it, as PNG. */
  screenshot(): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** How a browser is opened. */
export interface OpenOptions {
  /** With a window to look at, that Ctrl-C does not close at once. */
  headed?: boolean;
  /** With the welcome page left open, which is closed otherwise. */
  withWelcome?: boolean;
  /** With this set by an organisation, by the keys of docs/POLICY.md. */
  policy?: Readonly<Record<string, unknown>>;
  /** In Chromium: with a build that has access to all sites from the first. */
  withAllSites?: boolean;
  /** In Chromium: as one without the CSS Custom Highlight API. */
  withoutHighlights?: boolean;
}
