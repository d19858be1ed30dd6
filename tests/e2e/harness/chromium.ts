import { rm } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import puppeteer, { type Browser, type Page, type Target } from 'puppeteer-core';
import { findChromium } from '../../../scripts/browsers.ts';
import {
  copyWithAllSites,
  copyWithFirst,
  copyWithoutHighlights,
  extensionBuild,
  newsHost,
} from './extension-build.ts';
import { startPageServer } from './page-server.ts';
import { recordInChromium } from './recorded-requests.ts';
import type {
  Badge,
  Media,
  OpenOptions,
  OwnPage,
  Policy,
  TestBrowser,
  View,
} from './test-browser.ts';
import { waitFor } from './wait.ts';

/** Opens Chromium with the built extension in it; all hosts are found on this machine. */
export async function openChromium({
  headed = false,
  withoutHighlights = false,
  withAllSites = false,
  withWelcome = false,
  policy,
  first,
  folder: copy,
}: OpenOptions = {}): Promise<TestBrowser> {
  const built = extensionBuild('chrome').folder;
  const folder = withoutHighlights
    ? await copyWithoutHighlights(built)
    : withAllSites
      ? await copyWithAllSites(built)
      : first
        ? await copyWithFirst(built, first)
        : (copy ?? built);
  const executablePath = await findChromium();
  const server = await startPageServer();
  const browser = await puppeteer.launch({
    executablePath,
    headless: !headed,
    ...(headed && { ignoreDefaultArgs: ['--enable-automation'] }),
    handleSIGINT: !headed,
    handleSIGTERM: !headed,
    pipe: true,
    enableExtensions: [folder],
    defaultViewport: headed ? null : { width: 1000, height: 800 },
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-features=HttpsUpgrades,HttpsFirstModeIncognito',
      `--host-resolver-rules=MAP * 127.0.0.1:${server.port}`,
    ],
  });
  if (!withWelcome) await closeWelcome(browser);
  if (policy) await setPolicy(browser, policy);
  const problems: string[] = [];
  await backgroundOf(browser);
  await watchBackground(browser, problems);

  return {
    name: 'Chromium',
    requests: server.requests,
    serve: server.serve,
    async recordRequests() {
      const requests = await recordInChromium(browser);
      // It has read its rules for the welcome page, before anybody listened.
      const background = await backgroundOf(browser);
      await background.evaluate("fetch(chrome.runtime.getURL('/rules.json')).then(() => null)");
      return async () => requests;
    },
    async open(file, host = newsHost) {
      const page = await browser.newPage();
      watch(page, problems);
      await page.goto(`http://${host}/${file}`);
      if (headed) await closeBlankPages(browser);
      return page;
    },
    async openPrivately(file, host = newsHost) {
      const address = `http://${host}/${file}`;
      const background = await backgroundOf(browser);
      await background.evaluate(
        `chrome.windows.create({ url: ${JSON.stringify(address)}, incognito: true }).then(() => null)`,
      );
      const target = await browser.waitForTarget((one) => one.url() === address);
      const page = await target.asPage();
      watch(page, problems);
      return page;
    },
    setPrivateAccess: (isGiven) => setPrivateAccess(browser, isGiven),
    async openPopup() {
      const [extension] = (await browser.extensions()).values();
      await extension?.triggerAction(await pageInFront(browser));
      const target = await browser.waitForTarget((candidate) =>
        candidate.url().endsWith('/popup.html'),
      );
      return ownPage(await target.asPage(), problems);
    },
    async openOwn(own) {
      const page = await browser.newPage();
      const [id] = [...(await browser.extensions()).keys()];
      await page.goto(`chrome-extension://${id}/${own}`);
      return ownPage(page, problems);
    },
    pages: () => browser.pages(),
    openAddresses: async () => browser.targets().map((target) => target.url()),
    runCommand: async (command) => {
      const background = await backgroundOf(browser);
      await background.evaluate(`chrome.tabs.query({ active: true, lastFocusedWindow: true })
        .then(([tab]) => chrome.commands.onCommand.dispatch("${command}", tab))`);
    },
    discard: (page) => discard(browser, page),
    stopBackground: () => stopBackground(browser),
    setAccess: (isGiven) =>
      configure(browser, { hostAccess: isGiven ? 'ON_ALL_SITES' : 'ON_SPECIFIC_SITES' }),
    answerQuestion: null,
    setPolicy: (values) => setPolicy(browser, values),
    uninstall: async () => {
      const [id] = [...(await browser.extensions()).keys()];
      if (id) await browser.uninstallExtension(id);
    },
    install: async () => {
      await browser.installExtension(folder);
      await closeWelcome(browser);
    },
    update: async () => {
      await browser.installExtension(folder);
    },
    badgeText: async () => {
      const background = await backgroundOf(browser);
      return (await background.evaluate(badgeOfTabInFront)) as string;
    },
    badge: async () => {
      const background = await backgroundOf(browser);
      return (await background.evaluate(wholeBadge)) as Badge;
    },
    async inBackground<Result>(code: string) {
      await wakeBackground(browser);
      const background = await backgroundOf(browser);
      return (await background.evaluate(`(async () => { ${code} })()`)) as Result;
    },
    inAnnotations,
    emulate,
    problems: async () => problems,
    closed: new Promise((resolve) => browser.once('disconnected', () => resolve())),
    async close() {
      await browser.close();
      await server.close();
      if (folder !== built) await rm(folder, { recursive: true });
    },
  };
}

