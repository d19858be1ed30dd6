import { resolve } from 'node:path';
import { type Options, readArguments } from '../arguments.ts';
import { Failure } from '../failure.ts';
import { projectRoot } from '../project.ts';

const rootOption = { root: { type: 'string' } } as const;

/** What `--help` says of the option that all of these commands take. */
export const rootHelp = '  --root DIR  the folder that holds assets/claims and assets/lexicon';

/**
 * Reads the options of a command that takes no files.
 * @throws Failure naming what is not an option of it.
 */
export function readOptions<O extends Options>(args: readonly string[], name: string, options: O) {
  const { values, positionals } = readArguments(
    args,
    { ...options, ...rootOption },
    `claims -- ${name} --help`,
  );
  const [first] = positionals;
  if (first !== undefined) {
    throw new Failure(`${name} takes no ${first}: see claims -- ${name} --help.`);
  }
  return values;
}

/** The folder with the assets: the project's own unless `--root` names another. */
export function rootOf(named: string | undefined): string {
  return named === undefined ? projectRoot : resolve(process.env.INIT_CWD ?? '.', named);
}
