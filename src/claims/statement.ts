import type { Verdict } from './verdict.ts';

/** Among the concepts of a role or figure: that it may be left unsaid. */
export const unsaid = 'unsaid';

/**
 * The form in which a claim says which sentences make it. Every key that is there must hold.
 * Concepts are ids of the lexicon; a list means any of them.
 * `unsaid` in a list allows the sentence to leave the matter open, but not to say something else.
 */
export interface Statement {
  /** The sentence tells of one of these actions. */
  event?: string[];
  /** Who does it. */
  agent?: string[];
  /** Whom or what it is done to. */
  thing?: string[];
  /** Who gives, sends or provides: a country. */
  from?: string[];
  /** Who receives, or where it goes: a country or a place. */
  to?: string[];
  /** Where it happens. */
  at?: string[];
  /** Whether it is said to be done, going on or planned. */
  aspect?: Aspect[];
  /** Each of these is mentioned in the sentence. */
  mentions?: string[][];
  /** The sentence says that there is none of these: "no soldiers", "not one shell". */
  none?: string[];
  /** One of these is mentioned, and is of one of these countries: "Kim's men", "soldiers from Pyongyang". */
  belongs?: { what: string[]; to: string[] };
  /** Each of these is mentioned in the sentence, or before it in the text near by. */
  context?: string[][];
  /** At least so many of these are mentioned in the sentence. */
  some?: { least: number; of: string[][] };
  /** None of these is mentioned in the sentence. */
  without?: string[];
  /** One thing is called another: Shoigu a defence minister of Russia, Pyongyang a capital of South Korea. */
  calls?: { what: string[]; a: string[]; of?: string[] };
  /** At least one of these figures is given, and none of them otherwise. */
  figures?: FigureTest[];
  /** The day of the event, or of the whole sentence where it tells of no event. */
  date?: DateTest;
  /** The place in an order or how often: the third visit, three visits, for the third time. */
  ordinal?: OrdinalTest;
  /** What the whole text says. */
  page?: { mentions?: string[][]; without?: string[]; withoutDates?: string[] };
  /** The sentence makes none of these statements besides. */
  unless?: Statement[];
  /** Stances in which the statement is made, if not asserted and attributed; a denial can be a claim of its own. */
  stances?: ('asserted' | 'attributed' | 'denied' | 'questioned' | 'rebutted' | 'hypothetical')[];
  /** The verdict when this statement makes the claim, where it is not the claim's own. */
  verdict?: Verdict;
}

/** The number of a thing in a row of its kind. */
export interface OrdinalTest {
  of: string[];
  is: number;
}

export type Aspect = 'done' | 'ongoing' | 'planned';

/** A figure of something: equal to `is` (within `tolerance`, a share of it), or from `least` to `most`. */
export interface FigureTest {
  of: string[];
  /** Whose they are, where the sentence says it: countries. */
  whose?: string[];
  unit?: string;
  is?: number;
  tolerance?: number;
  least?: number;
  most?: number;
  /** Such a figure may stand beside the right one, but none is right by it alone. */
  beside?: boolean;
}

/**
 * A date test. `is`, `not` and `past` are ISO years, months or days ("2024", "2024-06", "2024-06-19");
 * a date in the text is `is` when all its days can lie in it; with `not` no date may.
 */
export interface DateTest {
  is?: string[];
  not?: string[];
  /** As `not`, but for days of the weeks before the text, of which it tells as of its own time. */
  past?: string[];
  /** Not before this ISO day. */
  from?: string;
  /** Not after this ISO day. */
  to?: string;
  /** Whether the text may give no date. */
  unsaid?: boolean;
  /** Whether news without a date ("has signed", "signs", in a dated text "signed") counts as of the days before the text. */
  news?: boolean;
  /** Whether the text must give the year, in words or by what it counts from. */
  precision?: 'day' | 'month' | 'season' | 'year';
  /** Which date: that of the event (the rule), or any in the sentence. */
  of?: 'event' | 'sentence';
}
