import type { Compilation } from '../../claims/compile.ts';
import { compile } from '../../claims/compile.ts';
import { correctionsFile, readCorrections } from '../../claims/corrections.ts';
import { type Fault, FaultyRulesError } from '../../claims/fault.ts';
import { Failure, oneLine } from '../failure.ts';
import { print } from '../output.ts';
import { counted } from '../readable.ts';
import { failingExamples } from './examples.ts';
import { readOptions, rootHelp, rootOf } from './options.ts';
import type { Subcommand } from './subcommand.ts';

const help = `Finds faults in the claims and the lexicon, and runs all example sentences.

npm run --silent claims -- check [options]

Each fault is a line: file, line, key, what is wrong and what to do.

  --json      print {"claims", "examples", "faults": [{"file", "line", "key", "message"}]}
${rootHelp}
  --help      print this

It ends with status 0 when all is right and with 1 when there are faults.
`;

async function run(args: readonly string[]): Promise<number> {
  const options = readOptions(args, 'check', { json: { type: 'boolean' } });
  const root = rootOf(options.root);
  const compiled = await compileOrFaults(root);
  const faulty = Array.isArray(compiled);
  const faults = faulty
    ? compiled
    : [...(await failingExamples(compiled, root)), ...(await wrongCorrections(compiled, root))];
  const claims = faulty ? 0 : compiled.rules.claims.length;
  const examples = faulty ? 0 : countExamples(compiled);
  if (options.json) await print(`${JSON.stringify({ claims, examples, faults }, null, 2)}\n`);
  else if (faults.length > 0) await report(faults);
  else await print(`${counted(claims, 'claim')} and ${counted(examples, 'example')}: no faults.\n`);
  return faults.length > 0 ? 1 : 0;
}

function countExamples(compiled: Compilation): number {
  return [...compiled.examples.values()].reduce(
    (sum, { makes, not }) => sum + makes.length + not.length,
    0,
  );
}

async function wrongCorrections({ rules }: Compilation, root: string): Promise<Fault[]> {
  const ids = new Set(rules.claims.flatMap(({ id, aliases }) => [id, ...aliases]));
  try {
    await readCorrections(root, (id) => ids.has(id));
    return [];
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return [{ file: correctionsFile, line: 1, key: 'corrections', message }];
  }
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

async function report(faults: readonly Fault[]): Promise<void> {
  const lines = faults.map(
    ({ file, line, key, message }) => `${file}:${line} ${key}: ${oneLine(message)}\n`,
  );
  await print(`${lines.join('')}${counted(faults.length, 'fault')}.\n`);
}

const check: Subcommand = { help, run };
export default check;
