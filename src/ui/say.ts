import { browser } from 'wxt/browser';
import type { Language } from '../settings/settings.ts';
import type { Word } from './texts.ts';

/** Names of texts that come in a form for each plural. */
type Counted = Word extends infer W ? (W extends `${infer Stem}_other` ? Stem : never) : never;

/** A text of the interface in the reader's language, with `$1`, `$2`… filled in. */
export function say(word: Word, ...parts: (string | number)[]): string {
  return textOf(word, parts.map(String));
}

/** A text that counts something, in the plural form that the number asks for; `$1` is the number. */
export function sayCount(word: Counted, count: number, ...parts: string[]): string {
  const form = new Intl.PluralRules(interfaceLanguage()).select(count);
  const text = say(`${word}_${form}` as Word, formatNumber(count), ...parts);
  return text || say(`${word}_other` as Word, formatNumber(count), ...parts);
}

/** A text for an id of the data, such as a theme; the id in words where there is none. */
export function sayId(kind: string, id: string): string {
  const word = `${kind}_${id.replaceAll('-', '_')}`;
  return textOf(word) || id.replaceAll('-', ' ');
}

/** An ISO day as the reader writes days; anything else as it stands. */
export function formatDay(day: string): string {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(day) ? new Date(`${day}T00:00:00Z`) : null;
  if (!date || Number.isNaN(date.getTime())) return day;
  return date.toLocaleDateString(interfaceLanguage(), { dateStyle: 'long', timeZone: 'UTC' });
}

/** A month of a year, as short as the reader's language has it. */
export function formatMonth(day: Date): string {
  return day.toLocaleDateString(interfaceLanguage(), {
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
}

/** A text with the ISO days in it as the reader writes days. */
export function formatDays(text: string): string {
  return text.replace(/\b\d{4}-\d{2}-\d{2}\b/g, formatDay);
}

/** A number as the reader writes numbers. */
export function formatNumber(value: number): string {
  return value.toLocaleString(interfaceLanguage());
}

/** The language that the texts are in, as detailed as it is known: English days are written as the claims write them. */
export function interfaceLanguage(): string {
  const language = textOf('languageTag');
  const ofBrowser = browser.i18n.getUILanguage();
  // The browser's may be one that Tumen has no texts in, or another kind of the same.
  return language === '' || ofBrowser.split('-')[0] === language ? ofBrowser : language;
}

/**
 * Whether the browser itself brings the texts in a language: those in its own, but that Chromium now and
 * then hands out none at all.
 */
export function isSpokenByBrowser(language: Language): boolean {
  return language === 'automatic' && browser.i18n.getMessage('languageTag') !== '';
}

function textOf(word: string, parts: string[] = []): string {
  const chosen = globalThis.tumenTexts;
  if (!chosen) return browser.i18n.getMessage(word, parts);
  const text = chosen.texts[word] ?? '';
  return text.replace(/\$(\d)/g, (_, number) => parts[number - 1] ?? '');
}
