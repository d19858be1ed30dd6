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

  test('readers may do what they like, and the background may end at any moment', async () => {
    const tally = await fuzzActions({ count: 4, seed: 108 }, browser);
    expect(tally['backgrounds ended']).toBeGreaterThan(3);
  });
});
