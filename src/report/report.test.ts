import { expect, test } from 'vitest';
import type { ClaimText } from '../claims/claim.ts';
import type { CheckedText } from './checked-text.ts';
import { claimReviews } from './claim-review.ts';
import { markdownReport, type ReportWords } from './markdown.ts';
import { webAnnotations } from './web-annotation.ts';

const claim: ClaimText = {
  id: 'treaty-signed-in-june-2025',
  aliases: [],
  theme: 'treaty',
  claim: 'The treaty was signed in June 2025.',
  verdict: 'false',
  summary: 'It was signed in June 2024.',
  explanation: 'Both sides published it.',
  time: { from: null, until: null, before: null, after: null, note: '' },
  judged: ['media'],
  figures: [],
  sources: [
    {
      publisher: 'TASS',
      title: 'Treaty signed',
      url: 'https://tass.com/a',
      published: '2024-06-19',
      kind: 'agency',
      supports: 'Gives the day.',
    },
  ],
  reviewed: '2026-11-01',
  confidence: 'high',
  doubts: null,
};

const quote = 'The treaty was signed in June 2025.';

function checked(text: string, more: Partial<CheckedText> = {}): CheckedText {
  const start = text.indexOf(quote);
  const finding = {
    claim: claim.id,
    verdict: 'false' as const,
    start,
    end: start + quote.length,
    quote,
    dependsOnDate: false,
  };
  return {
    address: 'https://news.example/a?b=1',
    title: 'Talks',
    published: '2025-06-18',
    language: 'en',
    text,
    findings: [finding],
    claims: new Map([[claim.id, claim]]),
    ...more,
  };
}

const long = `${'Before it. '.repeat(9)}${quote}${' After it.'.repeat(9)}`;

test('a ClaimReview names claim, sentence, place, verdict and evidence', () => {
  expect(claimReviews([checked(long)])).toEqual([
    expect.objectContaining({
      '@context': 'https://schema.org',
      '@type': 'ClaimReview',
      claimReviewed: claim.claim,
      itemReviewed: {
        '@type': 'Claim',
        name: claim.claim,
        text: quote,
        appearance: {
          '@type': 'CreativeWork',
          url: 'https://news.example/a?b=1',
          headline: 'Talks',
          datePublished: '2025-06-18',
          inLanguage: 'en',
          text: quote,
        },
      },
      reviewRating: expect.objectContaining({ ratingValue: 1, alternateName: 'false' }),
      citation: [expect.objectContaining({ url: 'https://tass.com/a' })],
    }),
  ]);
});

test('a ClaimReview has the verdict of its text, not that of today', () => {
  const text = checked(long);
  const findings = text.findings.map((one) => ({ ...one, verdict: 'accurate' as const }));
  const [review] = claimReviews([{ ...text, findings }]);
  expect(review?.reviewRating).toMatchObject({ ratingValue: 6, alternateName: 'accurate' });
});

test('an annotation finds its sentence by quote, context and position', () => {
  const [annotation] = webAnnotations([checked(long)]);
  const [byQuote, byPlace] = annotation?.target.selector ?? [];
  const start = long.indexOf(quote);
  const end = start + quote.length;
  expect(byQuote).toEqual({
    type: 'TextQuoteSelector',
    exact: quote,
    prefix: long.slice(start - 32, start),
    suffix: long.slice(end, end + 32),
  });
  expect(byPlace).toEqual({ type: 'TextPositionSelector', start, end });
  expect(annotation).toMatchObject({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    type: 'Annotation',
    motivation: 'assessing',
    target: { source: 'https://news.example/a?b=1' },
  });
  expect(annotation?.id).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
});

test('positions count characters, and no context is cut within one', () => {
  const text = `😀${'x'.repeat(30)} ${quote} ${'x'.repeat(30)}😀`;
  const [annotation] = webAnnotations([checked(text)]);
  const [byQuote, byPlace] = annotation?.target.selector ?? [];
  expect(byPlace).toMatchObject({ start: 32, end: 32 + quote.length });
  expect(byQuote).toMatchObject({
    prefix: `${'x'.repeat(30)} `,
    suffix: ` ${'x'.repeat(30)}`,
  });
});

test('the same text gives the same annotations; each has a name of its own', () => {
  const text = checked(`${quote} ${quote}`);
  const again = text.findings.map((one) => ({ ...one, start: one.start + 36, end: one.end + 36 }));
  const both = { ...text, findings: [...text.findings, ...again] };
  expect(webAnnotations([both])).toEqual(webAnnotations([both]));
  expect(new Set(webAnnotations([both]).map(({ id }) => id)).size).toBe(2);
});

test.each([
  ['my text?.txt', 'my%20text%3F.txt'],
  ['a:b.txt', './a:b.txt'],
  ['C:\\texts\\a.txt', './C:/texts/a.txt'],
  [null, expect.stringMatching(/^urn:uuid:/)],
])('a text at %s is named as addresses are written', (address, source) => {
  expect(webAnnotations([checked(long, { address })])[0]?.target.source).toEqual(source);
});

test('a text without findings gives an empty list', () => {
  const text = checked(long, { findings: [] });
  expect([claimReviews([text]), webAnnotations([text])]).toEqual([[], []]);
});

const words: ReportWords = {
  title: 'Report',
  untitled: 'Text',
  published: (day) => `Published ${day}`,
  nothing: 'Nothing found.',
  verdict: (verdict) => verdict.toUpperCase(),
  dependsOnDate: 'No date.',
  sources: 'Sources',
  reviewed: (day) => `Reviewed ${day}`,
  pack: ({ name }) => `From ${name}, not reviewed`,
  day: (day) => day,
};

test('the Markdown report gives each sentence with verdict, what is true and sources', () => {
  expect(markdownReport([checked(long)], words)).toBe(`# Report

## [Talks](<https://news.example/a?b=1>)

Published 2025-06-18

### FALSE: It was signed in June 2024.

> The treaty was signed in June 2025.

Both sides published it.

Sources:

- [TASS: Treaty signed](<https://tass.com/a>), 2024-06-19

Reviewed 2026-11-01 · Tumen, \`treaty-signed-in-june-2025\`
`);
});

test('nothing that a page says is taken for Markdown', () => {
  const title = '[x](javascript:y) <img src=z>\n# a_b';
  const report = markdownReport([checked(long, { title, address: null, findings: [] })], words);
  expect(report).toContain('## \\[x\\](javascript:y) \\<img src=z\\> \\# a\\_b\n');
  expect(report).toContain('Nothing found.');
});

test('every report says whose the claim of a pack is', () => {
  const pack = { id: 'desk', name: 'Ferries', by: 'The Harbour Desk' };
  const text = checked(long, { claims: new Map([[claim.id, { ...claim, pack }]]) });
  expect(claimReviews([text])[0]?.author.name).toBe('The Harbour Desk');
  expect(markdownReport([text], words)).toContain('From Ferries, not reviewed');
  expect(webAnnotations([text])[0]?.body).toContainEqual(
    expect.objectContaining({
      value: 'From the pack Ferries by The Harbour Desk; not reviewed by Tumen.',
    }),
  );
});

test('a Markdown report links addresses of the web alone', () => {
  const [source] = claim.sources;
  if (!source) throw new Error('the claim has no source');
  const hostile = { ...claim, sources: [{ ...source, url: 'javascript:alert(1)' }] };
  const report = markdownReport(
    [checked(long, { address: 'data:text/html,x', claims: new Map([[claim.id, hostile]]) })],
    words,
  );
  expect(report).toContain('- TASS: Treaty signed');
  expect(report).not.toMatch(/\]\(|javascript|data:/);
});
