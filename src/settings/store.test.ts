import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { defaultSettings } from './settings.ts';

vi.mock('wxt/browser', () => ({ browser: fakeBrowser }));
// Others may have loaded it with the browser that they need.
vi.resetModules();
const { changeSettings, loadSettings, setAsideIfBroken } = await import('./store.ts');
const { dropSetAside, loadSetAside, mostSetAside } = await import('../storage/set-aside.ts');

const store = (settings: unknown) => fakeBrowser.storage.local.set({ settings });

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
  await store(stored);
  expect(await loadSettings()).toEqual(defaultSettings);
  await changeSettings({ kind: 'hide-claim', claim: 'a' });
  expect((await loadSettings()).hiddenClaims).toEqual(['a']);
  const [aside] = await loadSetAside('settings');
  expect(aside?.stored).toEqual(stored);
  expect(aside?.reason).toEqual({ word: 'reason_newer', parts: [] });
  await dropSetAside('settings');
  expect(await loadSetAside('settings')).toEqual([]);
});

test('keeps all that breaks, one after the other, and each once', async () => {
  await store('first');
  await setAsideIfBroken();
  await store({ version: 99 });
  await Promise.all([setAsideIfBroken(), changeSettings({ kind: 'hide-claim', claim: 'a' })]);
  await store('first');
  await setAsideIfBroken();
  const kept = await loadSetAside('settings');
  expect(kept.map(({ stored }) => stored)).toEqual(['first', { version: 99 }]);
});

test('keeps what an earlier Tumen set aside, which knew of the last one alone', async () => {
  const old = { reason: 'it was broken', at: '2026-11-24T00:00:00.000Z', stored: 'old' };
  await fakeBrowser.storage.local.set({ 'settings-set-aside': old });
  await store('new');
  await setAsideIfBroken();
  const kept = await loadSetAside('settings');
  expect(kept.map(({ stored }) => stored)).toEqual(['old', 'new']);
});

test('leaves what breaks where it is when enough is set aside, and says what to do', async () => {
  for (let count = 0; count < mostSetAside; count++) {
    await store(count);
    await setAsideIfBroken();
  }
  await store('one more');
  const before = await fakeBrowser.storage.local.get(null);
  await expect(changeSettings({ kind: 'hide-claim', claim: 'a' })).rejects.toThrow('setAsideFull');
  expect(await fakeBrowser.storage.local.get(null)).toEqual(before);
  expect(await loadSettings()).toEqual(defaultSettings);
  await dropSetAside('settings');
  await changeSettings({ kind: 'hide-claim', claim: 'a' });
  expect((await loadSettings()).hiddenClaims).toEqual(['a']);
});
