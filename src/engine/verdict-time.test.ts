import { describe, expect, it } from 'vitest';
import { checker, documentOf, rules, shown } from '../../tests/engine/rules.ts';
import type { ClaimRule } from '../claims/rules.ts';
import { verdictAt } from './verdict-time.ts';

const on = (day: string) => ({ earliest: day, latest: day });
const notBefore = (day: string) => ({ earliest: day, latest: null });
const unknown = { earliest: null, latest: null };

function claimWith(time: Partial<ClaimRule['time']>): ClaimRule {
  const [claim] = rules.file.claims;
  if (!claim) throw new Error('there are no claims');
  return {
    ...claim,
    verdict: 'outdated',
    time: { from: null, until: null, before: null, after: null, note: 'A note.', ...time },
  };
}

describe('verdictAt', () => {
  const window = claimWith({
    from: '2024-05-12',
    until: '2024-12-31',
    before: { verdict: 'accurate', why: 'It was so then.' },
    after: { verdict: 'false', why: 'It is no longer so.' },
  });

  it.each([
    ['2024-05-11', 'accurate'],
    ['2024-05-12', 'outdated'],
    ['2024-12-31', 'outdated'],
    ['2025-01-01', 'false'],
  ])('on %s is %s', (day, verdict) => {
    expect(verdictAt(window, on(day))).toMatchObject({ verdict, dependsOnDate: false });
  });

  it('says why another verdict holds before and after', () => {
    expect(verdictAt(window, on('2024-01-01'))?.why).toBe('It was so then.');
    expect(verdictAt(window, on('2026-01-01'))?.why).toBe('It is no longer so.');
  });

  it('depends on the date where none is known', () => {
    expect(verdictAt(window, unknown)).toMatchObject({ verdict: 'outdated', dependsOnDate: true });
  });

  it('depends on the end of the window where only a lower bound is known', () => {
    expect(verdictAt(window, notBefore('2024-06-01'))?.dependsOnDate).toBe(true);
  });

  it('does not depend on the date where the lower bound settles it', () => {
    const open = claimWith({ from: '2024-05-12', before: { verdict: 'accurate', why: 'Then.' } });
    expect(verdictAt(open, notBefore('2024-06-01'))?.dependsOnDate).toBe(false);
    expect(verdictAt(window, notBefore('2025-06-01'))).toMatchObject({
      verdict: 'false',
      dependsOnDate: false,
    });
  });

  it('has none where the claim cannot be that old', () => {
    expect(verdictAt(claimWith({ from: '2025-06-17' }), on('2025-06-16'))).toBeNull();
  });

  it('always holds without a window', () => {
    expect(verdictAt(claimWith({}), unknown)).toMatchObject({ dependsOnDate: false });
  });
});

const minister = 'Russian Defence Minister Sergei Shoigu flew to Pyongyang.';
const signing = 'Russia and North Korea signed their partnership treaty in June this year.';
const sappers = 'Kim Jong Un decided to dispatch 1,000 sappers to the Kursk region of Russia.';

describe('the verdict of a finding', () => {
  it.each([
    ['2023-07-26', 'accurate', false],
    ['2025-06-18', 'outdated', false],
    [null, 'outdated', true],
  ])('published %s: %s', (published, verdict, dependsOnDate) => {
    expect(shown(minister, published)).toMatchObject([
      { claim: 'shoigu-defence-minister', verdict, dependsOnDate },
    ]);
  });

  it('does not depend on the date where an event in the text settles it', () => {
    const report = checker.check(documentOf([minister, sappers]));
    expect(report.notBefore).toBe('2025-06-17');
    expect(report.findings[0]).toMatchObject({
      claim: 'shoigu-defence-minister',
      dependsOnDate: false,
    });
  });

  it('has no lower bound where nothing tells', () => {
    expect(checker.check(documentOf('Moscow and Pyongyang are old friends.')).notBefore).toBeNull();
  });

  it('takes no lower bound from what is only denied', () => {
    const text = 'Peskov denied that Kim will dispatch 1,000 sappers to Russia’s Kursk region.';
    expect(checker.check(documentOf(text)).notBefore).toBeNull();
  });

  it('takes no lower bound from a plan', () => {
    const text = 'Putin of Russia will visit North Korea on 3 September 2031.';
    expect(checker.check(documentOf(text)).notBefore).toBeNull();
  });

  it('takes a day in full of what was done for the lower bound', () => {
    const text = 'Kim of North Korea met Putin of Russia in Beijing on 3 September 2025.';
    expect(checker.check(documentOf(text)).notBefore).toBe('2025-09-03');
  });

  it('takes the first of several openings that a date left open may mean', () => {
    const text =
      'The museum to the North Korean soldiers of Kursk was opened in Pyongyang last month.';
    const report = checker.check(documentOf(text));
    expect(report.notBefore).toBe('2025-10-23');
    expect(report.findings.map(({ verdict }) => verdict)).not.toContain('false');
  });

  it('hands on the publication date', () => {
    const report = checker.check(documentOf(minister, '2025-06-18'));
    expect(report).toMatchObject({ published: '2025-06-18', language: 'en' });
  });
});

describe('“in June this year”', () => {
  it('is June 2024 in a text of December 2024', () => {
    expect(shown(signing, '2024-12-15')).toMatchObject([
      { claim: 'treaty-signed-19-june-2024-pyongyang', verdict: 'accurate' },
    ]);
  });

  it('is June 2025 in a text of July 2025', () => {
    expect(shown(signing, '2025-07-15')).toMatchObject([
      { claim: 'treaty-signed-in-june-2025', verdict: 'false' },
    ]);
  });

  it('is June 2025 or later where the text tells of June 2025', () => {
    const claims = shown([sappers, signing]).map(({ claim }) => claim);
    expect(claims).toContain('treaty-signed-in-june-2025');
    expect(claims).not.toContain('treaty-signed-19-june-2024-pyongyang');
  });
});
