/** A quantity as a sentence gives it, whatever it counts. */
export interface NumberMention {
  /** Indexes of the first and the last token, inclusive. Words of approximation are inside. */
  first: number;
  last: number;
  /** The values meant; both ends are equal unless a range or a vague plural is given. */
  low: number;
  /** Infinity where only a lower end is given ("thousands"). */
  high: number;
  /** How the text hedges: "about", "more than", "up to", "less than", or not at all. */
  hedge: 'exact' | 'about' | 'at-least' | 'at-most' | 'below';
  /** Per cent, a currency or a length that belongs to the number; null for a plain count. */
  unit: string | null;
  /** "third", "4th", "1." used as the place in an order. */
  ordinal: boolean;
}
