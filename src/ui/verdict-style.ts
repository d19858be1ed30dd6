import type { Verdict } from '../claims/verdict.ts';

/** How a verdict is drawn under a sentence: the colour is never the only sign. */
export interface VerdictStyle {
  /** Stands out by at least 3 to 1 from white paper and from a dark page alike. */
  colour: string;
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
  false: { colour: '#d43a2f', line: 'solid', thickness: 2.5, offset: 2 },
  misleading: { colour: '#c0620a', line: 'double', thickness: 1.5, offset: 1 },
  outdated: { colour: '#8a63d2', line: 'dashed', thickness: 2, offset: 2 },
  disputed: { colour: '#2f78c8', line: 'wavy', thickness: 1.5, offset: 1 },
  unproven: { colour: '#7b7b7b', line: 'dotted', thickness: 2.5, offset: 2 },
  accurate: { colour: '#2f8a5b', line: 'dotted', thickness: 1, offset: 2 },
};
