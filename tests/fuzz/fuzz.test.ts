import { expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { fuzzPacks } from './packs.ts';
import { fuzzPages } from './pages.ts';
import { fuzzRules } from './rules.ts';
import { fuzzSettings } from './settings.ts';
import { fuzzTexts } from './texts.ts';

vi.mock('wxt/browser', () => ({ browser: fakeBrowser }));
const store = {
  ...(await import('../../src/settings/store.ts')),
  ...(await import('../../src/storage/set-aside.ts')),
};

// A small part of `npm run fuzz`, with the same seed each time.
const seed = 1;

test('generated texts', () => {
  expect(fuzzTexts({ count: 1500, seed }).texts).toBe(1500);
});

test('changed claims and lexicons', async () => {
  const { taken, refused } = await fuzzRules({ count: 150, seed });
  expect(taken).toBeGreaterThan(0);
  expect(refused).toBeGreaterThan(0);
});

test('changed packs and compiled rules files', () => {
  const { taken, refused } = fuzzPacks({ count: 100, seed });
  expect(taken).toBeGreaterThan(0);
  expect(refused).toBeGreaterThan(0);
});

test('generated pages', () => {
  expect(fuzzPages({ count: 60, seed }).blocks).toBeGreaterThan(60);
});

test('changed settings', async () => {
  vi.spyOn(console, 'warn').mockReturnValue();
  const tally = await fuzzSettings({ count: 300, seed }, fakeBrowser, store);
  expect(tally['set aside']).toBeGreaterThan(0);
});
