import { browser } from 'wxt/browser';
import type { ChosenTexts } from '../messages/protocol.ts';
import type { Language } from '../settings/settings.ts';
import type {} from './texts.ts';

/** The texts in a language; nothing for that of the browser, which brings them itself. */
export async function loadTexts(language: Language): Promise<ChosenTexts | undefined> {
  if (language === 'automatic') return undefined;
  const answer = await fetch(browser.runtime.getURL(`/_locales/${language}/messages.json`));
  const messages = (await answer.json()) as Record<string, { message: string }>;
  const texts = Object.entries(messages).map(([word, { message }]) => [word, message] as const);
  return { language, texts: Object.fromEntries(texts) };
}

/** Has this part of the extension speak a language from now on. */
export async function speak(language: Language): Promise<void> {
  if ((globalThis.tumenTexts?.language ?? 'automatic') === language) return;
  globalThis.tumenTexts = await loadTexts(language);
}
