import { browser } from 'wxt/browser';
import { loadRules } from '../../src/claims/rules.ts';

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
  for (const { id, claim } of loadRules(await answer.json()).file.claims) known.set(id, claim);
}