/** Changes what the browser's page of extensions has for ours. */
function configure(browser: Browser, update: object): Promise<void> {
  return onPageOfExtensions(browser, async (page, extensionId) => {
    const wanted = JSON.stringify({ extensionId, ...update });
    await page.evaluate(`chrome.developerPrivate.updateExtensionConfiguration(${wanted})`);
  });
}

/**
 * The browser begins the extension anew for it, where nobody looks into its background, and has to be told to
 * switch it on again, since it comes from no store.
 */
async function setPrivateAccess(browser: Browser, isGiven: boolean): Promise<void> {
  await stopBackground(browser);
  await configure(browser, { incognitoAccess: isGiven });
  await onPageOfExtensions(browser, (page, id) =>
    waitFor('the background to begin anew', async () => {
      await page.evaluate(`chrome.management.setEnabled(${JSON.stringify(id)}, true)`);
      return backgroundTarget(browser);
    }),
  );
}

async function onPageOfExtensions(
  browser: Browser,
  act: (page: Page, extension: string) => Promise<unknown>,
): Promise<void> {
  const [id = ''] = [...(await browser.extensions()).keys()];
  const page = await browser.newPage();
  await page.goto('chrome://extensions');
  await act(page, id);
  await page.close();
}

/** Sets a policy for Tumen on the page that the browser has for trying policies. */
async function setPolicy(browser: Browser, values: Policy): Promise<void> {
  const background = await backgroundOf(browser);
  const namespace = (await background.evaluate('chrome.runtime.id')) as string;
  // By the machine's own policies, and mandatory.
  const origin = { level: 1, scope: 0, source: 5, namespace };
  const policies = Object.entries(values).map(([name, value]) => ({ ...origin, name, value }));
  const page = await browser.newPage();
  await page.goto('chrome://policy/test');
  await page.evaluate(`import('chrome://resources/js/cr.js').then(({ sendWithPromise }) =>
    sendWithPromise('setLocalTestPolicies', ${JSON.stringify(JSON.stringify(policies))}, ''))`);
  await page.close();
  await waitFor('the policy', async () =>
    isDeepStrictEqual(await background.evaluate('chrome.storage.managed.get()'), values),
  );
}

/** Closes the page that opens when Tumen is installed, so that the page of a test is in front. */
async function closeWelcome(browser: Browser): Promise<void> {
  const target = await browser.waitForTarget((one) => one.url().endsWith('/welcome.html'));
  await (await target.asPage()).close();
}

/** The browser opens with an empty tab that nobody needs to see. */
async function closeBlankPages(browser: Browser): Promise<void> {
  for (const page of await browser.pages()) if (page.url() === 'about:blank') await page.close();
}

function pageInFront(browser: Browser): Promise<Page> {
  return waitFor('the page in front', async () => {
    for (const page of await browser.pages()) {
      const isSeen = await page.evaluate('document.visibilityState').catch(() => '');
      if (isSeen === 'visible') return page;
    }
    return null;
  });
}

/** Runs in the background of the extension. */
const badgeOfTabInFront = `chrome.tabs.query({ active: true, lastFocusedWindow: true })
  .then(([tab]) => chrome.action.getBadgeText({ tabId: tab.id }))`;

/** Runs in the background of the extension. */
const wholeBadge = `(async () => {
  const [{ id: tabId }] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
  const [text, title, colour] = await Promise.all([
    chrome.action.getBadgeText({ tabId }),
    chrome.action.getTitle({ tabId }),
    chrome.action.getBadgeBackgroundColor({ tabId }),
  ]);
  return { text, title, colour: colour.slice(0, 3) };
})()`;

/** The background; one that is just being started does not know its own interface yet. */
function backgroundOf(browser: Browser) {
  return waitFor('the background', async () => {
    const worker = await backgroundTarget(browser)?.worker();
    const kind = await worker?.evaluate('typeof chrome').catch(() => null);
    return kind === 'object' && worker;
  });
}

