import type { Compilation } from '../../claims/compile.ts';
import type { Fault } from '../../claims/fault.ts';
import type { ClaimRule, Rules } from '../../claims/rules.ts';
import { loadRules } from '../../claims/stored-rules.ts';
import { createChecker } from '../../engine/check.ts';
import { type Finding, isShown } from '../../engine/finding.ts';
import { textDocument } from '../../engine/text-document.ts';
import { type ExampleKey, exampleLines } from './example-lines.ts';

/** An example sentence that is not read as it should be. */
export interface Failing {
  claim: ClaimRule;
  key: ExampleKey;
  message: string;
}

/**
 * Runs the example sentences of all claims: those that make the claim must give a finding that is
 * shown, with the verdict where one is named; the others must not.
 */
export async function failingExamples(
  { rules, examples }: Compilation,
  root: string,
): Promise<Fault[]> {
  return located(examplesThatFail(loadRules(rules), examples), root);
}

/** The same for claims that stand in no folder. */
export function examplesThatFail(rules: Rules, examples: Compilation['examples']): Failing[] {
  const checker = createChecker(rules);
  const failing: Failing[] = [];
  for (const claim of rules.file.claims) {
    const own = examples.get(claim.id);
    const findings = (text: string, published: string): Finding[] =>
      checker
        .check(textDocument(text, { published, language: null }))
        .findings.filter((finding) => finding.claim === claim.id);
    for (const [index, { text, published, verdict }] of (own?.makes ?? []).entries()) {
      const message = wrongWithMaking(findings(text, published), verdict);
      if (message) failing.push({ claim, key: ['makes', index], message: `${message}: ${text}` });
    }
    for (const [index, { text, published }] of (own?.not ?? []).entries()) {
      const message = wrongWithNearMiss(findings(text, published));
      if (message) failing.push({ claim, key: ['not', index], message: `${message}: ${text}` });
    }
  }
  return failing;
}

function wrongWithMaking(findings: readonly Finding[], verdict?: string): string | null {
  const [first] = findings;
  if (!first) return 'not found; widen a statement of the claim, or add the words to the lexicon';
  const shown = findings.filter((finding) => isShown(finding.stance));
  if (shown.length === 0) {
    return `read as ${first.stance}, so it is not shown; correct the sentence or the stances of the statement`;
  }
  if (verdict === undefined || shown.some((finding) => finding.verdict === verdict)) return null;
  return `found as ${shown[0]?.verdict ?? ''}, not as ${verdict}; correct the verdict, the date or the statement`;
}

function wrongWithNearMiss(findings: readonly Finding[]): string | null {
  const shown = findings.find((finding) => isShown(finding.stance));
  if (!shown) return null;
  const why = shown.reasons.map((reason) => reason.text).join(' ');
  return `taken for the claim; narrow the statement that matched (${why})`;
}

async function located(failing: readonly Failing[], root: string): Promise<Fault[]> {
  const themes = new Set(failing.map(({ claim }) => claim.theme));
  const lines = await exampleLines(root, themes);
  return failing.map(({ claim, key, message }) => ({
    file: lines.fileOf(claim.theme),
    line: lines.lineOf(claim.theme, claim.id, key),
    key: `${claim.id}.examples.${key.join('.')}`,
    message,
  }));
}
