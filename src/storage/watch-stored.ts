import { browser } from 'wxt/browser';

/** Calls `onChange` whenever what is stored under a key changes, in any part of the extension. */
export function watchStored(key: string, onChange: () => void, signal?: AbortSignal): void {
  const listener = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && key in changes) onChange();
  };
  browser.storage.onChanged.addListener(listener);
  signal?.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
}
