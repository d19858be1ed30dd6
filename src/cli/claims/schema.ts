import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { claimSchema } from '../../claims/schema.ts';
import { print } from '../output.ts';
import { readOptions, rootHelp, rootOf } from './options.ts';
import type { Subcommand } from './subcommand.ts';

const help = `Writes assets/claims.schema.json, by which editors complete and check claims files.

npm run --silent claims -- schema [options]

  --check     write nothing; exit with 1 when the file is not up to date
  --json      print the schema, write nothing
${rootHelp}
  --help      print this
`;

/** The JSON Schema of a claims file, as text. */
export function claimsSchema(): string {
  const schema = z.toJSONSchema(z.array(claimSchema), { io: 'input' });
  return `${JSON.stringify(schema, null, 2)}\n`;
}

async function run(args: readonly string[]): Promise<number> {
  const options = readOptions(args, 'schema', {
    check: { type: 'boolean' },
    json: { type: 'boolean' },
  });
  const path = join(rootOf(options.root), 'assets', 'claims.schema.json');
  const text = claimsSchema();
  if (options.json) {
    await print(text);
    return 0;
  }
  if (options.check) {
    const current = await readFile(path, 'utf8').catch(() => '');
    if (current === text) return 0;
    await print('assets/claims.schema.json is out of date: run claims -- schema.\n');
    return 1;
  }
  await writeFile(path, text);
  await print('assets/claims.schema.json is written.\n');
  return 0;
}

const schema: Subcommand = { help, run };
export default schema;
