import type { ClaimRule } from '../claims/rules.ts';
import type { Verdict } from '../claims/verdict.ts';
import type { DateReference } from '../text/date-mention.ts';

/** The verdict at a text's date, and whether it rests on a date that is not known. */
export interface DatedVerdict {
  verdict: Verdict;
  dependsOnDate: boolean;
  why: string;
}

/**
 * The verdict of a claim for a text published within the reference. Null where the claim has none at
 * that time: mostly the claim cannot be older. Where nothing is known of the day, today's verdict holds.
 */
export function verdictAt(claim: ClaimRule, reference: DateReference): DatedVerdict | null {
  const { from, until, before, after } = claim.time;
  const { earliest, latest } = reference;
  const window = `The verdict holds for texts ${from ? `from ${from}` : 'of any date'}${until ? ` until ${until}` : from ? ' on' : ''}.`;
  if (from && latest && latest < from) {
    return before && { verdict: before.verdict, dependsOnDate: false, why: before.why };
  }
  if (until && earliest && earliest > until) {
    return after && { verdict: after.verdict, dependsOnDate: false, why: after.why };
  }
  const fromSure = !from || (earliest !== null && earliest >= from);
  const untilSure = !until || (latest !== null && latest <= until);
  const dependsOnDate = !(fromSure || !before) || !(untilSure || !after);
  return { verdict: claim.verdict, dependsOnDate, why: window };
}
