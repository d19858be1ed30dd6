import { SiteModeChoice } from '../../src/ui/site-mode-choice.tsx';
import { useSites } from '../../src/ui/use-sites.ts';
import { SiteList } from './site-list.tsx';

/** Where Tumen runs by itself, and the lists of sites that make exceptions. */
export function WhereItRuns() {
  const known = useSites();
  const { sites, missing } = known;
  return (
    <>
      <SiteModeChoice {...known} />
      <SiteList
        list="always"
        sites={sites.always}
        // Access to all sites is access to these too.
        missing={sites.mode === 'all' ? [] : missing.added}
      />
      <SiteList list="never" sites={sites.never} missing={[]} />
    </>
  );
}
