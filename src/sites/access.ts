import { browser } from 'wxt/browser';

/** The match patterns of the listed news sites, as they stand in the manifest. */
export function listedOrigins(): string[] {
  const scripts = browser.runtime.getManifest().content_scripts ?? [];
  return scripts.flatMap((script) => script.matches ?? []);
}

/** Those of some match patterns that the browser gives no access to. */
export async function missingOrigins(origins: readonly string[]): Promise<string[]> {
  if (origins.length === 0 || (await has(origins))) return [];
  const known = await Promise.all(origins.map((origin) => has([origin])));
  return origins.filter((_, index) => !known[index]);
}

/**
 * Has the browser ask the reader for access to hosts. It must be called at once in answer to a click.
 * @returns whether it was given; also not where a policy or the browser forbids to ask
 */
export function requestAccess(origins: readonly string[]): Promise<boolean> {
  return browser.permissions.request({ origins: [...origins] }).catch(() => false);
}

/** Gives access back that is no longer needed. What the reader gave in the browser's own pages may stay. */
export async function releaseAccess(origins: readonly string[]): Promise<void> {
  for (const origin of origins) {
    await browser.permissions.remove({ origins: [origin] }).catch(() => false);
  }
}

/** Calls `onChange` whenever the browser gives access to hosts, or takes it. */
export function watchAccess(onChange: () => void, signal?: AbortSignal): void {
  const events = [browser.permissions.onAdded, browser.permissions.onRemoved];
  const listener = () => onChange();
  for (const event of events) event.addListener(listener);
  signal?.addEventListener('abort', () => {
    for (const event of events) event.removeListener(listener);
  });
}

function has(origins: readonly string[]): Promise<boolean> {
  return browser.permissions.contains({ origins: [...origins] });
}
