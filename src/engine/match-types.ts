import type { Reason, Stance } from './finding.ts';

/** Concepts that are named somewhere. */
export interface Named {
  has(concept: string): boolean;
}

/** What surrounds a sentence when a statement is held against it. */
export interface Surroundings {
  /** Concepts of the sentence and of those near before it. */
  near: Named;
  /** The countries that the whole text is about. */
  subject?: Named;
  /** Whether the text is so long that what stands near by does not tell what it is about. */
  isLong?: boolean;
  /** Concepts of the whole text. */
  page: Named;
  /** The single days that the whole text names, as ISO days. */
  pageDays: Named;
  /** Whether the statement is one that keeps another from holding. */
  isException?: boolean;
  /** The day of the event that the claim is about, where it is about one. */
  eventDay?: string | null;
  /** Whether dates whose year is not settled pass: while the day of publication is still looked for. */
  datesOpen: boolean;
}

/** A sentence makes a statement: in which stance, and why. */
export interface Match {
  stance: Stance;
  because: Because;
  /** Whether it states that a report as a whole is denied or rebutted. */
  ofDenial: boolean;
  /** What its dates leave open, since the day of publication is not known. */
  open: OpenDate | null;
}

/**
 * What a date leaves open where the day of publication is not known: nothing but the year ("on 23 October");
 * of which time the text gives news ("on Wednesday", "has signed"), so that it may only be taken for the
 * known event; everything, where the statement needs no date ("last week"); or more, so that it is another date
 * for other days of publication ("last June").
 */
export type OpenDate = 'year' | 'news' | 'everything' | 'more';

/** Why something holds; written out only for what is shown. */
export type Because = () => Reason[];

/** What a test gives: why it holds and what it leaves open, or null. */
export type Verified = { because: Because; open?: OpenDate } | null;

/** Holds without a word of it: the statement does not ask for it. */
export const nothing: Because = () => [];
