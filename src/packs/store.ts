import { browser } from 'wxt/browser';
import type { PackFile } from '../claims/pack.ts';
import { isPackOn, loadPolicy, type Policy } from '../policy/policy.ts';
import { ReasonedError, reasonOf } from '../reason/reason.ts';
import { oneByOne } from '../storage/one-by-one.ts';
import { setAside } from '../storage/set-aside.ts';
import { watchStored } from '../storage/watch-stored.ts';
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

/** The packs that are on, by the organisation's wish or else the reader's, with what they hold. */
export async function loadPacks(): Promise<PackFile[]> {
  const [policy, list] = await Promise.all([loadPolicy(), loadPackList()]);
  const ids = list.flatMap(({ header: { id }, isOn }) =>
    (isPackOn(policy, id) ?? isOn) ? [id] : [],
  );
  const stored = await browser.storage.local.get<Record<string, PackFile>>(ids.map(keyOf));
  // It was checked in full when it was imported, so only its format is looked at here.
  return ids.flatMap((id) => {
    const file = stored[keyOf(id)];
    return file?.format === 1 ? [file] : [];
  });
}

const afterOthers = oneByOne();

/**
 * Changes the stored packs, in one write: it is done in full or not at all. For the background alone,
 * which does one change after the other.
 * @throws where the organisation forbids it, there is no room or are too many packs; then everything is
 * as it was
 */
export function changePacks(change: PackChange): Promise<PackEntry[]> {
  return afterOthers(async () => {
    demandOpen(await loadPolicy(), change);
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
}

/** What the organisation has set of packs is not for the reader to change. */
function demandOpen(policy: Policy, change: PackChange): void {
  const isLocked =
    (change.kind === 'add' && !policy.allowsPackImport) ||
    (change.kind === 'switch' && isPackOn(policy, change.id) !== null) ||
    (change.kind === 'remove' && isPackOn(policy, change.id) === true);
  if (isLocked) throw new ReasonedError('reason_organisation');
}

/** Moves a list that cannot be used out of the way, where nothing of it is lost. */
async function setAsideIfBroken(): Promise<void> {
  const { [packListKey]: stored } = await browser.storage.local.get(packListKey);
  try {
    parsePackList(stored);
  } catch (error) {
    await setAside(packListKey, reasonOf(error));
  }
}

/** Calls `onChange` whenever packs change, in any part of the extension. */
export function watchPacks(onChange: () => void, signal?: AbortSignal): void {
  watchStored(packListKey, onChange, signal);
}
