import { type Verdict, verdicts } from '../claims/verdict.ts';

/** How marks look. */
export interface Look {
  /** Thin lines and small markers. */
  quiet: boolean;
  /** Small strokes beside the scroll bar, where marks are. */
  ticks: boolean;
}

/** What the reader has chosen. */
export interface Settings {
  version: 2;
  /** Verdicts that are marked. */
  verdicts: Verdict[];
  /** Ids of claims that are not shown. */
  hiddenClaims: string[];
  /** Hosts where nothing is marked, with all hosts under them. */
  pausedSites: string[];
  look: Look;
}

/** One change of the settings, as it is asked for from a page, a card or the popup. */
export type SettingsChange =
  | { kind: 'hide-claim'; claim: string }
  | { kind: 'show-claims'; claims: string[] }
  | { kind: 'pause-site'; host: string }
  | { kind: 'resume-site'; host: string }
  | { kind: 'set-verdicts'; verdicts: Verdict[] }
  | { kind: 'set-look'; look: Partial<Look> }
  /** All at once, from a file or back to the defaults. */
  | { kind: 'replace'; settings: Settings };

export const defaultSettings: Settings = {
  version: 2,
  verdicts: [...verdicts],
  hiddenClaims: [],
  pausedSites: [],
  look: { quiet: false, ticks: true },
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
    case 'set-look':
      return { ...settings, look: { ...settings.look, ...change.look } };
    case 'replace':
      return parseSettings(change.settings);
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
  const { verdicts: shown, hiddenClaims, pausedSites, ...rest } = stored as Partial<Settings>;
  const version: number | undefined = rest.version;
  if (typeof version === 'number' && version > defaultSettings.version) {
    throw new Error(`they were written by a newer Tumen (form ${version})`);
  }
  if (version !== 1 && version !== 2) throw new Error('they name no known version');
  if (!isListOfText(shown) || !isListOfText(hiddenClaims) || !isListOfText(pausedSites)) {
    throw new Error('a list in them is missing or holds something other than text');
  }
  return {
    version: 2,
    verdicts: verdicts.filter((v) => shown.includes(v)),
    hiddenClaims,
    pausedSites,
    // The first form knew nothing of looks.
    look: version === 1 ? defaultSettings.look : parseLook(rest.look),
  };
}

function parseLook(look: Partial<Look> | undefined): Look {
  const { quiet, ticks } = look ?? {};
  if (typeof quiet !== 'boolean' || typeof ticks !== 'boolean') {
    throw new Error('how marks look is missing or is not told by yes and no');
  }
  return { quiet, ticks };
}

function isListOfText(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
