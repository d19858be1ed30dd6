import { execFile } from 'node:child_process';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { projectRoot } from '../../src/cli/project.ts';
import type { Row } from './row.ts';

const run = promisify(execFile);

/** Builds and zips the extension, and weighs it. */
export async function sizeRows(): Promise<Row[]> {
  await run('wxt', ['zip'], { cwd: projectRoot });
  const output = join(projectRoot, '.output');
  const script = await readFile(join(output, 'chrome-mv3', 'content-scripts', 'content.js'));
  const zip = (await readdir(output)).find((name) => name.endsWith('chrome.zip'));
  const { size } = await stat(join(output, zip ?? ''));
  return [
    {
      what: 'content script, gzipped',
      measured: gzipSync(script).length / 1000,
      budget: 15,
      unit: 'kB',
    },
    { what: 'whole extension, zipped', measured: size / 1000, budget: 500, unit: 'kB' },
  ];
}
