import type { DateExpression, DateReference, DaySpan } from '../text/date-mention.ts';
import { isAnchored, newsDaysOf, resolveDate, withYearBefore } from '../text/dates.ts';
import type { TextReading } from './text-reading.ts';

/** What a date counts from: several spans where it is open which of them the date named before means. */
type Anchor = readonly DaySpan[];

/**
 * Which days the dates of a text mean, for what is known of its day of publication. A date named before is
 * the anchor of "the same year": only for such dates others are asked, from the sentence back to the
 * nearest that stands by itself.
 */
export class TextDays {
  private readonly text: TextReading;
  private readonly reference: DateReference;
  private readonly newsDays: DaySpan | null;
  /** What the sentences before this one leave as anchor. */
  private known: { position: number; anchor: Anchor } = { position: 0, anchor: [] };
  private single: ReadonlySet<string> | null = null;

  constructor(text: TextReading, reference: DateReference) {
    this.text = text;
    this.reference = reference;
    this.newsDays = newsDaysOf(reference);
  }

  /** Settles the days of one sentence in its reading. To be asked in the order of the text. */
  settle(position: number): void {
    const reading = this.text.sentences[position]?.reading;
    if (!reading) return;
    reading.newsDays = this.newsDays;
    reading.days.clear();
    const { dates } = reading.sentence;
    let anchor = dates.some(({ expression }) => isAnchored(expression))
      ? this.anchorBefore(position)
      : [];
    let before: DateExpression | null = null;
    for (const date of dates) {
      const expression: DateExpression = withYearBefore(date.expression, before, this.reference);
      before = expression;
      const spans = this.resolve(expression, anchor);
      reading.days.set(date, spans);
      if (spans.length > 0) anchor = spans;
    }
  }

  /** Whether the text names this ISO day anywhere, and not only a time that it lies in. */
  has(day: string): boolean {
    if (!this.single) {
      const single = new Set<string>();
      this.follow(0, this.text.sentences.length, [], ({ from, to }) => {
        if (from === to) single.add(from);
      });
      this.single = single;
    }
    return this.single.has(day);
  }

  private anchorBefore(position: number): Anchor {
    let from = position;
    let settled = false;
    while (!settled && from > this.known.position) {
      from--;
      settled = this.settles(from);
    }
    const anchor = this.follow(from, position, settled ? [] : this.known.anchor);
    this.known = { position, anchor };
    return anchor;
  }

  /** Whether a sentence has a date whose days are told without any other. */
  private settles(position: number): boolean {
    return this.datesAt(position).some(
      ({ expression }) =>
        !isAnchored(expression) && resolveDate(expression, this.reference, null).length > 0,
    );
  }

  /** The anchor that sentences leave, after the one they begin with. */
  private follow(
    from: number,
    until: number,
    before: Anchor,
    visit: (span: DaySpan) => void = () => {},
  ): Anchor {
    let anchor = before;
    for (let position = from; position < until; position++) {
      let named: Anchor = [];
      for (const { expression } of this.datesAt(position)) {
        const spans = this.resolve(expression, anchor);
        // "19 June: Putin comes, for the first time since 2000": the day stays what "the same day" is.
        if (spans.length > 0 && !(isDay(named) && !isDay(spans))) anchor = named = spans;
        spans.forEach(visit);
      }
    }
    return anchor;
  }

  private resolve(expression: DateExpression, anchor: Anchor): DaySpan[] {
    if (anchor.length === 0 || !isAnchored(expression))
      return resolveDate(expression, this.reference, anchor[0] ?? null);
    return anchor.flatMap((from) => resolveDate(expression, this.reference, from));
  }

  private datesAt(position: number) {
    const sentence = this.text.sentences[position];
    return sentence?.sketch.date ? sentence.reading.sentence.dates : [];
  }
}

function isDay(spans: Anchor): boolean {
  return spans.length === 1 && spans.every(({ from, to }) => from === to);
}
