import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const correctionsSchema = z.array(
  z.strictObject({
    on: z.iso.date('write the day as YYYY-MM-DD'),
    claim: z.string().min(1),
    what: z.string().trim().min(1),
    why: z.string().trim().min(1),
  }),
);

/** One entry of the log of corrections. */
export type Correction = z.output<typeof correctionsSchema>[number];

/** Where the log stands, below the folder of the project. */
export const correctionsFile = join('assets', 'corrections.yaml');

/**
 * Reads the log of corrections below `root`, the newest first; none where there is no log.
 * @throws Error naming the entry and what is wrong with it.
 */
export async function readCorrections(
  root: string,
  isClaim: (id: string) => boolean,
): Promise<Correction[]> {
  const text = await readFile(join(root, correctionsFile), 'utf8').catch(() => '');
  const corrections = correctionsSchema.safeParse(parse(text) ?? []);
  if (!corrections.success) {
    const [issue] = corrections.error.issues;
    throw new Error(`${correctionsFile} ${issue?.path.join('.')}: ${issue?.message}`);
  }
  const unknown = corrections.data.find(({ claim }) => !isClaim(claim));
  if (unknown) throw new Error(`${correctionsFile}: there is no claim ${unknown.claim}.`);
  return corrections.data.toSorted((a, b) => b.on.localeCompare(a.on));
}
