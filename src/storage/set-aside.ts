import { browser } from 'wxt/browser';
import { type Reason, ReasonedError } from '../reason/reason.ts';
import { watchStored } from './watch-stored.ts';

/** Something stored that could not be used: kept as it was, with the reason. */
export interface SetAside {
  /** In words where an earlier Tumen set it aside. */
  reason: Reason | string;
  /** ISO time. */
  at: string;
  stored: unknown;
}

/** What breaks more often than this is not set aside any more, but left where it is. */
export const mostSetAside = 10;

const keyOf = (key: string) => `${key}-set-aside`;

/** What was set aside from under a key of the store, the oldest first. */
export async function loadSetAside(key: string): Promise<SetAside[]> {
  const { [keyOf(key)]: kept } = await browser.storage.local.get(keyOf(key));
  if (Array.isArray(kept)) return kept;
  // Tumen 0.1 kept the last one alone.
  return kept ? [kept as SetAside] : [];
}

/**
 * Moves what is stored under a key beside all that was set aside from there before.
 * @throws where that is as much as is kept; then everything is as it was
 */
export async function setAside(key: string, reason: Reason | string): Promise<void> {
  const { [key]: stored } = await browser.storage.local.get(key);
  const before = await loadSetAside(key);
  // Should the browser end between the two writes, this comes again.
  if (!before.some((one) => JSON.stringify(one.stored) === JSON.stringify(stored))) {
    if (before.length >= mostSetAside) {
      throw new ReasonedError('reason_setAsideFull', String(mostSetAside));
    }
    const one: SetAside = { reason, at: new Date().toISOString(), stored };
    await browser.storage.local.set({ [keyOf(key)]: [...before, one] });
  }
  await browser.storage.local.remove(key);
  console.warn(`Tumen: what was stored as ${key} cannot be used. It was set aside.`, reason);
}

/** Forgets all that was set aside from under a key. */
export async function dropSetAside(key: string): Promise<void> {
  await browser.storage.local.remove(keyOf(key));
}

/** All that was set aside from under some keys, as one file for the reader to keep. */
export function setAsideFile(kept: readonly SetAside[]): Blob {
  return new Blob([`${JSON.stringify(kept, null, 2)}\n`], { type: 'application/json' });
}

/** Calls `onChange` whenever more is set aside from under a key, or all of it forgotten. */
export function watchSetAside(key: string, onChange: () => void, signal: AbortSignal): void {
  watchStored(keyOf(key), onChange, signal);
}
