import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { dependencies } from './dependencies.ts';

const root = path.dirname(import.meta.dirname);

/** Packages that come without a licence file, and those of the same makers that have it. */
const madeWith: Readonly<Record<string, string>> = { '@wxt-dev/browser': 'wxt' };

/**
 * The licences of the packages whose code is in the extension, as they ask to be handed on with it.
 * @throws Error naming a package that brings no licence file.
 */
export function licenceNotices(): string {
  const bundled = dependencies().filter(({ isBundled }) => isBundled);
  const notices = bundled.map(({ name, version, licence }) => {
    // The Mozilla licence, of 16 kB, asks for no more than to be told where it and the source are.
    const text =
      licence === 'MPL-2.0'
        ? `Its source is at https://www.npmjs.com/package/${name}, its licence at https://mozilla.org/MPL/2.0/.`
        : licenceOf(name);
    return `${name} ${version} (${licence})\n\n${text}`;
  });
  const apache = readFileSync(path.join(root, 'assets/licences/Apache-2.0.txt'), 'utf8').trim();
  return `${[
    'Tumen contains code of these packages, under these licences.',
    ...notices,
    apache,
  ].join('\n\n---\n\n')}\n`;
}

function licenceOf(name: string): string {
  const folder = path.join(root, 'node_modules', madeWith[name] ?? name);
  const [file] = globSync('LICEN[CS]E*', { cwd: folder });
  if (!file) {
    throw new Error(
      `${name} brings no licence file: name a package of its makers that does in scripts/licence-notices.ts`,
    );
  }
  return readFileSync(path.join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
}
