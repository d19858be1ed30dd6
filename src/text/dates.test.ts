import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DateExpression, DaySpan } from './date-mention.ts';
import { isAnchored, readDates, resolveDate } from './dates.ts';
import { readNumbers } from './numbers.ts';
import { tokenise } from './tokens.ts';

function read(text: string): { words: string; expression: DateExpression }[] {
  const tokens = tokenise(text, { start: 0, end: text.length });
  return readDates(tokens, readNumbers(tokens)).map(({ first, last, expression }) => ({
    words: text.slice(tokens[first]?.start, tokens[last]?.end),
    expression,
  }));
}

const words = (text: string) => read(text).map((mention) => mention.words);

const absolute = (year: number, month?: number, day?: number): DateExpression => ({
  kind: 'absolute',
  parts: { year, ...(month ? { month } : {}), ...(day ? { day } : {}) },
});
const yearless = (month: number, day?: number): DateExpression => ({
  kind: 'yearless',
  parts: { month, ...(day ? { day } : {}) },
});

const cases = (table: [string, ...[string, DateExpression][]][]) =>
  it.each(table)('%s', (text, ...expected) => {
    expect(read(text)).toEqual(
      expected.map(([covered, expression]) => ({ words: covered, expression })),
    );
  });

describe('days and months with a year', () => {
  cases([
    ['on 19 June 2024', ['19 June 2024', absolute(2024, 6, 19)]],
    ['on June 19, 2024, they', ['June 19, 2024', absolute(2024, 6, 19)]],
    ['the nineteenth of June, 2024', ['nineteenth of June, 2024', absolute(2024, 6, 19)]],
    ['on the 4th of June 2025', ['4th of June 2025', absolute(2025, 6, 4)]],
    ['Wednesday, June 19, 2024', ['Wednesday, June 19, 2024', absolute(2024, 6, 19)]],
    ['in June 2024', ['June 2024', absolute(2024, 6)]],
    ['in June of 2024', ['June of 2024', absolute(2024, 6)]],
    ['Sept. 12, 2024', ['Sept. 12, 2024', absolute(2024, 9, 12)]],
    ['in June this year, 2025, they', ['June this year, 2025', absolute(2025, 6)]],
    ['2024-06-19', ['2024-06-19', absolute(2024, 6, 19)]],
    ['19.06.2024', ['19.06.2024', absolute(2024, 6, 19)]],
    ['06/19/2024', ['06/19/2024', absolute(2024, 6, 19)]],
    ['19/06/2024', ['19/06/2024', absolute(2024, 6, 19)]],
    ['05/06/2024'],
    ['31.02.2024'],
  ]);
});

describe('days and months without a year', () => {
  cases([
    ['on June 4 he', ['June 4', yearless(6, 4)]],
    ['on June 4th', ['June 4th', yearless(6, 4)]],
    ['on June the 4th', ['June the 4th', yearless(6, 4)]],
    ['on the fourth of June', ['fourth of June', yearless(6, 4)]],
    ['on 4 June', ['4 June', yearless(6, 4)]],
    ['on Jun. 4', ['Jun. 4', yearless(6, 4)]],
    ['ratified in November.', ['November', yearless(11)]],
    ['in mid-August', ['mid-August', { kind: 'yearless', parts: { month: 8, part: 'middle' } }]],
    ['in early August', ['early August', { kind: 'yearless', parts: { month: 8, part: 'early' } }]],
    [
      'at the end of June',
      ['end of June', { kind: 'yearless', parts: { month: 6, part: 'late' } }],
    ],
    ['in the autumn', ['autumn', { kind: 'yearless', parts: { season: 'autumn' } }]],
    [
      'Early in June, on the 4th, he',
      ['Early in June', { kind: 'yearless', parts: { month: 6, part: 'early' } }],
      ['4th', yearless(6, 4)],
    ],
    ['In June 12 soldiers died', ['June', yearless(6)]],
    ['On June 12 soldiers died', ['June 12', yearless(6, 12)]],
    ['in June 4,000 men came', ['June', yearless(6)]],
    ['in June 2000 sappers came', ['June', yearless(6)]],
    ['in June 5 million came', ['June', yearless(6)]],
  ]);
});

