import { browser } from 'wxt/browser';
import { loadRules } from '../../src/claims/rules.ts';
import { createChecker } from '../../src/engine/check.ts';
import type { SourceDocument } from '../../src/engine/finding.ts';
import type { CheckAnswer } from '../../src/messages/protocol.ts';
import { checkWithPacks, type RuleSet, ruleSetOf } from '../../src/packs/check.ts';
import { loadPacks, watchPacks } from '../../src/packs/store.ts';
import { watchPolicy } from '../../src/policy/policy.ts';

let loading: Promise<RuleSet> | null = null;
let loadingPacks: Promise<RuleSet[]> | null = null;

/**
 * Checks a page, with the rules file and the packs loaded once, when the first relevant page asks.
 */
export async function checkPage(document: SourceDocument): Promise<CheckAnswer> {
  loading ??= load();
  const ours = await loading.catch((error: unknown) => {
    loading = null;
    throw error;
  });
  loadingPacks ??= packsWith(ours);
  return checkWithPacks(document, ours, await loadingPacks);
}

/** Has the packs loaded anew, when they have changed or the organisation has, with the next page. */
export function followPacks(): void {
  const forget = () => {
    loadingPacks = null;
  };
  watchPacks(forget);
  watchPolicy(forget);
}

async function load(): Promise<RuleSet> {
  const response = await fetch(browser.runtime.getURL('/rules.json'));
  const rules = loadRules(await response.json());
  return { rules, checker: createChecker(rules) };
}

/** Packs that cannot be used are left out: what Tumen knows itself is checked all the same. */
async function packsWith(ours: RuleSet): Promise<RuleSet[]> {
  const packs = await loadPacks().catch((error: unknown) => {
    console.warn('Tumen: the packs cannot be read.', error);
    return [];
  });
  return packs.map((pack) => ruleSetOf(pack, ours.rules.file));
}
