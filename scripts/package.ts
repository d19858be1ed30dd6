// `npm run package`: what the stores get, in release/. With --verify all of it is made again from
// the sources archive alone, in a folder of its own, and must come out the same to the byte.
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { filesBelow, filesInZip, zipOf } from './archive.ts';
import { releaseNotes } from './release-notes.ts';
import { sourceFiles } from './source-files.ts';
import { buildFor, type Ended, end } from './steps.ts';
import { lintExtension } from './store-lint.ts';

const root = path.dirname(import.meta.dirname);
const release = path.join(root, 'release');

/** Chrome's and Firefox's extension, the sources, and what is new. */
async function makeRelease(): Promise<string[]> {
  const sources = await sourceFiles(root);
  const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  await rm(release, { recursive: true, force: true });
  await mkdir(release);
  for (const browser of ['chrome', 'firefox'] as const) {
    console.log(`Building for ${browser} …`);
    await buildFor(browser);
    const files = await filesBelow(path.join(root, '.output', `${browser}-mv3`));
    await save(`tumen-${version}-${browser}.zip`, await zipOf(files));
  }
  console.log("Holding it against the rules of Firefox's store …");
  const { failed } = await lintExtension('.output/firefox-mv3');
  if (failed) throw new Error('The store would refuse it: the reason stands above.');
  await save(`tumen-${version}-sources.zip`, await zipOf(sources));
  await save(
    'release-notes.md',
    releaseNotes(await readFile(path.join(root, 'CHANGELOG.md'), 'utf8')),
  );
  return writeSums();
}

async function save(name: string, content: Uint8Array | string): Promise<void> {
  await writeFile(path.join(release, name), content);
}

/** A line for each file, as `sha256sum --check` reads them. */
async function writeSums(): Promise<string[]> {
  const lines: string[] = [];
  for (const name of (await readdir(release)).sort()) {
    const content = await readFile(path.join(release, name));
    lines.push(`${createHash('sha256').update(content).digest('hex')}  ${name}`);
  }
  await save('SHA256SUMS', `${lines.join('\n')}\n`);
  return lines;
}

/** Makes the release again from its sources archive alone. */
async function sumsFromSources(): Promise<string[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'tumen-sources-'));
  try {
    const [archive = ''] = (await readdir(release)).filter((name) => name.endsWith('-sources.zip'));
    const content = await readFile(path.join(release, archive));
    for (const packed of await filesInZip(content)) {
      const file = path.join(folder, packed.path);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, packed.content);
    }
    await mustEnd(end('npm', ['ci', '--no-audit', '--no-fund', '--prefer-offline'], folder));
    await mustEnd(end('npm', ['run', 'package'], folder));
    const sums = await readFile(path.join(folder, 'release', 'SHA256SUMS'), 'utf8');
    const made = sums.trim().split('\n');
    await cp(path.join(folder, 'release'), path.join(release, 'from-sources'), { recursive: true });
    return made;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function mustEnd(ending: Promise<Ended>): Promise<void> {
  const { status, output } = await ending;
  if (status !== 0) throw new Error(`The sources archive cannot be built:\n${output.trim()}`);
}

try {
  const { values } = parseArgs({ options: { verify: { type: 'boolean' } } });
  const sums = await makeRelease();
  console.log(`\n${sums.join('\n')}\n\nAll of it is in release/.`);
  if (values.verify) {
    console.log('\nMaking it again from the sources archive alone …');
    const again = await sumsFromSources();
    const differing = again.filter((line) => !sums.includes(line));
    if (again.length !== sums.length || differing.length > 0) {
      const names = differing.join('\n') || 'a file is missing';
      throw new Error(`These came out differently (see release/from-sources):\n${names}`);
    }
    await rm(path.join(release, 'from-sources'), { recursive: true });
    console.log('The same to the byte.');
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