describe('several days and months', () => {
  cases([
    ['on 17-19 June 2024', ['17', absolute(2024, 6, 17)], ['19 June 2024', absolute(2024, 6, 19)]],
    [
      'on August 14 and 15, 2025',
      ['August 14', absolute(2025, 8, 14)],
      ['15, 2025', absolute(2025, 8, 15)],
    ],
    ['on June 17-19', ['June 17', yearless(6, 17)], ['19', yearless(6, 19)]],
    [
      'from 28 June to 3 July 2025',
      ['28 June', absolute(2025, 6, 28)],
      ['3 July 2025', absolute(2025, 7, 3)],
    ],
    [
      'between March and November 2024',
      ['March', absolute(2024, 3)],
      ['November 2024', absolute(2024, 11)],
    ],
    [
      'from November to February 2025',
      ['November', absolute(2024, 11)],
      ['February 2025', absolute(2025, 2)],
    ],
    [
      'in April 2019 and September 2023',
      ['April 2019', absolute(2019, 4)],
      ['September 2023', absolute(2023, 9)],
    ],
    ['on June 4, 12 men came', ['June 4', yearless(6, 4)]],
  ]);
});

describe('dates seen from the publication', () => {
  const relative = (offset: number, parts = {}): DateExpression => ({
    kind: 'relative-year',
    parts,
    offset,
  });
  const nearest = (offset: number, parts: object): DateExpression => ({
    kind: 'nearest',
    parts,
    offset,
  });
  cases([
    ['in June this year', ['June this year', relative(0, { month: 6 })]],
    ['in June of this year', ['June of this year', relative(0, { month: 6 })]],
    ['in June last year', ['June last year', relative(-1, { month: 6 })]],
    ['in June of last year', ['June of last year', relative(-1, { month: 6 })]],
    ["last year's June", ["last year's June", relative(-1, { month: 6 })]],
    ['last year, in June, they', ['last year, in June', relative(-1, { month: 6 })]],
    ['on June 4 last year', ['June 4 last year', relative(-1, { month: 6, day: 4 })]],
    ['May next year', ['May next year', relative(1, { month: 5 })]],
    ['earlier this year', ['earlier this year', relative(0)]],
    ['late last year', ['late last year', relative(-1, { part: 'late' })]],
    ["at last year's parade", ["last year's", relative(-1)]],
    ['the year before last', ['the year before last', relative(-2)]],
    ['a year ago, in June', ['a year ago, in June', relative(-1, { month: 6 })]],
    ['last June', ['last June', nearest(-1, { month: 6 })]],
    ["last May's parade", ["last May's", nearest(-1, { month: 5 })]],
    ['this June', ['this June', nearest(0, { month: 6 })]],
    ['next spring', ['next spring', nearest(1, { season: 'spring' })]],
    ['last month', ['last month', { kind: 'shift', unit: 'month', offset: -1 }]],
    ['yesterday', ['yesterday', { kind: 'shift', unit: 'day', offset: -1 }]],
    ['two years ago', ['two years ago', { kind: 'shift', unit: 'year', offset: -2 }]],
    [
      'the day after tomorrow',
      ['the day after tomorrow', { kind: 'shift', unit: 'day', offset: 2 }],
    ],
    ['on Tuesday', ['Tuesday', { kind: 'weekday', weekday: 2, offset: 0 }]],
    ['last Friday', ['last Friday', { kind: 'weekday', weekday: 5, offset: -1 }]],
    ['more than a year ago'],
    ['over the past year'],
    ['in the last year of the war'],
  ]);
});

