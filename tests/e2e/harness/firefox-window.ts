import type { RawProtocol } from './raw-protocol.ts';
import type { RecordedRequest } from './recorded-requests.ts';
import type { Badge, Media, OwnPage, View } from './test-browser.ts';
import { waitFor } from './wait.ts';

/** The element that shows a page of the extension, as code to run in the window. */
function browserOf(page: string): string {
  return `[...document.querySelectorAll("browser")]
    .find((browser) => browser.currentURI?.spec.endsWith("/${page}"))`;
}

/** What closes the tab of a page of the extension, as code to run in the window. */
function closingOf(page: string): string {
  return `(gBrowser.removeTab(gBrowser.getTabForBrowser(${browserOf(page)})), true)`;
}

/** An extension as Firefox holds it, as code to run in the window. */
function extensionOf(extension: string): string {
  return `ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs")
    .ExtensionParent.GlobalManager.getExtension("${extension}")`;
}

/** The button of an extension in the toolbar, as code to run in the window. */
function buttonOf(extension: string): string {
  return `(() => {
    const { ExtensionParent } = ChromeUtils.importESModule(
      "resource://gre/modules/ExtensionParent.sys.mjs");
    const { apiManager, GlobalManager } = ExtensionParent;
    return apiManager.global.browserActionFor(GlobalManager.getExtension("${extension}"));
  })()`;
}

/** A window of Firefox itself, around the pages: its toolbar, its popups, its list of errors. */
export class FirefoxWindow {
  private readonly protocol: RawProtocol;
  private readonly context: string;

  private constructor(protocol: RawProtocol, context: string) {
    this.protocol = protocol;
    this.context = context;
  }

  /** The first window of a Firefox that was started with access to itself. */
  static async of(protocol: RawProtocol): Promise<FirefoxWindow> {
    const { contexts } = await protocol.send<{ contexts: { context: string; url: string }[] }>(
      'browsingContext.getTree',
      { 'moz:scope': 'chrome', maxDepth: 0 },
    );
    const window = contexts.find(({ url }) => url.endsWith('/browser.xhtml'));
    if (!window) throw new Error('Firefox shows no window');
    return new FirefoxWindow(protocol, window.context);
  }

  /** Does what a click on the extension's button does. */
  async openPopup(extension: string): Promise<OwnPage> {
    await this.read(`${buttonOf(extension)}.openPopup(window).then(() => null)`);
    const panel = `${browserOf('popup.html')}?.closest("panel")`;
    // Firefox loads it in a panel that is never shown, which cannot be closed, and then moves it to the one that is.
    await waitFor('the popup to open', () => this.read<boolean>(`${panel}?.state === "open"`));
    return this.shown('popup.html', `${panel}?.hidePopup()`);
  }

  /** Opens a page of the extension in a tab: WebDriver may not go there. */
  async openTab(origin: string, page: string): Promise<OwnPage> {
    await this.read(`(() => {
      const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal();
      gBrowser.selectedTab = gBrowser.addTab("${origin}/${page}", { triggeringPrincipal });
      return true;
    })()`);
    return this.shown(page, closingOf(page));
  }

  /** Closes a page of the extension that opens in a tab by itself, when it is there. */
  async closeTab(page: string): Promise<void> {
    await (await this.shown(page, closingOf(page))).close();
  }

  private async shown(page: string, close: string): Promise<OwnPage> {
    const browser = browserOf(page);
    await waitFor(page, () => this.read<boolean>(`${browser} !== undefined`));
    return {
      inDocument: (look) => this.inPage(browser, `(${look})(document)`),
      click: (place) => this.click(browser, place),
      show: (view) => this.show(browser, view),
      screenshot: async () => Buffer.from(await this.pictureOf(browser), 'base64'),
      close: async () => {
        await this.read(close);
        await waitFor(`${page} to close`, () => this.read<boolean>(`${browser} === undefined`));
      },
    };
  }

  /** Does what the keys of an extension's command do. */
  async runCommand(extension: string, command: string): Promise<void> {
    await this.read(`(${extensionOf(extension)}.shortcuts.onCommand("${command}"), true)`);
  }

  /** Stops an extension's background as Firefox does it when it is idle. */
  async stopBackground(extension: string): Promise<void> {
    await this.read(`${extensionOf(extension)}
      .terminateBackground({ ignoreDevToolsAttached: true }).then(() => true)`);
  }

  /** Throws the page of an address out of memory, and goes back to its tab. */
  async discard(address: string): Promise<void> {
    await this.read(`(async () => {
      const tab = gBrowser.tabs.find(
        ({ linkedBrowser }) => linkedBrowser.currentURI.spec === ${JSON.stringify(address)});
      await gBrowser.prepareDiscardBrowser(tab);
      if (!gBrowser.discardBrowser(tab, true)) throw new Error("The tab was kept");
      gBrowser.selectedTab = tab;
      return true;
    })()`);
  }

