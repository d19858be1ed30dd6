// `npm run build:engine`: the engine as a package of its own, in dist/ (see docs/ENGINE.md).
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { storedRules } from '../src/claims/stored-rules.ts';
import { projectRules } from '../src/cli/project.ts';
import { runCommand } from './steps.ts';

const root = path.dirname(import.meta.dirname);

/** Where the package is made. */
export const engineFolder = path.join(root, 'dist');

/**
 * Makes the package: the code, its types, the compiled rules and a package.json without dependencies.
 * Claims and lexicon are those below `rulesRoot`.
 * @throws Failure or Error saying what is wrong with the claims or the code.
 */
export async function buildEngine(rulesRoot = root): Promise<void> {
  const { file } = await projectRules(rulesRoot);
  await buildCode();
  const { failed } = await runCommand('tsc', ['-p', 'tsconfig.engine.json']);
  if (failed)
    throw new Error('The types of the package could not be made: the reason stands above.');
  await writeFile(path.join(engineFolder, 'rules.json'), JSON.stringify(storedRules(file)));
  await writeFile(path.join(engineFolder, 'package.json'), await manifest());
  const copies = {
    LICENSE: 'LICENSE',
    'assets/claims/LICENSE': 'LICENSE-claims',
    'docs/ENGINE.md': 'README.md',
  };
  for (const [from, to] of Object.entries(copies)) {
    await copyFile(path.join(root, from), path.join(engineFolder, to));
  }
}

async function buildCode(): Promise<void> {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [{ name: 'rules-stay-beside', enforce: 'pre', resolveId: rulesBeside }],
    build: {
      target: 'es2023',
      outDir: engineFolder,
      emptyOutDir: true,
      minify: false,
      lib: {
        entry: { index: 'src/package/index.ts', page: 'src/package/page.ts' },
        formats: ['es'],
      },
      rollupOptions: { output: { chunkFileNames: '[name].js' } },
    },
  });
}

/** The rules stay a file of their own: whoever brings other rules need not load them. */
function rulesBeside(id: string) {
  return id === './rules.json' ? { id, external: true } : null;
}

/** What the package says of itself, with the paths of package.json as they are from dist/. */
async function manifest(): Promise<string> {
  const whole = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as Manifest;
  const { name, version, type, description, license, exports } = whole;
  const own = JSON.stringify(exports).replaceAll('./dist/', './');
  const needs = { node: '>=22.12' };
  const told = { name, version, type, description, license, engines: needs };
  return `${JSON.stringify({ ...told, sideEffects: false, exports: JSON.parse(own) }, null, 2)}\n`;
}

interface Manifest {
  name: string;
  version: string;
  type: string;
  description: string;
  license: string;
  exports: unknown;
}

if (import.meta.main) {
  try {
    const { values } = parseArgs({ options: { root: { type: 'string' } } });
    await buildEngine(values.root === undefined ? root : path.resolve(values.root));
    console.log('The package is in dist/. How to use it: docs/ENGINE.md.');
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
