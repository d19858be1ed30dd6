import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { filesBelow, zipOf } from '../../scripts/archive.ts';
import { projectRoot } from '../../src/cli/project.ts';
import type { Row } from './row.ts';

const run = promisify(execFile);

/** Builds the extension, packs it as the stores get it, and weighs it. */
export async function sizeRows(): Promise<Row[]> {
  await run('wxt', ['build'], { cwd: projectRoot });
  const build = join(projectRoot, '.output', 'chrome-mv3');
  const scripts = [join('content-scripts', 'content.js'), 'read.js'];
  const texts = await Promise.all(scripts.map((script) => readFile(join(build, script))));
  const { length: size } = await zipOf(await filesBelow(build));
  return [
    {
      what: 'content script, with what it brings in to read a page, gzipped',
      measured: texts.reduce((sum, text) => sum + gzipSync(text).length, 0) / 1000,
      budget: 15,
      unit: 'kB',
    },
    { what: 'whole extension, zipped', measured: size / 1000, budget: 500, unit: 'kB' },
  ];
}
