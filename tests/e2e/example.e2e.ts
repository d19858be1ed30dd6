import path from 'node:path';
import puppeteer from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium, findFirefox } from '../../scripts/browsers.ts';
import { buildEngine } from '../../scripts/build-engine.ts';
import { type FolderServer, serveFolders } from '../../scripts/folder-server.ts';

describe('The example that annotates a page without an extension', () => {
  let server: FolderServer;

  beforeAll(async () => {
    await buildEngine();
    server = await serveFolders(path.join(import.meta.dirname, '../..'), ['examples', 'dist']);
  });

  afterAll(() => server?.close());

  test.each([
    { browser: 'chrome', find: findChromium },
    { browser: 'firefox', find: findFirefox },
  ] as const)('underlines what it finds in $browser', async ({ browser: name, find }) => {
    const browser = await puppeteer.launch({
      browser: name,
      executablePath: await find(),
      args: name === 'chrome' && process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    });
    try {
      const page = await browser.newPage();
      const problems: unknown[] = [];
      page.on('pageerror', (error) => problems.push(error));
      await page.goto(`${server.address}/examples/annotated-page/`);
      await page.waitForSelector('aside:not([hidden]) li a');
      const seen = await page.evaluate(() => ({
        painted: ['false', 'outdated'].map((verdict) => CSS.highlights.get(verdict)?.size),
        told: [...document.querySelectorAll('li')].map((item) => item.textContent?.slice(0, 40)),
        paragraph: document.querySelectorAll('main p')[1]?.innerHTML.trim(),
      }));
      expect(seen).toEqual({
        painted: [1, 1],
        told: [
          'false: “Vladimir Putin and Kim Jong Un s',
          'outdated: “Sergei Shoigu, the Russian de',
        ],
        paragraph: expect.stringMatching(/^Vladimir Putin and Kim Jong Un signed <em>the/),
      });
      expect(problems).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});
