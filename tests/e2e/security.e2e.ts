import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultSettings, type SettingsChange } from '../../src/settings/settings.ts';
import { readMarkers, waitForMarkers } from './harness/annotations.ts';
import { bothBrowsers } from './harness/both-browsers.ts';
import { openChromium } from './harness/chromium.ts';
import { extensionBuild, newsHost } from './harness/extension-build.ts';
import { openFirefox } from './harness/firefox.ts';
import type { TestBrowser } from './harness/test-browser.ts';
import { waitFor } from './harness/wait.ts';

interface Manifest {
  permissions: string[];
  host_permissions: string[];
  optional_host_permissions: string[];
  content_security_policy: { extension_pages: string };
}

describe.each(['chrome', 'firefox'] as const)('The build for %s', (target) => {
  const { folder } = extensionBuild(target);
  const manifest = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')) as Manifest;

  test('has a policy that lets its pages load nothing but itself', () => {
    const rules = manifest.content_security_policy.extension_pages.split('; ').toSorted();
    expect(rules).toEqual([
      "base-uri 'none'",
      "connect-src 'self'",
      "default-src 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "img-src 'self'",
      "script-src 'self'",
      "style-src 'self'",
    ]);
  });

  test('shows no file to pages, hears no other extension, and asks for little', () => {
    expect(manifest).not.toHaveProperty('web_accessible_resources');
    expect(manifest).not.toHaveProperty('externally_connectable');
    expect(manifest.permissions.toSorted()).toEqual(['activeTab', 'scripting', 'storage']);
    expect(
      manifest.host_permissions.filter((origin) => !/^\*:\/\/\*\.[\w.-]+\/\*$/.test(origin)),
    ).toEqual([]);
    expect(manifest.optional_host_permissions).toEqual(['*://*/*']);
    expect(manifest).not.toHaveProperty('optional_permissions');
  });

  test('holds no code that runs text or loads code', () => {
    const scripts = globSync('**/*.js', { cwd: folder });
    expect(scripts.length).toBeGreaterThan(5);
    for (const script of scripts) {
      const code = readFileSync(path.join(folder, script), 'utf8');
      const found = code.match(
        /\beval\(|document\.write|insertAdjacentHTML|importScripts\(|import\(["'`]https?:/g,
      );
      expect(found, script).toBeNull();
    }
  });
});

describe.each([
  { name: 'Chromium', openBrowser: openChromium, scheme: 'chrome-extension' },
  { name: 'Firefox', openBrowser: openFirefox, scheme: 'moz-extension' },
])('A hostile page in $name', ({ openBrowser, scheme }) => {
  let browser: TestBrowser;

  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser?.close();
  });

  test('cannot look into what was drawn, speak to us, nor tell by any file that Tumen is there', async () => {
    const page = await browser.open('printed.html');
    await waitForMarkers(browser, page);
    const own = await browser.openOwn('options.html');
    const origin = await own.inDocument((document) => document.defaultView?.location.origin ?? '');
    await own.close();
    expect(origin).toMatch(new RegExp(`^${scheme}://`));
    const seen = await page.evaluate(async (extension) => {
      const host = document.querySelector('tumen-annotations');
      const files = ['manifest.json', 'rules.json', 'annotate.js', 'popup.html', 'icons/16.png'];
      const loaded: string[] = [];
      for (const file of files) {
        await fetch(`${extension}/${file}`).then(
          () => loaded.push(file),
          () => undefined,
        );
        const image = new Image();
        const settled = new Promise<boolean>((resolve) => {
          image.onload = () => resolve(true);
          image.onerror = () => resolve(false);
        });
        image.src = `${extension}/${file}`;
        if (await settled) loaded.push(`${file} as a picture`);
      }
      return {
        hosts: document.querySelectorAll('tumen-annotations').length,
        root: host?.shadowRoot ?? null,
        children: host?.childNodes.length,
        globals: Object.keys(globalThis).filter((name) => /tumen/i.test(name)),
        ways: ['chrome', 'browser'].filter((name) => Reflect.get(globalThis, name)?.runtime),
        loaded,
      };
    }, origin);
    await page.close();
    expect(seen).toEqual({ hosts: 1, root: null, children: 0, globals: [], ways: [], loaded: [] });
  });
});

describe.each(bothBrowsers)(
  'A page that took over its own process, in $name',
  ({ openBrowser }) => {
    let browser: TestBrowser;

    beforeAll(async () => {
      browser = await openBrowser();
    });

    afterAll(async () => {
      await browser?.close();
    });

    /** Sends a message to the background as the script of Tumen in the page in front does, and gives the reply. */
    const asScript = (message: object) =>
      browser.inBackground(`
      const [{ id }] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      const [{ result }] = await chrome.scripting.executeScript({
        target: { tabId: id },
        args: [${JSON.stringify(message)}],
        func: (message) => chrome.runtime.sendMessage(message),
      });
      return result;`);

    test('can have its script switch off its own site, and nothing of others', async () => {
      const page = await browser.open('printed.html');
      await waitForMarkers(browser, page);
      const change = (ask: object) => asScript({ tumen: 'change', ask });
      const refused = { error: 'only a page of Tumen itself may ask for this' };
      for (const host of ['www.yna.co.kr', 'co.kr', ''])
        expect(await change({ kind: 'pause-site', host })).toEqual(refused);
      for (const ask of othersChanges) expect(await change(ask)).toEqual(refused);
      const remove = { kind: 'remove', id: 'harbour-desk' };
      expect(await asScript({ tumen: 'change-packs', ask: remove })).toEqual(refused);
      expect(await asScript({ tumen: 'start', ask: { tab: 1 } })).toEqual(refused);
      const site = { site: 'news.example', tab: 1 };
      expect(await asScript({ tumen: 'always-read', ask: site })).toEqual(refused);
      expect(await change({ kind: 'hide-claim', claim: 'no-such-claim' })).toEqual({
        error: 'there is no such claim',
      });
      expect(await asScript({ tumen: 'bring', ask: 'pack-worker' })).toEqual({
        error: 'there is no such part of Tumen',
      });
      expect(await readMarkers(browser, page)).toHaveLength(3);
      const paused = await change({ kind: 'pause-site', host: newsHost });
      expect(paused).toMatchObject({ answer: { hiddenClaims: [], sites: { mode: 'listed' } } });
      await waitFor('the marks to go', async () => (await readMarkers(browser, page)).length === 0);
      await page.close();
    });
  },
);

/** What only one of Tumen's own pages may ask for. */
const othersChanges: SettingsChange[] = [
  { kind: 'show-claims', claims: [] },
  { kind: 'resume-site', address: `http://${newsHost}/` },
  { kind: 'set-mode', mode: 'all' },
  { kind: 'list-sites', list: 'always', lines: ['news.example'] },
  { kind: 'set-verdicts', verdicts: [] },
  { kind: 'replace', settings: defaultSettings },
];
