import { parseSettings, type Settings } from './settings.ts';

/** No settings are as large as this, in bytes. */
const largest = 1_000_000;

/** All settings as one file, to be kept or taken to another device. */
export function settingsFile(settings: Settings): Blob {
  return new Blob([`${JSON.stringify(settings, null, 2)}\n`], { type: 'application/json' });
}

/**
 * Settings from such a file.
 * @throws with the reason when it is not one
 */
export async function readSettingsFile(file: Blob): Promise<Settings> {
  if (file.size > largest) throw new Error('it is too large for settings (1 MB at most)');
  return parseSettings(parseJson(await file.text()));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error('it is not JSON');
  }
}