describe('dates seen from one before', () => {
  const counted = (unit: 'day' | 'week' | 'month' | 'year', offset: number): DateExpression => ({
    kind: 'after',
    unit,
    offset,
  });
  const same = (unit: 'year' | 'month' | 'day', parts = {}): DateExpression => ({
    kind: 'same',
    unit,
    parts,
  });
  cases([
    ['in November of the same year', ['November of the same year', same('year', { month: 11 })]],
    ['in November of that year', ['November of that year', same('year', { month: 11 })]],
    ['that year', ['that year', same('year')]],
    ['that November, the treaty', ['that November', same('year', { month: 11 })]],
    ['later that month', ['later that month', same('month')]],
    ['the same day', ['the same day', same('day')]],
    ['a year later', ['a year later', counted('year', 1)]],
    ['five months after it', ['five months after', counted('month', 5)]],
    ['two days earlier', ['two days earlier', counted('day', -2)]],
    ['the following month', ['the following month', counted('month', 1)]],
    ['the next day', ['the next day', counted('day', 1)]],
    ['the day before', ['the day before', counted('day', -1)]],
    ['one and a half years later', ['one and a half years later', counted('month', 18)]],
    [
      'in November of the following year',
      [
        'November of the following year',
        { kind: 'same', unit: 'year', parts: { month: 11 }, offset: 1 },
      ],
    ],
    [
      'The year before, in September',
      [
        'The year before, in September',
        { kind: 'same', unit: 'year', parts: { month: 9 }, offset: -1 },
      ],
    ],
    [
      'in June the year before',
      ['June the year before', { kind: 'same', unit: 'year', parts: { month: 6 }, offset: -1 }],
    ],
    [
      'the following May',
      ['the following May', { kind: 'neighbour', parts: { month: 5 }, offset: 1 }],
    ],
    [
      'the previous autumn',
      ['the previous autumn', { kind: 'neighbour', parts: { season: 'autumn' }, offset: -1 }],
    ],
    ['that same week', ['that same week', { kind: 'same', unit: 'week', parts: {} }]],
    ['five months after the signing'],
    ['less than two weeks later'],
    ['a four-month deployment'],
    ['to this day'],
  ]);
  it('does not take a conjunction for one', () => {
    expect(words('He said that June 4 was the day')).toEqual(['June 4']);
  });
});

describe('years, seasons and parts', () => {
  cases([
    ['in 2024 they', ['2024', absolute(2024)]],
    ['since 1961', ['1961', absolute(1961)]],
    ['(2024)', ['2024', absolute(2024)]],
    ['the 1961 treaty', ['1961', absolute(1961)]],
    ['2024 pact replaces 1961 alliance', ['2024', absolute(2024)], ['1961', absolute(1961)]],
    ["Russia's 2024 treaty", ['2024', absolute(2024)]],
    [
      'of 1961, 2000 and 2001',
      ['1961', absolute(1961)],
      ['2000', absolute(2000)],
      ['2001', absolute(2001)],
    ],
    ['in 2018-2019', ['2018', absolute(2018)], ['2019', absolute(2019)]],
    ['on Victory Day 2025.', ['2025', absolute(2025)]],
    ['in late 2025', ['late 2025', { kind: 'absolute', parts: { year: 2025, part: 'late' } }]],
    [
      'by the end of 2025',
      ['end of 2025', { kind: 'absolute', parts: { year: 2025, part: 'late' } }],
    ],
    ['summer 2024', ['summer 2024', { kind: 'absolute', parts: { year: 2024, season: 'summer' } }]],
    [
      "2024's summer",
      ["2024's summer", { kind: 'absolute', parts: { year: 2024, season: 'summer' } }],
    ],
    [
      'the fall of 2024',
      ['fall of 2024', { kind: 'absolute', parts: { year: 2024, season: 'autumn' } }],
    ],
    ['the 2018 Winter Olympics', ['2018', absolute(2018)]],
    ['2024 troops'],
    ['the 2,024 men'],
    ['some 2024 shells'],
    ['the 1990s'],
    ['the fall of Kursk'],
    ['It may spring on 5 men'],
    ['resulted in 2000 deaths'],
  ]);
});

