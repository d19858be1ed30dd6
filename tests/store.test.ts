import { describe, expect, test } from 'vitest';
import { filesInZip, zipOf } from '../scripts/archive.ts';
import { releaseNotes } from '../scripts/release-notes.ts';
import { readProjectFile } from './support/module-graph.ts';

/** What stands under a heading of a text for the stores. */
function section(file: string, heading: string): string {
  const [, after = ''] = readProjectFile(file).split(`\n## ${heading}\n`);
  return (after.split('\n## ')[0] ?? '').trim();
}

describe.each(['store/chrome-web-store.md', 'store/mozilla-add-ons.md'])('%s', (file) => {
  test('has the name and the summary of the extension, short enough for the store', () => {
    const words = JSON.parse(readProjectFile('public/_locales/en/messages.json'));
    expect(section(file, 'Name')).toBe(words.extensionName.message);
    expect(section(file, 'Summary')).toBe(words.extensionDescription.message);
    expect(section(file, 'Summary').length).toBeLessThanOrEqual(132);
  });

  test('gives a reason for each permission, and for no other', () => {
    const [, asked = ''] =
      /\bpermissions: \[([^\]]*)\]/.exec(readProjectFile('wxt.config.ts')) ?? [];
    const rows = section(file, 'Permissions').matchAll(/^\| (`?[\w ]+`?) \| (.{20,}) \|$/gm);
    const explained = [...rows].map(([, name = '']) => name.replaceAll('`', ''));
    const wanted = [...asked.matchAll(/'(\w+)'/g)].map(([, name]) => name);
    expect(explained.sort()).toEqual(
      [...wanted, 'host permissions', 'optional host permissions'].sort(),
    );
  });
});

describe('zipOf', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);

  test('gives the same bytes in whatever order the files come', async () => {
    const files = [
      { path: 'manifest.json', content: bytes('{}'.repeat(99)) },
      { path: 'icons/16.png', content: bytes('png') },
      { path: 'a.js', content: bytes('') },
    ];
    const zip = await zipOf(files);
    expect(await zipOf(files.toReversed())).toEqual(zip);
    const inside = await filesInZip(zip);
    expect(inside.map(({ path }) => path)).toEqual(['a.js', 'icons/16.png', 'manifest.json']);
    expect(inside[2]?.content).toEqual(bytes('{}'.repeat(99)));
  });

  test('writes one day for all, which no clock changes', async () => {
    const zip = await zipOf([{ path: 'a', content: bytes('a') }]);
    // In a zip file the first of January 1980, midnight, is the time 0 and the date 0x21.
    expect([...zip.slice(10, 14)]).toEqual([0, 0, 0x21, 0]);
  });
});

describe('releaseNotes', () => {
  test('are the newest section, without its heading, with links as words', () => {
    const changelog =
      '# Changelog\n\nAll.\n\n## [2.0.0] - 2026-12-01\n\n### Added\n\n- A [page](docs/A.md).\n\n## [1.0.0]\n\n- Old.\n';
    expect(releaseNotes(changelog)).toBe('### Added\n\n- A page.\n');
  });

  test('are there for the changelog as it is', () => {
    expect(releaseNotes(readProjectFile('CHANGELOG.md'))).toMatch(/^### \w+\n\n- \S/);
    expect(() => releaseNotes('# Changelog\n')).toThrow('has no section');
  });
});
