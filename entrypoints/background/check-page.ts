import { browser } from 'wxt/browser';
import { loadRules } from '../../src/claims/rules.ts';
import { createChecker } from '../../src/engine/check.ts';
import { type FlatDocument, unflatten } from '../../src/messages/flat-document.ts';
import type { CheckAnswer } from '../../src/messages/protocol.ts';
import { checkWithPacks, type RuleSet, ruleSetOf } from '../../src/packs/check.ts';
import { loadPacks, watchPacks } from '../../src/packs/store.ts';
import { watchPolicy } from '../../src/policy/policy.ts';
import { loadSettings } from '../../src/settings/store.ts';
import { speak } from '../../src/ui/load-texts.ts';
import { say } from '../../src/ui/say.ts';

let loading: Promise<RuleSet> | null = null;
let loadingPacks: Promise<RuleSet[]> | null = null;

/**
 * Checks a page, with the rules file and the packs loaded once, when the first relevant page asks.
 */
export async function checkPage(document: FlatDocument): Promise<CheckAnswer> {
  loading ??= load();
  const ours = await loading.catch((error: unknown) => {
    loading = null;
    throw error;
  });
  loadingPacks ??= packsWith(ours);
  const checked = checkWithPacks(unflatten(document), ours, await loadingPacks);
  await speak((await loadSettings()).language);
  const summaries = new Map(checked.claims.map(({ id, summary }) => [id, summary]));
  const labels = checked.report.findings.map(({ verdict, claim }) =>
    say('factCheck', say(`verdict_${verdict}`), summaries.get(claim) ?? ''),
  );
  return { ...checked, labels };
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
