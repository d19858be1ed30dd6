import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { balanceOf, balanceTable } from '../../claims/balance.ts';
import { Failure } from '../failure.ts';
import { print } from '../output.ts';
import { projectRules } from '../project.ts';
import { readOptions, rootHelp, rootOf } from './options.ts';
import type { Subcommand } from './subcommand.ts';

const help = `Counts the verdicts by whose statement was judged, so that anyone can see the balance.

npm run --silent claims -- balance [options]

  --write     put the table into METHODOLOGY.md
  --json      print {speaker: {verdict: count}}
${rootHelp}
  --help      print this
`;

const begin = '<!-- balance: npm run claims -- balance --write -->\n';
const end = '<!-- end of balance -->';

/** METHODOLOGY.md with this table in its place. */
export function withBalance(page: string, table: string): string {
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from < 0 || to < from)
    throw new Failure('METHODOLOGY.md has lost the comments that hold the place of the table.', 1);
  return `${page.slice(0, from + begin.length)}\n${table}\n${page.slice(to)}`;
}

async function run(args: readonly string[]): Promise<number> {
  const options = readOptions(args, 'balance', {
    write: { type: 'boolean' },
    json: { type: 'boolean' },
  });
  const root = rootOf(options.root);
  const balance = balanceOf((await projectRules(root)).file.claims);
  if (options.write) {
    const path = join(root, 'METHODOLOGY.md');
    const page = await readFile(path, 'utf8').catch(() => {
      throw new Failure('There is no METHODOLOGY.md to write to.');
    });
    await writeFile(path, withBalance(page, balanceTable(balance)));
  }
  await print(options.json ? `${JSON.stringify(balance, null, 2)}\n` : balanceTable(balance));
  return 0;
}

const balance: Subcommand = { help, run };
export default balance;
