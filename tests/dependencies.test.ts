import { describe, expect, test } from 'vitest';
import { type Dependency, dependencies, faultsOf } from '../scripts/dependencies.ts';
import { licenceNotices } from '../scripts/licence-notices.ts';
import { readProjectFile } from './support/module-graph.ts';

const all = dependencies();

const sound: Dependency = {
  place: 'node_modules/example',
  name: 'example',
  version: '1.0.0',
  licence: 'MIT',
  isBundled: false,
  resolved: 'https://registry.npmjs.org/example/-/example-1.0.0.tgz',
  integrity: `sha512-${'A'.repeat(86)}==`,
};

describe('package-lock.json', () => {
  test('names only packages whose licence, origin and checksum are in order', () => {
    expect(all.length).toBeGreaterThan(100);
    expect(all.flatMap(faultsOf)).toEqual([]);
  });

  test('tells what is in the extension', () => {
    const bundled = all.filter(({ isBundled }) => isBundled).map(({ place }) => place);
    expect(bundled).toContain('node_modules/preact');
    expect(bundled).toContain('node_modules/webextension-polyfill');
    expect(bundled).not.toContain('node_modules/vitest');
    expect(bundled.length).toBeLessThan(15);
  });
});

test('what a change must pass is the same everywhere, and known faults of packages are asked for', () => {
  expect(readProjectFile('.ci/run')).toMatch(/^npm test$/m);
  const workflow = readProjectFile('.github/workflows/test.yml');
  expect(workflow).toMatch(/^ +- run: bash \.ci\/run$/m);
  expect(workflow).toMatch(/^ +- run: npm run audit$/m);
});

test('the extension holds the licence of every package that is in it', () => {
  const notices = licenceNotices();
  for (const { name, version } of all.filter(({ isBundled }) => isBundled)) {
    expect(notices).toContain(`${name} ${version}`);
  }
  expect(notices).toContain('Copyright (c) 2015-present Jason Miller');
  expect(notices).toContain('Apache License');
});

describe('a package is refused', () => {
  test.each([
    ['of an unknown licence', { licence: 'SSPL-1.0' }, 'SSPL-1.0'],
    ['without a licence', { licence: '' }, 'no licence'],
    [
      'that is copyleft and in the extension',
      { licence: 'LGPL-3.0-or-later', isBundled: true },
      'LGPL',
    ],
    ['of which one part is not allowed', { licence: '(MIT AND GPL-2.0)' }, 'GPL-2.0'],
    ['from another place', { resolved: 'https://packages.example/a.tgz' }, 'packages.example'],
    ['from a repository', { resolved: 'git+ssh://git@github.com/a/b.git#c' }, 'git+ssh'],
    ['without a checksum', { integrity: null }, 'sha512'],
    ['with a weak checksum', { integrity: 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=' }, 'sha512'],
  ])('%s', (_, difference, named) => {
    const faults = faultsOf({ ...sound, ...difference });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(named);
  });

  test('but not where one of two licences is allowed', () => {
    expect(faultsOf({ ...sound, licence: '(MIT OR GPL-3.0-or-later)' })).toEqual([]);
  });
});
