import { type Columns, columnsOf, rowsOf } from './columns.ts';
import { type ClaimRule, type Concept, formLists, type Rules, type RulesFile } from './rules.ts';

/**
 * The rules file as it ships, in the form that packs best. What is alike stands together: claims, their
 * sources and concepts are columns, the texts of each claim stand apart, claim by claim, and what names
 * concepts names them by their numbers.
 */
export interface StoredRules {
  format: 1;
  /** In place of the sources of a claim stands how many they are. */
  claims: Columns;
  /** The sources of all claims, in order. */
  sources: Columns;
  /** The texts of each claim and its sources, in the order in which they stand there. */
  texts: string[][];
  lexicon: {
    /** Nothing stands for what goes without saying. */
    concepts: Columns;
    /** The forms of each concept by language: a text for each list, a line for each of its lines. */
    forms: Record<string, string[][]>;
    groups: [name: string, concepts: unknown][];
    irregularVerbs: RulesFile['lexicon']['irregularVerbs'];
  };
}

/** The form in which rules ship. */
export function storedRules({ format, claims, lexicon }: RulesFile): StoredRules {
  const { concepts, groups = [], irregularVerbs } = lexicon;
  const numbers = new Map(concepts.map(({ id }, number): [string, number] => [id, number]));
  const texts: string[][] = [];
  const bare = claims.map(({ statements, ...claim }) => {
    const own: string[] = [];
    texts.push(own);
    return {
      ...(withoutTexts(claim, own) as typeof claim),
      statements: numbered(statements, numbers),
    };
  });
  return {
    format,
    claims: columnsOf(bare.map((claim) => ({ ...claim, sources: claim.sources.length }))),
    sources: columnsOf(bare.flatMap(({ sources }) => sources)),
    texts,
    lexicon: {
      concepts: columnsOf(
        concepts.map(({ id, name, is = [], for: country, in: place, roles }) => ({
          ...{ id, name: name ?? null, is: is.map((one) => numbers.get(one) ?? one) },
          ...{ for: country ?? null, in: place ?? null, roles: roles ?? null },
        })),
      ),
      forms: formsByLanguage(concepts),
      groups: groups.map(([name, members]) => [name, numbered(members, numbers)]),
      irregularVerbs,
    },
  };
}

/** Whether rules are in the form that ships, as far as its outermost keys tell. */
export function areStored(json: object): boolean {
  return 'sources' in json;
}

/**
 * The rules that were stored so. Whatever else is given makes something of the kind too, in a time that
 * does not grow faster than it: check it.
 */
export function rulesIn(stored: { [Key in keyof StoredRules]?: unknown }): RulesFile {
  const lexicon = Object(stored.lexicon) as { [Key in keyof StoredRules['lexicon']]?: unknown };
  const rows = rowsOf(lexicon.concepts);
  const ids = rows.map(({ id }) => id);
  const concepts = rows.map((row, at) => {
    const concept: Record<string, unknown> = { forms: formsAt(lexicon.forms, at) };
    for (const key in row) if (row[key] !== null) concept[key] = named(row[key], ids);
    return concept;
  });
  const sources = rowsOf(stored.sources);
  let taken = 0;
  const claims = rowsOf(stored.claims).map(({ statements, ...claim }, at) => {
    const first = taken;
    taken += Math.max(0, Number(claim.sources) || 0);
    const whole = { ...claim, sources: sources.slice(first, taken) };
    const texts = listOf(listOf(stored.texts)[at]).values();
    return { ...Object(withTexts(whole, texts)), statements: named(statements, ids) };
  });
  const { irregularVerbs = {} } = lexicon;
  const groups = named(lexicon.groups ?? [], ids);
  const rules: unknown = {
    format: stored.format,
    claims,
    lexicon: { concepts, groups, irregularVerbs },
  };
  return rules as RulesFile;
}

/**
 * Takes the parsed rules file, as it ships or as it was compiled.
 * It was validated in full when it was compiled, so only its format is looked at here.
 * @throws Error when it is not a rules file of the format this program reads.
 */
