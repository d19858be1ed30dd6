import type { Verdict } from '../claims/verdict.ts';

/** How a verdict is drawn under a sentence: the colour is never the only sign. */
export interface VerdictStyle {
  /** Stands out by at least 3 to 1 from light paper. */
  colour: string;
  /** Stands out by at least 3 to 1 from dark paper. */
  light: string;
  line: 'solid' | 'double' | 'dashed' | 'wavy' | 'dotted';
  /** In pixels. */
  thickness: number;
  /**
   * How far under the letters, in pixels. A line that reaches below the box of the text makes
   * Firefox lay out balanced columns anew, and so moves the page.
   */
  offset: number;
}

export const verdictStyles: Record<Verdict, VerdictStyle> = {
  false: { colour: '#d43a2f', light: '#ff8f85', line: 'solid', thickness: 2.5, offset: 2 },
  misleading: { colour: '#c0620a', light: '#f5a54a', line: 'double', thickness: 1.5, offset: 1 },
  outdated: { colour: '#8a63d2', light: '#c3a8f7', line: 'dashed', thickness: 2, offset: 2 },
  disputed: { colour: '#2f78c8', light: '#84bcf5', line: 'wavy', thickness: 1.5, offset: 1 },
  unproven: { colour: '#7b7b7b', light: '#bababa', line: 'dotted', thickness: 2.5, offset: 2 },
  accurate: { colour: '#2f8a5b', light: '#74d3a0', line: 'dotted', thickness: 1, offset: 2 },
};

/** In which colour a line is drawn: its own for light or for dark paper, or that of the text. */
export type Tone = 'dark' | 'light' | 'text';

/** The tone that stands out where a line is drawn. The text's own does, wherever it can be read. */
export function toneFor(verdict: Verdict, contrastOf: (colour: string) => number): Tone {
  const { colour, light } = verdictStyles[verdict];
  const [dark, bright] = [contrastOf(colour), contrastOf(light)];
  if (Math.max(dark, bright) < 3) return 'text';
  return dark >= bright || dark >= 4 ? 'dark' : 'light';
}

/** One drawing a verdict, as strokes on a disc of 16 by 16, so that it is told without its colour. */
export const strokesOf: Record<Verdict, string> = {
  false: 'M5 5l6 6M11 5l-6 6',
  misleading: 'M8 4v5M8 11.6v.4',
  outdated: 'M8 4.5V8l2.4 1.6',
  disputed: 'M4.5 6.4h7M4.5 9.6h7M10 4.2L6 11.8',
  unproven: 'M6 6.2a2 2 0 1 1 2.9 1.8c-.6.3-.9.7-.9 1.3M8 11.6v.4',
  accurate: 'M4.7 8.3l2.3 2.3 4.4-5',
};
