import { type Columns, columnsOf, rowsOf } from './columns.ts';
import { type ClaimRule, type Concept, formLists, type Rules, type RulesFile } from './rules.ts';

/**
 * The rules file as it ships, in the form that packs best. What is alike stands together: claims, sources and
 * concepts are columns, the texts of each claim stand apart, claim by claim, and what names concepts or sources
 * names them by their numbers.
 */
export interface StoredRules {
  format: 1;
  claims: Columns;
  /** Each source once, without what it supports. */
  sources: Columns;
  /** The texts of each claim, in the order in which they stand there. */
  texts: string[][];
  lexicon: {
    /** Nothing stands for what goes without saying, and `true` for a name that is the id in capitals. */
    concepts: Columns;
    /** The languages that concepts have forms in. */
    languages: string[];
    /** The id of each concept, in words, and its forms, which mostly begin with the same words. */
    words: string;
    groups: [name: string, concepts: unknown][];
    irregularVerbs: RulesFile['lexicon']['irregularVerbs'];
  };
}

/** What stands between the words of concepts, their forms in each language, and the lists of these. */
const between = { concepts: '\n\n', languages: '\r', lists: '\t', lines: '\n' };

/** The form in which rules ship. */
export function storedRules({ format, claims, lexicon }: RulesFile): StoredRules {
  const { concepts, groups = [], irregularVerbs } = lexicon;
  const numbers = new Map(concepts.map(({ id }, number): [string, number] => [id, number]));
  const sources = new Map(claims.flatMap((claim) => claim.sources.map(keyedSource)));
  const keys = [...sources.keys()].sort();
  const sourceNumbers = new Map(keys.map((key, number): [string, number] => [key, number]));
  const texts: string[][] = [];
  const bare = claims.map(({ statements, ...claim }) => {
    const own: string[] = [];
    texts.push(own);
    const supported = claim.sources.map(({ supports }) => ({ supports }));
    return {
      ...(withoutTexts({ ...claim, sources: supported }, own) as typeof claim),
      sources: claim.sources.map((source) => sourceNumbers.get(keyedSource(source)[0])),
      statements: numbered(statements, numbers),
    };
  });
  const languages = [...new Set(concepts.flatMap(({ forms }) => Object.keys(forms)))];
  return {
    format,
    claims: columnsOf(bare),
    sources: columnsOf(keys.map((key) => sources.get(key) ?? {})),
    texts,
    lexicon: {
      concepts: columnsOf(
        concepts.map(({ id, name, is = [], for: country, in: place, roles }) => ({
          ...{ name: name === capitalised(id) ? true : (name ?? null) },
          ...{ is: is.map((one) => numbers.get(one) ?? one) },
          ...{ for: country ?? null, in: place ?? null, roles: roles ?? null },
        })),
      ),
      languages,
      words: concepts
        .map(({ id, forms }) =>
          [inWords(id), ...languages.map((language) => joined(forms[language] ?? {}))].join(
            between.languages,
          ),
        )
        .join(between.concepts),
      groups: groups.map(([name, members]) => [name, numbered(members, numbers)]),
      irregularVerbs,
    },
  };
}

/** A source without what it supports of a claim, by which it is the same for all claims that name it. */
function keyedSource({ supports: _, ...source }: ClaimRule['sources'][number]): [string, object] {
  return [JSON.stringify([source.url, source]), source];
}

function inWords(id: string): string {
  return id.replaceAll('-', ' ');
}

function capitalised(id: string): string {
  return inWords(id).replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
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
  const { words, languages } = lexicon;
  const told = typeof words === 'string' ? words.split(between.concepts) : [];
  const wordings = told.map((text) => text.split(between.languages));
  const ids = wordings.map(([id = '']) => id.replaceAll(' ', '-'));
  const concepts = rowsOf(lexicon.concepts).map((row, at) => {
    const id = ids[at] ?? '';
    const forms = formsIn(wordings[at]?.slice(1) ?? [], languages);
    const concept: Record<string, unknown> = { id, forms };
    for (const key in row) if (row[key] !== null) concept[key] = named(row[key], ids);
    if (concept.name === true) concept.name = capitalised(id);
    return concept;
  });
  const sources = rowsOf(stored.sources);
  const claims = rowsOf(stored.claims).map(({ statements, ...claim }, at) => {
    const own = listOf(claim.sources).map((number) => ({
      ...sources[Number(number)],
      supports: '',
    }));
    const texts = listOf(listOf(stored.texts)[at]).values();
    const whole = Object(withTexts({ ...claim, sources: own }, texts));
    return { ...whole, statements: named(statements, ids) };
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
  ...['what', 'by', 'supports', 'wordings'],
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
  return mapped(value, '', (part) => named(part, ids));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** The parts of a value, each made into another; those of a list go by the key of the list. */
function mapped(value: unknown, key: string, make: (part: unknown, key: string) => unknown) {
  if (Array.isArray(value)) return value.map((part) => make(part, key));
  if (!isRecord(value)) return value;
  const made: Record<string, unknown> = {};
  for (const own in value) made[own] = make(value[own], own);
  return made;
}

/** The lists of forms, those that most concepts have first, so that few others stand empty before them. */
const storedLists = [
  ...new Set([...(['name', 'nouns', 'verbs', 'phrase'] as const), ...formLists]),
];

/** The lists of a language in one text. */
function joined(forms: Concept['forms'][string]): string {
  const texts = storedLists.map((list) => (forms[list] ?? []).join(between.lines));
  return texts.join(between.lists).trimEnd();
}

/** The lists of each language again. */
function formsIn(texts: readonly string[], languages: unknown): Record<string, unknown> {
  const forms: [unknown, object][] = [];
  listOf(languages).forEach((language, at) => {
    const text = texts[at];
    if (text) forms.push([language, listsIn(text)]);
  });
  return Object.fromEntries(forms);
}

function listsIn(text: string): Record<string, string[]> {
  const lists: Record<string, string[]> = {};
  text.split(between.lists).forEach((lines, place) => {
    const list = storedLists[place];
    if (list && lines !== '') lists[list] = lines.split(between.lines);
  });
  return lists;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
