import { sayReason } from '../../src/ui/problem.ts';
import { say } from '../../src/ui/say.ts';
import { SiteModeChoice } from '../../src/ui/site-mode-choice.tsx';
import { useSites } from '../../src/ui/use-sites.ts';
import { SiteList } from './site-list.tsx';

/** Where Tumen runs by itself, and the lists of sites that make exceptions. */
export function WhereItRuns() {
  const known = useSites();
  const { sites, policy, missing } = known;
  return (
    <>
      <SiteModeChoice {...known} />
      {policy.faults.length > 0 && (
        <div class="notice problem">
          <p>{say('policyFaults')}</p>
          {policy.faults.map(({ key, reason }) => (
            <p key={`${key} ${JSON.stringify(reason)}`} class="reason" dir="auto">
              {key}: {sayReason(reason)}
            </p>
          ))}
        </div>
      )}
      <SiteList
        list="always"
        sites={sites.always}
        locked={policy.always ?? []}
        isLocked={policy.always !== null}
        // Access to all sites is access to these too.
        missing={sites.mode === 'all' ? [] : missing.added}
      />
      <SiteList
        list="never"
        sites={sites.never}
        locked={policy.never}
        isLocked={false}
        missing={[]}
      />
    </>
  );
}
