import type { Verdict } from '../claims/verdict.ts';
import type { Checker } from '../engine/check.ts';
import { type Finding, isShown, type Report, type Stance } from '../engine/finding.ts';
import type { Input } from './input.ts';

/** A finding as scripts get it: this form is a contract. */
export interface FindingRecord {
  claim: string;
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

/** What an answer needs to know of an input. */
type CheckedInput = Pick<Input, 'source' | 'isFactCheck' | 'text'>;

/** The answer for one input. */
export interface Answer {
  report: Report;
  findings: FindingRecord[];
}

/**
 * Checks one input. Without `all`, only what a reader would be shown is listed, so nothing of a
 * page that is itself a fact check.
 */
export function answer(input: CheckedInput, checker: Checker, all: boolean): Answer {
  const report = checker.check(input.source);
  const listed = report.findings.filter(
    (finding) => all || (isShown(finding.stance) && !input.isFactCheck),
  );
  return { report, findings: listed.map((finding) => record(finding, input)) };
}

function record(finding: Finding, input: CheckedInput): FindingRecord {
  const { claim, verdict, stance, start, end, dependsOnDate } = finding;
  return {
    claim,
    verdict,
    stance,
    start,
    end,
    quote: input.text.slice(start, end),
    why: finding.reasons.map((reason) => reason.text),
    dependsOnDate,
  };
}
