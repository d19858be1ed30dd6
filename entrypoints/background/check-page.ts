import { createChecker } from '../../src/engine/check.ts';
import { type FlatDocument, unflatten } from '../../src/messages/flat-document.ts';
import type { CheckAnswer } from '../../src/messages/protocol.ts';
import { type Checked, checkWithPacks, type RuleSet, ruleSetOf } from '../../src/packs/check.ts';
import { loadOwnRules } from '../../src/packs/own-rules.ts';
import { loadPacks, watchPacks } from '../../src/packs/store.ts';
import { watchPolicy } from '../../src/policy/policy.ts';
import { loadSettings } from '../../src/settings/store.ts';
import { speak } from '../../src/ui/load-texts.ts';
import { packNote } from '../../src/ui/pack-origin.ts';
import { say, sayCount } from '../../src/ui/say.ts';

let loading: Promise<RuleSet> | null = null;
let loadingPacks: Promise<RuleSet[]> | null = null;

/**
 * Checks a page, with the rules file and the packs loaded once, when the first relevant page asks.
 */
export async function checkPage(document: FlatDocument): Promise<CheckAnswer> {
  const { ours, packs } = await ruleSets();
  const checked = checkWithPacks(unflatten(document), ours, packs);
  await speak((await loadSettings()).language);
  return { ...checked, ...spokenNames(checked) };
}

/** What markers are called aloud: the verdict, what is true, and whose claim it is if not ours. */
function spokenNames({ report: { findings }, claims }: Checked) {
  const known = new Map(claims.map((claim) => [claim.id, claim]));
  const labels = findings.map(({ verdict, claim }) => {
    const { summary = '', pack } = known.get(claim) ?? {};
    const label = say('factCheck', say(`verdict_${verdict}`), summary);
    return pack ? `${label} ${packNote(pack)}` : label;
  });
  const sentences = Object.values(Object.groupBy(findings, ({ start, end }) => `${start}:${end}`));
  const most = Math.max(0, ...sentences.map((found) => found?.length ?? 0));
  const more = Array.from({ length: most }, (_, count) => sayCount('moreFindings', count));
  return { labels, more };
}

/** @throws Error where neither Tumen nor a pack that is on has a claim of this id */
export async function demandClaim(id: string): Promise<void> {
  const { ours, packs } = await ruleSets();
  if (![ours, ...packs].some(({ rules }) => rules.claims.has(id)))
    throw new Error('there is no such claim');
}

async function ruleSets(): Promise<{ ours: RuleSet; packs: RuleSet[] }> {
  loading ??= load();
  const ours = await loading.catch((error: unknown) => {
    loading = null;
    throw error;
  });
  loadingPacks ??= packsWith(ours);
  return { ours, packs: await loadingPacks };
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
  const rules = await loadOwnRules();
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
