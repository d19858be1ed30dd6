import { type Verdict, verdicts } from '../claims/verdict.ts';
import { covers, patternOfSite, toPattern } from '../sites/pattern.ts';
import { type SiteMode, type Sites, siteModes } from '../sites/sites.ts';

/** How marks look. */
export interface Look {
  /** Thin lines and small markers. */
  quiet: boolean;
  /** Small strokes beside the scroll bar, where marks are. */
  ticks: boolean;
}

/** What the reader has chosen. */
export interface Settings {
  version: 3;
  /** Verdicts that are marked. */
  verdicts: Verdict[];
  /** Ids of claims that are not shown. */
  hiddenClaims: string[];
  sites: Sites;
  look: Look;
}

/** The lists of sites that the reader keeps. */
export type SiteList = 'always' | 'never';

/** One change of the settings, as it is asked for from a page, a card or the popup. */
export type SettingsChange =
  | { kind: 'hide-claim'; claim: string }
  | { kind: 'show-claims'; claims: string[] }
  | { kind: 'pause-site'; host: string }
  /** Takes off the list of sites never read all that keeps this page from being read. */
  | { kind: 'resume-site'; address: string }
  | { kind: 'set-mode'; mode: SiteMode }
  | { kind: 'list-sites'; list: SiteList; lines: string[] }
  | { kind: 'unlist-sites'; list: SiteList; lines: string[] }
  | { kind: 'set-verdicts'; verdicts: Verdict[] }
  | { kind: 'set-look'; look: Partial<Look> }
  /** All at once, from a file or back to the defaults. */
  | { kind: 'replace'; settings: Settings };

export const defaultSettings: Settings = {
  version: 3,
  verdicts: [...verdicts],
  hiddenClaims: [],
  sites: { mode: 'listed', always: [], never: [] },
  look: { quiet: false, ticks: true },
};

/** The settings after a change. */
export function changed(settings: Settings, change: SettingsChange): Settings {
  const { hiddenClaims, sites } = settings;
  switch (change.kind) {
    case 'hide-claim':
      return { ...settings, hiddenClaims: [...new Set([...hiddenClaims, change.claim])] };
    case 'show-claims':
      return {
        ...settings,
        hiddenClaims: hiddenClaims.filter((id) => !change.claims.includes(id)),
      };
    case 'pause-site':
      return withSites(settings, { never: added(sites.never, [patternOfSite(change.host)]) });
    case 'resume-site': {
      const address = new URL(change.address);
      const never = sites.never.filter((pattern) => !covers(pattern, address));
      return withSites(settings, { never });
    }
    case 'set-mode':
      return withSites(settings, { mode: change.mode });
    case 'list-sites': {
      const { list } = change;
      const lines = change.lines.map(toPattern);
      const other = list === 'always' ? 'never' : 'always';
      return withSites(settings, {
        [list]: added(sites[list], lines),
        [other]: without(sites[other], lines),
      });
    }
    case 'unlist-sites':
      return withSites(settings, { [change.list]: without(sites[change.list], change.lines) });
    case 'set-verdicts':
      return { ...settings, verdicts: verdicts.filter((v) => change.verdicts.includes(v)) };
    case 'set-look':
      return { ...settings, look: { ...settings.look, ...change.look } };
    case 'replace':
      return parseSettings(change.settings);
  }
}

function withSites(settings: Settings, sites: Partial<Sites>): Settings {
  return { ...settings, sites: { ...settings.sites, ...sites } };
}

function added(list: readonly string[], lines: readonly string[]): string[] {
  return [...new Set([...list, ...lines])];
}

function without(list: readonly string[], lines: readonly string[]): string[] {
  return list.filter((line) => !lines.includes(line));
}

/**
 * Reads settings as they were stored, by this version or an earlier one.
 * @throws with the reason when they cannot be used, so that the caller sets them aside
 */
export function parseSettings(stored: unknown): Settings {
  if (typeof stored !== 'object' || stored === null) throw new Error('they are not an object');
  const { version, verdicts: shown, hiddenClaims, ...rest } = stored as StoredSettings;
  if (typeof version === 'number' && version > defaultSettings.version) {
    throw new Error(`they were written by a newer Tumen (form ${version})`);
  }
  if (version !== 1 && version !== 2 && version !== 3) {
    throw new Error('they name no known version');
  }
  if (!isListOfText(shown) || !isListOfText(hiddenClaims)) throw new Error(brokenList);
  return {
    version: 3,
    verdicts: verdicts.filter((v) => shown.includes(v)),
    hiddenClaims,
    sites: version < 3 ? sitesBefore(rest.pausedSites) : parseSites(rest.sites),
    // The first form knew nothing of looks.
    look: version === 1 ? defaultSettings.look : parseLook(rest.look),
  };
}

/** Settings as any version may have stored them. */
interface StoredSettings extends Partial<Omit<Settings, 'version'>> {
  version?: unknown;
  /** In the first two forms: hosts that were switched off, with all hosts under them. */
  pausedSites?: unknown;
}

const brokenList = 'a list in them is missing or holds something other than text';

/** The sites of the first two forms, which knew of no others than those switched off. */
function sitesBefore(pausedSites: unknown): Sites {
  if (!isListOfText(pausedSites)) throw new Error(brokenList);
  const never = pausedSites.map(patternOfSite).filter(isPattern);
  return { ...defaultSettings.sites, never };
}

/** A host that no page has, such as that of a file, kept nothing from being read. */
function isPattern(line: string): boolean {
  try {
    return toPattern(line) === line;
  } catch {
    return false;
  }
}

function parseSites(sites: Partial<Sites> | undefined): Sites {
  const { mode, always, never } = sites ?? {};
  if (mode === undefined || !siteModes.includes(mode)) {
    throw new Error('where Tumen runs is missing or is none of the choices');
  }
  if (!isListOfText(always) || !isListOfText(never)) throw new Error(brokenList);
  return { mode, always: always.map(toPattern), never: never.map(toPattern) };
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
