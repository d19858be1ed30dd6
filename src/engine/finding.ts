import type { Verdict } from '../claims/verdict.ts';

/** How a sentence carries a claim. Only the first two are shown to a reader. */
export const stances = [
  'asserted',
  'attributed',
  'denied',
  'questioned',
  'rebutted',
  'hypothetical',
] as const;

export type Stance = (typeof stances)[number];

/** Whether findings of this stance are shown. */
export function isShown(stance: Stance): boolean {
  return stance === 'asserted' || stance === 'attributed';
}

/** One step of the decision, complete enough to follow it by hand. */
export interface Reason {
  kind: 'words' | 'role' | 'figure' | 'date' | 'context' | 'stance' | 'time';
  /** A plain sentence, such as: “sappers” stands for sapper. */
  text: string;
}

/** A block of visible text: a paragraph, a heading, a list item, a table cell. */
export interface TextBlock {
  text: string;
  /** Where the block starts in the document's visible text, in UTF-16 code units. */
  start: number;
  kind: 'paragraph' | 'heading';
}

/** What the engine reads: the visible text of one page or file, and what is known of its date. */
export interface SourceDocument {
  blocks: TextBlock[];
  /** ISO day of publication, or null where it is unknown. */
  published: string | null;
  /** BCP 47 language, or null where it is unknown. */
  language: string | null;
}

/** One sentence that makes one claim. */
export interface Finding {
  /** The claim's id. */
  claim: string;
  /** The verdict at the document's date. */
  verdict: Verdict;
  stance: Stance;
  /** Index of the block that holds the sentence. */
  block: number;
  /** The marked sentence in the document's visible text, in UTF-16 code units. */
  start: number;
  end: number;
  /** The marked sentence as it stands in the text. */
  quote: string;
  reasons: Reason[];
  /** Whether the verdict rests on a publication date that is not known. */
  dependsOnDate: boolean;
}

/** The answer of the engine for one document. */
export interface Report {
  published: string | null;
  /** The document cannot be older than this ISO day; null where nothing tells. */
  notBefore: string | null;
  language: string | null;
  /** Ordered by place; in one sentence the most serious and most specific claim first. */
  findings: Finding[];
}