describe('words that are also something else', () => {
  cases([
    ['It may send troops'],
    ['North Korea May Send Troops'],
    ['Theresa May went'],
    ['troops march on Moscow'],
    ['in March they', ['March', yearless(3)]],
    ['May 9 was', ['May 9', yearless(5, 9)]],
    ['Kim may go in May 2026', ['May 2026', absolute(2026, 5)]],
    ['an august assembly'],
    ['during his August visit', ['August', yearless(8)]],
  ]);
});

describe('other languages', () => {
  cases([
    ['19 июня 2024 года', ['19 июня 2024 года', absolute(2024, 6, 19)]],
    ['в 2024 году', ['2024 году', absolute(2024)]],
    [
      'в ноябре того же года',
      ['ноябре того же года', { kind: 'same', unit: 'year', parts: { month: 11 } }],
    ],
    [
      'в июне этого года',
      ['июне этого года', { kind: 'relative-year', parts: { month: 6 }, offset: 0 }],
    ],
    ['в прошлом году', ['прошлом году', { kind: 'relative-year', parts: {}, offset: -1 }]],
    ['19 червня 2024 року', ['19 червня 2024 року', absolute(2024, 6, 19)]],
    [
      'торік у червні',
      ['торік', { kind: 'relative-year', parts: {}, offset: -1 }],
      ['червні', yearless(6)],
    ],
    ['2024년 6월 19일', ['2024년 6월 19일', absolute(2024, 6, 19)]],
    ['지난해 11월', ['지난해 11월', { kind: 'relative-year', parts: { month: 11 }, offset: -1 }]],
  ]);
});

