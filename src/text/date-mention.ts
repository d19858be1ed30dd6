/** A calendar part: any of year, month (1-12), day (1-31), season, or part of month or year. */
export interface CalendarParts {
  year?: number;
  month?: number;
  day?: number;
  season?: 'spring' | 'summer' | 'autumn' | 'winter';
  part?: 'early' | 'middle' | 'late';
}

/** What the words of a date say, before it is known what they are relative to. */
export type DateExpression =
  /** "19 June 2024", "June 2024", "autumn 2024", "early December 2024", "2024", "2024-06-19". */
  | { kind: 'absolute'; parts: CalendarParts & { year: number } }
  /** "June 4", "in November", "on the fourth of June", "in early August", "in the autumn". */
  | { kind: 'yearless'; parts: CalendarParts }
  /** "June this year" (0), "November last year" (-1), "May next year" (1), "this year". */
  | { kind: 'relative-year'; parts: CalendarParts; offset: number }
  /** "this June" (0), "last November" (-1), "next spring" (1): nearest such month or season. */
  | { kind: 'nearest'; parts: CalendarParts; offset: number }
  /** "last month" (-1), "this week" (0), "yesterday" (day -1), "two years ago"; "the 4th of this month". */
  | { kind: 'shift'; unit: 'day' | 'week' | 'month' | 'year'; offset: number; day?: number }
  /** "a year ago today", "five months ago to the day", "a year ago this week". */
  | {
      kind: 'anniversary';
      unit: 'month' | 'year';
      offset: number;
      precision: 'day' | 'week' | 'month';
    }
  /** "on Tuesday", "last Friday"; weekday is 1 (Monday) to 7. "The weekend" begins with 6. */
  | { kind: 'weekday'; weekday: number; offset: number; weekend?: true }
  /**
   * "November of the same year", "in the same month", "that year", "later that month"; with an offset
   * "June of the previous year" (-1).
   */
  | {
      kind: 'same';
      unit: 'year' | 'month' | 'week' | 'day';
      parts: CalendarParts;
      offset?: number;
    }
  /** "the following May" (1), "the previous autumn" (-1): the nearest from the date named before. */
  | { kind: 'neighbour'; parts: CalendarParts; offset: number }
  /** "a year later", "two days earlier", "the following month", "five months after": from the date named before. */
  | { kind: 'after'; unit: 'day' | 'week' | 'month' | 'year'; offset: number };

/** A date as a sentence gives it. */
export interface DateMention {
  /** Indexes of the first and the last token, inclusive; the preposition is outside. */
  first: number;
  last: number;
  expression: DateExpression;
  /** "a year since …", "five months after …": when that was which the next words tell. */
  ahead?: true;
}

/** Days from `from` to `to`, ISO, inclusive. */
export interface DaySpan {
  from: string;
  to: string;
}

/** What is known of the day on which a text was published: equal ends where it is known exactly. */
export interface DateReference {
  earliest: string | null;
  latest: string | null;
}
