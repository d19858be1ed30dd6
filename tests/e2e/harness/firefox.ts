import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findFirefox } from '../../../scripts/browsers.ts';
import {
  copyWithFirst,
  copyWithoutHighlights,
  extensionBuild,
  newsHost,
} from './extension-build.ts';
import { FirefoxWindow } from './firefox-window.ts';
import { startPageServer } from './page-server.ts';
import { type RawProtocol, rawProtocol } from './raw-protocol.ts';
import type { OpenOptions, TestBrowser } from './test-browser.ts';
import { waitFor } from './wait.ts';

/** Firefox makes a random one for every profile; a known one tells our messages from others. */
const extensionHost = '7d7e5a3c-3c9d-4f0e-9c5b-0b6f6f6e8c11';

/** Opens stock Firefox with the built extension in it; this machine is the proxy for all hosts. */
export async function openFirefox({
  headed = false,
  withoutHighlights = false,
  withWelcome = false,
  policy,
  first,
}: OpenOptions = {}): Promise<TestBrowser> {
  const { folder: built, firefoxId } = extensionBuild('firefox');
  const folder = withoutHighlights
    ? await copyWithoutHighlights(built)
    : first
      ? await copyWithFirst(built, first)
      : built;
  const executablePath = await findFirefox();
  const server = await startPageServer();
  const home = policy && (await homeWith(policy, firefoxId));
  const browser = await puppeteer.launch({
    browser: 'firefox',
    ...(home && { env: { ...process.env, HOME: home } }),
    executablePath,
    headless: !headed,
    handleSIGINT: !headed,
    handleSIGTERM: !headed,
    defaultViewport: headed ? null : { width: 1000, height: 800 },
    // Lets a test press the toolbar's button and look into the popup, as a person does.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': server.port,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': server.port,
      'dom.security.https_first': false,
      // Pages of this machine are trusted as secure ones are; these too come from the proxy.
      'network.proxy.allow_hijacking_localhost': true,
      'dom.w3c_touch_events.enabled': 1,
      'network.stricttransportsecurity.preloadlist': false,
      'extensions.webextensions.uuids': JSON.stringify({ [firefoxId]: extensionHost }),
    },
  });
  await browser.installExtension(folder);
  const protocol = rawProtocol(browser);
  const window = await FirefoxWindow.of(protocol);
  if (!withWelcome) await window.closeTab('welcome.html');
  const origin = `moz-extension://${extensionHost}`;

  return {
    name: 'Firefox',
    requests: server.requests,
    serve: server.serve,
    recordRequests: () => window.recordRequests(),
    open: (file, host = newsHost) => openPage(browser, `http://${host}/${file}`),
    openPrivately: async (file, host = newsHost) => {
      const address = `http://${host}/${file}`;
      await window.openPrivately(address);
      return pageAt(browser, address);
    },
    setPrivateAccess: (isGiven) => window.setPrivateAccess(firefoxId, isGiven),
    openPopup: () => window.openPopup(firefoxId),
    openOwn: (own) => window.openTab(origin, own),
    pages: () => browser.pages(),
    openAddresses: () => window.openAddresses(),
    runCommand: (command) => window.runCommand(firefoxId, command),
    discard: async (page) => {
      const address = page.url();
      await window.discard(address);
      return pageAt(browser, address);
    },
    stopBackground: () => window.stopBackground(firefoxId),
    setAccess: (isGiven) => window.setAccess(firefoxId, isGiven),
    answerQuestion: (isGiven) => window.answerQuestion(isGiven),
    setPolicy: null,
    uninstall: () => browser.uninstallExtension(firefoxId),
    install: async () => {
      await browser.installExtension(folder);
      await window.closeTab('welcome.html');
    },
    update: async () => {
      await browser.installExtension(folder);
    },
    badgeText: async () => (await window.badge(firefoxId)).text,
    badge: () => window.badge(firefoxId),
    inBackground: (code) => window.inBackground(firefoxId, code),
    inAnnotations: (page, look) => inAnnotations(protocol, page, look),
    emulate: (_page, media) => window.emulate(media),
    problems: () => window.errorsFrom([origin, newsHost]),
    closed: new Promise((resolve) => browser.once('disconnected', () => resolve())),
    async close() {
      await browser.close();
      await server.close();
      if (home) await rm(home, { recursive: true });
      if (folder !== built) await rm(folder, { recursive: true });
    },
  };
}

/** A home folder in which an organisation has set something for an extension. */
async function homeWith(data: object, extension: string): Promise<string> {
  const home = await mkdtemp(path.join(tmpdir(), 'tumen-home-'));
  const folder = path.join(
    home,
    process.platform === 'darwin'
      ? 'Library/Application Support/Mozilla/ManagedStorage'
      : '.mozilla/managed-storage',
  );
  await mkdir(folder, { recursive: true });
  const manifest = { name: extension, description: 'A policy', type: 'storage', data };
  await writeFile(path.join(folder, `${extension}.json`), JSON.stringify(manifest));
  return home;
}

async function openPage(browser: Browser, address: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(address);
  return page;
}

function pageAt(browser: Browser, address: string): Promise<Page> {
  return waitFor(address, async () => {
    const pages = await browser.pages();
    return pages.find((each) => each.url() === address);
  });
}

/** The page's own scripts cannot get at a closed shadow root; WebDriver BiDi hands it out. */
async function inAnnotations<Result>(
  protocol: RawProtocol,
  page: Page,
  look: (root: ShadowRoot) => Result,
) {
  const context = protocol.contextOf(page);
  const host = await protocol.evaluate(
    context,
    'document.querySelector("html > tumen-annotations")',
  );
  const root = host.value?.shadowRoot;
  if (!root) return undefined;
  return protocol.call<Result>(context, `${look}`, root);
}
