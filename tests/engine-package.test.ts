import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildEngine, engineFolder } from '../scripts/build-engine.ts';
import { projectRoot } from '../src/cli/project.ts';
import { run, TemporaryFolder } from './support/command.ts';

const execute = promisify(execFile);

const treaty = 'Putin and Kim signed the partnership treaty in June this year in Pyongyang.';
const text = `Russia and North Korea 😀 are close.\n${treaty}`;

/** Runs a script that brings in the package by its name, as a script of somebody else does. */
async function answerOf(code: string): Promise<unknown> {
  const script = `import * as tumen from 'tumen'; console.log(JSON.stringify(await (${code})(tumen)))`;
  const options = ['--input-type=module', '--eval', script, text];
  const { stdout } = await execute(process.execPath, options, { cwd: projectRoot });
  return JSON.parse(stdout);
}

describe('The engine as a package', () => {
  beforeAll(() => buildEngine());

  test('finds what the command line finds, at the same places', async () => {
    const found = await answerOf(
      `({ check }) => check(process.argv[1], { published: '2025-06-18' })`,
    );
    const told = await run('check', ['--json', '--published', '2025-06-18', '-'], { input: text });
    const [{ file: _file, ...expected }] = JSON.parse(told.stdout);
    expect(found).toEqual(expected);
    expect(expected.findings).toHaveLength(1);
    expect(text.slice(expected.findings[0].start, expected.findings[0].end)).toBe(treaty);
  });

  test('takes rules of somebody else, and gives each claim by its id', async () => {
    expect(
      await answerOf(`async ({ check, createTextChecker, bundledRules, loadRules }) => {
        const { file } = await bundledRules();
        const [first] = file.claims;
        const one = loadRules({ ...file, claims: [first] });
        const checker = createTextChecker(one);
        const { findings } = await check(process.argv[1], { rules: one });
        return [checker.claims.length, checker.claim(first.id).id, checker.claim('x'), findings];
      }`),
    ).toEqual([1, expect.any(String), null, []]);
  });

  test('says how to write an option that cannot be', async () => {
    const told = `({ check }) => Promise.all(
      [{ published: '18 June' }, { language: '?' }].map((o) => check('', o).catch(String)))`;
    expect(await answerOf(told)).toEqual([
      'TypeError: published: 18 June is not a day: write it as 2025-06-17.',
      'TypeError: language: ? is not a language: write it as en or ru.',
    ]);
    expect(
      await answerOf(`({ loadRules }) => { try { loadRules({}) } catch (e) { return e.message } }`),
    ).toMatch(/not one that this version of Tumen reads/);
  });

  test('has types that hold in a strict project', async () => {
    await using folder = await TemporaryFolder.make();
    const [index, page] = ['index', 'page'].map((name) =>
      JSON.stringify(join(engineFolder, 'types', 'package', `${name}.d.ts`)),
    );
    await folder.file(
      'reader.ts',
      `import { bundledRules, createTextChecker, type Verdict } from 'tumen';
      import { readPage } from 'tumen/page';
      const page = readPage(document);
      const checker = createTextChecker(await bundledRules());
      export const verdicts: Verdict[] = checker.check(page, { all: true }).findings.map((f) => f.verdict);
      export const ranges: (Range | null)[] = checker.check(page).findings.map(page.rangeOf);
      // @ts-expect-error: a day is a text
      checker.check('', { published: 2025 });`,
    );
    await writeFile(
      join(folder.path, 'tsconfig.json'),
      `{ "compilerOptions": { "strict": true, "noEmit": true, "target": "es2023", "module": "esnext",
        "moduleResolution": "bundler", "types": [], "lib": ["es2023", "dom", "dom.iterable"],
        "exactOptionalPropertyTypes": true, "skipLibCheck": false,
        "paths": { "tumen": [${index}], "tumen/page": [${page}] } } }`,
    );
    const compiler = join(projectRoot, 'node_modules', 'typescript', 'bin', 'tsc');
    const checked = await execute(process.execPath, [compiler, '-p', folder.path]).catch((e) => e);
    expect(checked.stdout).toBe('');
  });

  test('needs nothing but itself', async () => {
    const manifest = JSON.parse(await readFile(join(engineFolder, 'package.json'), 'utf8'));
    expect(manifest).not.toHaveProperty('dependencies');
    for (const name of ['index.js', 'page.js']) {
      const code = await readFile(join(engineFolder, name), 'utf8');
      expect([...code.matchAll(/(?:^import\b.*\bfrom |\bimport\()"([^."][^"]*)"/gm)]).toEqual([]);
    }
  });

  test('checks a folder of articles, as the example shows', async () => {
    const script = join(projectRoot, 'examples', 'check-folder', 'check-folder.js');
    const { stdout } = await execute(process.execPath, [script]);
    expect(stdout).toContain('2025-06-18-treaty.txt:\n  false at 93: “Vladimir Putin and Kim');
    expect(stdout).toContain('outdated at 187: “Sergei Shoigu, the Russian defence minister');
    expect(stdout).toContain('2025-06-19-harvest.txt: no known claim');
  });
});
