import { useEffect, useState } from 'preact/hooks';
import { loadPolicy, noPolicy, type Policy, sitesUnder, watchPolicy } from '../policy/policy.ts';
import { defaultSettings } from '../settings/settings.ts';
import { loadSettings, watchSettings } from '../settings/store.ts';
import { listedOrigins, missingOrigins, watchAccess } from '../sites/access.ts';
import { originsOf } from '../sites/pattern.ts';
import { everywhere, type Sites } from '../sites/sites.ts';

/** Where Tumen is to run, and what the browser does not let it read. */
export interface KnownSites {
  sites: Sites;
  /** What the organisation has set of it. */
  policy: Policy;
  /** Match patterns without access: of the listed sites, of all sites, and of those added. */
  missing: { listed: readonly string[]; all: readonly string[]; added: readonly string[] };
}

const nothingMissing = { listed: [], all: [], added: [] };

/** Follows the settings and the access that the browser gives, also when they change elsewhere. */
export function useSites(): KnownSites {
  const [known, setKnown] = useState<KnownSites>({
    sites: defaultSettings.sites,
    policy: noPolicy,
    missing: nothingMissing,
  });
  useEffect(() => {
    const end = new AbortController();
    const { signal } = end;
    let looks = 0;
    const look = async () => {
      const own = ++looks;
      const [policy, settings] = await Promise.all([loadPolicy(), loadSettings()]);
      const sites = sitesUnder(policy, settings.sites);
      const [listed, all, added] = await Promise.all([
        missingOrigins(listedOrigins()),
        missingOrigins([everywhere]),
        missingOrigins(sites.always.flatMap(originsOf)),
      ]);
      // A later look may have come to its end before.
      if (!signal.aborted && own === looks)
        setKnown({ sites, policy, missing: { listed, all, added } });
    };
    watchSettings(() => void look(), signal);
    watchAccess(() => void look(), signal);
    watchPolicy(() => void look(), signal);
    void look();
    return () => end.abort();
  }, []);
  return known;
}
