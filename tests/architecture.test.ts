import { expect, test } from 'vitest';
import {
  filesMatching,
  type Import,
  importsOf,
  reachableFrom,
  readProjectFile,
  ships,
} from './support/module-graph.ts';

/** Which parts each part may import, besides itself. All arrows point down this list. */
const parts: Record<string, string[]> = {
  entrypoints: [
    'annotate',
    'page',
    'library',
    'ui',
    'report',
    'messages',
    'settings',
    'packs',
    'policy',
    'sites',
    'reason',
    'storage',
    'engine',
    'text',
    'claims',
  ],
  package: ['page', 'engine', 'text', 'claims'],
  cli: [
    'package',
    'page',
    'report',
    'messages',
    'settings',
    'packs',
    'policy',
    'sites',
    'reason',
    'engine',
    'text',
    'claims',
  ],
  annotate: [
    'page',
    'ui',
    'messages',
    'settings',
    'packs',
    'policy',
    'sites',
    'reason',
    'engine',
    'text',
    'claims',
  ],
  page: ['messages', 'settings', 'packs', 'policy', 'sites', 'reason', 'engine', 'text', 'claims'],
  library: [
    'ui',
    'report',
    'messages',
    'settings',
    'packs',
    'policy',
    'sites',
    'reason',
    'engine',
    'text',
    'claims',
  ],
  ui: [
    'report',
    'messages',
    'settings',
    'packs',
    'policy',
    'sites',
    'reason',
    'storage',
    'engine',
    'text',
    'claims',
  ],
  report: ['engine', 'text', 'claims'],
  messages: [
    'report',
    'settings',
    'packs',
    'policy',
    'sites',
    'reason',
    'engine',
    'text',
    'claims',
  ],
  settings: ['packs', 'policy', 'sites', 'reason', 'storage', 'engine', 'text', 'claims'],
  packs: ['policy', 'sites', 'reason', 'storage', 'engine', 'text', 'claims'],
  policy: ['sites', 'reason'],
  sites: ['reason'],
  engine: ['text', 'claims'],
  claims: ['text'],
  text: [],
  storage: ['reason'],
  reason: [],
};

/** These parts are pure: the same code runs in a page, in a worker and on the command line. */
const partsWithoutPackages = ['engine', 'text'];

const sources = filesMatching('src/**/*.{ts,tsx}', 'entrypoints/**/*.{ts,tsx}').filter(ships);
const imports = sources.flatMap(importsOf);

test('every file is in a part that has its place', () => {
  const strangers = sources.filter((file) => !(partOf(file) in parts));
  expect(strangers, 'give these a folder that tests/architecture.test.ts knows').toEqual([]);
});

test('imports point one way', () => {
  const wrong = imports.filter(({ from, to, isPackage }) => {
    const [own, other] = [partOf(from), partOf(to)];
    if (isPackage || own === other || isData(to)) return false;
    return !parts[own]?.includes(other);
  });
  expect(wrong.map(explainDirection)).toEqual([]);
});

test('the engine and its text tools need no package', () => {
  const wrong = imports.filter(
    ({ from, isPackage }) => isPackage && partsWithoutPackages.includes(partOf(from)),
  );
  expect(wrong.map(({ from, line, to }) => `${from}:${line} imports ${to}`)).toEqual([]);
});

test('every file is used', () => {
  const used = reachableFrom([...entrypoints(), ...commands(), 'wxt.config.ts']);
  const all = filesMatching('src/**/*.{ts,tsx,css}', 'entrypoints/**/*.{ts,tsx,css}');
  const orphans = all.filter((file) => ships(file) && !used.has(file));
  expect(orphans, 'no entrypoint and no script of package.json leads to these').toEqual([]);
});

test('every import of a file leads to one that is there', () => {
  const used = reachableFrom(sources);
  const dead = imports.filter(({ to, isPackage }) => !isPackage && !used.has(to));
  expect(dead.map(({ from, line, to }) => `${from}:${line} imports ${to}`)).toEqual([]);
});

/** The folder below `src`, or `entrypoints`. */
function partOf(file: string): string {
  const [first = '', second = ''] = file.split('/');
  return first === 'src' ? second : first;
}

/** Texts for translation and the like. */
function isData(file: string): boolean {
  return /^(public|assets)\//.test(file);
}

/** What the browser starts: files in `entrypoints`, and `index` files one folder below. */
function entrypoints(): string[] {
  return filesMatching('entrypoints/*.ts', 'entrypoints/*/index.{ts,html}');
}

/** What `npm run` starts. */
function commands(): string[] {
  return readProjectFile('package.json').match(/\b(src|scripts|tests)\/[\w./-]+\.ts\b/g) ?? [];
}

function explainDirection({ from, line, to }: Import): string {
  const allowed = parts[partOf(from)] ?? [];
  const may = allowed.length > 0 ? `only ${allowed.join(', ')}` : 'nothing outside itself';
  return `${from}:${line} imports ${to}, but ${partOf(from)} may import ${may}`;
}
