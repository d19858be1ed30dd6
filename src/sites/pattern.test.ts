import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { covers, originsOf, PatternError, patternOfSite, toPattern } from './pattern.ts';

describe('toPattern', () => {
  test.each([
    ['example.com', 'example.com'],
    [' https://www.Example.com/ ', 'example.com'],
    ['www2.example.com', 'example.com'],
    ['www.com', 'www.com'],
    ['*.example.com', '*.example.com'],
    ['*://*.example.com/*', '*.example.com'],
    ['example.com/blog/*', 'example.com/blog/*'],
    ['example.com/Blog#part', 'example.com/Blog'],
    ['example.com?page=2', 'example.com/?page=2'],
    ['example.com/новости/*', 'example.com/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8/*'],
    ['пример.рф', 'пример.рф'],
    ['localhost', 'localhost'],
    ['127.0.0.1/x', '127.0.0.1/x'],
  ])('takes %s as %s', (line, pattern) => {
    expect(toPattern(line)).toBe(pattern);
    expect(toPattern(pattern)).toBe(pattern);
  });

  test.each([
    ['', 'Host'],
    ['two words', 'Host'],
    ['/blog', 'Host'],
    ['exa%20mple.com', 'Host'],
    ['me@example.com', 'Host'],
    ['example..com', 'Host'],
    ['1', 'Host'],
    ['[::1]', 'Host'],
    ['example.com:8080', 'Port'],
    ['ftp://example.com', 'Scheme'],
    ['*', 'Wildcard'],
    ['*.*', 'Wildcard'],
    ['news.*.com', 'Wildcard'],
    ['*.com', 'Wildcard'],
    ['*.127.0.0.1', 'Wildcard'],
  ])('refuses %j: %s', (line, fault) => {
    expect(() => toPattern(line)).toThrow(`site${fault}: `);
  });

  test('gives one form or one clear refusal for any line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (line) => {
        try {
          const pattern = toPattern(line);
          expect(toPattern(pattern)).toBe(pattern);
          expect(originsOf(pattern).length).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toBeInstanceOf(PatternError);
        }
      }),
    );
  });
});

describe('covers', () => {
  const holds = (pattern: string, address: string) => covers(pattern, new URL(address));

  test.each([
    ['example.com', 'https://example.com/a'],
    ['example.com', 'http://www.example.com/'],
    ['*.example.com', 'https://example.com/'],
    ['*.example.com', 'https://a.b.example.com:8080/'],
    ['example.com/blog/*', 'https://www.example.com/blog/2025/one?page=2'],
    ['example.com/*/sport', 'https://example.com/uk/news/sport'],
    ['example.com/blog', 'https://example.com/blog?from=mail'],
    ['example.com/?page=*', 'https://example.com/?page=2'],
    ['example.com/новости/*', 'https://example.com/новости/1'],
    ['пример.рф', 'https://пример.рф/'],
    ['localhost', 'http://localhost:3000/'],
  ])('%s covers %s', (pattern, address) => {
    expect(holds(pattern, address)).toBe(true);
  });

  test.each([
    ['example.com', 'https://m.example.com/'],
    ['*.example.com', 'https://notexample.com/'],
    ['*.example.com', 'https://example.com.evil.test/'],
    ['example.com/blog/*', 'https://example.com/blog'],
    ['example.com/blog/*', 'https://example.com/Blog/'],
    ['example.com/a*a', 'https://example.com/a'],
    ['example.com/blog', 'https://example.com/blog/one'],
    ['www.com', 'https://example.com/'],
  ])('%s does not cover %s', (pattern, address) => {
    expect(holds(pattern, address)).toBe(false);
  });
});

test('originsOf names the hosts that access is needed to', () => {
  expect(originsOf('example.com/blog/*')).toEqual(['*://example.com/*', '*://www.example.com/*']);
  expect(originsOf('*.example.com')).toEqual(['*://*.example.com/*']);
  expect(originsOf('localhost')).toEqual(['*://localhost/*']);
  expect(originsOf('пример.рф')).toContain('*://xn--e1afmkfd.xn--p1ai/*');
});

test('patternOfSite covers a host and all under it', () => {
  expect(patternOfSite('www.Example.com')).toBe('*.example.com');
  expect(patternOfSite('127.0.0.1')).toBe('127.0.0.1');
  expect(patternOfSite('localhost')).toBe('localhost');
});
