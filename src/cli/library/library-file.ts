import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Compilation } from '../../claims/compile.ts';
import { readCorrections } from '../../claims/corrections.ts';
import type { LibraryFile } from '../../claims/library.ts';
import { personFinder } from './persons.ts';
import { proseOf } from './prose.ts';

/** What links of METHODOLOGY.md lead to in the library. */
const links = { 'assets/corrections.yaml': '#/corrections' };

/**
 * Makes the library file of the claims and pages below `root`.
 * @throws Error naming place and remedy, where the log of corrections or the page on method has a fault.
 */
export async function libraryFile({ rules }: Compilation, root: string): Promise<LibraryFile> {
  const personsOf = personFinder(rules.lexicon);
  const ids = new Map(rules.claims.flatMap((claim) => claimIds(claim, claim.id)));
  const corrections = await readCorrections(root, (id) => ids.has(id));
  return {
    format: 1,
    persons: rules.claims.map(personsOf),
    corrections: corrections.map((one) => ({ ...one, claim: ids.get(one.claim) ?? one.claim })),
    methodology: proseOf(await readFile(join(root, 'METHODOLOGY.md'), 'utf8'), links),
  };
}

/** A claim's id and its aliases, each with the id. */
function claimIds(claim: { aliases: string[] }, id: string): [string, string][] {
  return [id, ...claim.aliases].map((name) => [name, id]);
}
