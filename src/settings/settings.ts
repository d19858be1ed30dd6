import { type Verdict, verdicts } from '../claims/verdict.ts';

/** What the reader has chosen. */
export interface Settings {
  version: 1;
  /** Verdicts that are marked. */
  verdicts: Verdict[];
  /** Ids of claims that are not shown. */
  hiddenClaims: string[];
  /** Hosts where nothing is marked, with all hosts under them. */
  pausedSites: string[];
}

/** One change of the settings, as it is asked for from a page, a card or the popup. */
export type SettingsChange =
  | { kind: 'hide-claim'; claim: string }
  | { kind: 'show-claims'; claims: string[] }
  | { kind: 'pause-site'; host: string }
  | { kind: 'resume-site'; host: string }
  | { kind: 'set-verdicts'; verdicts: Verdict[] };

export const defaultSettings: Settings = {
  version: 1,
  verdicts: [...verdicts],
  hiddenClaims: [],
  pausedSites: [],
};

/** The settings after a change. */
export function changed(settings: Settings, change: SettingsChange): Settings {
  const { hiddenClaims, pausedSites } = settings;
  switch (change.kind) {
    case 'hide-claim':
      return { ...settings, hiddenClaims: [...new Set([...hiddenClaims, change.claim])] };
    case 'show-claims':
      return {
        ...settings,
        hiddenClaims: hiddenClaims.filter((id) => !change.claims.includes(id)),
      };
    case 'pause-site':
      return { ...settings, pausedSites: [...new Set([...pausedSites, siteOf(change.host)])] };
    case 'resume-site':
      return { ...settings, pausedSites: pausedSites.filter((s) => !covers(s, change.host)) };
    case 'set-verdicts':
      return { ...settings, verdicts: verdicts.filter((v) => change.verdicts.includes(v)) };
  }
}

/** Whether nothing is to be marked on a host. */
export function isPaused(settings: Settings, host: string): boolean {
  return settings.pausedSites.some((site) => covers(site, host));
}

/** A host as the reader thinks of it: without `www.` */
export function siteOf(host: string): string {
  return host.toLowerCase().replace(/^www\d?\./, '');
}

function covers(site: string, host: string): boolean {
  return siteOf(host) === site || host.toLowerCase().endsWith(`.${site}`);
}

/**
 * Reads settings as they were stored, by this version or an earlier one.
 * @throws with the reason when they cannot be used, so that the caller sets them aside
 */
export function parseSettings(stored: unknown): Settings {
  if (typeof stored !== 'object' || stored === null) throw new Error('they are not an object');
  const { version, verdicts: shown, hiddenClaims, pausedSites } = stored as Partial<Settings>;
  if (typeof version === 'number' && version > defaultSettings.version) {
    throw new Error(`they were written by a newer Tumen (form ${version})`);
  }
  if (version !== 1) throw new Error('they name no known version');
  if (!isListOfText(shown) || !isListOfText(hiddenClaims) || !isListOfText(pausedSites)) {
    throw new Error('a list in them is missing or holds something other than text');
  }
  return {
    version,
    verdicts: verdicts.filter((v) => shown.includes(v)),
    hiddenClaims,
    pausedSites,
  };
}

function isListOfText(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
