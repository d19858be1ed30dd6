import type { Rules } from '../claims/rules.ts';
import { loadRules } from '../claims/stored-rules.ts';

let loading: Promise<Rules> | null = null;

/**
 * The claims and the lexicon that come with the package, loaded once.
 * @throws Error where the file `rules.json` is not beside the package's own.
 */
export function bundledRules(): Promise<Rules> {
  loading ??= load().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function load(): Promise<Rules> {
  const { default: json } = await import('./rules.json', { with: { type: 'json' } });
  return loadRules(json);
}
