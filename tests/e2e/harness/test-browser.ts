import type { Page } from 'puppeteer-core';
import type { RecordedRequest } from './recorded-requests.ts';

/** A browser with Tumen in it, and what tests do with it in the same way in every browser. */
export interface TestBrowser {
  name: string;
  /** Opens a file of tests/pages as a page of a host, in a tab of its own. */
  open(file: string, host?: string): Promise<Page>;
  /** Opens one in a private window of its own. */
  openPrivately(file: string, host?: string): Promise<Page>;
  /** Lets Tumen into private windows, or not, as a reader does in the browser's own pages. */
  setPrivateAccess(isGiven: boolean): Promise<void>;
  /** Has a file of this name be served, beside those of tests/pages. */
  serve(file: string, markup: string): void;
  /** Opens Tumen's popup over the tab in front, as a click on its button does. */
  openPopup(): Promise<OwnPage>;
  /** Opens one of Tumen's own pages, such as "options.html", in a tab of its own. */
  openOwn(page: string): Promise<OwnPage>;
  /** The pages that are open, to be driven by keyboard or looked into by axe. */
  pages(): Promise<Page[]>;
  /** The addresses of all tabs, the browser's own pages too. */
  openAddresses(): Promise<string[]>;
  /** Does what the keys of one of Tumen's commands do. */
  runCommand(command: string): Promise<void>;
  /** The text on Tumen's button in the toolbar, for the tab in front. */
  badgeText(): Promise<string>;
  /** All that Tumen's button shows, for the tab in front. */
  badge(): Promise<Badge>;
  /** Runs the body of a function in the background, in its own world, and gives what it returns. */
  inBackground<Result>(code: string): Promise<Result>;
  /** Runs a function on the shadow root that Tumen adds to a page; undefined where it added none. */
  inAnnotations<Result>(
    page: Page,
    look: (root: ShadowRoot) => Result,
  ): Promise<Result | undefined>;
  /** Has a page shown as for a reader with these wishes, or as printed; `{}` is as usual. */
  emulate(page: Page, media: Media): Promise<void>;
  /**
   * Throws a page that is not in front out of memory, as browsers do with tabs that were not looked at
   * for long, goes back to it, and returns it.
   */
  discard(page: Page): Promise<Page>;
  /** Stops the background, as browsers do when it has had nothing to do for a while. */
  stopBackground(): Promise<void>;
  /** Gives access to all sites, or takes it, as a reader does in the browser's own pages. */
  setAccess(isGiven: boolean): Promise<void>;
  /** Answers the browser's question for access. Chromium draws it where no test reaches. */
  answerQuestion: ((isGiven: boolean) => Promise<void>) | null;
  /** Has an organisation set something else. Firefox reads what it has set when it starts. */
  setPolicy: ((policy: Policy) => Promise<void>) | null;
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

/** What Tumen's button in the toolbar shows. */
export interface Badge {
  text: string;
  title: string;
  /** Red, green and blue of its ground. */
  colour: number[];
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
  /** Runs a function on its document, and waits for its answer. */
  inDocument<Result>(look: (document: Document) => Result): Promise<Awaited<Result>>;
  /** Clicks on an element, as a person does: what browsers allow in answer to a click alone is allowed then. */
  click(selector: string): Promise<void>;
  /** Has it shown as on another screen or for a reader with other wishes; `{}` is as usual. */
  show(view: View): Promise<void>;
  /** A picture of it from top to bottom, as PNG. */
  screenshot(): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** How one of Tumen's own pages is shown. */
export interface View extends Media {
  /** In pixels. */
  width?: number;
  /** On a screen that is touched, where nothing hovers. */
  isTouched?: true;
}

/** What an organisation has set, by the keys of docs/POLICY.md. */
export type Policy = Readonly<Record<string, unknown>>;

/** How a browser is opened. */
export interface OpenOptions {
  /** With a window to look at, that Ctrl-C does not close at once. */
  headed?: boolean;
  /** With the welcome page left open, which is closed otherwise. */
  withWelcome?: boolean;
  /** With this set by an organisation. */
  policy?: Policy;
  /** In Chromium: with a build that has access to all sites from the first. */
  withAllSites?: boolean;
  /** As one without the CSS Custom Highlight API. */
  withoutHighlights?: boolean;
  /** With this code run in Tumen's own view of each page before all else. */
  first?: string;
  /** In Chromium: a copy of the build, which goes when the browser is closed. */
  folder?: string;
}
