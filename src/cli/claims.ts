import type { Subcommand } from './claims/subcommand.ts';
import { Failure, runCommand } from './failure.ts';
import { print } from './output.ts';

interface Entry {
  /** What it does, in a few words. */
  does: string;
  load(): Promise<{ default: Subcommand }>;
}

/** A new subcommand is a file in claims/ and a line here. */
const subcommands = new Map<string, Entry>([
  ['list', { does: 'list all claims', load: () => import('./claims/list.ts') }],
  ['check', { does: 'find faults in the claims', load: () => import('./claims/check.ts') }],
  ['new', { does: 'begin a claim', load: () => import('./claims/new.ts') }],
  ['try', { does: 'try sentences on a claim', load: () => import('./claims/try.ts') }],
  ['format', { does: 'bring claims files to one form', load: () => import('./claims/format.ts') }],
  ['stale', { does: 'list claims to look at again', load: () => import('./claims/stale.ts') }],
  [
    'coverage',
    {
      does: 'hold the claims against a folder of articles',
      load: () => import('./claims/coverage.ts'),
    },
  ],
  [
    'balance',
    { does: 'count verdicts by whose statement it was', load: () => import('./claims/balance.ts') },
  ],
  [
    'import',
    { does: 'draft claims from fact checks of others', load: () => import('./claims/import.ts') },
  ],
  ['pack', { does: 'check a pack and compile it', load: () => import('./claims/pack.ts') }],
  ['export', { does: 'print the claims for others', load: () => import('./claims/export.ts') }],
  [
    'schema',
    {
      does: 'write the form of claims files for editors',
      load: () => import('./claims/schema.ts'),
    },
  ],
]);

function help(): string {
  const lines = [...subcommands].map(([name, { does }]) => `  ${name.padEnd(10)}${does}`);
  return `Tools for those who keep the claims.

npm run --silent claims -- COMMAND [options]

${lines.join('\n')}

COMMAND --help tells more of each.
`;
}

await runCommand(async () => {
  const [name, ...args] = process.argv.slice(2);
  if (name === '--help') {
    await print(help());
    return 0;
  }
  const names = [...subcommands.keys()].join(', ');
  if (name === undefined) throw new Failure(`Name a command: ${names}; or see --help.`);
  const entry = subcommands.get(name);
  if (!entry) throw new Failure(`There is no command ${name}: choose ${names}; or see --help.`);
  const subcommand = (await entry.load()).default;
  if (args.includes('--help')) {
    await print(subcommand.help);
    return 0;
  }
  return subcommand.run(args);
});