export function loadRules(json: unknown): Rules {
  if (!isRulesFile(json)) {
    throw new Error('The rules file is not one that this version of Tumen reads. Build it again.');
  }
  const file = areStored(json) ? rulesIn(json) : (json as RulesFile);
  return {
    file,
    claims: new Map(file.claims.map((claim): [string, ClaimRule] => [claim.id, claim])),
  };
}

function isRulesFile(json: unknown): json is RulesFile | StoredRules {
  return (
    typeof json === 'object' &&
    json !== null &&
    'format' in json &&
    json.format === 1 &&
    'claims' in json &&
    typeof json.claims === 'object' &&
    json.claims !== null &&
    'lexicon' in json
  );
}

/** Keys of claims whose values are written for readers. */
const textKeys: ReadonlySet<string> = new Set([
  ...['claim', 'summary', 'explanation', 'doubts', 'note', 'why'],
  ...['what', 'by', 'title', 'supports', 'wordings'],
]);

/** A claim with its texts taken out into a list, and nothing in their places. */
function withoutTexts(value: unknown, texts: string[], key = ''): unknown {
  if (typeof value === 'string' && textKeys.has(key)) {
    texts.push(value);
    return '';
  }
  return mapped(value, key, (part, own) => withoutTexts(part, texts, own));
}

/** The claim again, with its texts put back. */
function withTexts(value: unknown, texts: Iterator<unknown>, key = ''): unknown {
  if (value === '' && textKeys.has(key)) return texts.next().value;
  if (typeof value !== 'object' || value === null) return value;
  return mapped(value, key, (part, own) => withTexts(part, texts, own));
}

/** Statements with the concepts in their lists by number. */
function numbered(value: unknown, numbers: ReadonlyMap<string, number>, key = ''): unknown {
  if (Array.isArray(value))
    return value.map((part) => numbers.get(part) ?? numbered(part, numbers, key));
  return mapped(value, key, (part, own) => numbered(part, numbers, own));
}

/** The statements again, with the concepts by their ids. */
function named(value: unknown, ids: readonly unknown[]): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const list: unknown[] = [];
    for (const part of value) list.push(typeof part === 'number' ? ids[part] : named(part, ids));
    return list;
  }
  const made: Record<string, unknown> = {};
  for (const key of Object.keys(value)) made[key] = named(Reflect.get(value, key), ids);
  return made;
}

/** The parts of a value, each made into another; those of a list go by the key of the list. */
function mapped(value: unknown, key: string, make: (part: unknown, key: string) => unknown) {
  if (Array.isArray(value)) return value.map((part) => make(part, key));
  if (typeof value !== 'object' || value === null) return value;
  const made: Record<string, unknown> = {};
  for (const [own, part] of Object.entries(value)) made[own] = make(part, own);
  return made;
}

/** The lists of forms, those that most concepts have first, so that few others stand empty before them. */
const storedLists = [
  ...new Set([...(['name', 'nouns', 'verbs', 'phrase'] as const), ...formLists]),
];

function formsByLanguage(concepts: readonly Concept[]): Record<string, string[][]> {
  const languages = new Set(concepts.flatMap(({ forms }) => Object.keys(forms)));
  return Object.fromEntries(
    [...languages].map((language) => [
      language,
      concepts.map(({ forms }) => joined(forms[language] ?? {})),
    ]),
  );
}

function joined(forms: Concept['forms'][string]): string[] {
  const texts = storedLists.map((list) => (forms[list] ?? []).join('\n'));
  return texts.slice(0, texts.findLastIndex((text) => text !== '') + 1);
}

/** The forms of the concept at this place, in every language. */
function formsAt(stored: unknown, at: number): Record<string, unknown> {
  const forms: Record<string, unknown> = {};
  for (const [language, columns] of Object.entries(stored ?? {})) {
    const lists: Record<string, string[]> = {};
    for (const [place, text] of listOf(listOf(columns)[at]).entries()) {
      const list = storedLists[place];
      if (list && typeof text === 'string' && text !== '') lists[list] = text.split('\n');
    }
    forms[language] = lists;
  }
  return forms;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
