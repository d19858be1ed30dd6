import { expect, test } from 'vitest';
import type { PackEntry } from '../packs/pack-list.ts';
import { defaultSettings } from './settings.ts';
import { readSettingsFile, settingsFile } from './settings-file.ts';

const pack: PackEntry = {
  header: { id: 'a', name: 'A', by: null, homepage: null, edition: null },
  claims: 3,
  isOn: false,
  imported: '2026-11-24T00:00:00Z',
};

test('names the packs, without what they hold', async () => {
  const read = await readSettingsFile(settingsFile(defaultSettings, [pack]));
  expect(read.settings).toEqual(defaultSettings);
  expect(read.packs).toEqual([{ id: 'a', name: 'A', isOn: false }]);
});

test('takes a file from before there were packs', async () => {
  const { packs } = await readSettingsFile(new Blob([JSON.stringify(defaultSettings)]));
  expect(packs).toEqual([]);
});

test('refuses a list of packs that is none', async () => {
  const broken = JSON.stringify({ ...defaultSettings, packs: [{ id: 1 }] });
  await expect(readSettingsFile(new Blob([broken]))).rejects.toThrow('broken: packs');
});