  /** Gives an extension access to all sites, or takes it, as the add-on manager does. */
  async setAccess(extension: string, isGiven: boolean): Promise<void> {
    await this.read(`ChromeUtils.importESModule(
      "resource://gre/modules/ExtensionPermissions.sys.mjs").ExtensionPermissions
      .${isGiven ? 'add' : 'remove'}("${extension}", { permissions: [], origins: ["*://*/*"] },
        ${extensionOf(extension)}).then(() => true)`);
  }

  /** Lets an extension into private windows, or not, as the add-on manager does: it then begins anew. */
  async setPrivateAccess(extension: string, isGiven: boolean): Promise<void> {
    await this.read(`(async () => {
      const { ExtensionPermissions } = ChromeUtils.importESModule(
        "resource://gre/modules/ExtensionPermissions.sys.mjs");
      const { AddonManager } = ChromeUtils.importESModule(
        "resource://gre/modules/AddonManager.sys.mjs");
      await ExtensionPermissions.${isGiven ? 'add' : 'remove'}("${extension}",
        { permissions: ["internal:privateBrowsingAllowed"], origins: [] });
      await (await AddonManager.getAddonByID("${extension}")).reload();
      return true;
    })()`);
  }

  /** Opens a private window with a page. */
  async openPrivately(address: string): Promise<void> {
    await this.read(`(async () => {
      const opened = OpenBrowserWindow({ private: true });
      await new Promise((resolve) => opened.addEventListener("load", resolve, { once: true }));
      await opened.delayedStartupPromise;
      const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal();
      opened.gBrowser.loadURI(Services.io.newURI("${address}"), { triggeringPrincipal });
      return true;
    })()`);
  }

  /** Presses a button of the question whether an extension may have what it asks for. */
  async answerQuestion(isGiven: boolean): Promise<void> {
    const question = 'document.querySelector("#addon-webext-permissions-notification")';
    await waitFor('the question', () =>
      this.read<boolean>(`PopupNotifications.isPanelOpen && ${question} !== null`),
    );
    await this.read(`(${question}.${isGiven ? 'button' : 'secondaryButton'}.click(), true)`);
  }

  /** Shows the tab in front as these wishes have it. */
  async emulate(media: Media): Promise<void> {
    await this.show('gBrowser.selectedBrowser', media);
  }

  private async show(browser: string, view: View): Promise<void> {
    const { colorScheme, forcedColors, reducedMotion, printed, width, isTouched } = view;
    // Coarse, and without hovering.
    const pointer = isTouched ? 1 : null;
    await this.read(`(() => {
      const browser = ${browser};
      const tab = browser.browsingContext;
      tab.prefersColorSchemeOverride = "${colorScheme ?? 'none'}";
      tab.forcedColorsOverride = "${forcedColors ? 'active' : 'none'}";
      tab.mediumOverride = "${printed ? 'print' : ''}";
      const set = (name, value) => value === null
        ? Services.prefs.clearUserPref(name) : Services.prefs.setIntPref(name, value);
      set("ui.prefersReducedMotion", ${reducedMotion ? 1 : null});
      set("ui.primaryPointerCapabilities", ${pointer});
      set("ui.allPointerCapabilities", ${pointer});
      browser.style.maxWidth = "${width ? `${width}px` : ''}";
      return true;
    })()`);
    if (width) {
      await waitFor('the page to be as wide', () =>
        this.inPage<boolean>(
          browser,
          `innerWidth === ${width} && matchMedia('(pointer: coarse)').matches === ${isTouched === true}`,
        ),
      );
    }
  }

  /** The addresses of all tabs in all windows. */
  openAddresses(): Promise<string[]> {
    return this.read(`[...Services.wm.getEnumerator("navigator:browser")]
      .flatMap(({ gBrowser }) => gBrowser.browsers)
      .map(({ currentURI }) => currentURI.spec)`);
  }

  /** All that the extension's button shows, for the tab in front. */
  badge(extension: string): Promise<Badge> {
    return this.read(`(() => {
      const { badgeText, title, badgeBackgroundColor } = ${buttonOf(extension)}.action
        .getContextData(gBrowser.selectedTab);
      return { text: badgeText, title, colour: [...badgeBackgroundColor].slice(0, 3) };
    })()`);
  }

  /**
   * Records every request that leaves Firefox, of whatever process, but those of Firefox itself. Files of
   * the extension are read without one.
   */
  async recordRequests(): Promise<() => Promise<RecordedRequest[]>> {
    await this.read(`(() => {
      window.recordedRequests = [];
      Services.obs.addObserver({
        observe(channel) {
          const { URI, loadInfo } = channel.QueryInterface(Ci.nsIHttpChannel);
          const { triggeringPrincipal } = loadInfo;
          if (triggeringPrincipal.isSystemPrincipal) return;
          recordedRequests.push({ address: URI.spec, by: triggeringPrincipal.origin });
        },
      }, "http-on-modify-request");
      return true;
    })()`);
    return () => this.read('recordedRequests');
  }

