import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';

let ofBrowser: Record<string, string> = {};
const asked: string[] = [];

vi.mock('wxt/browser', () => ({
  browser: {
    i18n: { getMessage: (word: string) => ofBrowser[word] ?? '', getUILanguage: () => 'uk-UA' },
    runtime: { getURL: (path: string) => path },
  },
}));

describe('the texts of the interface', () => {
  beforeEach(() => {
    vi.resetModules();
    asked.length = 0;
    globalThis.tumenTexts = undefined;
    vi.stubGlobal('fetch', async (path: string) => {
      asked.push(path);
      return { json: async () => ({ pause: { message: 'Пауза' } }) };
    });
  });

  afterAll(() => {
    globalThis.tumenTexts = undefined;
    vi.unstubAllGlobals();
  });

  it('are left to the browser where it brings them', async () => {
    ofBrowser = { languageTag: 'uk' };
    const { speak } = await import('./load-texts.ts');
    await speak('automatic');
    expect(globalThis.tumenTexts).toBeUndefined();
    expect(asked).toEqual([]);
  });

  it('are read from the extension where the browser hands out none', async () => {
    ofBrowser = {};
    const { speak } = await import('./load-texts.ts');
    await speak('automatic');
    expect(globalThis.tumenTexts?.texts).toEqual({ pause: 'Пауза' });
    await speak('automatic');
    expect(asked).toEqual(['/_locales/uk/messages.json']);
  });
});
