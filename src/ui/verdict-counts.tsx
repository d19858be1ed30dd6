import { type Verdict, verdicts } from '../claims/verdict.ts';
import { formatNumber } from './say.ts';
import { VerdictBadge } from './verdict-badge.tsx';

/** How many findings there are of each verdict, where there are several verdicts. */
export function VerdictCounts({ found }: { found: readonly { verdict: Verdict }[] }) {
  const counts = verdicts.flatMap((verdict) => {
    const count = found.filter((finding) => finding.verdict === verdict).length;
    return count > 0 ? [{ verdict, count }] : [];
  });
  if (counts.length < 2) return null;
  return (
    <ul class="verdict-counts">
      {counts.map(({ verdict, count }) => (
        <li key={verdict}>
          <VerdictBadge verdict={verdict} /> {formatNumber(count)}
        </li>
      ))}
    </ul>
  );
}
