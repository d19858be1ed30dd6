import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { ZodError, z } from 'zod';
import { tokenise } from '../text/tokens.ts';
import { type IrregularVerbs, nounForms, verbForms } from './inflect.ts';
import type { ClaimRule, Concept, RulesFile, SurfaceForms } from './rules.ts';
import {
  type ClaimEntry,
  type ConceptEntry,
  claimSchema,
  conceptSchema,
  irregularVerbsSchema,
  languages,
} from './schema.ts';
import type { Statement } from './statement.ts';
import { readYamlFiles, type YamlFile } from './yaml-file.ts';

/** A fault in a claims or lexicon file: where it is and what to do. */
export interface Fault {
  file: string;
  line: number;
  key: string;
  message: string;
}

/** What a compilation gives: the rules, and every example with the claim it belongs to. */
export interface Compilation {
  rules: RulesFile;
  examples: Map<string, ClaimEntry['examples']>;
}

/** Thrown when claims or lexicon files have faults; the message lists each on a line of its own. */
export class FaultyRulesError extends Error {
  readonly faults: readonly Fault[];
  constructor(faults: readonly Fault[]) {
    super(
      faults
        .map((fault) => `${fault.file}:${fault.line} ${fault.key}: ${fault.message}`)
        .join('\n'),
    );
    this.name = 'FaultyRulesError';
    this.faults = faults;
  }
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
      claims: claims.map(({ entry, theme }) => claimRule(entry, theme)),
      lexicon: lexicon(concepts, irregular),
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
  concepts: Map<string, ConceptEntry>;
  irregular: IrregularVerbs;
}

async function readLexicon(root: string, faults: Fault[]): Promise<ReadLexicon> {
  const concepts = new Map<string, ConceptEntry>();
  let irregular: IrregularVerbs = {};
  const places = new Map<string, { file: YamlFile; path: readonly PropertyKey[] }>();
  for (const file of await readFiles(root, 'lexicon', faults)) {
    if (file.theme === 'irregular-verbs') {
      const table = parsed(irregularVerbsSchema, file.value, file, [], faults);
      if (table) irregular = table.en;
      continue;
    }
    for (const [id, value] of Object.entries(file.value ?? {})) {
      const entry = parsed(conceptSchema, value ?? {}, file, [id], faults);
      if (!entry) continue;
      if (concepts.has(id))
        addFault(faults, file, [id], `the concept ${id} is defined twice: merge the two`);
      concepts.set(id, entry);
      places.set(id, { file, path: [id] });
    }
  }
  for (const [id, entry] of concepts) {
    const place = places.get(id);
    if (!place) continue;
    for (const key of ['is', 'for', 'in'] as const) {
      for (const target of [entry[key] ?? []].flat()) {
        if (!concepts.has(target)) {
          addFault(
            faults,
            place.file,
            [id, key],
            `there is no concept ${target}: define it or correct the name`,
          );
        }
      }
    }
  }
  return { concepts, irregular };
}

async function readClaims(
  root: string,
  faults: Fault[],
  concepts: ReadonlyMap<string, unknown>,
): Promise<{ entry: ClaimEntry; theme: string }[]> {
  const claims: { entry: ClaimEntry; theme: string }[] = [];
  const ids = new Set<string>();
  for (const file of await readFiles(root, 'claims', faults)) {
    if (file.value === null) continue;
    if (!Array.isArray(file.value)) {
      addFault(faults, file, [], 'a claims file is a list of claims: begin each with "- id:"');
      continue;
    }
    for (const [index, value] of file.value.entries()) {
      const entry = parsed(claimSchema, value, file, [index], faults);
      if (!entry) continue;
      for (const id of [entry.id, ...entry.aliases]) {
        if (ids.has(id))
          addFault(faults, file, [index, 'id'], `the id ${id} is taken: choose another`);
        ids.add(id);
      }
      for (const [number, statement] of entry.statements.entries()) {
        for (const concept of conceptsOf(statement as Statement)) {
          if (!concepts.has(concept) && concept !== 'unsaid') {
            const message = `there is no concept ${concept}: correct it or add it to the lexicon`;
            addFault(faults, file, [index, 'statements', number], message);
          }
        }
      }
      claims.push({ entry, theme: file.theme });
    }
  }
  return claims;
}

/** Every concept a statement names. */
export function conceptsOf(statement: Statement): string[] {
  return [
    statement.event,
    statement.agent,
    statement.thing,
    statement.from,
    statement.to,
    statement.at,
    statement.without,
    statement.calls?.what,
    statement.calls?.a,
    statement.calls?.of,
    statement.page?.without,
    statement.ordinal?.of,
    ...(statement.mentions ?? []),
    ...(statement.context ?? []),
    ...(statement.some?.of ?? []),
    ...(statement.page?.mentions ?? []),
    ...(statement.figures ?? []).map((figure) => figure.of),
    ...(statement.unless ?? []).map(conceptsOf),
  ].flatMap((list) => list ?? []);
}

