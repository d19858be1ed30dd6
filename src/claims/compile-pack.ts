import { load } from 'js-yaml';
import { claimRule, noteNames, readClaimEntries } from './claim-entries.ts';
import { addFault, type EntryFile, type Fault, FaultyRulesError, parsed } from './fault.ts';
import { ConceptEntries, lexiconOf } from './lexicon-entries.ts';
import { type PackFile, type PackHeader, packLimits } from './pack.ts';
import { noteCrowds, noteExcess, noteLongGroups } from './pack-bounds.ts';
import {
  compiledClaimSchema,
  compiledConceptSchema,
  compiledPackSchema,
  packEntriesSchema,
  packSchema,
} from './pack-schema.ts';
import type { ClaimRule, Concept, RulesFile } from './rules.ts';
import type { ClaimEntry } from './schema.ts';
import { areStored, rulesIn } from './stored-rules.ts';

/** A pack, and the concepts of it that are passed over, since Tumen has its own of that name. */
export interface CompiledPack {
  file: PackFile;
  passedOver: string[];
  /** The example sentences by the ids that claims have in Tumen; none in a compiled file. */
  examples: Map<string, ClaimEntry['examples']>;
}

/** What a pack is made of, whichever form it came in. */
interface Parts {
  claims: ClaimRule[];
  concepts: Concept[];
  passedOver: string[];
  examples?: ClaimEntry['examples'][];
}

/**
 * Checks and compiles a file that somebody else made: claims as in assets/claims, with or without a
 * header and concepts of their own, or a compiled rules file.
 * @throws FaultyRulesError naming claim, key and remedy of every fault.
 */
export function compilePack(text: string, name: string, ours: RulesFile): CompiledPack {
  const faults: Fault[] = [];
  const theme = idFrom(name);
  const file: EntryFile = { path: name, theme, lineOf: () => 0 };
  const read = readValue(text, file, faults);
  if (faults.length === 0) noteExcess(read, file, faults);
  stopAt(faults, read);

  const known = new Set(ours.lexicon.concepts.map(({ id }) => id));
  const isCompiled = 'format' in read;
  const value = isCompiled && areStored(read) ? { ...read, ...rulesIn(read) } : read;
  const top = parsed(isCompiled ? compiledPackSchema : packEntriesSchema, value, file, [], faults);
  const header = headerOf(value.pack, file, faults);
  if (!top || !header) throw faulty(faults, value);
  const parts =
    'lexicon' in top
      ? compiledParts(top.claims, top.lexicon.concepts, file, known, faults)
      : entryParts(top.claims, top.concepts, { ...file, theme: header.id }, known, ours, faults);
  noteCrowds(parts.claims, file, faults);
  stopAt(faults, value);
  return {
    file: {
      format: 1,
      pack: header,
      claims: parts.claims,
      lexicon: { concepts: parts.concepts, irregularVerbs: {} },
    },
    passedOver: parts.passedOver,
    examples: new Map(
      parts.examples?.map((examples, at) => [`${header.id}/${parts.claims[at]?.id}`, examples]),
    ),
  };
}

/** What the file says; a bare list of claims is a pack without a header. */
function readValue(text: string, file: EntryFile, faults: Fault[]): Record<string, unknown> {
  const isJson = /\.json$/i.test(file.path);
  let value: unknown = null;
  try {
    value = isJson ? JSON.parse(text) : load(text);
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).split('\n')[0];
    addFault(faults, file, [], `it is not ${isJson ? 'JSON' : 'YAML'}: ${reason}`);
    return {};
  }
  if (Array.isArray(value)) return { claims: value };
  if (typeof value === 'object' && value !== null) return { ...value };
  addFault(faults, file, [], 'it holds no claims: see docs/PACKS.md for the form of a pack');
  return {};
}

/** A file without a header goes by its name. */
function headerOf(value: unknown, file: EntryFile, faults: Fault[]): PackHeader | null {
  if (value !== undefined) return parsed(packSchema, value, file, ['pack'], faults);
  const name = file.path.replace(/\.[a-z]+$/i, '').slice(0, 80);
  return parsed(packSchema, { id: file.theme, name }, file, ['pack'], faults);
}

