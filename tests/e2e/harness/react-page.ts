import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { runInThisContext } from 'node:vm';

const root = path.join(import.meta.dirname, '../../..');

/** What the application needs, by the names it asks for, as files of the packages. */
const packages = {
  react: 'react/cjs/react.development.js',
  scheduler: 'scheduler/cjs/scheduler.development.js',
  'react-dom': 'react-dom/cjs/react-dom.development.js',
  'react-dom/client': 'react-dom/cjs/react-dom-client.development.js',
};

interface Server {
  renderToString(element: unknown): string;
}

interface Application {
  application?: () => unknown;
}

/** A script with React and an application, for a page: React's own files, each in a function. */
export async function reactScript(application: string): Promise<string> {
  const files = await Promise.all(
    Object.entries(packages).map(async ([name, file]) => {
      const code = await readFile(path.join(root, 'node_modules', file), 'utf8');
      return `${JSON.stringify(name)}: (module, exports, require) => {${code}\n}`;
    }),
  );
  return `(() => {
    const process = globalThis.process ?? { env: { NODE_ENV: 'development' } };
    const packages = {${files.join(',\n')}};
    const loaded = {};
    const require = (name) => {
      if (!loaded[name]) {
        loaded[name] = { exports: {} };
        packages[name](loaded[name], loaded[name].exports, require);
      }
      return loaded[name].exports;
    };
    const exports = {};
    ${application}
  })();`;
}

/** The HTML that a server with React would send for an application. */
export function renderedOnServer(application: string): string {
  const require = createRequire(import.meta.url);
  const exports: Application = {};
  const run = runInThisContext(`(require, exports) => {${application}\n}`) as (
    require: NodeJS.Require,
    exports: Application,
  ) => void;
  run(require, exports);
  if (!exports.application) throw new Error('The script of the page exports no application');
  const { renderToString } = require('react-dom/server') as Server;
  return renderToString(exports.application());
}
