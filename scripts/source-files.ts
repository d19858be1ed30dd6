import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ArchivedFile } from './archive.ts';
import { collect } from './steps.ts';

/** What running the project's commands makes; the folders are those of .gitignore. */
const made = ['node_modules', '.output', '.wxt', '.browsers', 'dist', 'release', 'screenshots'];

/**
 * All files that the project is made from: those that git keeps or, in an unpacked archive of the
 * sources, all that are there.
 * @throws Error where a file was changed or added since the last commit.
 */
export async function sourceFiles(root: string): Promise<ArchivedFile[]> {
  const paths = existsSync(path.join(root, '.git')) ? await keptFiles() : await filesIn(root);
  return Promise.all(
    paths.map(async (file) => ({ path: file, content: await readFile(path.join(root, file)) })),
  );
}

async function keptFiles(): Promise<string[]> {
  const { output: changes } = await collect('git', ['status', '--porcelain']);
  if (changes.trim() !== '') {
    throw new Error(`Commit these first, or the sources would not be those built:\n${changes}`);
  }
  const { output } = await collect('git', ['ls-files', '-z']);
  return output.split('\0').filter((file) => file !== '');
}

async function filesIn(folder: string, within = ''): Promise<string[]> {
  const files: string[] = [];
  for (const entry of await readdir(path.join(folder, within), { withFileTypes: true })) {
    const file = within ? `${within}/${entry.name}` : entry.name;
    if (made.includes(file)) continue;
    if (entry.isDirectory()) files.push(...(await filesIn(folder, file)));
    else files.push(file);
  }
  return files;
}
