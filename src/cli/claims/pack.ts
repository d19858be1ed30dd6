import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { compilePack } from '../../claims/compile-pack.ts';
import { FaultyRulesError } from '../../claims/fault.ts';
import { packLimits, rulesOfPack } from '../../claims/pack.ts';
import { readArguments } from '../arguments.ts';
import { complain, Failure, oneLine } from '../failure.ts';
import { print } from '../output.ts';
import { projectRules } from '../project.ts';
import { counted } from '../readable.ts';
import { examplesThatFail } from './examples.ts';
import { rootHelp, rootOf } from './options.ts';
import type { Subcommand } from './subcommand.ts';

const help = `Checks a pack, runs its example sentences, and writes it in the compiled form.

npm run --silent claims -- pack FILE [options]

  --out FILE  where the compiled pack is written; without it the pack is checked only
${rootHelp}
  --help      print this

FILE is YAML as docs/PACKS.md explains it. Tumen's settings page takes the compiled form and the YAML.
It ends with status 0 when all is right and with 1 when there are faults.
`;

async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(
    args,
    { out: { type: 'string' }, root: { type: 'string' } },
    'claims -- pack --help',
  );
  const [name, more] = positionals;
  if (name === undefined || more !== undefined)
    throw new Failure('Name one file: see claims -- pack --help.');
  const ours = (await projectRules(rootOf(values.root))).file;
  const text = await readFile(pathOf(name), 'utf8').catch(() => {
    throw new Failure(`${name} cannot be read.`);
  });
  try {
    const { file, passedOver, examples } = compilePack(text, name.replace(/^.*[/\\]/, ''), ours);
    for (const id of passedOver) complain(`Tumen has a concept ${id} of its own, which is used.`);
    const failing = examplesThatFail(rulesOfPack(file, ours), examples);
    for (const { claim, key, message } of failing) {
      await print(`claim ${claim.id}, examples.${key.join('.')}: ${oneLine(message)}\n`);
    }
    if (failing.length > 0) return 1;
    const json = JSON.stringify(file);
    if (Buffer.byteLength(json) > packLimits.file)
      throw new Failure(`The compiled pack is larger than ${packLimits.file} bytes: make two.`, 1);
    if (values.out !== undefined) await write(values.out, json);
    await print(`${counted(file.claims.length, 'claim')}: no faults.\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof FaultyRulesError)) throw error;
    for (const { claim, key, message } of error.faults) {
      const place = claim === undefined ? key : `claim ${claim}${key && `, ${key}`}`;
      await print(`${place}: ${oneLine(message)}\n`);
    }
    return 1;
  }
}

async function write(name: string, json: string): Promise<void> {
  try {
    await writeFile(pathOf(name), json);
  } catch {
    throw new Failure(`${name} cannot be written.`);
  }
}

function pathOf(name: string): string {
  return resolve(process.env.INIT_CWD ?? '.', name);
}

const pack: Subcommand = { help, run };
export default pack;
