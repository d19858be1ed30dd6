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

test('an address that is not of Tumen itself becomes a link in one place, which looks at it', () => {
  const ownAddress = /href=("\/|"#|\{addressOf\(|\{part\.to\}>|\{address\}>)/;
  const links = linesWith(
    /<a\b|\bhref=|\.href = |window\.open\(|location\.(assign|replace)\(/,
  ).filter((line) => !ownAddress.test(line) && !/<a( class="[\w-]+")?$/.test(line));
  // What is saved as a file has an address of the browser's own making.
  for (const line of links) expect(line).toMatch(/^src\/ui\/(web-link\.tsx|save-file\.ts):/);
});
