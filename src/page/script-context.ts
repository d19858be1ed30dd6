import { browser } from 'wxt/browser';

/**
 * The life of a content script: over when the script is brought into the same page once more, or when
 * its extension has gone. It stands in for wxt's class of this name, which tells of a new script by a
 * message to the page's own window, where scripts of the page that expect other messages trip over it.
 */
export class ContentScriptContext {
  private readonly controller = new AbortController();

  constructor() {
    globalThis.tumenScript?.abort();
    globalThis.tumenScript = this;
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  abort(): void {
    this.controller.abort();
  }
}

declare global {
  /** The script that runs in this page: a global of the extension's own world. */
  var tumenScript: ContentScriptContext | undefined;
}

/** Whether the extension that a script belongs to has gone, or another version has come in its place. */
export function isOrphaned(): boolean {
  return !browser.runtime?.id;
}
