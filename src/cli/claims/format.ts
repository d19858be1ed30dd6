import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatClaims } from '../../claims/format.ts';
import { Failure } from '../failure.ts';
import { print } from '../output.ts';
import { counted } from '../readable.ts';
import { readOptions, rootHelp, rootOf } from './options.ts';
import type { Subcommand } from './subcommand.ts';

const help = `Brings all claims files to one form. What they say stays the same, comments stay.

npm run --silent claims -- format [options]

  --check     write nothing; exit with 1 and name the files that are not in that form
  --json      print {"changed": [files]}
${rootHelp}
  --help      print this
`;

async function run(args: readonly string[]): Promise<number> {
  const options = readOptions(args, 'format', {
    check: { type: 'boolean' },
    json: { type: 'boolean' },
  });
  const root = rootOf(options.root);
  const changed: string[] = [];
  for (const file of await claimsFiles(root)) {
    const before = await readFile(join(root, file), 'utf8');
    const after = formatted(before, file);
    if (after === before) continue;
    changed.push(file);
    if (!options.check) await writeFile(join(root, file), after);
  }
  const done = options.check ? 'not in the one form: run claims -- format' : 'formatted';
  const lines = changed.map((file) => `${file}: ${done}\n`);
  await print(
    options.json
      ? `${JSON.stringify({ changed }, null, 2)}\n`
      : `${lines.join('')}${counted(changed.length, 'file')} ${options.check ? 'to format' : 'changed'}.\n`,
  );
  return options.check && changed.length > 0 ? 1 : 0;
}

function formatted(text: string, file: string): string {
  try {
    return formatClaims(text);
  } catch (error) {
    throw new Failure(`${file}: ${error instanceof Error ? error.message : 'is not YAML'}`, 1);
  }
}

/** The claims files below `root`, from there. */
export async function claimsFiles(root: string): Promise<string[]> {
  const folder = join('assets', 'claims');
  try {
    const names = await readdir(join(root, folder));
    return names
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .map((name) => join(folder, name));
  } catch {
    throw new Failure(`There is no folder ${folder} in ${root}.`);
  }
}

const format: Subcommand = { help, run };
export default format;
