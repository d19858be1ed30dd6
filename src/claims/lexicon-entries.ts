import { tokenise } from '../text/tokens.ts';
import { wordingCount, wordingsOf } from './alternatives.ts';
import { addFault, type EntryFile, type Fault, parsed } from './fault.ts';
import { foldForms } from './folded-forms.ts';
import { type IrregularVerbs, nounForms, verbForms } from './inflect.ts';
import type { Concept, RulesFile, SurfaceForms } from './rules.ts';
import {
  type ConceptEntry,
  conceptSchema,
  groupSchema,
  id as idSchema,
  languages,
} from './schema.ts';

/** Concepts as they were read, and where each of them stands. */
export class ConceptEntries {
  readonly entries = new Map<string, ConceptEntry>();
  readonly groups = new Map<string, readonly string[]>();
  private readonly places = new Map<string, { file: EntryFile; path: readonly PropertyKey[] }>();

  /** Reads the concepts of one file; each that has a fault is left out, with the fault noted. */
  read(
    values: Readonly<Record<string, unknown>>,
    file: EntryFile,
    path: readonly PropertyKey[],
    faults: Fault[],
  ): void {
    for (const [id, value] of Object.entries(values)) {
      const own = [...path, id];
      const named = parsed(idSchema, id, file, own, faults);
      const group = isGroup(value) ? parsed(groupSchema, value, file, own, faults) : null;
      const entry = isGroup(value) ? null : parsed(conceptSchema, value ?? {}, file, own, faults);
      if ((!entry && !group) || named === null) continue;
      if (this.has(id))
        addFault(faults, file, own, `the concept ${id} is defined twice: merge the two`);
      if (group) this.groups.set(id, group.any);
      if (entry) this.entries.set(id, entry);
      this.places.set(id, { file, path: own });
    }
  }

  /** Whether a statement may name it. */
  has(id: string): boolean {
    return this.entries.has(id) || this.groups.has(id);
  }

  /** How many wordings all of them list, alternatives spelled out. */
  wordingCount(): number {
    const lists = [...this.entries.values()].flatMap((entry) =>
      languages.flatMap((language) => Object.values(entry[language] ?? {})),
    );
    return lists.flat().reduce((sum, text) => sum + (text ? wordingCount(text) : 0), 0);
  }

  /** Notes every concept that another one or a group names and that is not there. */
  noteMissing(faults: Fault[], others: { has(id: string): boolean } = new Set()): void {
    const note = (id: string, key: string, targets: readonly string[]) => {
      const place = this.places.get(id);
      if (!place) return;
      for (const target of targets) {
        if (this.entries.has(target) || others.has(target)) continue;
        const message = this.groups.has(target)
          ? `${target} is a group, which only statements may name: name its concepts`
          : `there is no concept ${target}: define it or correct the name`;
        addFault(faults, place.file, [...place.path, key], message);
      }
    };
    for (const [id, entry] of this.entries) {
      for (const key of ['is', 'for', 'in'] as const) note(id, key, [entry[key] ?? []].flat());
    }
    for (const [id, concepts] of this.groups) note(id, 'any', concepts);
  }
}

function isGroup(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'any' in value;
}

/** The lexicon as the rules file holds it, with words in the form in which texts are read. */
export function lexiconOf(
  { entries, groups }: Pick<ConceptEntries, 'entries' | 'groups'>,
  irregular: IrregularVerbs,
): RulesFile['lexicon'] {
  const ids = [...entries.keys()];
  const concepts = ids.map((id): Concept => {
    const entry = entries.get(id);
    const { is = [], for: country, in: place, roles = 'plain' } = entry ?? {};
    const [name] = spelledOut(entry?.en?.names);
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
  return { concepts, groups: [...groups], irregularVerbs: irregular };
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
  for (const text of spelledOut(listed.names)) add(wordsOf(text), 'name');
  for (const text of spelledOut(listed.cased)) add(casedText(text), 'cased');
  for (const text of spelledOut(listed.adjectives)) add(wordsOf(text), 'adjective');
  for (const text of spelledOut(listed.phrases)) add(wordsOf(text), 'phrase');
  for (const noun of spelledOut(listed.nouns)) {
    const all = nounForms(noun).map(wordsOf);
    const first = wordsOf(noun);
    if (all[0] === first && sameForms(nounForms(first), all)) add(first, 'nouns');
    else for (const text of all) add(text, 'noun');
  }
  for (const verb of spelledOut(listed.verbs)) {
    const all = verbForms(verb, irregular).map(([text, form]) => [wordsOf(text), form] as const);
    const first = wordsOf(verb);
    // A verb in brackets is one in those of its forms alone that have none.
    if (sameForms(verbForms(first, irregular), all)) add(first, 'verbs');
    else for (const [text, form] of all) if (!text.startsWith('(')) add(text, form);
  }
  return Object.fromEntries(Object.entries(found).map(([form, texts]) => [form, foldForms(texts)]));
}

/** All wordings of a list, its alternatives spelled out. */
function spelledOut(entries: readonly string[] = []): string[] {
  return entries.flatMap(wordingsOf);
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

/** Whether two lists of forms are the same, in the same order. */
function sameForms(one: readonly unknown[], other: readonly unknown[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
