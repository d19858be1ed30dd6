import { join } from 'node:path';
import { claimRule, readClaimEntries } from './claim-entries.ts';
import { addFault, type Fault, FaultyRulesError, parsed } from './fault.ts';
import type { IrregularVerbs } from './inflect.ts';
import { ConceptEntries, lexiconOf } from './lexicon-entries.ts';
import type { RulesFile } from './rules.ts';
import { type ClaimEntry, irregularVerbsSchema } from './schema.ts';
import { readYamlFiles, type YamlFile } from './yaml-file.ts';

/** What a compilation gives: the rules, and every example with the claim it belongs to. */
export interface Compilation {
  rules: RulesFile;
  examples: Map<string, ClaimEntry['examples']>;
}

/**
 * Reads, checks and compiles assets/claims and assets/lexicon below `root`.
 * @throws FaultyRulesError naming file, line, key and remedy of every fault.
 */
export async function compile(root: string): Promise<Compilation> {
  const faults: Fault[] = [];
  const { concepts, irregular } = await readLexicon(root, faults);
  const claims = await readClaims(root, faults, concepts);
  if (faults.length > 0) throw new FaultyRulesError(faults);
  return {
    rules: {
      format: 1,
      claims: claims.map(({ entry, theme }) => claimRule(entry, theme, concepts.groups)),
      lexicon: lexiconOf(concepts, irregular),
    },
    examples: new Map(claims.map(({ entry }) => [entry.id, entry.examples])),
  };
}

async function readFiles(root: string, folder: string, faults: Fault[]): Promise<YamlFile[]> {
  const files = await readYamlFiles(root, join('assets', folder));
  for (const { path, errors } of files) {
    for (const error of errors) faults.push({ file: path, key: 'YAML', ...error });
  }
  return files;
}

interface ReadLexicon {
  concepts: ConceptEntries;
  irregular: IrregularVerbs;
}

async function readLexicon(root: string, faults: Fault[]): Promise<ReadLexicon> {
  const concepts = new ConceptEntries();
  let irregular: IrregularVerbs = {};
  for (const file of await readFiles(root, 'lexicon', faults)) {
    if (file.theme === 'irregular-verbs') {
      const table = parsed(irregularVerbsSchema, file.value, file, [], faults);
      if (table) irregular = table.en;
      continue;
    }
    concepts.read({ ...(file.value ?? {}) }, file, [], faults);
  }
  concepts.noteMissing(faults);
  return { concepts, irregular };
}

async function readClaims(
  root: string,
  faults: Fault[],
  concepts: ConceptEntries,
): Promise<{ entry: ClaimEntry; theme: string }[]> {
  const known = { ids: new Set<string>(), concepts };
  const claims: { entry: ClaimEntry; theme: string }[] = [];
  for (const file of await readFiles(root, 'claims', faults)) {
    if (file.value === null) continue;
    if (!Array.isArray(file.value)) {
      addFault(faults, file, [], 'a claims file is a list of claims: begin each with "- id:"');
      continue;
    }
    for (const entry of readClaimEntries(file.value, file, [], known, faults)) {
      claims.push({ entry, theme: file.theme });
    }
  }
  return claims;
}
