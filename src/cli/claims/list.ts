import type { ClaimRule } from '../../claims/rules.ts';
import { print } from '../output.ts';
import { projectRules } from '../project.ts';
import { counted } from '../readable.ts';
import { readOptions, rootHelp, rootOf } from './options.ts';
import type { Subcommand } from './subcommand.ts';

const help = `Lists all claims.

npm run --silent claims -- list [options]

  --json      print an array of {"id", "aliases", "theme", "claim", "verdict", "reviewed",
              "sources"}, where sources is their number
${rootHelp}
  --help      print this
`;

async function run(args: readonly string[]): Promise<number> {
  const options = readOptions(args, 'list', { json: { type: 'boolean' } });
  const { claims } = (await projectRules(rootOf(options.root))).file;
  await print(options.json ? `${JSON.stringify(claims.map(record), null, 2)}\n` : table(claims));
  return 0;
}

function record({ id, aliases, theme, claim, verdict, reviewed, sources }: ClaimRule) {
  return { id, aliases, theme, claim, verdict, reviewed, sources: sources.length };
}

function table(claims: readonly ClaimRule[]): string {
  const lines: string[] = [];
  for (const [theme, ofTheme] of Map.groupBy(claims, (claim) => claim.theme)) {
    lines.push(theme);
    for (const { id, claim, verdict, reviewed, sources } of ofTheme) {
      lines.push(`  ${verdict.padEnd(12)}${id}`);
      lines.push(`  ${' '.repeat(12)}${claim}`);
      lines.push(`  ${' '.repeat(12)}${counted(sources.length, 'source')}, reviewed ${reviewed}`);
    }
    lines.push('');
  }
  return `${lines.join('\n')}${counted(claims.length, 'claim')}.\n`;
}

const list: Subcommand = { help, run };
export default list;
