import { loadClaims } from '../../src/packs/own-rules.ts';

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
  for (const { id, claim } of await loadClaims()) known.set(id, claim);
}
