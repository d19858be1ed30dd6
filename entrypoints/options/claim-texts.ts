import { browser } from 'wxt/browser';
import { rulesOfPack } from '../../src/claims/pack.ts';
import { loadRules } from '../../src/claims/stored-rules.ts';
import { loadPacks } from '../../src/packs/store.ts';

const known = new Map<string, string>();
let loading: Promise<void> | null = null;

/**
 * What claims say, by id. The rules are loaded with the first claim that is asked for; until then a
 * claim goes by its id.
 * @param onLoaded called when there is more to tell
 */
export function claimTexts(
  ids: readonly string[],
  onLoaded: () => void,
): ReadonlyMap<string, string> {
  if (ids.length > 0 && !loading) {
    loading = load().then(onLoaded);
  }
  return known;
}

async function load(): Promise<void> {
  const answer = await fetch(browser.runtime.getURL('/rules.json'));
  const ours = loadRules(await answer.json()).file;
  for (const { id, claim } of ours.claims) known.set(id, claim);
  for (const pack of await loadPacks()) {
    for (const { id, claim } of rulesOfPack(pack, ours).file.claims) known.set(id, claim);
  }
}
