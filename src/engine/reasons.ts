import type { FigureTest, Statement } from '../claims/statement.ts';
import type { DateMention, DaySpan } from '../text/date-mention.ts';
import type { NumberMention } from '../text/number-mention.ts';
import type { Reason } from './finding.ts';
import type { Mention } from './mention.ts';
import type { SentenceReading } from './reading.ts';
import { wordsOf } from './sentence.ts';
import type { StanceReading } from './stance.ts';

/** Who does what to whom, in an action. */
export type RoleName = 'agent' | 'thing' | 'from' | 'to' | 'at';

const roleWords: Record<RoleName, string> = {
  agent: 'who does it',
  thing: 'what it is done with',
  from: 'where it comes from',
  to: 'where it goes',
  at: 'where it happens',
};

/** “North Korean leader” stands for North Korea. */
export function wordsReason(reading: SentenceReading, mention: Mention, concept: string): Reason {
  const words = wordsOf(reading.sentence, mention.first, mention.last);
  const name = reading.nameOf(concept);
  const isPlain = words.toLowerCase() === name.toLowerCase();
  return { kind: 'words', text: `“${words}” ${isPlain ? 'is named' : `stands for ${name}`}.` };
}

/** “Shoigu” is called “defence minister” of Russia. */
export function callingReason(
  reading: SentenceReading,
  who: Mention,
  title: Mention | null,
  of: string | null,
): Reason {
  const what = title ? quoted(reading, title) : 'a place';
  const owner = of ? ` of ${reading.nameOf(of)}` : '';
  return { kind: 'role', text: `${quoted(reading, who)} is called ${what}${owner}.` };
}

/** “no” says that there is none of “soldiers”. */
export function noneReason(
  reading: SentenceReading,
  { thing, words }: { thing: Mention; words: Mention },
): Reason {
  const text = `${quoted(reading, words)} says that there is none of ${quoted(reading, thing)}.`;
  return { kind: 'words', text };
}

/** “engage” tells of an act: to hire. */
export function actionReason(reading: SentenceReading, action: Mention, concept: string): Reason {
  const text = `${quoted(reading, action)} tells of an act: ${reading.nameOf(concept)}.`;
  return { kind: 'role', text };
}

/** “Kim Jong Un” is read as who does it. */
export function roleReason(reading: SentenceReading, role: RoleName, filler: Mention): Reason {
  return { kind: 'role', text: `${quoted(reading, filler)} is read as ${roleWords[role]}.` };
}

/** “one thousand” (sappers) agrees with the claim’s figure, 1,000. */
export function figureReason(
  reading: SentenceReading,
  number: NumberMention,
  test: FigureTest,
): Reason {
  const words = wordsOf(reading.sentence, number.first, number.last);
  const of = test.of.map((concept) => reading.nameOf(concept)).join(' or ');
  const text = `“${words}” (of ${of}) agrees with what the claim says: ${expected(test)}.`;
  return { kind: 'figure', text };
}

function expected({ is, least, most }: FigureTest): string {
  if (is !== undefined) return grouped(is);
  return `${grouped(least)} to ${grouped(most)}`;
}

/** "1,000": what `toLocaleString('en')` gives, which takes longer for its first number than a page for its sentences. */
function grouped(value: number | undefined): string {
  if (value === undefined) return '…';
  const [whole = '', fraction] = String(Math.round(value * 1000) / 1000).split('.');
  const groups = whole.replaceAll(/\d(?=(?:\d{3})+$)/g, '$&,');
  return fraction === undefined ? groups : `${groups}.${fraction}`;
}

/** “June this year” is read as 2025-06-01 to 2025-06-30. */
export function dateReason(
  reading: SentenceReading,
  date: DateMention,
  spans: readonly DaySpan[],
): Reason {
  const days = spans.map(({ from, to }) => (from === to ? from : `${from} to ${to}`));
  const words = wordsOf(reading.sentence, date.first, date.last);
  return { kind: 'date', text: `“${words}” is read as ${days.join(', or ')}.` };
}

/** News without a date is read as of 2024-11-06 to 2024-11-12. */
export function newsReason({ from, to }: DaySpan): Reason {
  return { kind: 'date', text: `News without a date is read as of ${from} to ${to}.` };
}

/** What the text around a sentence had to do with it. */
export function contextReasons({ context, page }: Statement, reading: SentenceReading): Reason[] {
  const texts = [...reading.references];
  if (context) {
    const named = context.map((group) => reading.nameOf(group[0] ?? ''));
    texts.push(`The text near by speaks of ${named.join(', ')}.`);
  }
  if (page) texts.push('The whole text was looked at for what it says and leaves out.');
  return texts.map((text) => ({ kind: 'context', text }));
}

/** The text near by speaks of North Korea. */
export function carriedReasons(reading: SentenceReading, countries: readonly string[]): Reason[] {
  return [...new Set(countries)].map((country) => ({
    kind: 'context',
    text: `The text near by speaks of ${reading.nameOf(country)}.`,
  }));
}

/** The sentence is read as attributed, because of “said”. */
export function stanceReason({ stance, cue }: StanceReading): Reason {
  const why = cue ? `, because of “${cue}”` : '';
  return { kind: 'stance', text: `The sentence is read as ${stance}${why}.` };
}

function quoted(reading: SentenceReading, mention: Mention): string {
  return `“${wordsOf(reading.sentence, mention.first, mention.last)}”`;
}
