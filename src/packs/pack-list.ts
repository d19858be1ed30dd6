import { type PackFile, type PackHeader, packLimits } from '../claims/pack.ts';
import { ReasonedError } from '../reason/reason.ts';

/** A pack that the reader has imported, without what it holds. */
export interface PackEntry {
  header: PackHeader;
  /** How many claims it holds. */
  claims: number;
  isOn: boolean;
  /** ISO time. */
  imported: string;
}

/** One change of the packs. */
export type PackChange =
  /** A pack of the same id is replaced. */
  | { kind: 'add'; file: PackFile }
  | { kind: 'switch'; id: string; isOn: boolean }
  | { kind: 'remove'; id: string };

/**
 * The list after a change.
 * @throws where there are as many packs as there may be
 */
export function changedList(list: readonly PackEntry[], change: PackChange): PackEntry[] {
  switch (change.kind) {
    case 'switch':
      return list.map((one) => (one.header.id === change.id ? { ...one, isOn: change.isOn } : one));
    case 'remove':
      return list.filter(({ header }) => header.id !== change.id);
    case 'add': {
      const { pack: header, claims } = change.file;
      const before = list.find((one) => one.header.id === header.id);
      const entry: PackEntry = {
        header,
        claims: claims.length,
        // One that was switched off and is brought up to date stays off.
        isOn: before?.isOn ?? true,
        imported: new Date().toISOString(),
      };
      if (before) return list.map((one) => (one === before ? entry : one));
      if (list.length >= packLimits.packs) {
        throw new ReasonedError('reason_tooManyPacks', String(packLimits.packs));
      }
      return [...list, entry];
    }
  }
}

/**
 * Reads the list as it was stored.
 * @throws with the reason when it cannot be used
 */
export function parsePackList(stored: unknown): PackEntry[] {
  if (stored === undefined) return [];
  if (typeof stored !== 'object' || stored === null || !('version' in stored)) {
    throw new ReasonedError('reason_broken', 'version');
  }
  if (stored.version !== 1) throw new ReasonedError('reason_newer');
  if (!('packs' in stored) || !Array.isArray(stored.packs) || !stored.packs.every(isEntry)) {
    throw new ReasonedError('reason_broken', 'packs');
  }
  return stored.packs;
}

function isEntry(entry: Partial<PackEntry> | null): entry is PackEntry {
  return (
    typeof entry?.header?.id === 'string' &&
    typeof entry.header.name === 'string' &&
    typeof entry.claims === 'number' &&
    typeof entry.isOn === 'boolean' &&
    typeof entry.imported === 'string'
  );
}
