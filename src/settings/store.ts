import { browser } from 'wxt/browser';
import { reasonOf } from '../reason/reason.ts';
import { oneByOne } from '../storage/one-by-one.ts';
import { setAside } from '../storage/set-aside.ts';
import { watchStored } from '../storage/watch-stored.ts';
import {
  changed,
  defaultSettings,
  parseSettings,
  type Settings,
  type SettingsChange,
} from './settings.ts';

/** Where settings are stored. */
export const settingsKey = 'settings';

/** The settings, or the defaults where none are stored or what is stored cannot be used. */
export async function loadSettings(): Promise<Settings> {
  const { [settingsKey]: stored } = await browser.storage.local.get(settingsKey);
  if (stored === undefined) return defaultSettings;
  try {
    return parseSettings(stored);
  } catch {
    return defaultSettings;
  }
}

const afterOthers = oneByOne();

/**
 * Changes the stored settings. For the background alone, which does one change after the other,
 * so that two windows that change something at once lose nothing.
 */
export function changeSettings(change: SettingsChange): Promise<Settings> {
  return afterOthers(async () => {
    await moveIfBroken();
    const settings = applied(await loadSettings(), change);
    await browser.storage.local.set({ [settingsKey]: settings });
    return settings;
  });
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

/** Moves stored settings that cannot be used out of the way, where nothing of them is lost. */
export function setAsideIfBroken(): Promise<void> {
  return afterOthers(moveIfBroken);
}

async function moveIfBroken(): Promise<void> {
  const { [settingsKey]: stored } = await browser.storage.local.get(settingsKey);
  if (stored === undefined) return;
  try {
    parseSettings(stored);
  } catch (error) {
    await setAside(settingsKey, reasonOf(error));
  }
}

/** Calls `onChange` with the new settings whenever they change, in any part of the extension. */
export function watchSettings(onChange: (settings: Settings) => void, signal?: AbortSignal): void {
  watchStored(settingsKey, () => void loadSettings().then(onChange), signal);
}
