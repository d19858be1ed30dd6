import { type IrregularVerbs, possibleBases } from '../../claims/inflect.ts';
import {
  type FormGroup,
  firstWordOf,
  type Lexicon,
  visitFirstWords,
  visitGroup,
} from '../../claims/rules.ts';
import { type Reading, type Sense, senseOf, type TaggedConcept } from '../mention.ts';

/** A surface form: its words, and what it stands for. */
export interface FormEntry {
  words: readonly string[];
  reading: Reading;
}

/** The surface forms that begin with the same words, by their next word. */
export interface FormNode {
  next: Map<string, FormNode> | null;
  /** The forms that end here. */
  entries: FormEntry[];
  /** What they stand for together where none depends on capitals or possessives. */
  plain: Sense | null;
  /** What some of them stand for together, by which of them: made when a text first has them so. */
  senses: Map<string, Sense> | null;
}

/** Surface forms of a concept before they are unfolded. */
interface FoldedForms extends FormGroup {
  concept: TaggedConcept;
  /** Their place in the lexicon. */
  order: number;
  /** Those filed before them under the same first word. */
  before: FoldedForms | undefined;
}

/** Bounds the memory that texts can make the tagger keep. */
const mostWords = 50_000;

/**
 * The surface forms of the lexicon by their first word. They are unfolded, and nouns and verbs inflected,
 * when a text first has a word: most are never asked for.
 */
export class FormIndex {
  private readonly nodes = new Map<string, FormNode | null>();
  /** The last forms filed under each first word, with those before hanging on them: no list for each word. */
  private readonly last = new Map<string, FoldedForms>();
  /** Verbs by those of their forms that no rule makes. */
  private readonly irregularBases = new Map<string, string[]>();
  private readonly irregular: IrregularVerbs;

  constructor(lexicon: Lexicon, concepts: readonly TaggedConcept[]) {
    const { irregularVerbs, concepts: listed } = lexicon;
    this.irregular = irregularVerbs;
    for (const [base, forms] of Object.entries(irregularVerbs))
      for (const form of forms)
        this.irregularBases.set(form, [...(this.irregularBases.get(form) ?? []), base]);
    let order = 0;
    for (const [index, concept] of concepts.entries()) {
      const forms = listed[index]?.forms ?? {};
      for (const language of Object.keys(forms))
        visitFirstWords(forms[language] ?? {}, (word, list, lines, at) => {
          const before = this.last.get(word);
          this.last.set(word, { list, lines, at, concept, order: order++, before });
        });
    }
  }

  /** The forms that begin with a word, as it stands in a text; null where there are none. */
  startingWith(word: string): FormNode | null {
    let node = this.nodes.get(word);
    if (node === undefined) {
      node = this.unfold(word);
      if (this.nodes.size < mostWords) this.nodes.set(word, node);
    }
    return node;
  }

  private unfold(word: string): FormNode | null {
    const filed: FoldedForms[] = [];
    const bases = new Set([...possibleBases(word), ...(this.irregularBases.get(word) ?? [])]);
    for (const base of bases) {
      for (let one = this.last.get(base); one; one = one.before)
        if (base === word || one.list === 'nouns' || one.list === 'verbs') filed.push(one);
    }
    if (filed.length === 0) return null;
    const root = emptyNode();
    for (const group of filed.sort((a, b) => a.order - b.order)) {
      const { concept } = group;
      visitGroup(group, word, this.irregular, (text, form) => add(root, text, { concept, form }));
    }
    settle(root);
    return root.next?.get(word) ?? null;
  }
}

function emptyNode(): FormNode {
  return { next: null, entries: [], plain: null, senses: null };
}

function add(root: FormNode, text: string, reading: Reading): void {
  const words = text.split(' ');
  const node = nodeFor(root, words);
  const known = node.entries.some(
    (entry) =>
      entry.reading.concept === reading.concept &&
      entry.reading.form === reading.form &&
      entry.words.join(' ') === text,
  );
  if (!known) node.entries.push({ words, reading });
}

/** The place in the tree where a form with these words ends. */
function nodeFor(root: FormNode, words: readonly string[]): FormNode {
  let node = root;
  for (const word of words) {
    const key = firstWordOf(word);
    node.next ??= new Map();
    let next = node.next.get(key);
    if (!next) {
      next = emptyNode();
      node.next.set(key, next);
    }
    node = next;
  }
  return node;
}

/** Works out once what forms stand for whose sense depends on nothing but their words. */
function settle(node: FormNode): void {
  const depends = node.entries.some(
    ({ words, reading }) =>
      reading.form === 'cased' || words.length > 1 || words.some((word) => word.endsWith("'s")),
  );
  if (!depends && node.entries.length > 0) node.plain = senseOf(distinctReadings(node.entries));
  for (const next of node.next?.values() ?? []) settle(next);
}

/** The readings of some forms, each once. */
export function distinctReadings(entries: readonly FormEntry[]): Reading[] {
  const readings: Reading[] = [];
  for (const { reading } of entries) {
    if (!readings.some((r) => r.concept === reading.concept && r.form === reading.form))
      readings.push(reading);
  }
  return readings;
}
