import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.join(import.meta.dirname, '../../..');

/** A host on the list of news sites that no browser insists on reaching by a secure connection. */
export const newsHost = 'www.koreaherald.com';

/** A host that is not on the list, so that Tumen leaves its pages alone. */
export const unlistedHost = 'www.unlisted.example';

/** The extension as `wxt build` made it, which is what the stores get. */
export interface ExtensionBuild {
  folder: string;
  /** The identifier that Firefox knows the extension by. */
  firefoxId: string;
}

/** The built extension for a browser. */
export function extensionBuild(browser: 'chrome' | 'firefox'): ExtensionBuild {
  const folder = path.join(root, `.output/${browser}-mv3`);
  const file = path.join(folder, 'manifest.json');
  if (!existsSync(file)) throw new Error(`There is no ${file}: run "npm run build" first`);
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  const matches = manifest.content_scripts.flatMap((script) => script.matches);
  if (!matches.some((pattern) => newsHost.endsWith(pattern.slice('*://*.'.length, -'/*'.length)))) {
    throw new Error(
      `${newsHost} is no longer a listed news site: choose another in ${import.meta.filename}`,
    );
  }
  return { folder, firefoxId: manifest.browser_specific_settings?.gecko.id ?? '' };
}

/**
 * A copy of the build for which the browser has no CSS Custom Highlight API: a script that is loaded
 * before the others takes it away from the extension's own view of pages, and from its popup.
 */
export async function copyWithoutHighlights(build: string): Promise<string> {
  const folder = await copyWithFirst(
    build,
    `Object.defineProperty(globalThis, 'CSS', { value: {} });`,
  );
  await change(folder, 'popup.html', (html) =>
    html.replace('<head>', '<head><script src="/first.js"></script>'),
  );
  return folder;
}

/** A copy of the build that runs this code in its own view of each page before all else. */
export async function copyWithFirst(build: string, code: string): Promise<string> {
  const folder = await copyOf(build);
  await writeFile(path.join(folder, 'first.js'), code);
  await changeManifest(folder, (manifest) => {
    for (const script of manifest.content_scripts) script.js.unshift('first.js');
  });
  return folder;
}

/**
 * A copy of the build that has access to all sites from the first, which a test can take and give back
 * in the browser's own pages: the question for it is drawn where no test reaches.
 */
export async function copyWithAllSites(build: string): Promise<string> {
  const folder = await copyOf(build);
  await changeManifest(folder, (manifest) => {
    manifest.host_permissions.push(...manifest.optional_host_permissions);
    manifest.optional_host_permissions = [];
  });
  return folder;
}

/**
 * A copy of the build that leaves pages of this name alone until it is told, with further scripts in
 * it that can be run in its place.
 */
export async function copyToMeasure(
  build: string,
  page: string,
  scripts: Record<string, string>,
): Promise<string> {
  const folder = await copyOf(build);
  for (const [name, code] of Object.entries(scripts)) {
    await writeFile(path.join(folder, `${name}.js`), code);
  }
  await changeManifest(folder, (manifest) => {
    for (const script of manifest.content_scripts) script.exclude_matches = [`*://*/${page}*`];
  });
  return folder;
}

async function copyOf(build: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'tumen-test-'));
  await cp(build, folder, { recursive: true });
  return folder;
}

async function change(folder: string, name: string, changed: (text: string) => string) {
  const file = path.join(folder, name);
  await writeFile(file, changed(await readFile(file, 'utf8')));
}

async function changeManifest(folder: string, edit: (manifest: Manifest) => void): Promise<void> {
  await change(folder, 'manifest.json', (json) => {
    const manifest = JSON.parse(json) as Manifest;
    edit(manifest);
    return JSON.stringify(manifest);
  });
}

interface Manifest {
  content_scripts: { matches: string[]; js: string[]; exclude_matches?: string[] }[];
  host_permissions: string[];
  optional_host_permissions: string[];
  browser_specific_settings?: { gecko: { id: string } };
}
