import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type PackFile, packLimits } from '../claims/pack.ts';

vi.mock('wxt/browser', () => ({ browser: fakeBrowser }));
// Others may have loaded it with the browser that they need.
vi.resetModules();
const { changePacks, loadPackList, loadPacks } = await import('./store.ts');
const { loadSetAside } = await import('../storage/set-aside.ts');

function pack(id: string, name = id): PackFile {
  return {
    format: 1,
    pack: { id, name, by: null, homepage: null, edition: null },
    claims: [],
    lexicon: { concepts: [], irregularVerbs: {} },
  };
}

const names = async () => (await loadPackList()).map(({ header, isOn }) => [header.name, isOn]);

beforeEach(() => {
  fakeBrowser.reset();
  vi.restoreAllMocks();
});

test('keeps packs, replaces one of the same id in its place, and leaves it switched as it was', async () => {
  await changePacks({ kind: 'add', file: pack('a') });
  await changePacks({ kind: 'add', file: pack('b') });
  await changePacks({ kind: 'switch', id: 'a', isOn: false });
  await changePacks({ kind: 'add', file: pack('a', 'A anew') });
  expect(await names()).toEqual([
    ['A anew', false],
    ['b', true],
  ]);
  expect(await loadPacks()).toEqual([pack('b')]);
});

test('removes a pack with all that it holds', async () => {
  await changePacks({ kind: 'add', file: pack('a') });
  await changePacks({ kind: 'remove', id: 'a' });
  expect(await fakeBrowser.storage.local.get(null)).toEqual({
    packs: { version: 1, packs: [] },
  });
});

test('loses no change of two that come at once', async () => {
  await Promise.all([
    changePacks({ kind: 'add', file: pack('a') }),
    changePacks({ kind: 'add', file: pack('b') }),
  ]);
  expect(await names()).toHaveLength(2);
});

test('leaves everything as it was where there is no room, and goes on after it', async () => {
  await changePacks({ kind: 'add', file: pack('a', 'old') });
  const before = await fakeBrowser.storage.local.get(null);
  vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValueOnce(new Error('QUOTA_BYTES'));
  await expect(changePacks({ kind: 'add', file: pack('a', 'new') })).rejects.toThrow('QUOTA');
  expect(await fakeBrowser.storage.local.get(null)).toEqual(before);
  await changePacks({ kind: 'add', file: pack('a', 'new') });
  expect(await names()).toEqual([['new', true]]);
});

test('writes a pack and the list of packs in one', async () => {
  const set = vi.spyOn(fakeBrowser.storage.local, 'set');
  await changePacks({ kind: 'add', file: pack('a') });
  expect(set).toHaveBeenCalledOnce();
});

test('takes no more packs than it may', async () => {
  for (let count = 0; count < packLimits.packs; count++) {
    await changePacks({ kind: 'add', file: pack(`p${count}`) });
  }
  await expect(changePacks({ kind: 'add', file: pack('more') })).rejects.toThrow(
    'tooManyPacks: 20',
  );
  await changePacks({ kind: 'add', file: pack('p3', 'replaced') });
  expect(await names()).toHaveLength(packLimits.packs);
});

test.each([
  ['of a newer version', { version: 2, packs: [] }],
  ['that is broken', { version: 1, packs: [{ header: null }] }],
])('sets a list aside %s', async (_, stored) => {
  vi.spyOn(console, 'warn').mockReturnValue();
  await fakeBrowser.storage.local.set({ packs: stored });
  expect(await loadPackList()).toEqual([]);
  await changePacks({ kind: 'add', file: pack('a') });
  expect(await names()).toEqual([['a', true]]);
  expect(await loadSetAside('packs')).toMatchObject([{ stored }]);
});

test('keeps to what the organisation has set', async () => {
  for (const id of ['a', 'b', 'c']) await changePacks({ kind: 'add', file: pack(id) });
  await changePacks({ kind: 'switch', id: 'b', isOn: false });
  const policy = { packsOff: ['a'], packsOn: ['b'], packImport: false };
  await fakeBrowser.storage.managed.set(policy);
  expect((await loadPacks()).map((file) => file.pack.id)).toEqual(['b', 'c']);
  const before = await loadPackList();
  for (const change of [
    { kind: 'add', file: pack('d') },
    { kind: 'switch', id: 'a', isOn: true },
    { kind: 'remove', id: 'b' },
  ] as const) {
    await expect(changePacks(change)).rejects.toThrow('organisation');
  }
  expect(await loadPackList()).toEqual(before);
  await changePacks({ kind: 'remove', id: 'a' });
  expect(await names()).toEqual([
    ['b', false],
    ['c', true],
  ]);
});
