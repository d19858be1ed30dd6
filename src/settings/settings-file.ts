import type { PackEntry } from '../packs/pack-list.ts';
import { ReasonedError } from '../reason/reason.ts';
import { parseSettings, type Settings } from './settings.ts';

/** No settings are as large as this. */
const mostMegabytes = 1;

/** A pack as the file names it: not what it holds, which is its maker's to give. */
export interface ListedPack {
  id: string;
  name: string;
  isOn: boolean;
}

/** What is read from such a file. */
export interface SettingsFile {
  settings: Settings;
  packs: ListedPack[];
}

/** All settings as one file, to be kept or taken to another device. */
export function settingsFile(settings: Settings, packs: readonly PackEntry[]): Blob {
  const listed = packs.map(({ header: { id, name }, isOn }): ListedPack => ({ id, name, isOn }));
  const json = JSON.stringify({ ...settings, packs: listed }, null, 2);
  return new Blob([`${json}\n`], { type: 'application/json' });
}

/**
 * Settings from such a file.
 * @throws with the reason when it is not one
 */
export async function readSettingsFile(file: Blob): Promise<SettingsFile> {
  if (file.size > mostMegabytes * 1_000_000) {
    throw new ReasonedError('reason_tooLarge', String(mostMegabytes));
  }
  const stored = parseJson(await file.text());
  return { settings: parseSettings(stored), packs: listedPacks(stored) };
}

/** Files from before there were packs name none. */
function listedPacks(stored: unknown): ListedPack[] {
  const { packs = [] } = Object(stored) as { packs?: unknown };
  if (!Array.isArray(packs) || !packs.every(isListed)) {
    throw new ReasonedError('reason_broken', 'packs');
  }
  return packs;
}

function isListed(pack: Partial<ListedPack> | null): pack is ListedPack {
  return (
    typeof pack?.id === 'string' && typeof pack.name === 'string' && typeof pack.isOn === 'boolean'
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ReasonedError('reason_notJson');
  }
}
