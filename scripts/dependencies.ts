import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { filesMatching, importsOf, reachableFrom } from '../tests/support/module-graph.ts';

const root = path.dirname(import.meta.dirname);

/** Licences under which code may be part of the extension. */
const forBundled = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD', 'MPL-2.0'];

/** Licences under which tools may run on a developer's machine: nothing of them is passed on. */
const forTools = [
  ...forBundled,
  'BSD',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'LGPL-3.0-or-later',
  'PSF-2.0',
  'Python-2.0',
  'Zlib',
];

/** The only place that packages may come from. */
const registry = 'https://registry.npmjs.org/';

/** One package of package-lock.json. */
export interface Dependency {
  /** Its folder from the root, such as `node_modules/preact`. */
  place: string;
  name: string;
  version: string;
  /** As an SPDX expression; empty where the package does not tell. */
  licence: string;
  /** Whether code of it is in the extension. */
  isBundled: boolean;
  resolved: string | null;
  integrity: string | null;
}

interface Locked {
  version?: string;
  license?: string;
  resolved?: string;
  integrity?: string;
  link?: boolean;
}

/** Every package that package-lock.json names, as it says, and as the package itself says of its licence. */
export function dependencies(
  lock: { packages: Record<string, Locked> } = readLock(),
): Dependency[] {
  const bundled = bundledPlaces();
  return Object.entries(lock.packages)
    .filter(([place]) => place !== '')
    .map(([place, locked]) => ({
      place,
      name: place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version: locked.version ?? '',
      licence: locked.license ?? licenceInPackage(place),
      isBundled: bundled.has(place),
      resolved: locked.resolved ?? null,
      integrity: locked.integrity ?? null,
    }));
}

/** What is wrong with a package, each fault with what to do about it. */
export function faultsOf(dependency: Dependency): string[] {
  const { place, licence, isBundled, resolved, integrity } = dependency;
  const faults: string[] = [];
  if (!isAllowed(licence, isBundled ? forBundled : forTools)) {
    const where = isBundled ? 'in the extension' : 'as a tool';
    const named = licence ? `the licence ${licence}` : 'no licence';
    faults.push(
      `${place} has ${named}, which may not be ${where}: replace it, or weigh it and list it in scripts/dependencies.ts`,
    );
  }
  if (resolved !== null && !resolved.startsWith(registry)) {
    faults.push(`${place} comes from ${resolved}: only ${registry} may be in package-lock.json`);
  }
  if (!integrity || !/^sha512-[\w+/]{86}==$/.test(integrity)) {
    faults.push(
      `${place} has no sha512 in package-lock.json: make the entry again with npm install`,
    );
  }
  return faults;
}

/** Whether one of the licences that an SPDX expression offers is on a list; of an AND, all must be. */
function isAllowed(expression: string, list: readonly string[]): boolean {
  const plain = expression.replaceAll(/[()]/g, '');
  return plain
    .split(/\s+OR\s+/)
    .some((choice) => choice.split(/\s+AND\s+/).every((licence) => list.includes(licence.trim())));
}

/** Of these packages, which also are commands, only a part is bundled, and needs no more than this. */
const neededInBundle: Readonly<Record<string, string[]>> = {
  wxt: ['@wxt-dev/browser'],
  // argparse reads the options of its command.
  'js-yaml': [],
};

/**
 * The packages whose code is bundled: those that files of the extension import, and what these need.
 */
function bundledPlaces(): Set<string> {
  const places = new Set<string>();
  const add = (name: string, from: string) => {
    const place = placeOf(name, from);
    if (!place || places.has(place)) return;
    places.add(place);
    const needed = neededInBundle[name] ?? Object.keys(neededBy(place));
    for (const other of needed) if (!other.startsWith('@types/')) add(other, place);
  };
  const entries = filesMatching('entrypoints/**/*.{ts,tsx,html}');
  for (const file of reachableFrom(entries, ({ isType }) => !isType)) {
    if (!/\.tsx?$/.test(file)) continue;
    for (const { to, isPackage, isType } of importsOf(file)) {
      if (isPackage && !isType) add(packageOf(to), '');
    }
  }
  // The module puts the one behind the other.
  add('@wxt-dev/webextension-polyfill', '');
  add('webextension-polyfill', '');
  return places;
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** The folder in which a package is found from another one's. */
function placeOf(name: string, from: string): string | null {
  for (let at = from; ; at = at.slice(0, Math.max(at.lastIndexOf('/node_modules/'), 0))) {
    const place = `${at ? `${at}/` : ''}node_modules/${name}`;
    if (existsSync(path.join(root, place, 'package.json'))) return place;
    if (at === '') return null;
  }
}

function neededBy(place: string): Record<string, string> {
  return (
    readJson<{ dependencies?: Record<string, string> }>(`${place}/package.json`).dependencies ?? {}
  );
}

type OldLicence = string | { type: string };

/** Old packages tell their licences in other forms, which npm does not take over. */
function licenceInPackage(place: string): string {
  if (!existsSync(path.join(root, place, 'package.json'))) return '';
  const { license, licenses = [] } = readJson<{
    license?: OldLicence;
    licenses?: OldLicence | OldLicence[];
  }>(`${place}/package.json`);
  return [license ?? licenses]
    .flat()
    .map((licence) => (typeof licence === 'string' ? licence : licence.type))
    .join(' OR ');
}

function readLock(): { packages: Record<string, Locked> } {
  return readJson('package-lock.json');
}

function readJson<Content>(file: string): Content {
  return JSON.parse(readFileSync(path.join(root, file), 'utf8')) as Content;
}
