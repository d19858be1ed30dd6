import type { ClaimText } from '../claims/claim.ts';
import { type PackFile, rulesOfPack } from '../claims/pack.ts';
import type { ClaimRule, Rules, RulesFile } from '../claims/rules.ts';
import { seriousness } from '../claims/verdict.ts';
import { type Checker, createChecker } from '../engine/check.ts';
import type { Finding, Report, SourceDocument } from '../engine/finding.ts';

/** Rules with what checks by them. */
export interface RuleSet {
  rules: Rules;
  checker: Checker;
}

/** What comes of a document: the findings, and the claims that they name. */
export interface Checked {
  report: Report;
  claims: ClaimText[];
}

/** What a pack is checked with. */
export function ruleSetOf(pack: PackFile, ours: RulesFile): RuleSet {
  const rules = rulesOfPack(pack, ours);
  return { rules, checker: createChecker(rules) };
}

/**
 * Checks a document by Tumen's rules and by each pack for itself, so that the words and claims of a
 * pack change nothing that others find. Tumen's own report tells the date.
 */
export function checkWithPacks(
  document: SourceDocument,
  ours: RuleSet,
  packs: readonly RuleSet[],
): Checked {
  const report = ours.checker.check(document);
  const claims = claimsNamed(report.findings, ours.rules);
  const findings = [...report.findings];
  for (const pack of packs) {
    const found = pack.checker.check(document).findings;
    findings.push(...found);
    claims.push(...claimsNamed(found, pack.rules));
  }
  return {
    report: { ...report, findings: packs.length > 0 ? merged(findings) : findings },
    claims,
  };
}

/** In one sentence the most serious comes first, then what has most reasons, then Tumen's own. */
function merged(findings: readonly Finding[]): Finding[] {
  return findings.toSorted(
    (a, b) =>
      a.start - b.start ||
      seriousness(a.verdict) - seriousness(b.verdict) ||
      b.reasons.length - a.reasons.length,
  );
}

function claimsNamed(findings: readonly Finding[], { claims }: Rules): ClaimText[] {
  const ids = new Set(findings.map(({ claim }) => claim));
  return [...ids].flatMap((id) => claims.get(id) ?? []).map(textOf);
}

/** What a reader is shown of a claim, without how it is recognised. */
function textOf(claim: ClaimRule): ClaimText {
  const { statements: _statements, event: _event, wordings: _wordings, ...text } = claim;
  return text;
}
