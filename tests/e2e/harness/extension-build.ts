import { existsSync, readFileSync } from 'node:fs';
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

interface Manifest {
  content_scripts: { matches: string[] }[];
  browser_specific_settings?: { gecko: { id: string } };
}
