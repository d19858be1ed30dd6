import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Rules } from '../claims/rules.ts';
import { loadRules } from '../claims/stored-rules.ts';
import { Failure, oneLine } from './failure.ts';

/** The folder of the project. */
export const projectRoot = dirname(dirname(import.meta.dirname));

const kept = join(projectRoot, 'node_modules', '.cache', 'tumen-rules');

/**
 * The rules of the claims and the lexicon below `root`. Compiling takes about a second, so what
 * came out is kept until a file it was made from changes.
 * @throws Failure with the first fault, where the claims or the lexicon have any.
 */
export async function projectRules(root: string = projectRoot): Promise<Rules> {
  const file = join(kept, `${await fingerprint(root)}.json`);
  const before = await keptRules(file);
  if (before) return before;
  const { compile } = await import('../claims/compile.ts');
  const { FaultyRulesError } = await import('../claims/fault.ts');
  try {
    const { rules } = await compile(root);
    await keepRules(file, JSON.stringify(rules));
    return loadRules(rules);
  } catch (error) {
    if (error instanceof FaultyRulesError) throw new Failure(faultyLine(error.message), 1);
    throw error;
  }
}

function faultyLine(message: string): string {
  const [first = '', ...others] = message.split('\n');
  const more =
    others.length > 0 ? ` (and ${others.length} more faults: npm run claims -- check)` : '';
  return `${oneLine(first)}${more}`;
}

/** A mark of everything the rules are made from: claims, lexicon, and the code that compiles them. */
async function fingerprint(root: string): Promise<string> {
  const hash = createHash('sha256');
  const folders: [string, RegExp][] = [
    [join(root, 'assets', 'claims'), /\.yaml$/],
    [join(root, 'assets', 'lexicon'), /\.yaml$/],
    [join(projectRoot, 'src', 'claims'), /(?<!\.test)\.ts$/],
    [join(projectRoot, 'src', 'text'), /(?<!\.test)\.ts$/],
  ];
  for (const [folder, wanted] of folders) {
    for (const name of await filesIn(folder)) {
      if (!wanted.test(name)) continue;
      hash
        .update(`${name}\0`)
        .update(await readFile(join(folder, name)))
        .update('\0');
    }
  }
  return hash.digest('hex').slice(0, 32);
}

async function filesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch {
    throw new Failure(`There is no folder ${folder}: claims and lexicon are read from there.`);
  }
}

async function keptRules(file: string): Promise<Rules | null> {
  try {
    return loadRules(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return null;
  }
}

/** Where nothing can be kept, the next run compiles again. */
async function keepRules(file: string, json: string): Promise<void> {
  try {
    await mkdir(kept, { recursive: true });
    const old = (await readdir(kept)).filter((name) => name.endsWith('.json'));
    const unfinished = `${file}.${process.pid}`;
    await writeFile(unfinished, json);
    await rename(unfinished, file);
    await Promise.all(old.map((name) => rm(join(kept, name), { force: true })));
  } catch {
    // A folder that cannot be written is no reason not to answer.
  }
}
