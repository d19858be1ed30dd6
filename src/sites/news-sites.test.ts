import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { matchPatterns } from './news-sites.ts';

test('makes a pattern of each listed site', () => {
  const list: unknown = parse(readFileSync('assets/news-sites.yaml', 'utf8'));
  const patterns = matchPatterns(list);
  expect(patterns.length).toBeGreaterThan(190);
  expect(patterns).toContain('*://*.reuters.com/*');
});

test.each([
  ['a list that is none', {}, 'list of groups'],
  ['a group without a reason', [{ name: 'A', hosts: [] }], 'group 1: give it a name and a reason'],
  [
    'an address for a host',
    [{ name: 'A', reason: 'B', hosts: ['https://a.com'] }],
    'not a host name',
  ],
  [
    'a host listed twice',
    [{ name: 'A', reason: 'B', hosts: ['a.com', 'a.com'] }],
    'a.com is listed twice',
  ],
  [
    'a host within another',
    [{ name: 'A', reason: 'B', hosts: ['a.com', 'm.a.com'] }],
    'm.a.com is within another listed host',
  ],
])('refuses %s', (_, list, message) => {
  expect(() => matchPatterns(list)).toThrow(message);
});
