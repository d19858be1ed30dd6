import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { readFacts, toDay } from './facts.ts';

function factsOf(head: string, body = '', address?: string) {
  const html = `<!doctype html><html lang="uk"><head>${head}</head><body>${body}</body></html>`;
  return readFacts(parseHTML(html).document, address);
}

const linked = (data: unknown): string =>
  `<script type="application/ld+json">${JSON.stringify(data)}</script>`;

describe('readFacts', () => {
  test.each([
    ['JSON-LD', linked({ '@type': 'NewsArticle', datePublished: '2025-06-18T23:30:00+09:00' }), ''],
    [
      'JSON-LD within a graph',
      linked({ '@graph': [{ '@type': ['Article'], datePublished: '2025-06-18' }] }),
      '',
    ],
    ['Open Graph', '<meta property="article:published_time" content="2025-06-18T10:00:00Z">', ''],
    ['a meta of another name', '<meta name="parsely-pub-date" content="2025-06-18">', ''],
    [
      'the time of the story',
      '',
      '<article><h1>x</h1><time datetime="2025-06-18">x</time></article>',
    ],
    ['the only time of the page', '', '<time datetime="2025-06-18">x</time>'],
  ])('reads the day of publication from %s', (_, head, body) => {
    expect(factsOf(head, body).published).toBe('2025-06-18');
  });

  test('reads the day from the address where nothing else tells it', () => {
    expect(factsOf('', '', 'https://example.com/world/2025/06/18/story').published).toBe(
      '2025-06-18',
    );
    expect(factsOf('', '', 'https://example.com/story-20250618').published).toBe('2025-06-18');
    expect(factsOf('', '', 'https://example.com/story-20259999').published).toBeNull();
  });

  test("takes the article's own day, not that of the page around it", () => {
    const head = linked([
      { '@type': 'WebPage', datePublished: '2020-01-01' },
      { '@type': 'NewsArticle', datePublished: '2025-06-18' },
    ]);
    expect(factsOf(head).published).toBe('2025-06-18');
  });

  test('takes no day from the times of other stories', () => {
    const body = '<time datetime="2025-06-18">x</time><time datetime="2025-06-19">y</time>';
    expect(factsOf('', body).published).toBeNull();
  });

  test('passes over JSON-LD that does not parse', () => {
    expect(factsOf('<script type="application/ld+json">{"@type":</script>').published).toBeNull();
  });

  test('knows a fact check', () => {
    expect(factsOf(linked({ '@type': 'ClaimReview' })).isFactCheck).toBe(true);
    expect(factsOf(linked({ '@type': 'NewsArticle' })).isFactCheck).toBe(false);
  });

  test('reads the language', () => {
    expect(factsOf('').language).toBe('uk');
  });
});

describe('toDay', () => {
  test.each([
    ['2025-06-18', '2025-06-18'],
    ['2025-06-18T00:10:00+03:00', '2025-06-18'],
    ['2025/6/8', '2025-06-08'],
    ['20250618', '2025-06-18'],
    ['18.06.2025', '2025-06-18'],
    ['June 18, 2025', '2025-06-18'],
    ['2025-02-30', null],
    ['1970-01-01', null],
    ['2999-01-01', null],
    ['yesterday', null],
    ['', null],
    [20250618, null],
  ])('%s', (written, day) => {
    expect(toDay(written)).toBe(day);
  });
});
