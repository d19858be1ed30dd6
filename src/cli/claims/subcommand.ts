/** One of the tools for those who keep the claims. Each stands in a file of its own in this folder. */
export interface Subcommand {
  /** What `--help` prints. */
  help: string;
  /** Runs with the arguments that follow its name and gives the exit status. */
  run(args: readonly string[]): Promise<number>;
}
