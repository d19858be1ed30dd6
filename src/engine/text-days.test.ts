import { describe, expect, it } from 'vitest';
import { documentOf, rules, tagger } from '../../tests/engine/rules.ts';
import { createSkimmer } from './skim.ts';
import { createStatementIndex } from './statement-index.ts';
import { TextDays } from './text-days.ts';
import { TextReading } from './text-reading.ts';

const skimmer = createSkimmer(tagger, createStatementIndex(rules.file.claims), new Set());
const published = { earliest: '2025-06-20', latest: '2025-06-20' };

/** The days of the dates of one sentence. */
function daysIn(paragraphs: readonly string[], position: number): string[] {
  const text = new TextReading(documentOf(paragraphs), tagger, skimmer);
  new TextDays(text, published).settle(position);
  const { days } = text.sentences[position]?.reading ?? {};
  return [...(days?.values() ?? [])].flatMap((spans) => spans.map(({ from }) => from));
}

describe('the days of a text', () => {
  it.each([
    ['counted from the sentence before', ['It was in 2019.', 'In May of the same year it rained.']],
    ['counted over others', ['It was in 2019.', 'Roses.', 'In May of the same year it rained.']],
    [
      'counted from a date that itself counts',
      ['It was in 2018.', 'It ended a year later.', 'In May of the same year it rained.'],
    ],
    [
      'counted from the nearest',
      ['It was in 2012.', 'It was in 2019.', 'In May of the same year it rained.'],
    ],
  ])('%s', (_name, paragraphs) => {
    expect(daysIn(paragraphs, paragraphs.length - 1)).toEqual(['2019-05-01']);
  });

  it('are the same day that is named beside other times', () => {
    const paragraphs = [
      'On 19 June 2024 he came, for the first time since 2000.',
      'The same day it rained.',
    ];
    expect(daysIn(paragraphs, 1)).toEqual(['2024-06-19']);
  });

  it('are of a year long past that the sentence names before', () => {
    expect(daysIn(['In the autumn of 1948, on 12 October, they met.'], 0)).toContain('1948-10-12');
    expect(daysIn(['In June 2024 they met, and on 12 May again.'], 0)).toContain('2025-05-12');
  });

  it('are the same for each sentence, however many were asked before', () => {
    const paragraphs = ['It was in 2019.', 'A year later it rained.', 'In the same year it froze.'];
    const text = new TextReading(documentOf(paragraphs), tagger, skimmer);
    const days = new TextDays(text, published);
    for (const position of [0, 1, 2]) days.settle(position);
    const last = text.sentences[2]?.reading.days.values().next().value;
    expect(last?.[0]?.from).toBe('2020-01-01');
  });

  it('tell single days that are named anywhere', () => {
    const text = new TextReading(documentOf(['On 17 June he left.', 'In May.']), tagger, skimmer);
    const days = new TextDays(text, published);
    expect(days.has('2025-06-17')).toBe(true);
    expect(days.has('2025-05-01')).toBe(false);
  });
});
