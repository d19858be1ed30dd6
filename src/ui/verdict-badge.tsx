import type { Verdict } from '../claims/verdict.ts';
import { VerdictIcon } from './icons.tsx';
import { say } from './say.ts';
import { verdictStyles } from './verdict-style.ts';

/** A verdict as sign and word. */
export function VerdictBadge({ verdict }: { verdict: Verdict }) {
  return (
    <span class="verdict" style={{ '--verdict': verdictStyles[verdict].colour }}>
      <VerdictIcon verdict={verdict} />
      {say(`verdict_${verdict}`)}
    </span>
  );
}