  /** Runs code in an extension's background, which is started for it where it was stopped. */
  async inBackground<Result>(extension: string, code: string): Promise<Result> {
    await this.read(`${extensionOf(extension)}.wakeupBackground?.().then(() => true) ?? true`);
    const background = `[...${extensionOf(extension)}.views]
      .find(({ viewType }) => viewType === "background")?.xulBrowser`;
    return this.inPage(background, `(async () => { ${code} })()`);
  }

  /**
   * The errors in Firefox's own list that come from one of these places. That a page was closed or
   * put aside while a message was on its way is listed too, whatever a script does: this is no error.
   */
  errorsFrom(places: string[]): Promise<string[]> {
    return this.read(`Services.console.getMessageArray()
      .filter((message) => message instanceof Ci.nsIScriptError)
      .filter(({ flags }) => !(flags & Ci.nsIScriptError.warningFlag))
      .filter(({ sourceName }) =>
        ${JSON.stringify(places)}.some((place) => sourceName.includes(place)))
      .filter(({ errorMessage }) => !/^Promise \\w+ (after|while) context/.test(errorMessage))
      .map(({ sourceName, errorMessage }) => sourceName + ": " + errorMessage)`);
  }

  private read<Result>(expression: string): Promise<Result> {
    return this.protocol.read(this.context, expression);
  }

  /**
   * A page of the extension lives in a process of its own, so the expression is sent there and its result back.
   * A page that is still opening changes its process, and what was sent to the old one is lost: then
   * it is sent again, a few times at most.
   */
  private async inPage<Result>(browser: string, expression: string): Promise<Result> {
    const answer = await waitFor('an answer of the page', () => this.ask(browser, expression));
    return (JSON.parse(answer) as { result: Result }).result;
  }

  /** What the page answers as JSON; null where it could not. The expression is read in its own world. */
  private ask(browser: string, expression: string): Promise<string | null> {
    const code = `(async () => JSON.stringify({ result: await (${expression}) }))()`;
    const script = `(async () => {
      sendAsyncMessage("tumen:begun");
      let answer = null;
      try {
        const options = { sandboxPrototype: content, wantXrays: false };
        answer = await Cu.evalInSandbox(${JSON.stringify(code)}, new Cu.Sandbox(content, options));
      } catch { }
      sendAsyncMessage("tumen:result", answer);
    })()`;
    const address = `data:application/javascript;charset=utf-8,${encodeURIComponent(script)}`;
    return this.read(`new Promise((resolve) => {
      const messageManager = ${browser}?.messageManager;
      if (!messageManager) return resolve(null);
      const begun = () => clearTimeout(wait);
      const hear = ({ data }) => end(data);
      const wait = setTimeout(() => end(null), 1000);
      function end(data) {
        clearTimeout(wait);
        messageManager.removeMessageListener("tumen:begun", begun);
        messageManager.removeMessageListener("tumen:result", hear);
        resolve(data);
      }
      messageManager.addMessageListener("tumen:begun", begun);
      messageManager.addMessageListener("tumen:result", hear);
      messageManager.loadFrameScript(${JSON.stringify(address)}, false);
    })`);
  }

  private async click(browser: string, place: string): Promise<void> {
    const script = `{
      const { windowUtils, document } = content;
      const byPerson = windowUtils.setHandlingUserInput(true);
      const element = document.querySelector(${JSON.stringify(place)});
      element?.click();
      byPerson.destruct();
      sendAsyncMessage("tumen:clicked", element !== null);
    }`;
    const address = `data:application/javascript;charset=utf-8,${encodeURIComponent(script)}`;
    const isThere = await this.read<boolean>(`new Promise((resolve) => {
      const { messageManager } = ${browser};
      const hear = ({ data }) => {
        messageManager.removeMessageListener("tumen:clicked", hear);
        resolve(data);
      };
      messageManager.addMessageListener("tumen:clicked", hear);
      messageManager.loadFrameScript(${JSON.stringify(address)}, false);
    })`);
    if (!isThere) throw new Error(`There is no ${place} to click on`);
  }

  private async pictureOf(browser: string): Promise<string> {
    const height = await this.inPage<number>(browser, 'document.documentElement.scrollHeight');
    return this.read(`(async () => {
      const { browsingContext, clientWidth } = ${browser};
      const seen = new DOMRect(0, 0, clientWidth, ${height});
      const picture = await browsingContext.currentWindowGlobal.drawSnapshot(seen, 1, "white");
      const canvas = new OffscreenCanvas(picture.width, picture.height);
      canvas.getContext("2d").drawImage(picture, 0, 0);
      const blob = await canvas.convertToBlob({ type: "image/png" });
      return (await blob.bytes()).toBase64();
    })()`);
  }
}
