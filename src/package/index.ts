// The package `tumen`: the engine for Node and browsers, without an extension. See docs/ENGINE.md.
import type { Rules } from '../claims/rules.ts';
import { bundledRules } from './bundled-rules.ts';
import type { Checked } from './finding-record.ts';
import { type CheckOptions, createTextChecker, type TextChecker } from './text-checker.ts';

export type { ClaimFigure, ClaimText, Source, VerdictTime } from '../claims/claim.ts';
export type { Rules } from '../claims/rules.ts';
export { loadRules } from '../claims/stored-rules.ts';
export { type Verdict, verdicts } from '../claims/verdict.ts';
export { type SourceDocument, type Stance, stances, type TextBlock } from '../engine/finding.ts';
export { bundledRules } from './bundled-rules.ts';
export type { Checked, FindingRecord } from './finding-record.ts';
export {
  type CheckOptions,
  createTextChecker,
  type ReadPage,
  type TextChecker,
} from './text-checker.ts';

const checkers = new WeakMap<Rules, TextChecker>();

/**
 * Finds the sentences of a text that make a known claim, by the bundled rules or by `rules`.
 * @throws TypeError where an option is not what it must be.
 */
export async function check(
  text: string,
  { rules, ...options }: CheckOptions & { rules?: Rules } = {},
): Promise<Checked> {
  const used = rules ?? (await bundledRules());
  const checker = checkers.get(used) ?? createTextChecker(used);
  checkers.set(used, checker);
  return checker.check(text, options);
}
