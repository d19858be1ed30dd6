import { type Verdict, verdicts } from '../claims/verdict.ts';
import type { Tone } from '../ui/verdict-style.ts';

/** One way of drawing a line. Each has a highlight of its own, since a highlight has one style. */
interface Pen {
  verdict: Verdict;
  tone: Tone;
  name: string;
}

const tones: Tone[] = ['dark', 'light', 'text'];

/** The name of the highlight for a verdict in a tone. */
export const nameOf = (verdict: Verdict, tone: Tone): string => `tumen-${verdict}-${tone}`;

export const pens: Pen[] = verdicts.flatMap((verdict) =>
  tones.map((tone) => ({ verdict, tone, name: nameOf(verdict, tone) })),
);

/** The tint of the sentence whose card is open. */
export const emphasis = 'tumen-emphasis';

/** Under these names all that is drawn stands in the page's registry of highlights. */
export const highlightNames: string[] = [...pens.map(({ name }) => name), emphasis];