function entryParts(
  claims: readonly unknown[],
  values: Readonly<Record<string, unknown>>,
  file: EntryFile,
  known: ReadonlySet<string>,
  ours: RulesFile,
  faults: Fault[],
): Parts {
  const groups: Map<string, readonly string[]> = new Map(ours.lexicon.groups);
  const taken = { has: (id: string) => known.has(id) || groups.has(id) };
  const [own, passedOver] = ownOf(Object.entries(values), ([id]) => id, taken);
  const concepts = new ConceptEntries();
  if (own.length > packLimits.concepts) addFault(faults, file, ['concepts'], tooManyConcepts);
  else concepts.read(Object.fromEntries(own), file, ['concepts'], faults);
  concepts.noteMissing(faults, known);
  if (concepts.wordingCount() > packLimits.wordings) {
    addFault(faults, file, ['concepts'], tooManyWordings);
  }
  for (const [name, members] of concepts.groups) groups.set(name, members);
  const all = { has: (id: string) => taken.has(id) || concepts.has(id) };
  const entries = readClaimEntries(
    claims,
    file,
    ['claims'],
    { ids: new Set(), concepts: all },
    faults,
  );
  const statements = entries.flatMap((entry) => entry.statements);
  noteLongGroups(statements, groups, file, faults);
  if (faults.length > 0) return { claims: [], concepts: [], passedOver };
  return {
    claims: entries.map((entry) => claimRule(entry, file.theme, groups)),
    concepts: lexiconOf(concepts, ours.lexicon.irregularVerbs).concepts,
    passedOver,
    examples: entries.map(({ examples }) => examples),
  };
}

function compiledParts(
  claims: readonly unknown[],
  values: readonly unknown[],
  file: EntryFile,
  known: ReadonlySet<string>,
  faults: Fault[],
): Parts {
  const read = values.flatMap((value, index) => {
    const concept = parsed(
      compiledConceptSchema,
      value,
      file,
      ['lexicon', 'concepts', index],
      faults,
    );
    return concept ?? [];
  });
  const [concepts, passedOver] = ownOf(read, ({ id }) => id, known);
  if (concepts.length > packLimits.concepts) {
    addFault(faults, file, ['lexicon', 'concepts'], tooManyConcepts);
  }
  const own = new Set(concepts.map(({ id }) => id));
  const all = { has: (id: string) => known.has(id) || own.has(id) };
  for (const { id, is = [], for: country = [], in: place = [] } of concepts) {
    for (const name of [is, country, place].flat()) {
      if (all.has(name)) continue;
      const message = `there is no concept ${name}: define it or correct the name`;
      addFault(faults, file, ['lexicon', 'concepts', id], message);
    }
  }
  const ids = new Set<string>();
  return {
    claims: claims.flatMap((value, index) => {
      const path = ['claims', index];
      const claim = parsed(compiledClaimSchema, value, file, path, faults);
      if (!claim) return [];
      noteNames(claim, file, path, { ids, concepts: all }, faults);
      return [claim];
    }),
    concepts,
    passedOver,
  };
}

const tooManyConcepts = `a pack may bring ${packLimits.concepts} concepts of its own: make two of it`;

const tooManyWordings = `its words come to more than ${packLimits.wordings} with all alternatives: make two packs of it`;

/** The concepts that Tumen does not have, and the names of those that it has. */
function ownOf<C>(
  concepts: readonly C[],
  idOf: (concept: C) => string,
  known: Pick<ReadonlySet<string>, 'has'>,
): [own: C[], passedOver: string[]] {
  return [
    concepts.filter((one) => !known.has(idOf(one))),
    concepts.map(idOf).filter((id) => known.has(id)),
  ];
}

/** An id made from the name of a file. */
function idFrom(name: string): string {
  const words = name
    .replace(/\.[a-z]+$/i, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return words?.join('-').slice(0, 60).replace(/-$/, '') ?? 'pack';
}

function stopAt(faults: readonly Fault[], value: Record<string, unknown>): void {
  if (faults.length > 0) throw faulty(faults, value);
}

/** The faults, each with the id of its claim in place of its number. */
function faulty(faults: readonly Fault[], { claims }: Record<string, unknown>): FaultyRulesError {
  const list: unknown[] = Array.isArray(claims) ? claims : [];
  return new FaultyRulesError(
    faults.map((fault) => {
      const [, number = '', key = ''] = /^claims\.(\d+)\.?(.*)$/s.exec(fault.key) ?? [];
      if (number === '') return fault;
      const claim = list[Number(number)];
      const id =
        typeof claim === 'object' && claim !== null && 'id' in claim && typeof claim.id === 'string'
          ? claim.id.slice(0, 80)
          : `number ${Number(number) + 1}`;
      return { ...fault, claim: id, key };
    }),
  );
}
