import { browser } from 'wxt/browser';
import type words from '../../public/_locales/en/messages.json';

/** Names of the texts of the interface. */
export type Word = keyof typeof words;

/** Names of texts that come in a form for each plural. */
type Counted = Word extends infer W ? (W extends `${infer Stem}_other` ? Stem : never) : never;

/** A text of the interface in the browser's language, with `$1`, `$2`… filled in. */
export function say(word: Word, ...parts: (string | number)[]): string {
  return browser.i18n.getMessage(word, parts.map(String));
}

/** A text that counts something, in the plural form that the number asks for; `$1` is the number. */
export function sayCount(word: Counted, count: number, ...parts: string[]): string {
  const form = new Intl.PluralRules(language()).select(count);
  const text = say(`${word}_${form}` as Word, formatNumber(count), ...parts);
  return text || say(`${word}_other` as Word, formatNumber(count), ...parts);
}

/** A text for an id of the data, such as a theme; the id in words where there is none. */
export function sayId(kind: string, id: string): string {
  const word = `${kind}_${id.replaceAll('-', '_')}`;
  return browser.i18n.getMessage(word) || id.replaceAll('-', ' ');
}

/** An ISO day as the reader writes days; anything else as it stands. */
export function formatDay(day: string): string {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(day) ? new Date(`${day}T00:00:00Z`) : null;
  if (!date || Number.isNaN(date.getTime())) return day;
  return date.toLocaleDateString(language(), { dateStyle: 'long', timeZone: 'UTC' });
}

/** A month of a year, as short as the reader's language has it. */
export function formatMonth(day: Date): string {
  return day.toLocaleDateString(language(), { month: 'short', year: 'numeric', timeZone: 'UTC' });
}

/** A text with the ISO days in it as the reader writes days. */
export function formatDays(text: string): string {
  return text.replace(/\b\d{4}-\d{2}-\d{2}\b/g, formatDay);
}

/** A number as the reader writes numbers. */
export function formatNumber(value: number): string {
  return value.toLocaleString(language());
}

function language(): string {
  return browser.i18n.getUILanguage();
}
