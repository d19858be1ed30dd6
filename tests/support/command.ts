import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../src/cli/project.ts';

/** What a command did. */
export interface Outcome {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** Runs a command of the project as a process of its own, as npm would. */
export function run(
  command: 'check' | 'claims' | 'quality',
  args: readonly string[],
  options: { input?: string | Uint8Array; cwd?: string } = {},
): Promise<Outcome> {
  const script = join(projectRoot, 'src', 'cli', `${command}.ts`);
  const { FORCE_COLOR: _colour, INIT_CWD: _calledIn, ...env } = process.env;
  const child = spawn(process.execPath, [script, ...args], { cwd: options.cwd, env });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  // A command that refuses its arguments does not wait for its input.
  child.stdin.on('error', () => {});
  child.stdin.end(options.input ?? '');
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, stdout, stderr }));
  });
}

/** A folder that is gone when the test is over. */
export class TemporaryFolder implements AsyncDisposable {
  readonly path: string;

  private constructor(path: string) {
    this.path = path;
  }

  static async make(): Promise<TemporaryFolder> {
    return new TemporaryFolder(await mkdtemp(join(tmpdir(), 'tumen-cli-')));
  }

  /** Writes a file into the folder and gives its path. */
  async file(name: string, content: string | Uint8Array): Promise<string> {
    const path = join(this.path, name);
    await writeFile(path, content);
    return path;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.path, { recursive: true, force: true });
  }
}

/** Whether this is one clear line and no stack trace. */
export function isOneLine(text: string): boolean {
  return /^[^\n]+\n$/.test(text) && !/\bat .+:\d+:\d+/.test(text);
}
