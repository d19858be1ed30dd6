import type { ClaimText } from './claim.ts';
import { firstWordsIn, isWhole, unfoldForms, unfoldFrom } from './folded-forms.ts';
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

/** All lists that forms may stand in. */
export const formLists = [...wordForms, 'nouns', 'verbs'] as const;

export type FormList = (typeof formLists)[number];

/** Concepts that statements name together, by the name of their group. */
export type ConceptGroups = ReadonlyMap<string, readonly string[]>;

export interface Lexicon {
  concepts: Concept[];
  /** Groups that the claims of packs may name; in our own their concepts stand in their place. */
  groups?: [name: string, concepts: readonly string[]][];
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

/** Surface forms of a concept that stand together in a list, since they begin with the same words. */
export interface FormGroup {
  list: FormList;
  lines: readonly string[];
  at: number;
}

/** Visits the first words of surface forms before they are inflected, and the group in which each stands. */
export function visitFirstWords(
  forms: SurfaceForms,
  visit: (word: string, list: FormList, lines: readonly string[], at: number) => void,
): void {
  for (const list of formLists) {
    const lines = forms[list];
    if (!lines) continue;
    for (let at = 0; at < lines.length; at++) {
      const line = lines[at] ?? '';
      if (isWhole(line))
        for (const word of firstWordsIn(line)) visit(firstWordOf(word), list, lines, at);
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
  /** Some sentences that make it, for the library. */
  wordings?: string[] | undefined;
}

/** What the rules file says. */
export interface RulesFile {
  format: 1;
  claims: ClaimRule[];
  lexicon: Lexicon;
}

/** The rules as the program uses them. */
export interface Rules {
  file: RulesFile;
  claims: ReadonlyMap<string, ClaimRule>;
}