/** Watches the background that runs, and each that is started after it. */
async function watchBackground(browser: Browser, problems: string[]): Promise<void> {
  const watchOne = async (target: Target) => {
    if (target.type() !== 'service_worker') return;
    // One that is ended at once has nothing to tell.
    const worker = await target.worker().catch(() => null);
    worker?.on('console', (message) => {
      if (message.type() === 'error') problems.push(`background: ${message.text()}`);
    });
    worker?.client.on('Runtime.exceptionThrown', ({ exceptionDetails }) => {
      const { text, exception } = exceptionDetails;
      problems.push(`background: ${text} ${exception?.description ?? ''}`);
    });
  };
  browser.on('targetcreated', (target) => void watchOne(target));
  for (const target of browser.targets()) await watchOne(target);
}

function watch(page: Page, problems: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`${page.url()}: ${error}`));
}

function ownPage(page: Page, problems: string[]): OwnPage {
  watch(page, problems);
  return {
    inDocument: (look) =>
      page.evaluate(`(${look})(document)`) as Promise<Awaited<ReturnType<typeof look>>>,
    // By code, which counts as a person's here: a popup may still be growing, so that a mouse would miss.
    click: (place) => page.$eval(place, (element) => (element as HTMLElement).click()),
    show: (view) => show(page, view),
    screenshot: () => page.screenshot({ fullPage: true }),
    async close() {
      if (!page.isClosed()) await page.close();
      await waitFor('the page to close', async () => page.isClosed());
    },
  };
}

async function show(page: Page, view: View): Promise<void> {
  const { width = 1000, isTouched = false } = view;
  await page.setViewport({ width, height: 800 });
  await emulate(page, view);
  // Puppeteer's own way to a touched screen loads the page anew.
  const session = await page.createCDPSession();
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: isTouched });
}

async function discard(browser: Browser, page: Page): Promise<Page> {
  const address = page.url();
  const background = await backgroundOf(browser);
  await background.evaluate(`chrome.tabs.query({ active: false })
    .then((tabs) => tabs.find(({ url }) => url === ${JSON.stringify(address)}))
    .then(({ id }) => chrome.tabs.discard(id))
    .then(({ id }) => chrome.tabs.update(id, { active: true }))`);
  return waitFor('the page to be back', async () => {
    const pages = await browser.pages();
    return pages.find((each) => each.url() === address);
  });
}

/** How long a background may take to end, in milliseconds: one that was just being started is told once more. */
const endsWithin = 2000;

/** What a page asks meanwhile may start another one at once. */
async function stopBackground(browser: Browser): Promise<void> {
  const target = backgroundTarget(browser);
  let told = 0;
  await waitFor('the background to stop', async () => {
    if (!target || !browser.targets().includes(target)) return true;
    if (Date.now() - told < endsWithin) return false;
    told = Date.now();
    const worker = await target.worker().catch(() => null);
    // It may have ended by itself.
    await worker?.close().catch(() => undefined);
    return !browser.targets().includes(target);
  });
}

function backgroundTarget(browser: Browser): Target | undefined {
  return browser.targets().find((target) => target.type() === 'service_worker');
}

/** Any message starts a background that was stopped. */
async function wakeBackground(browser: Browser): Promise<void> {
  if (backgroundTarget(browser)) return;
  const page = await browser.newPage();
  const [id] = [...(await browser.extensions()).keys()];
  await page.goto(`chrome-extension://${id}/check.html`);
  await page.evaluate('chrome.runtime.sendMessage({}).catch(() => null)');
  await page.close();
}

async function emulate(page: Page, media: Media): Promise<void> {
  const session = await page.createCDPSession();
  // The session is kept: with it the emulation would go.
  await session.send('Emulation.setEmulatedMedia', {
    media: media.printed ? 'print' : '',
    features: [
      { name: 'prefers-color-scheme', value: media.colorScheme ?? '' },
      { name: 'forced-colors', value: media.forcedColors ? 'active' : '' },
      { name: 'prefers-reduced-motion', value: media.reducedMotion ? 'reduce' : '' },
    ],
  });
}

/** The page's own scripts cannot get at a closed shadow root; the developer tools can. */
async function inAnnotations<Result>(page: Page, look: (root: ShadowRoot) => Result) {
  const session = await page.createCDPSession();
  try {
    const host = await session.send('Runtime.evaluate', {
      expression: 'document.querySelector("html > tumen-annotations")',
    });
    const { objectId } = host.result;
    if (!objectId) return undefined;
    const { node } = await session.send('DOM.describeNode', { objectId, pierce: true });
    const backendNodeId = node.shadowRoots?.[0]?.backendNodeId;
    if (backendNodeId === undefined) return undefined;
    const root = await session.send('DOM.resolveNode', { backendNodeId });
    if (!root.object.objectId) return undefined;
    const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
      objectId: root.object.objectId,
      functionDeclaration: `function () { return (${look})(this); }`,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description);
    return result.value as Result;
  } finally {
    await session.detach();
  }
}
