import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.dirname(import.meta.dirname);

/** How many tests a step took, by how they ended. A command counts as one test. */
export interface Outcome {
  passed: number;
  failed: number;
}

/** A command that has ended. */
export interface Ended {
  status: number;
  output: string;
}

/** Runs a command of the project; what it says is shown only when it fails. */
export async function runCommand(name: string, options: string[]): Promise<Outcome> {
  const { status, output } = await collect(name, options);
  if (status === 0) return { passed: 1, failed: 0 };
  console.log(output.trim());
  return { passed: 0, failed: 1 };
}

/**
 * Builds the extension for a browser, into `.output`.
 * @throws Error where it does not build; the reason is printed.
 */
export async function buildFor(browser: 'chrome' | 'firefox'): Promise<void> {
  const { failed } = await runCommand('wxt', ['build', '--browser', browser]);
  if (failed > 0) throw new Error(`The build for ${browser} failed: the reason stands above.`);
}

/** Runs the tests of one of the projects in vitest.config.ts, in the open, and counts them. */
export async function runTests(project: string): Promise<Outcome> {
  const folder = await mkdtemp(path.join(tmpdir(), 'tumen-tests-'));
  const file = path.join(folder, 'results.json');
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const status = await show('vitest', ['run', '--project', project, ...reporters]);
    return outcomeOf(status, await readFile(file, 'utf8').catch(() => '{}'));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A run that went wrong outside of any test still counts as a failure, as does one without tests. */
function outcomeOf(status: number, results: string): Outcome {
  const { numPassedTests: passed = 0, numFailedTests: failed = 0 } = JSON.parse(results) as {
    numPassedTests?: number;
    numFailedTests?: number;
  };
  const wentWrong = status !== 0 || passed + failed === 0;
  return { passed, failed: wentWrong ? Math.max(failed, 1) : failed };
}

/** Runs a command of the project and collects what it says. */
export function collect(name: string, options: string[]): Promise<Ended> {
  return end(name, options, root);
}

/** Runs a command in a folder and collects what it says. */
export function end(name: string, options: string[], folder: string): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(name, options, {
      ...place,
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const hear = (chunk: string) => {
      output += chunk;
    };
    child.stdout.setEncoding('utf8').on('data', hear);
    child.stderr.setEncoding('utf8').on('data', hear);
    child.on('error', reject);
    child.on('close', (status) => resolve({ status: status ?? 1, output }));
  });
}

function show(name: string, options: string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(name, options, { ...place, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', reject);
    child.on('close', (status) => resolve(status ?? 1));
  });
}

/** The name of the list of folders that commands are looked for in; on Windows it is Path. */
const pathName = Object.keys(process.env).find((key) => key.toLowerCase() === 'path') ?? 'PATH';

const folders = [path.join(root, 'node_modules/.bin'), process.env[pathName]];

/** On Windows the tools are command files, which only a shell can start. */
const place = {
  cwd: root,
  shell: process.platform === 'win32',
  // The project's own tools, also where npm did not start us.
  env: { ...process.env, [pathName]: folders.join(path.delimiter) },
};
