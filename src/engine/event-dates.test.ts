import { describe, expect, it } from 'vitest';
import { claimsIn, frameOf, read, shown } from '../../tests/engine/rules.ts';
import { isBoundary } from './event-dates.ts';
import { wordsOf } from './sentence.ts';

/** The dates of the first event of this kind, in words. */
function datesOf(event: string, text: string): string[] {
  const reading = read(text);
  const dates = reading.datesOf.get(frameOf(event, reading).event) ?? [];
  return dates.map(({ first, last }) => wordsOf(reading.sentence, first, last));
}

describe('dates of events', () => {
  it.each([
    ['to-sign', 'The treaty was signed on 19 June 2024.', ['19 June 2024']],
    ['to-sign', 'On 19 June 2024, the treaty was signed by both leaders.', ['19 June 2024']],
    ['to-sign', 'In June 2024 the two leaders signed the treaty.', ['June 2024']],
    ['to-sign', 'The treaty was signed in June 2024 and ratified in November 2024.', ['June 2024']],
    [
      'to-ratify',
      'The treaty was signed in June 2024 and ratified in November 2024.',
      ['November 2024'],
    ],
    ['to-ratify', 'Ratification followed in November 2024.', ['November 2024']],
    ['to-ratify', 'Its ratification in November 2024 passed without debate.', ['November 2024']],
    ['to-sign', 'It was in June 2024 that they signed the treaty.', ['June 2024']],
    [
      'to-sign',
      'Since signing their treaty in June 2024, the two have talked often.',
      ['June 2024'],
    ],
    [
      'to-ratify',
      'The treaty, signed in June 2024, was ratified in November 2024.',
      ['November 2024'],
    ],
    ['to-sign', 'The treaty, signed in June 2024, was ratified in November 2024.', ['June 2024']],
    [
      'to-ratify',
      'The treaty has been in force since November 2024, when both sides ratified it.',
      ['November 2024'],
    ],
    [
      'to-sign',
      'Exactly one year has passed since they signed the treaty.',
      ['one year has passed'],
    ],
    [
      'to-sign',
      'In June 2025 a year had passed since they signed the treaty.',
      ['a year had passed'],
    ],
    ['to-meet', 'A year to the day after they signed the treaty, the leaders met.', []],
    [
      'to-sign',
      'They ratified the treaty in November 2024, five months after they had signed it.',
      ['five months'],
    ],
    [
      'to-ratify',
      'It took until November 2024 for Russia and North Korea to ratify the treaty.',
      ['November 2024'],
    ],
    [
      'to-ratify',
      'The treaty had to wait until November 2024 for Russia and North Korea to ratify it.',
      ['November 2024'],
    ],
    ['to-sign', 'The anniversary of the signing of the treaty was marked in June 2025.', []],
    [
      'to-sign',
      'Thursday will be the anniversary of the treaty, which they signed in Pyongyang.',
      [],
    ],
    [
      'to-sign',
      'The two countries signed a treaty last June that requires each to help the other.',
      ['last June'],
    ],
    [
      'to-sign',
      'He recalled that in 2024, Vladimir Putin and Kim Jong Un signed the treaty.',
      ['2024'],
    ],
    [
      'to-sign',
      'Both have increased cooperation, including military support, since signing a partnership treaty last year.',
      ['last year'],
    ],
    ['to-ratify', 'November 2024 saw the treaty ratified by both.', ['November 2024']],
    ['to-ratify', 'Not until November 2024 did they ratify the treaty.', ['November 2024']],
    ['to-ratify', 'They did not ratify the treaty until November 2024.', ['November 2024']],
  ])('%s in “%s”', (event, text, expected) => {
    expect(datesOf(event, text)).toEqual(expected);
  });

  it('gives an opening date to every verb that follows', () => {
    const text = 'On 17 June 2025 Shoigu met Kim and announced the dispatch of sappers.';
    expect(datesOf('to-meet', text)).toEqual(['17 June 2025']);
    expect(datesOf('to-announce', text)).toEqual(['17 June 2025']);
  });

  it('does not give an opening date to a clause beside', () => {
    const text = 'On 17 June 2025 Kim praised the treaty that they had signed.';
    expect(datesOf('to-sign', text)).toEqual([]);
  });
});

describe('days of something else', () => {
  it.each([
    ['The sappers were promised two weeks after his 4 June visit.', '4 June'],
    ['He returned before 17 June.', '17 June'],
    ['The sappers were promised after the visit of 4 June.', '4 June'],
    ['Nothing moved until 1 August.', '1 August'],
  ])('%s', (text, words) => {
    const { sentence } = read(text);
    const date = sentence.dates.find(({ first, last }) =>
      wordsOf(sentence, first, last).includes(words),
    );
    expect(date && isBoundary(sentence, date)).toBe(true);
  });

  it.each([
    'The sappers were promised on 4 June.',
    'They come before the end of August.',
    'On 17 June he landed after a long flight.',
  ])('is not one: %s', (text) => {
    const { sentence } = read(text);
    expect(sentence.dates.map((date) => isBoundary(sentence, date))).toEqual([false]);
  });

  it('keeps a boundary from dating the announcement', () => {
    const text =
      'The dispatch of North Korean sappers became known in Moscow two weeks after his 4 June visit.';
    expect(claimsIn(text, '2025-06-18')).not.toContain('sappers-announced-on-4-june-visit');
  });
});

