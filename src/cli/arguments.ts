import { type ParseArgsConfig, parseArgs } from 'node:util';
import { Failure } from './failure.ts';

/** The options a command takes, as `node:util` wants them named. */
export type Options = NonNullable<ParseArgsConfig['options']>;

type Parsed<O extends Options> = ReturnType<
  typeof parseArgs<{ options: O; allowPositionals: true; strict: true; args: string[] }>
>;

/**
 * Reads a command's arguments.
 * @throws Failure naming the option that is unknown or not used as it must be.
 */
export function readArguments<O extends Options>(
  args: readonly string[],
  options: O,
  help: string,
): Parsed<O> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new Failure(plainMessage(error, help));
  }
}

function plainMessage(error: unknown, help: string): string {
  if (!(error instanceof Error)) return `The options cannot be read: see ${help}.`;
  const name = /'(?:-\w, )?(--?[^'\s=<]*)/.exec(error.message)?.[1] ?? '';
  if ('code' in error && error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    return `There is no option ${name}: see ${help}.`;
  }
  const wrong = /does not take/.test(error.message) ? 'takes no value' : 'needs a value';
  return `The option ${name} ${wrong}: see ${help}.`;
}
