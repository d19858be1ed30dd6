import type { ClaimText } from './claim.ts';
import { type Columns, columnsOf, rowsOf } from './columns.ts';
import { isWhole, unfoldForms, unfoldFrom } from './folded-forms.ts';
import { type IrregularVerbs, nounForms, verbForms } from './inflect.ts';
import type { Statement } from './statement.ts';

/** The grammatical form in which a surface form stands for its concept. */
export const wordForms = [
  'name',
  'cased',
  'noun',
  'adjective',
  'phrase',
  'verb',
  'ing',
  'past',
  'participle',
  'past-or-participle',
] as const;

export type WordForm = (typeof wordForms)[number];

/** Whether the subject of an action gives, receives or moves itself. */
export type ActionRoles = 'giving' | 'taking' | 'moving' | 'plain';

/** A thing with many names, as the rules file holds it: what goes without saying is left out. */
export interface Concept {
  id: string;
  /** What readers call it, where that is not its id in words: its first English name. */
  name?: string;
  /** The next broader concepts. */
  is?: string[];
  /** The country it may stand for: a leader, a capital, an army for its country. */
  for?: string;
  /** The country a place lies in. */
  in?: string;
  /** "plain" where it is left out. */
  roles?: ActionRoles;
  /** Its surface forms, words joined by single spaces, by language ("en", "ru" …). */
  forms: Record<string, SurfaceForms>;
}

/**
 * Words that stand for a concept, by their grammatical form, as folded lists. Nouns and verbs whose other
 * forms follow by rule stand in their first form only: that saves a third of the lexicon.
 */
export type SurfaceForms = Partial<Record<FormList, string[]>>;

const formLists = [...wordForms, 'nouns', 'verbs'] as const;

type FormList = (typeof formLists)[number];

export interface Lexicon {
  concepts: Concept[];
  irregularVerbs: IrregularVerbs;
}

/** Visits all surface forms with their grammatical form, each followed by those that are made from it by rule. */
export function visitForms(
  forms: SurfaceForms,
  irregular: IrregularVerbs,
  visit: (text: string, form: WordForm) => void,
): void {
  for (const list of formLists) {
    for (const text of unfoldForms(forms[list] ?? [])) visitInflected(text, list, irregular, visit);
  }
}

function visitInflected(
  text: string,
  list: FormList,
  irregular: IrregularVerbs,
  visit: (text: string, form: WordForm) => void,
): void {
  if (list === 'nouns') for (const form of nounForms(text)) visit(form, 'noun');
  else if (list === 'verbs')
    for (const [form, kind] of verbForms(text, irregular)) visit(form, kind);
  else visit(text, list);
}

/** Surface forms of a concept that stand together in a list, since they begin with the same word. */
export interface FormGroup {
  list: FormList;
  lines: readonly string[];
  at: number;
}

/**
 * Visits every word that surface forms begin with, and the group in which they stand. Some 50,000 forms
 * are filed by it at every start, so the groups stay folded, and a word may be one that none begins with.
 */
export function visitFirstWords(
  forms: SurfaceForms,
  irregular: IrregularVerbs,
  visit: (word: string, group: FormGroup) => void,
): void {
  for (const list of formLists) {
    const lines = forms[list] ?? [];
    for (const [at, line] of lines.entries()) {
      if (!isWhole(line)) continue;
      const group = { list, lines, at };
      const end = line.indexOf(' ');
      const first = end < 0 ? line : line.slice(0, end);
      visitInflected(first, list, irregular, (word) => visit(firstWordOf(word), group));
    }
  }
}

/** Visits the surface forms of a group that begin with a word. */
export function visitGroup(
  { list, lines, at }: FormGroup,
  word: string,
  irregular: IrregularVerbs,
  visit: (text: string, form: WordForm) => void,
): void {
  for (const text of unfoldFrom(lines, at)) {
    visitInflected(text, list, irregular, (inflected, form) => {
      if (firstWordOf(inflected) === word) visit(inflected, form);
    });
  }
}

/** The word by which a surface form is filed: its first, in lower case, without a possessive ending. */
export function firstWordOf(form: string): string {
  const end = form.indexOf(' ');
  const first = (end < 0 ? form : form.slice(0, end)).toLowerCase();
  return first.endsWith("'s") ? first.slice(0, -2) : first;
}

/** A claim with the statements that make it. */
export interface ClaimRule extends ClaimText {
  /** ISO day of the single past event the claim is about: a text that mentions it is not older. */
  event: string | null;
  statements: Statement[];
}

/** What the rules file says. */
export interface RulesFile {
  format: 1;
  claims: ClaimRule[];
  lexicon: Lexicon;
}

/** The rules file as it ships in the extension: claims as columns, and their sources in columns beside. */
export interface StoredRules {
  format: 1;
  /** In place of the sources of a claim stands how many they are. */
  claims: Columns;
  /** The sources of all claims, in order. */
  sources: Columns;
  lexicon: Lexicon;
}

/** The rules as the program uses them. */
export interface Rules {
  file: RulesFile;
  claims: ReadonlyMap<string, ClaimRule>;
}

/** The form in which the rules file ships. */
export function storedRules({ format, claims, lexicon }: RulesFile): StoredRules {
  return {
    format,
    claims: columnsOf(claims.map((claim) => ({ ...claim, sources: claim.sources.length }))),
    sources: columnsOf(claims.flatMap(({ sources }) => sources)),
    lexicon,
  };
}

/** The claims of a rules file in either form: one by one, each with its sources. */
export function claimsIn({ claims, sources }: { claims?: unknown; sources?: unknown }): unknown[] {
  if (Array.isArray(claims)) return claims;
  const all = rowsOf(sources);
  let taken = 0;
  return rowsOf(claims).map((claim) => {
    const first = taken;
    taken += Math.max(0, Number(claim.sources) || 0);
    return { ...claim, sources: all.slice(first, taken) };
  });
}

/**
 * Takes the parsed rules file.
 * It was validated in full when it was compiled, so only its format is looked at here.
 * @throws Error when it is not a rules file of the format this program reads.
 */
export function loadRules(json: unknown): Rules {
  if (!isRulesFile(json)) {
    throw new Error('The rules file is not one that this version of Tumen reads. Build it again.');
  }
  const claims = claimsIn(json) as ClaimRule[];
  const file: RulesFile = { format: 1, claims, lexicon: json.lexicon };
  return { file, claims: new Map(file.claims.map((claim) => [claim.id, claim])) };
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
