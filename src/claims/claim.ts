import type { Verdict } from './verdict.ts';

/** One piece of evidence for a claim's verdict. */
export interface Source {
  publisher: string;
  title: string | null;
  url: string;
  /** ISO date, or null where the page shows none. */
  published: string | null;
  kind: 'agency' | 'factcheck' | 'government' | 'news' | 'primary' | 'research' | 'un';
  /** What this source shows, in one sentence. */
  supports: string;
}

/** A figure or date that a claim turns on, for the reader. */
export interface ClaimFigure {
  what: string;
  value: number | string | null;
  unit: string;
  range: [number | null, number | null] | null;
  asOf: string | null;
  by: string | null;
}

/** The publication dates for which the verdict holds. Dates are ISO days; null leaves an end open. */
export interface VerdictTime {
  from: string | null;
  until: string | null;
  /** The verdict before `from` and after `until`, where one is known. */
  before: { verdict: Verdict; why: string } | null;
  after: { verdict: Verdict; why: string } | null;
  note: string;
}

/** Those whose statements claims judge. */
export const speakers = [
  'russia',
  'north-korea',
  'south-korea',
  'ukraine',
  'united-states',
  'united-nations',
  'researchers',
  'media',
] as const;

export type Speaker = (typeof speakers)[number];

/** Whose a claim is that somebody else than Tumen made. */
export interface PackOrigin {
  id: string;
  name: string;
  /** Who made the pack; null where it does not say. */
  by: string | null;
}

/** Everything a reader is shown of a claim: what the card, the popup and the library need. */
export interface ClaimText {
  id: string;
  aliases: string[];
  theme: string;
  claim: string;
  verdict: Verdict;
  /** What is true, at most 200 characters. */
  summary: string;
  explanation: string;
  time: VerdictTime;
  /** Whose statement it is: who put the claim about. */
  judged: readonly Speaker[];
  figures: ClaimFigure[];
  sources: Source[];
  /** ISO day of the last review. */
  reviewed: string;
  confidence: 'high' | 'medium' | 'low';
  /** What could not be established, for the reader; null where nothing is open. */
  doubts: string | null;
  /** The pack it comes from; nothing where it is Tumen's own. */
  pack?: PackOrigin;
}
