import type { ClaimText } from '../claims/claim.ts';
import type { Verdict } from '../claims/verdict.ts';

/** A text that was checked, with all that a report tells of it. */
export interface CheckedText {
  /** The address of a page or the name of a file; null for a text that has neither. */
  address: string | null;
  title: string | null;
  /** ISO day of publication, or null where it is not known. */
  published: string | null;
  language: string | null;
  /** The visible text, which the findings' offsets count in. */
  text: string;
  findings: readonly ReportedFinding[];
  /** The claims that the findings name. */
  claims: ReadonlyMap<string, ClaimText>;
}

/** What a report tells of a finding. */
export interface ReportedFinding {
  claim: string;
  /** The verdict at the date of the text. */
  verdict: Verdict;
  /** Where the sentence stands in the visible text, in UTF-16 code units. */
  start: number;
  end: number;
  /** The sentence as it stands in the text. */
  quote: string;
  /** Whether the verdict rests on a date of publication that is not known. */
  dependsOnDate: boolean;
}

/** A finding with the claim that it makes. */
export interface ReviewedFinding {
  finding: ReportedFinding;
  claim: ClaimText;
}

/** The findings of a text with their claims, in the order of the text. */
export function reviewedFindings({ findings, claims }: CheckedText): ReviewedFinding[] {
  return findings.flatMap((finding) => {
    const claim = claims.get(finding.claim);
    return claim ? [{ finding, claim }] : [];
  });
}

/**
 * Where a text is, as an IRI or a reference relative to where the report is kept, so that file names
 * with spaces and the like stay readable by programs; null where it is nowhere.
 */
export function addressOf({ address }: CheckedText): string | null {
  if (address === null) return null;
  if (URL.canParse(address) && /^https?:/i.test(address)) return new URL(address).href;
  const path = address.replaceAll('\\', '/').toWellFormed();
  // A colon in the first part of a relative path would be read as the end of a scheme.
  const first = path.split('/', 1)[0] ?? '';
  const reference = encodeURI(path).replace(/[?#]/g, encodeURIComponent);
  return first.includes(':') ? `./${reference}` : reference;
}
