import { expect, test } from 'vitest';
import { filesMatching, readProjectFile, ships } from './support/module-graph.ts';

const sources = filesMatching('src/**/*.{ts,tsx}', 'entrypoints/**/*.{ts,tsx}').filter(
  (file) => ships(file) && !file.startsWith('src/cli/'),
);

/** What each line of the sources that matches is, by file and line. */
function linesWith(pattern: RegExp): string[] {
  return sources.flatMap((file) =>
    readProjectFile(file)
      .split('\n')
      .flatMap((line, index) =>
        pattern.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : [],
      ),
  );
}

test('nothing is written into a page as HTML', () => {
  const ways =
    /\b(inner|outer)HTML\b|insertAdjacentHTML|document\.write|setHTML|srcdoc|dangerouslySet/;
  expect(linesWith(ways)).toEqual([]);
});

test('no text is run as code', () => {
  expect(linesWith(/\beval\(|\bnew Function\b|\bset(Timeout|Interval)\(\s*['"`]/)).toEqual([]);
});

test('no way out to the network is used', () => {
  const ways = /XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection|importScripts/;
  expect(linesWith(ways)).toEqual([]);
  const elsewhere = linesWith(/\bfetch\(/).filter(
    // The worker is told by our own page where the rules are, and has our policy.
    (line) => !/runtime\.getURL\(|pack-worker\.ts:\d+ .*fetch\(rules\)/.test(line),
  );
  expect(elsewhere, 'fetch may load files of the extension alone').toEqual([]);
});

test('messages of pages and of other extensions are not listened to', () => {
  const ways = /addEventListener\(\s*'message'|onMessageExternal|onConnectExternal/;
  // Between the settings page and its own worker there is nobody else.
  expect(
    linesWith(ways).filter((line) => !/options\/(import-pack|pack-worker)\.ts/.test(line)),
  ).toEqual([]);
});

test('links out of the extension tell nobody where they come from', () => {
  const links = sources.flatMap((file) => readProjectFile(file).match(/<a\b[^>]*>/g) ?? []);
  const outward = links.filter(
    (link) => /href=\{(url|part\.to|[\w.]*homepage)\}/.test(link) && link.includes('target'),
  );
  expect(outward.length).toBeGreaterThan(0);
  for (const link of outward) {
    expect(link).toContain('rel="noopener noreferrer"');
    expect(link).toContain('referrerpolicy="no-referrer"');
  }
});