describe('dates in claims', () => {
  it('reads that ratification followed', () => {
    const text =
      'Russia and North Korea signed the treaty in June 2024, and ratification followed in November.';
    expect(claimsIn(text, '2025-07-01')).toContain('treaty-ratified-november-2024');
  });

  it.each([
    ['2025-07-01', 'treaty-signed-in-june-2025'],
    ['2024-12-15', 'treaty-signed-19-june-2024-pyongyang'],
  ])('reads “in June of this year” against %s', (published, claim) => {
    const text = 'Russia and North Korea signed their partnership treaty in June of this year.';
    expect(claimsIn(text, published)).toEqual([claim]);
  });

  it.each([
    ['Russia and North Korea have ratified their partnership treaty.', '2024-11-14', true],
    ['Kim ratifies partnership treaty with Russia', '2024-11-14', true],
    ['Kim has signed a decree ratifying the partnership treaty with Russia.', '2024-11-14', true],
    ['Russia and North Korea have ratified their partnership treaty.', '2025-03-14', false],
    ['Russia and North Korea will ratify their partnership treaty.', '2024-11-14', false],
    ['Russia and North Korea ratified their partnership treaty.', '2025-11-14', false],
    ['Russia and North Korea ratified their partnership treaty.', '2024-11-14', true],
  ])('reads news without a date as of the days before: %s (%s)', (text, published, made) => {
    expect(claimsIn(text, published).includes('treaty-ratified-november-2024')).toBe(made);
  });

  it('tells of the event that is known where only the year is open', () => {
    const text = 'Kim Jong Un opened Saeppyol Street in Pyongyang on 15 February.';
    expect(claimsIn(text, null)).toEqual(['saeppyol-street-february-2026']);
    expect(claimsIn(text.replace('15', '16'), '2025-03-01')).toEqual([]);
    expect(claimsIn(text.replace('on 15 February', 'last month'), null)).toEqual([]);
  });

  it('takes the day on which something was said for no day of what is told', () => {
    const text =
      'Trade of Russia and North Korea hit a record $34 million in 2024, an official said on Tuesday.';
    expect(claimsIn(text, '2025-06-11')).toEqual(['record-trade-34-million-2024']);
  });

  it('reads the past as news in a text of those days', () => {
    const text = 'The two signed a partnership treaty, Russian and North Korean media said.';
    expect(claimsIn(text, '2024-06-19')).toEqual(['treaty-signed-19-june-2024-pyongyang']);
    expect(claimsIn(text, '2025-02-04')).toEqual([]);
  });

  const weekday =
    'Russia and North Korea signed their partnership treaty in Pyongyang on Wednesday.';
  it.each([
    [weekday, true],
    [weekday.replace('Wednesday', 'Friday'), false],
    [weekday.replace('on Wednesday', 'next Wednesday'), false],
    [weekday.replace('signed', 'will sign'), false],
    ['Russia and North Korea have signed their partnership treaty in Pyongyang.', true],
    ['Russia and North Korea signed their partnership treaty in Pyongyang last June.', false],
  ])('takes news in a text without a date for the event that is known: %s', (text, made) => {
    expect(claimsIn(text, null).includes('treaty-signed-19-june-2024-pyongyang')).toBe(made);
  });

  it('takes no news for right in a text without a date that would have been wrong before', () => {
    const text = 'The partnership treaty of Russia and North Korea has entered into force.';
    expect(claimsIn(text, '2024-12-05')).toEqual(['treaty-in-force-4-december-2024']);
    expect(claimsIn(text, null)).toEqual([]);
  });

  it.each([
    ['on Thursday', []],
    ['last week', []],
    ['on Saturday', [{ claim: 'lavrov-met-kim-in-pyongyang-july-2025', dependsOnDate: true }]],
    ['in July', [{ claim: 'lavrov-met-kim-in-pyongyang-july-2025', dependsOnDate: true }]],
    ['in October', []],
  ])(
    'calls nothing false in a text without a date that may be of another time: %s',
    (day, made) => {
      expect(shown(`Sergei Lavrov met Kim Jong Un in Pyongyang ${day}.`, null)).toMatchObject(made);
    },
  );

  it('gives a date between a participle and the verb behind it to the participle', () => {
    const text = 'The treaty signed by Moscow and Pyongyang in June 2025 obliges both to help.';
    expect(claimsIn(text, '2025-06-25')).toContain('treaty-signed-in-june-2025');
    expect(claimsIn(text.replace('2025', '2024'), '2025-06-25')).not.toContain(
      'treaty-signed-in-june-2025',
    );
  });

  it('takes a day for what it is while the day of the text is looked for', () => {
    const text = 'Russian Defence Minister Shoigu arrived in North Korea on 4 June.';
    expect(claimsIn(text, null)).toContain('shoigu-defence-minister');
  });

  it('takes what is dated after the text for planned', () => {
    const text = 'The Ninth Congress of the Workers’ Party of Korea opens next week.';
    expect(claimsIn(text, '2026-02-14')).toEqual([]);
    expect(claimsIn(text.replace('next', 'this'), '2026-02-20')).toEqual([
      'ninth-congress-february-2026',
    ]);
  });

  it('reads “the same year” from the date before', () => {
    const text =
      'Russia and North Korea signed the treaty in June 2024 and ratified it in November of the same year.';
    const claims = claimsIn(text, '2026-01-10');
    expect(claims).toContain('treaty-ratified-november-2024');
    expect(claims).not.toContain('treaty-ratified-november-2025');
  });
});

describe('what is past', () => {
  const dismissed = 'dismissed reports that North Korean soldiers were fighting in Ukraine.';
  const claim = 'deployment-never-acknowledged';
  it.each([
    [`The Kremlin on Thursday ${dismissed}`, '2024-10-11', true],
    [`On 10 October the Kremlin ${dismissed}`, '2024-11-02', true],
    [`On 10 October 2024 the Kremlin ${dismissed}`, '2025-06-18', false],
  ])('is news to a text of its time: %s (%s)', (text, published, made) => {
    expect(claimsIn(text, published).includes(claim)).toBe(made);
  });
});
