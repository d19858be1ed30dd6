import { browser } from 'wxt/browser';
import type { ClaimText } from '../../src/claims/claim.ts';
import { type ClaimRule, loadRules, type Rules } from '../../src/claims/rules.ts';
import { type Checker, createChecker } from '../../src/engine/check.ts';
import type { SourceDocument } from '../../src/engine/finding.ts';
import type { CheckAnswer } from '../../src/messages/protocol.ts';

interface Loaded {
  rules: Rules;
  checker: Checker;
}

let loading: Promise<Loaded> | null = null;

/** Checks a page, with the rules file loaded once, when the first relevant page asks. */
export async function checkPage(document: SourceDocument): Promise<CheckAnswer> {
  loading ??= load();
  const { rules, checker } = await loading.catch((error: unknown) => {
    loading = null;
    throw error;
  });
  const report = checker.check(document);
  const ids = new Set(report.findings.map((finding) => finding.claim));
  const claims = [...ids].flatMap((id) => rules.claims.get(id) ?? []).map(textOf);
  return { report, claims };
}

async function load(): Promise<Loaded> {
  const response = await fetch(browser.runtime.getURL('/rules.json'));
  const rules = loadRules(await response.json());
  return { rules, checker: createChecker(rules) };
}

/** What a reader is shown of a claim, without how it is recognised. */
function textOf({ statements: _statements, event: _event, ...text }: ClaimRule): ClaimText {
  return text;
}
