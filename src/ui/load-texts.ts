import { browser } from 'wxt/browser';
import type { ChosenTexts } from '../messages/protocol.ts';
import { type Language, languages } from '../settings/settings.ts';
import { isSpokenByBrowser } from './say.ts';
import type {} from './texts.ts';

/** The texts in a language, read from the extension. */
export async function loadTexts(language: Language): Promise<ChosenTexts> {
  const named = language === 'automatic' ? languageOfBrowser() : language;
  const answer = await fetch(browser.runtime.getURL(`/_locales/${named}/messages.json`));
  const messages = (await answer.json()) as Record<string, { message: string }>;
  const texts = Object.entries(messages).map(([word, { message }]) => [word, message] as const);
  return { language, texts: Object.fromEntries(texts) };
}

/** Has this part of the extension speak a language from now on. */
export async function speak(language: Language): Promise<void> {
  if (isSpokenByBrowser(language)) globalThis.tumenTexts = undefined;
  else if (globalThis.tumenTexts?.language !== language)
    globalThis.tumenTexts = await loadTexts(language);
}

function languageOfBrowser(): Language {
  const [ofBrowser] = browser.i18n.getUILanguage().split('-');
  const known = languages.find((language) => language === ofBrowser);
  return known ?? 'en';
}
