import { readFile } from 'node:fs/promises';
import { afterEach, expect, test, vi } from 'vitest';

const ofBrowser: Record<string, string> = { languageTag: 'en-GB', copied: 'Copied' };
vi.mock('wxt/browser', () => ({
  browser: {
    i18n: { getMessage: (word: string) => ofBrowser[word] ?? '', getUILanguage: () => 'en-US' },
  },
}));
// Others may have loaded it with the browser that they need.
vi.resetModules();
const { formatDay, interfaceLanguage, say, sayCount } = await import('./say.ts');

async function speak(language: string): Promise<void> {
  const file = new URL(`../../public/_locales/${language}/messages.json`, import.meta.url);
  const messages: Record<string, { message: string }> = JSON.parse(await readFile(file, 'utf8'));
  const texts = Object.entries(messages).map(([word, { message }]) => [word, message]);
  globalThis.tumenTexts = { language, texts: Object.fromEntries(texts) };
}

afterEach(() => {
  globalThis.tumenTexts = undefined;
});

test('speaks as the browser does, and writes English days as the claims do', () => {
  expect(say('copied')).toBe('Copied');
  expect(interfaceLanguage()).toBe('en-GB');
  expect(formatDay('2024-06-19')).toBe('19 June 2024');
});

test('speaks a language that was chosen, with its plural forms and days', async () => {
  await speak('uk');
  expect(say('copied')).toBe('Скопійовано');
  expect(say('placeOf', 2, 5)).toBe('2 з 5');
  expect(sayCount('claimCount', 1)).toBe('1 твердження');
  expect(sayCount('claimCount', 5)).toBe('5 тверджень');
  expect(interfaceLanguage()).toBe('uk');
  expect(formatDay('2024-06-19')).toBe('19 червня 2024 р.');
  await speak('ko');
  expect(sayCount('claimCount', 1)).toBe('주장 1건');
});

test('fills in what is given as it is', async () => {
  await speak('en');
  expect(say('unknownClaim', '$1 & $2')).toContain('“$1 & $2”');
});
