/** An end of a command that the user can do something about: one clear line and an exit status. */
export class Failure extends Error {
  readonly status: number;

  constructor(message: string, status = 2) {
    super(message);
    this.name = 'Failure';
    this.status = status;
  }
}

/** The text on one line, with nothing in it that would steer a terminal. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}

/** Writes to standard error, where messages go so that standard output stays the answer alone. */
export function complain(message: string): void {
  process.stderr.write(`${oneLine(message)}\n`);
}

function isBrokenPipe(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE';
}

/**
 * Runs a command to its exit status. A failure becomes one line on standard error, never a stack
 * trace; a reader that has read enough (`| head`) ends the command without a word.
 */
export async function runCommand(command: () => Promise<number>): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error) => process.exit(isBrokenPipe(error) ? 0 : 2));
  }
  try {
    process.exitCode = await command();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (error instanceof Failure) complain(message);
    else complain(`This should not happen; please report it: ${message}`);
    process.exitCode = error instanceof Failure ? error.status : 2;
  }
}