function parsed<S extends z.ZodType>(
  schema: S,
  value: unknown,
  file: YamlFile,
  path: readonly PropertyKey[],
  faults: Fault[],
): z.output<S> | null {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  for (const issue of flatIssues(result.error)) {
    addFault(faults, file, [...path, ...issue.path], issue.message);
  }
  return null;
}

function flatIssues(error: ZodError): { path: PropertyKey[]; message: string }[] {
  return error.issues.map((issue) => {
    if (issue.code === 'unrecognized_keys') {
      const keys = issue.keys.join(', ');
      return {
        path: [...issue.path, ...issue.keys.slice(0, 1)],
        message: `unknown key ${keys}: remove or correct it`,
      };
    }
    return { path: issue.path, message: issue.message };
  });
}

function addFault(
  faults: Fault[],
  file: YamlFile,
  path: readonly PropertyKey[],
  message: string,
): void {
  faults.push({ file: file.path, line: file.lineOf(path), key: path.join('.') || 'file', message });
}

function claimRule(entry: ClaimEntry, theme: string): ClaimRule {
  const { examples: _examples, seen_in: _seenIn, figures, time, ...rest } = entry;
  return {
    ...rest,
    theme,
    time: { ...time, before: time.before ?? null, after: time.after ?? null },
    event: entry.event ?? null,
    doubts: entry.doubts ?? null,
    figures: figures.map(({ as_of, ...figure }) => ({ ...figure, asOf: as_of })),
    statements: entry.statements as Statement[],
  };
}

function lexicon(
  entries: ReadonlyMap<string, ConceptEntry>,
  irregular: IrregularVerbs,
): RulesFile['lexicon'] {
  const ids = [...entries.keys()];
  const concepts = ids.map((id): Concept => {
    const entry = entries.get(id);
    const { is = [], for: country, in: place, roles = 'plain' } = entry ?? {};
    const name = entry?.en?.names?.[0];
    return {
      id,
      ...(name && { name }),
      ...(is.length > 0 && { is }),
      ...(country && { for: country }),
      ...(place && { in: place }),
      ...(roles !== 'plain' && { roles }),
      forms: Object.fromEntries(
        languages.flatMap((language) => {
          const listed = entry?.[language];
          return listed ? [[language, conceptForms(listed, irregular)]] : [];
        }),
      ),
    };
  });
  return { concepts, irregularVerbs: irregular };
}

function conceptForms(
  listed: NonNullable<ConceptEntry['en']>,
  irregular: IrregularVerbs,
): SurfaceForms {
  const found: Partial<Record<keyof SurfaceForms, Set<string>>> = {};
  const add = (text: string, form: keyof SurfaceForms) => {
    if (!text) return;
    found[form] ??= new Set();
    found[form].add(text);
  };
  for (const text of listed.names ?? []) add(wordsOf(text), 'name');
  for (const text of listed.cased ?? []) add(casedText(text), 'cased');
  for (const text of listed.adjectives ?? []) add(wordsOf(text), 'adjective');
  for (const text of listed.phrases ?? []) add(wordsOf(text), 'phrase');
  for (const noun of listed.nouns ?? []) {
    const all = nounForms(noun).map(wordsOf);
    const first = wordsOf(noun);
    if (isDeepStrictEqual(nounForms(first), all)) add(first, 'nouns');
    else for (const text of all) add(text, 'noun');
  }
  for (const verb of listed.verbs ?? []) {
    const all = verbForms(verb, irregular).map(([text, form]) => [wordsOf(text), form] as const);
    const first = wordsOf(verb);
    if (isDeepStrictEqual(verbForms(first, irregular), all)) add(first, 'verbs');
    else for (const [text, form] of all) add(text, form);
  }
  return Object.fromEntries(Object.entries(found).map(([form, texts]) => [form, [...texts]]));
}

/** The words of a surface form as the text layer reads them; a possessive stays visible. */
function wordsOf(text: string): string {
  return tokenise(text, { start: 0, end: text.length })
    .map((token) => token.text + (token.possessive ? "'s" : ''))
    .join(' ');
}

/** A form that counts only as written keeps its capitals, word by word. */
function casedText(text: string): string {
  return tokenise(text, { start: 0, end: text.length })
    .map((token) => {
      const first = token.capital ? token.text.charAt(0).toUpperCase() : token.text.charAt(0);
      return first + token.text.slice(1) + (token.possessive ? "'s" : '');
    })
    .join(' ');
}
