import { browser } from 'wxt/browser';
import type { PackFile } from '../claims/pack.ts';
import { setAside } from '../storage/set-aside.ts';
import { changedList, type PackChange, type PackEntry, parsePackList } from './pack-list.ts';

/** Where the list of packs is stored. */
export const packListKey = 'packs';
const keyOf = (id: string) => `pack-${id}`;

/** The imported packs; none where the stored list cannot be used. */
export async function loadPackList(): Promise<PackEntry[]> {
  const { [packListKey]: stored } = await browser.storage.local.get(packListKey);
  try {
    return parsePackList(stored);
  } catch {
    return [];
  }
}

/** The packs that are switched on, with what they hold. */
export async function loadPacks(): Promise<PackFile[]> {
  const ids = (await loadPackList()).filter(({ isOn }) => isOn).map(({ header }) => header.id);
  const stored = await browser.storage.local.get<Record<string, PackFile>>(ids.map(keyOf));
  // It was checked in full when it was imported, so only its format is looked at here.
  return ids.flatMap((id) => {
    const file = stored[keyOf(id)];
    return file?.format === 1 ? [file] : [];
  });
}

let lastWrite: Promise<unknown> = Promise.resolve();

/**
 * Changes the stored packs, in one write: it is done in full or not at all. For the background alone,
 * which does one change after the other.
 * @throws where there is no room or are too many packs; then everything is as it was
 */
export function changePacks(change: PackChange): Promise<PackEntry[]> {
  const write = lastWrite.then(async () => {
    await setAsideIfBroken();
    const packs = changedList(await loadPackList(), change);
    await browser.storage.local.set({
      [packListKey]: { version: 1, packs },
      ...(change.kind === 'add' && { [keyOf(change.file.pack.id)]: change.file }),
    });
    // A pack that no list names is not used; should the browser end here, the next import replaces it.
    if (change.kind === 'remove') await browser.storage.local.remove(keyOf(change.id));
    return packs;
  });
  lastWrite = write.catch(() => undefined);
  return write;
}

/** Moves a list that cannot be used out of the way, where nothing of it is lost. */
async function setAsideIfBroken(): Promise<void> {
  const { [packListKey]: stored } = await browser.storage.local.get(packListKey);
  try {
    parsePackList(stored);
  } catch (error) {
    await setAside(packListKey, error instanceof Error ? error.message : String(error));
  }
}

/** Calls `onChange` whenever packs change, in any part of the extension. */
export function watchPacks(onChange: () => void, signal?: AbortSignal): void {
  const listener = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && packListKey in changes) onChange();
  };
  browser.storage.onChanged.addListener(listener);
  signal?.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
}
