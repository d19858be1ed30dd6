import type { Compilation, Fault } from '../../claims/compile.ts';
import { compile, FaultyRulesError } from '../../claims/compile.ts';
import { Failure, oneLine } from '../failure.ts';
import { print } from '../output.ts';
import { counted } from '../readable.ts';
import { failingExamples } from './examples.ts';
import { readOptions, rootHelp, rootOf } from './options.ts';
import type { Subcommand } from './subcommand.ts';

const help = `Finds faults in the claims and the lexicon, and runs all example sentences.

npm run --silent claims -- check [options]

Each fault is a line: file, line, key, what is wrong and what to do.

${rootHelp}
  --help      print this

It ends with status 0 when all is right and with 1 when there are faults.
`;

async function run(args: readonly string[]): Promise<number> {
  const options = readOptions(args, 'check', {});
  const root = rootOf(options.root);
  const compiled = await compileOrFaults(root);
  if (Array.isArray(compiled)) return report(compiled);
  const faults = await failingExamples(compiled, root);
  if (faults.length > 0) return report(faults);
  let examples = 0;
  for (const { makes, not } of compiled.examples.values()) examples += makes.length + not.length;
  const claims = counted(compiled.rules.claims.length, 'claim');
  await print(`${claims} and ${counted(examples, 'example')}: no faults.\n`);
  return 0;
}

async function compileOrFaults(root: string): Promise<Compilation | Fault[]> {
  try {
    return await compile(root);
  } catch (error) {
    if (error instanceof FaultyRulesError) return [...error.faults];
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new Failure(`There are no assets/claims and assets/lexicon in ${root}.`);
    }
    throw error;
  }
}

async function report(faults: readonly Fault[]): Promise<number> {
  const lines = faults.map(
    ({ file, line, key, message }) => `${file}:${line} ${key}: ${oneLine(message)}\n`,
  );
  await print(`${lines.join('')}${counted(faults.length, 'fault')}.\n`);
  return 1;
}

const check: Subcommand = { help, run };
export default check;
