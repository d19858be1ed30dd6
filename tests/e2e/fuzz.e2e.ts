import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fuzzActions } from '../fuzz/actions.ts';
import { fuzzBrowserPages } from '../fuzz/browser-pages.ts';
import { bothBrowsers } from './harness/both-browsers.ts';
import type { TestBrowser } from './harness/test-browser.ts';

// A small part of `npm run fuzz -- --browsers`, with the same seed each time.
describe.each(bothBrowsers)('At random in $name', ({ openBrowser }) => {
  let browser: TestBrowser;

  beforeAll(async () => {
    browser = await openBrowser({ withAllSites: true });
  });

  afterAll(async () => {
    await browser?.close();
  });

  test('pages may be as broken as they like', async () => {
    expect((await fuzzBrowserPages({ count: 12, seed: 7 }, browser)).marks).toBeGreaterThan(10);
  });

  test('readers may do what they like, while the background ends at any moment', async () => {
    const { looks } = await fuzzActions({ count: 5, seed: 124 }, browser);
    expect(looks).toBeGreaterThan(20);
  }, 180_000);
});
