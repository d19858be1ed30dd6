import { type Verdict, verdicts } from '../claims/verdict.ts';
import { ReasonedError } from '../reason/reason.ts';
import { covers, patternOfSite, toPattern } from '../sites/pattern.ts';
import { type SiteMode, type Sites, siteModes } from '../sites/sites.ts';

/** How large Tumen's own texts are, on cards, in the popup and on its pages. */
export const textSizes = ['small', 'normal', 'large', 'largest'] as const;
export type TextSize = (typeof textSizes)[number];

/** In which language Tumen speaks: that of the browser, or one that was chosen. */
export const languages = ['automatic', 'en', 'uk', 'ru', 'ko'] as const;
export type Language = (typeof languages)[number];

/** How marks and Tumen's own texts look. */
export interface Look {
  /** Thin lines and small markers. */
  quiet: boolean;
  /** Small strokes beside the scroll bar, where marks are. */
  ticks: boolean;
  textSize: TextSize;
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
  language: Language;
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
  | { kind: 'set-language'; language: Language }
  /** All at once, from a file or back to the defaults. */
  | { kind: 'replace'; settings: Settings };

export const defaultSettings: Settings = {
  version: 3,
  verdicts: [...verdicts],
  hiddenClaims: [],
  sites: { mode: 'listed', always: [], never: [] },
  look: { quiet: false, ticks: true, textSize: 'normal' },
  language: 'automatic',
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
    case 'set-language':
      return { ...settings, language: change.language };
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

/** Settings as some version of Tumen stored them, before anything in them is looked at. */
type Stored = { [Key in keyof Settings]?: unknown } & {
  /** In the first two forms: hosts that were switched off, with all hosts under them. */
  pausedSites?: unknown;
};

/** From each earlier form to the next: what that one has more. */
const upgrades: Record<number, (stored: Stored) => Stored> = {
  1: (stored) => ({ ...stored, version: 2, look: { quiet: false, ticks: true } }),
  2: ({ pausedSites, ...stored }) => ({
    ...stored,
    version: 3,
    sites: sitesBefore(pausedSites),
    look: { ...Object(stored.look), textSize: defaultSettings.look.textSize },
    language: defaultSettings.language,
  }),
};

/**
 * Reads settings as they were stored, by this version or an earlier one.
 * @throws with the reason when they cannot be used, so that the caller sets them aside
 */
export function parseSettings(stored: unknown): Settings {
  if (typeof stored !== 'object' || stored === null) throw new ReasonedError('reason_notSettings');
  const { verdicts: shown, hiddenClaims, sites, look, language } = upgraded(stored);
  if (!isListOfText(shown)) throw broken('verdicts');
  if (!isListOfText(hiddenClaims)) throw broken('hiddenClaims');
  if (!isOneOf(languages, language)) throw broken('language');
  return {
    version: 3,
    verdicts: verdicts.filter((v) => shown.includes(v)),
    hiddenClaims,
    sites: parseSites(sites),
    look: parseLook(look),
    language,
  };
}

function upgraded(stored: Stored): Stored {
  const { version } = stored;
  if (version === defaultSettings.version) return stored;
  if (typeof version === 'number' && version > defaultSettings.version) {
    throw new ReasonedError('reason_newer');
  }
  const upgrade = typeof version === 'number' ? upgrades[version] : undefined;
  if (!upgrade) throw new ReasonedError('reason_notSettings');
  return upgraded(upgrade(stored));
}

/** What is thrown where a key is missing or holds something else than it should. */
function broken(key: string): ReasonedError {
  return new ReasonedError('reason_broken', key);
}

/** The sites of the first two forms, which knew of no others than those switched off. */
function sitesBefore(pausedSites: unknown): Sites {
  if (!isListOfText(pausedSites)) throw broken('pausedSites');
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

function parseSites(sites: unknown): Sites {
  const { mode, always, never } = Object(sites) as { [Key in keyof Sites]?: unknown };
  if (!isOneOf(siteModes, mode)) throw broken('sites.mode');
  if (!isListOfText(always)) throw broken('sites.always');
  if (!isListOfText(never)) throw broken('sites.never');
  return { mode, always: always.map(toPattern), never: never.map(toPattern) };
}

function parseLook(look: unknown): Look {
  const { quiet, ticks, textSize } = Object(look) as { [Key in keyof Look]?: unknown };
  if (typeof quiet !== 'boolean') throw broken('look.quiet');
  if (typeof ticks !== 'boolean') throw broken('look.ticks');
  if (!isOneOf(textSizes, textSize)) throw broken('look.textSize');
  return { quiet, ticks, textSize };
}

function isOneOf<Value extends string>(values: readonly Value[], value: unknown): value is Value {
  return (values as readonly unknown[]).includes(value);
}

function isListOfText(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
