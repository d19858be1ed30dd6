import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Failure } from '../failure.ts';

/** The articles in a folder and the folders in it: pages and texts, in order of their names. */
export async function articlesIn(folder: string): Promise<string[]> {
  const path = resolve(process.env.INIT_CWD ?? '.', folder);
  try {
    const entries = await readdir(path, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && /\.(?:html?|txt)$/i.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  } catch {
    throw new Failure(`There is no folder ${folder}.`);
  }
}
