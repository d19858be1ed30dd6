import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { defaultSettings } from './settings.ts';

vi.mock('wxt/browser', () => ({ browser: fakeBrowser }));
const { changeSettings, dropSetAside, loadSetAside, loadSettings } = await import('./store.ts');

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(console, 'warn').mockReturnValue();
});

test('starts with the defaults', async () => {
  expect(await loadSettings()).toEqual(defaultSettings);
});

test('loses no change of two that come at once', async () => {
  await Promise.all([
    changeSettings({ kind: 'hide-claim', claim: 'a' }),
    changeSettings({ kind: 'hide-claim', claim: 'b' }),
  ]);
  expect((await loadSettings()).hiddenClaims).toEqual(['a', 'b']);
});

test('sets aside what it cannot read, and tells why', async () => {
  const stored = { version: 99, of: 'the future' };
  await fakeBrowser.storage.local.set({ settings: stored });
  expect(await loadSettings()).toEqual(defaultSettings);
  await changeSettings({ kind: 'hide-claim', claim: 'a' });
  expect((await loadSettings()).hiddenClaims).toEqual(['a']);
  const aside = await loadSetAside();
  expect(aside?.stored).toEqual(stored);
  expect(aside?.reason).toContain('newer');
  await dropSetAside();
  expect(await loadSetAside()).toBeNull();
});
