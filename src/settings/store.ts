import { browser } from 'wxt/browser';
import {
  changed,
  defaultSettings,
  parseSettings,
  type Settings,
  type SettingsChange,
} from './settings.ts';

const key = 'settings';
const asideKey = 'settings-set-aside';

/** Settings that could not be used: kept as they were, with the reason. */
export interface SetAside {
  reason: string;
  /** ISO time. */
  at: string;
  stored: unknown;
}

/** The settings, or the defaults where none are stored or what is stored cannot be used. */
export async function loadSettings(): Promise<Settings> {
  const { [key]: stored } = await browser.storage.local.get(key);
  if (stored === undefined) return defaultSettings;
  try {
    return parseSettings(stored);
  } catch {
    return defaultSettings;
  }
}

/** Settings that were set aside, to tell the reader of them. */
export async function loadSetAside(): Promise<SetAside | null> {
  const { [asideKey]: aside } = await browser.storage.local.get<Record<string, SetAside>>(asideKey);
  return aside ?? null;
}

/** Forgets settings that were set aside. */
export async function dropSetAside(): Promise<void> {
  await browser.storage.local.remove(asideKey);
}

let lastWrite: Promise<unknown> = Promise.resolve();

/**
 * Changes the stored settings. For the background alone, which does one change after the other,
 * so that two windows that change something at once lose nothing.
 */
export function changeSettings(change: SettingsChange): Promise<Settings> {
  const write = lastWrite.then(async () => {
    await setAsideIfBroken();
    const settings = applied(await loadSettings(), change);
    await browser.storage.local.set({ [key]: settings });
    return settings;
  });
  lastWrite = write.catch(() => undefined);
  return write;
}

/** A change that makes no sense ends here, and not in settings that cannot be read any more. */
function applied(settings: Settings, change: SettingsChange): Settings {
  try {
    return parseSettings(changed(settings, change));
  } catch (error) {
    if (error instanceof TypeError) throw new Error('this is no change of settings');
    throw error;
  }
}

/** Moves settings that cannot be used under another key, so that nothing is lost. */
export async function setAsideIfBroken(): Promise<void> {
  const { [key]: stored } = await browser.storage.local.get(key);
  if (stored === undefined) return;
  try {
    parseSettings(stored);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const aside: SetAside = { reason, at: new Date().toISOString(), stored };
    await browser.storage.local.set({ [asideKey]: aside });
    await browser.storage.local.remove(key);
    console.warn(`Tumen: the stored settings cannot be used: ${reason}. They were set aside.`);
  }
}

/** Calls `onChange` with the new settings whenever they change, in any part of the extension. */
export function watchSettings(onChange: (settings: Settings) => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && key in changes) void loadSettings().then(onChange);
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
}
