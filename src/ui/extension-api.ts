interface SynchronousApi {
  i18n: {
    getMessage(name: string, substitutions?: string[]): string;
    getUILanguage(): string;
  };
  runtime: { getManifest(): { version: string } };
}

declare const chrome: SynchronousApi;

/**
 * The part of the extension's API that answers at once. Both browsers offer it under this name, so
 * the card, which is brought into pages, does without the wrapper for the part that answers later.
 */
export const extensionApi: SynchronousApi = chrome;
