import { readFile } from 'node:fs/promises';
import type {} from '@wxt-dev/auto-icons';
import { defineConfig } from 'wxt';
import { parse } from 'yaml';
import { licenceNotices } from './scripts/licence-notices.ts';
import { type Compilation, compile } from './src/claims/compile.ts';
import { FaultyRulesError } from './src/claims/fault.ts';
import { storedRules } from './src/claims/stored-rules.ts';
import { failingExamples } from './src/cli/claims/examples.ts';
import { libraryFile } from './src/cli/library/library-file.ts';
import { oldestChrome, oldestFirefox } from './src/settings/oldest-browsers.ts';
import { matchPatterns } from './src/sites/news-sites.ts';
import { everywhere } from './src/sites/sites.ts';

const root = import.meta.dirname;

/** The form of what organisations can set. Firefox asks for none. */
const policySchema = 'policy.schema.json';

const chrome = {
  minimum_chrome_version: oldestChrome,
  storage: { managed_schema: policySchema },
};

/** Kinds of scripts that run in pages of others. */
const inPages: ReadonlySet<string> = new Set(['content-script', 'unlisted-script']);

const firefox = {
  browser_specific_settings: {
    gecko: {
      id: 'tumen@tumen.example',
      strict_min_version: `${oldestFirefox}.0`,
      data_collection_permissions: { required: ['none'] },
    },
    gecko_android: { strict_min_version: `${oldestFirefox}.0` },
  },
};

/** What is brought into a page is to be used: told so, Chromium compiles all of it without a first look. */
const compileHint = '//# allFunctionsCalledOnLoad\n';

/** The claims that ship. One with a fault, or with an example that fails, does not build. */
async function compiledClaims(): Promise<Compilation> {
  const compilation = await compile(root);
  const faults = await failingExamples(compilation, root);
  if (faults.length > 0) throw new FaultyRulesError(faults);
  return compilation;
}

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill', '@wxt-dev/auto-icons'],
  autoIcons: { baseIconPath: 'assets/icon.svg', sizes: [128, 96, 48, 32, 16] },
  vite: () => ({
    build: { target: 'es2023' },
    // The page is not to hear of us, see there.
    resolve: {
      alias: { 'wxt/utils/content-script-context': `${root}/src/page/script-context.ts` },
    },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: ['storage', 'scripting', 'activeTab'],
    // Asked for when the reader adds sites.
    optional_host_permissions: [everywhere],
    ...(browser === 'firefox' ? firefox : chrome),
    // Our own pages may load nothing from anywhere: the browser itself holds us to it.
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; " +
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
    commands: {
      'next-finding': {
        suggested_key: { default: 'Alt+Period' },
        description: '__MSG_commandNext__',
      },
      'previous-finding': {
        suggested_key: { default: 'Alt+Comma' },
        description: '__MSG_commandPrevious__',
      },
    },
  }),
  hooks: {
    // What runs in pages goes without the wrapper that makes one API of promises of two: both browsers
    // bring that themselves by now, and a page's own thread is to be held up by nothing it can do without.
    'vite:build:extendConfig'(entrypoints, { resolve, plugins, build }) {
      const runInPages = entrypoints.every(({ type }) => inPages.has(type));
      if (runInPages && resolve?.alias) Reflect.deleteProperty(resolve.alias, 'wxt/browser');
      // A worker is no entry point of wxt's; built with the page that starts it, it shares the code of all pages.
      if (entrypoints.some(({ name }) => name === 'options')) {
        Object.assign(build?.rollupOptions?.input ?? {}, {
          'pack-worker': `${root}/entrypoints/options/pack-worker.ts`,
        });
      }
      const areBroughtIn = entrypoints.every(({ type }) => type === 'unlisted-script');
      if (!areBroughtIn) return;
      plugins?.push({
        name: 'compile-hint',
        generateBundle(_options, bundle) {
          for (const file of Object.values(bundle)) {
            if (file.type === 'chunk') file.code = compileHint + file.code;
          }
        },
      });
    },
    async 'entrypoints:resolved'(_wxt, entrypoints) {
      const matches = matchPatterns(
        parse(await readFile(`${root}/assets/news-sites.yaml`, 'utf8')),
      );
      for (const entrypoint of entrypoints) {
        if (entrypoint.type === 'content-script') entrypoint.options.matches = matches;
      }
    },
    // The drawing part is brought into the very pages that are read, so this asks for nothing more.
    'build:manifestGenerated'(_wxt, manifest) {
      manifest.host_permissions = manifest.content_scripts?.flatMap((s) => s.matches ?? []) ?? [];
    },
    async 'build:publicAssets'({ config }, files) {
      if (config.browser !== 'firefox') {
        files.push({ relativeDest: policySchema, absoluteSrc: `${root}/assets/${policySchema}` });
      }
      // The texts of the interface go without the spaces that lay them out for those who write them.
      for (const [index, file] of files.entries()) {
        if (!('absoluteSrc' in file) || !/messages\.json$/.test(file.relativeDest)) continue;
        const { relativeDest, absoluteSrc } = file;
        const contents = JSON.stringify(JSON.parse(await readFile(absoluteSrc, 'utf8')));
        files[index] = { relativeDest, contents };
      }
      const compilation = await compiledClaims();
      const library = await libraryFile(compilation, root);
      files.push(
        { relativeDest: 'rules.json', contents: JSON.stringify(storedRules(compilation.rules)) },
        { relativeDest: 'library.json', contents: JSON.stringify(library) },
        { relativeDest: 'third-party-licences.txt', contents: licenceNotices() },
      );
    },
  },
});
