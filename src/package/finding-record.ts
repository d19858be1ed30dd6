import type { Verdict } from '../claims/verdict.ts';
import type { Finding, Stance } from '../engine/finding.ts';

/** A finding as scripts get it: this form is a contract. */
export interface FindingRecord {
  /** The id of the claim that the sentence makes. */
  claim: string;
  /** The verdict at the date of the text. */
  verdict: Verdict;
  stance: Stance;
  /** Where the sentence stands in the visible text, in UTF-16 code units. */
  start: number;
  end: number;
  /** The sentence as it stands in the text. */
  quote: string;
  /** Plain sentences, in the order of the decision. */
  why: string[];
  /** Whether the verdict rests on a date of publication that is not known. */
  dependsOnDate: boolean;
}

/** What one text gave. */
export interface Checked {
  /** ISO day of publication, or null where it is not known. */
  published: string | null;
  /** ISO day of the newest datable event that the text mentions: it cannot be older. */
  notBefore: string | null;
  /** BCP 47 language, or null where it is not known. */
  language: string | null;
  /** In the order of the text; in one sentence the most serious first. */
  findings: FindingRecord[];
}

/** A finding of the engine as scripts get it. `text` is the visible text that it was found in. */
export function findingRecord(finding: Finding, text: string): FindingRecord {
  const { claim, verdict, stance, start, end, dependsOnDate } = finding;
  return {
    claim,
    verdict,
    stance,
    start,
    end,
    quote: text.slice(start, end),
    why: finding.reasons.map((reason) => reason.text),
    dependsOnDate,
  };
}
