import { covers, originsOf } from './pattern.ts';

/** Where Tumen may begin by itself. */
export const siteModes = ['listed', 'all', 'asked'] as const;

export type SiteMode = (typeof siteModes)[number];

/** Where Tumen runs by itself. */
export interface Sites {
  mode: SiteMode;
  /** Patterns of sites that are read in every mode. */
  always: string[];
  /** Patterns of sites that are never read, whatever else is said of them. */
  never: string[];
}

/** Whether a page is read by itself, waits until the reader asks, or is not to be read. */
export type Standing = 'reads' | 'waits' | 'paused';

/** The match pattern of every page that can be read. */
export const everywhere = '*://*/*';

/** How a page stands. `listed` are the match patterns of the listed sites. */
export function standingOf(sites: Sites, address: URL, listed: readonly string[]): Standing {
  const isCovered = (pattern: string) => covers(pattern, address);
  if (sites.never.some(isCovered)) return 'paused';
  if (sites.mode === 'all' || sites.always.some(isCovered)) return 'reads';
  return sites.mode === 'listed' && isListed(address.hostname, listed) ? 'reads' : 'waits';
}

/** The match patterns of the hosts that a choice needs access to, besides the listed ones. */
export function addedOrigins({ mode, always }: Sites): string[] {
  return mode === 'all' ? [everywhere] : [...new Set(always.flatMap(originsOf))].sort();
}

/** The match patterns of all hosts that a choice needs access to. */
export function neededOrigins(sites: Sites, listed: readonly string[]): string[] {
  return sites.mode === 'listed' ? [...listed, ...addedOrigins(sites)] : addedOrigins(sites);
}

function isListed(host: string, listed: readonly string[]): boolean {
  return listed.some((pattern) => {
    const site = pattern.replace('*://*.', '').replace('/*', '');
    return host === site || host.endsWith(`.${site}`);
  });
}