describe('on any sentence', () => {
  const word = fc.constantFrom(
    ...`June May 4 4th 19 2024 2025 , . the of in on last this next year month day same that and to - —
     early end late summer winter's Tuesday two ago later following a few before 06/19/2024 fourth`.split(
      /\s+/,
    ),
  );

  it('only dates that are told to count from another change with it', () => {
    const day = { earliest: '2025-06-20', latest: '2025-06-20' };
    const anchor = { from: '2019-03-01', to: '2019-03-31' };
    fc.assert(
      fc.property(fc.array(word, { maxLength: 25 }), (list) => {
        const text = list.join(' ');
        const tokens = tokenise(text, { start: 0, end: text.length });
        for (const { expression } of readDates(tokens, readNumbers(tokens))) {
          if (isAnchored(expression)) continue;
          const alone = resolveDate(expression, day, null);
          expect(resolveDate(expression, day, anchor)).toEqual(alone);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('mentions ascend and do not overlap', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 25 }), (list) => {
        const text = list.join(' ');
        const tokens = tokenise(text, { start: 0, end: text.length });
        let next = 0;
        for (const { first, last, expression } of readDates(tokens, readNumbers(tokens))) {
          expect(first).toBeGreaterThanOrEqual(next);
          expect(last).toBeGreaterThanOrEqual(first);
          expect(last).toBeLessThan(tokens.length);
          next = last + 1;
          for (const span of resolveDate(
            expression,
            { earliest: '2025-06-20', latest: null },
            null,
          )) {
            expect(span.from <= span.to).toBe(true);
          }
        }
      }),
      { numRuns: 3000 },
    );
  });
});

/** The spans a text's first date may mean, "from..to", one day as itself. */
function resolve(
  text: string,
  published: string | { earliest: string | null; latest: string | null },
  anchor: DaySpan | null = null,
): string[] {
  const [mention] = read(text);
  if (!mention) throw new Error(`no date in "${text}"`);
  const reference =
    typeof published === 'string' ? { earliest: published, latest: published } : published;
  return resolveDate(mention.expression, reference, anchor).map(({ from, to }) =>
    from === to ? from : `${from}..${to}`,
  );
}

describe('resolveDate with the day of publication', () => {
  it.each<[string, string, string[]]>([
    ['19 June 2024', '2025-06-20', ['2024-06-19']],
    ['30 February 2024', '2025-06-20', []],
    ['June 2024', '2025-06-20', ['2024-06-01..2024-06-30']],
    ['late 2025', '2025-06-20', ['2025-09-01..2025-12-31']],
    ['early December 2024', '2025-06-20', ['2024-12-01..2024-12-10']],
    ['mid-June 2024', '2025-06-20', ['2024-06-11..2024-06-20']],
    ['summer 2024', '2025-06-20', ['2024-06-01..2024-08-31']],
    ['winter 2024', '2025-06-20', ['2023-12-01..2024-02-29', '2024-12-01..2025-02-28']],
    ['on June 4', '2025-06-20', ['2025-06-04']],
    ['on June 4', '2025-06-03', ['2024-06-04']],
    ['in November', '2025-06-20', ['2024-11-01..2024-11-30']],
    ['in June', '2025-06-20', ['2025-06-01..2025-06-30']],
    ['on February 29', '2025-06-20', ['2024-02-29']],
    ['in winter', '2025-01-20', ['2024-12-01..2025-02-28']],
    ['June this year', '2025-06-20', ['2025-06-01..2025-06-30']],
    ['November last year', '2025-06-20', ['2024-11-01..2024-11-30']],
    ['last year', '2025-06-20', ['2024-01-01..2024-12-31']],
    ['last June', '2025-06-20', ['2024-06-01..2024-06-30']],
    ['last June', '2025-02-20', ['2024-06-01..2024-06-30']],
    ['last June', '2024-09-20', ['2023-06-01..2023-06-30', '2024-06-01..2024-06-30']],
    ['last November', '2025-01-20', ['2024-11-01..2024-11-30']],
    ['last November', '2025-06-20', ['2024-11-01..2024-11-30']],
    ['last summer', '2025-07-20', ['2024-06-01..2024-08-31']],
    ['this June', '2025-11-20', ['2025-06-01..2025-06-30']],
    ['next May', '2025-11-20', ['2026-05-01..2026-05-31']],
    ['last month', '2025-01-20', ['2024-12-01..2024-12-31']],
    ['this week', '2025-06-20', ['2025-06-16..2025-06-22']],
    ['last week', '2025-06-20', ['2025-06-09..2025-06-15']],
    ['yesterday', '2025-03-01', ['2025-02-28']],
    ['two years ago', '2025-06-20', ['2023-01-01..2023-12-31']],
    ['on Tuesday', '2025-06-20', ['2025-06-17']],
    ['on Friday', '2025-06-20', ['2025-06-20']],
    ['last Friday', '2025-06-20', ['2025-06-13']],
    ['over the weekend', '2025-06-20', ['2025-06-14..2025-06-15']],
    ['this morning', '2025-06-20', ['2025-06-20']],
    ['last night', '2025-06-20', ['2025-06-19']],
    ['earlier in the month', '2025-06-20', ['2025-06-01..2025-06-30']],
    ['on the fourth of this month', '2025-06-20', ['2025-06-04']],
    ['on the 31st of last month', '2025-07-20', []],
    ['the week before last', '2025-06-20', ['2025-06-02..2025-06-08']],
    ['this past June', '2025-11-20', ['2025-06-01..2025-06-30']],
    ['just over a year ago', '2025-07-03', ['2024-01-01..2024-12-31']],
    ['half a year ago', '2025-06-20', ['2024-12-01..2024-12-31']],
    ['a year and a half ago', '2025-06-20', ['2023-12-01..2023-12-31']],
    ['a fortnight ago', '2025-06-20', ['2025-06-02..2025-06-08']],
    ['a year ago today', '2025-06-20', ['2024-06-20']],
    ['two years ago to the day', '2025-06-20', ['2023-06-20']],
    ['a year ago today', '2024-02-29', ['2023-02-28']],
    ['a year ago this week', '2025-06-20', ['2024-06-17..2024-06-23']],
    ['five months ago this month', '2025-06-20', ['2025-01-01..2025-01-31']],
    ['exactly a year ago', '2025-06-20', ['2024-06-17..2024-06-23']],
    ['a year to the day after they signed', '2025-06-20', ['2024-06-20']],
    ['exactly one year has passed since they signed', '2025-06-20', ['2024-06-20']],
    ['it is two years since they signed', '2025-06-20', ['2023-01-01..2023-12-31']],
    ['June of the previous year', '2025-06-20', ['2024-06-01..2024-06-30']],
    ['next Monday', '2025-06-20', ['2025-06-23']],
  ])('%s, published %s', (text, published, expected) => {
    expect(resolve(text, published)).toEqual(expected);
  });
});

describe('dates of what follows them', () => {
  const told = (text: string) => {
    const tokens = tokenise(text, { start: 0, end: text.length });
    return readDates(tokens, readNumbers(tokens)).map((date) => date.ahead ?? false);
  };
  it.each<[string, boolean[]]>([
    ['a year since they signed the treaty', []],
    ['Today marks a year since they signed the treaty.', [false, true]],
    ['Ratified in November 2024, five months after they had signed it', [false, true]],
    ['They signed it in June 2024 and ratified it five months after.', [false, false]],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});

describe('resolveDate with the date named before', () => {
  const treaty = { from: '2024-06-19', to: '2024-06-19' };
  it.each<[string, string[]]>([
    ['November of the same year', ['2024-11-01..2024-11-30']],
    ['that year', ['2024-01-01..2024-12-31']],
    ['later that month', ['2024-06-01..2024-06-30']],
    ['the same day', ['2024-06-19']],
    ['a year later', ['2025-01-01..2025-12-31']],
    ['five months after', ['2024-11-01..2024-11-30']],
    ['two days earlier', ['2024-06-17']],
    ['the following month', ['2024-07-01..2024-07-31']],
    ['two weeks later', ['2024-06-30..2024-07-06']],
    ['that week', ['2024-06-17..2024-06-23']],
    ['November of the following year', ['2025-11-01..2025-11-30']],
    ['the following May', ['2025-05-01..2025-05-31']],
    ['the previous November', ['2023-11-01..2023-11-30']],
    ['on the 4th of that month', ['2024-06-04']],
  ])('%s', (text, expected) => {
    expect(resolve(text, { earliest: null, latest: null }, treaty)).toEqual(expected);
    expect(resolve(text, '2025-06-20', null)).toEqual([]);
  });
});

describe('resolveDate where the day of publication is not known', () => {
  const nothing = { earliest: null, latest: null };
  const since = { earliest: '2025-06-04', latest: null };

  it('says nothing without any bound', () => {
    for (const text of ['on June 4', 'last June', 'this year', 'yesterday', 'on Tuesday']) {
      expect(resolve(text, nothing)).toEqual([]);
    }
    expect(resolve('in June 2024', nothing)).toEqual(['2024-06-01..2024-06-30']);
  });

  it('gives every year from the earliest one to the second after it', () => {
    expect(resolve('on June 4', since)).toEqual(['2025-06-04', '2026-06-04', '2027-06-04']);
    expect(resolve('in November', since)).toEqual([
      '2024-11-01..2024-11-30',
      '2025-11-01..2025-11-30',
      '2026-11-01..2026-11-30',
      '2027-11-01..2027-11-30',
    ]);
    expect(resolve('last year', since)).toEqual([
      '2024-01-01..2024-12-31',
      '2025-01-01..2025-12-31',
      '2026-01-01..2026-12-31',
    ]);
    expect(resolve('June this year', since)).toHaveLength(3);
    expect(resolve('last June', since)).toEqual([
      '2024-06-01..2024-06-30',
      '2025-06-01..2025-06-30',
      '2026-06-01..2026-06-30',
      '2027-06-01..2027-06-30',
    ]);
  });

  it('counts days only where a few are possible', () => {
    expect(resolve('yesterday', since)).toEqual([]);
    expect(resolve('yesterday', { earliest: '2025-06-04', latest: '2025-06-05' })).toEqual([
      '2025-06-03',
      '2025-06-04',
    ]);
  });

  it('takes nothing for an answer from bounds that make no sense', () => {
    expect(resolve('last year', { earliest: '2025-06-04', latest: '2024-01-01' })).toEqual([]);
    expect(resolve('last year', { earliest: 'June', latest: null })).toEqual([]);
  });
});
