import { type IrregularVerbs, possibleBases } from '../claims/inflect.ts';
import {
  type ActionRoles,
  type FormGroup,
  firstWordOf,
  type Lexicon,
  visitFirstWords,
  visitGroup,
  type WordForm,
} from '../claims/rules.ts';
import { TENS, UNITS } from '../text/number-words.ts';
import type { Token } from '../text/token.ts';

/** A concept as the engine holds it. */
export interface TaggedConcept {
  id: string;
  /** What readers call it. */
  name: string;
  /** All broader concepts, itself included. */
  is: ReadonlySet<string>;
  for: string | null;
  in: string | null;
  roles: ActionRoles;
}

/** Some words of a sentence that stand for one or more concepts. */
export interface Mention {
  /** Indexes of the first and the last token, inclusive. */
  first: number;
  last: number;
  /** What the words may stand for; more than one only where they are ambiguous. */
  readings: readonly Reading[];
  /** All concepts of the readings, broader ones included. */
  is: ReadonlySet<string>;
  /** The same with the countries they may stand for. */
  names: ReadonlySet<string>;
  /** The same with the countries where places lie: all that a statement may take the words for. */
  suggests: ReadonlySet<string>;
}

/** The forms that words of a verb can have. */
export const verbForms: readonly WordForm[] = [
  'verb',
  'ing',
  'past',
  'participle',
  'past-or-participle',
];

/** One concept that words may stand for, and the form in which they do. */
export interface Reading {
  concept: TaggedConcept;
  form: WordForm;
}

/** A mention of what these readings say. */
export function mentionOf(first: number, last: number, readings: readonly Reading[]): Mention {
  return { first, last, ...sense(readings) };
}

/** Whether a mention stands for this concept or for a narrower one. */
export function standsFor(mention: Mention, concept: string): boolean {
  return mention.is.has(concept);
}

/** Whether a mention stands for any of these concepts. */
export function standsForAny(mention: Mention, concepts: readonly string[]): boolean {
  return concepts.some((concept) => standsFor(mention, concept));
}

/** A surface form: its words, and what it stands for. */
interface Entry {
  words: readonly string[];
  reading: Reading;
}

/** The surface forms that begin with the same words, by their next word. */
interface FormNode {
  next: Map<string, FormNode> | null;
  /** The forms that end here. */
  entries: Entry[];
  /** What they stand for together where none depends on capitals or possessives. */
  plain: Sense | null;
  /** What some of them stand for together, by which of them: made when a text first has them so. */
  senses: Map<string, Sense> | null;
}

type Sense = Pick<Mention, 'readings' | 'is' | 'names' | 'suggests'>;

function sense(readings: readonly Reading[]): Sense {
  const only = readings.length === 1 ? readings[0] : undefined;
  const is = only ? only.concept.is : new Set(readings.flatMap(({ concept }) => [...concept.is]));
  const countries = readings.flatMap(({ concept }) => concept.for ?? []);
  if (is.has('both-sides')) countries.push('russia', 'north-korea');
  const names = withMore(is, countries);
  const places = readings.flatMap(({ concept }) => concept.in ?? []);
  return { readings, is, names, suggests: withMore(names, places) };
}

function withMore(concepts: ReadonlySet<string>, more: readonly string[]): ReadonlySet<string> {
  return more.every((concept) => concepts.has(concept))
    ? concepts
    : new Set([...concepts, ...more]);
}

/** What words may suggest that begin with the same words, by the words that follow. */
export interface Opening {
  /** What they suggest whatever follows. */
  suggests: ReadonlySet<string>;
  next: ReadonlyMap<string, Opening>;
}

/** Finds the concepts in a sentence, the longest surface form first, in one pass. */
export interface Tagger {
  /** Never less than what mentions suggest that begin with this word. */
  opening(word: string): Opening;
  tag(tokens: readonly Token[]): Mention[];
  concepts: ReadonlyMap<string, TaggedConcept>;
  /** Which preposition a word is, for those that verbs take up as particles: "land in". */
  prepositions: Pick<ReadonlyMap<string, string>, 'get'>;
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
class Forms {
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
    const root: FormNode = { next: null, entries: [], plain: null, senses: null };
    for (const group of filed.sort((a, b) => a.order - b.order)) {
      const { concept } = group;
      visitGroup(group, word, this.irregular, (text, form) => add(root, text, { concept, form }));
    }
    settle(root);
    return root.next?.get(word) ?? null;
  }
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

/**
 * Makes a tagger from the compiled lexicon. The forms stand in a tree by their words: the work a word
 * costs is bounded by the longest form, not by the number of forms.
 */
export function createTagger(lexicon: Lexicon): Tagger {
  const parents = new Map(lexicon.concepts.map(({ id, is = [] }) => [id, is]));
  const concepts = lexicon.concepts.map(
    ({ id, name = id.replaceAll('-', ' '), for: country, in: place, roles }): TaggedConcept => ({
      id,
      name,
      is: broader(id, parents),
      for: country ?? null,
      in: place ?? null,
      roles: roles ?? 'plain',
    }),
  );
  const forms = new Forms(lexicon, concepts);
  return {
    concepts: new Map(concepts.map((concept) => [concept.id, concept])),
    prepositions: { get: (word) => prepositionOf(forms.startingWith(word)) },
    opening(word) {
      const node = forms.startingWith(word);
      return openingOf(node ? [node] : []);
    },
    tag: (tokens) => tagTokens(tokens, forms),
  };
}

/** What begins at any of these nodes, with all liberties that a text may take with its words. */
function openingOf(nodes: readonly FormNode[]): Opening {
  const suggests = new Set<string>();
  const behind = new Map<string, FormNode[]>();
  const file = (word: string, node: FormNode) => {
    // A particle may stand further behind, and so may a preposition with its noun.
    if (particles.has(word)) gatherAll(node, suggests);
    if (boundPrepositions.has(word)) gatherAll(node, suggests);
    if (!particles.has(word)) behind.set(word, [...(behind.get(word) ?? []), node]);
  };
  for (const { entries, next } of nodes) {
    gather(entries, suggests);
    for (const [word, node] of next ?? []) {
      file(word, node);
      // An article may be left out.
      if (articles.includes(word))
        for (const [further, other] of node.next ?? []) file(further, other);
    }
  }
  return {
    suggests,
    next: new Map([...behind].map(([word, all]) => [word, openingOf(all)])),
  };
}

function gather(entries: readonly Entry[], all: Set<string>): void {
  for (const { reading } of entries) for (const id of sense([reading]).suggests) all.add(id);
}

function gatherAll(node: FormNode, all: Set<string>): void {
  gather(node.entries, all);
  for (const next of node.next?.values() ?? []) gatherAll(next, all);
}

/** The concept itself and all that it is, nearest first. A circle ends where it closes. */
function broader(id: string, parents: ReadonlyMap<string, readonly string[]>): Set<string> {
  const found = new Set([id]);
  for (const one of found) for (const parent of parents.get(one) ?? []) found.add(parent);
  return found;
}

/** The place in the tree where a form with these words ends. */
function nodeFor(root: FormNode, words: readonly string[]): FormNode {
  let node = root;
  for (const word of words) {
    const key = firstWordOf(word);
    node.next ??= new Map();
    let next = node.next.get(key);
    if (!next) {
      next = { next: null, entries: [], plain: null, senses: null };
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
  if (!depends && node.entries.length > 0) node.plain = sense(distinct(node.entries));
  for (const next of node.next?.values() ?? []) settle(next);
}

function distinct(entries: readonly Entry[]): Reading[] {
  const readings: Reading[] = [];
  for (const { reading } of entries) {
    if (!readings.some((r) => r.concept === reading.concept && r.form === reading.form))
      readings.push(reading);
  }
  return readings;
}

function tagTokens(tokens: readonly Token[], forms: Forms): Mention[] {
  const mentions: Mention[] = [];
  let at = 0;
  while (at < tokens.length) {
    const verbal = withVerbItself(tokens, at, longestFrom(tokens, at, forms), forms);
    const longest = withNames(tokens, verbal, forms);
    const mention = withParticle(tokens, at, longest, forms);
    if (mention && !isOtherPerson(tokens, mention, forms)) mentions.push(mention);
    at = mention ? mention.last + 1 : at + 1;
  }
  return mentions;
}

/** "ended in April": where a preposition may belong to the verb or to what follows, both are meant. */
function withVerbItself(
  tokens: readonly Token[],
  at: number,
  mention: Mention | null,
  forms: Forms,
): Mention | null {
  const preposition = tokens[at + 1]?.text ?? '';
  if (mention?.last !== at + 1 || !/^(?:at|for|from|in|on|over|to)$/.test(preposition))
    return mention;
  if (!mention.readings.every(({ form }) => verbForms.includes(form))) return mention;
  const alone = longestAt(tokens, at, forms, at + 1)?.readings ?? [];
  const more = alone.filter(
    ({ concept, form }) =>
      verbForms.includes(form) && !mention.readings.some((reading) => reading.concept === concept),
  );
  return more.length > 0 ? mentionOf(at, at + 1, [...mention.readings, ...more]) : mention;
}

/** "left the Russian capital": a turn of phrase also names the country, place or person within it. */
function withNames(
  tokens: readonly Token[],
  mention: Mention | null,
  forms: Forms,
): Mention | null {
  if (!mention || mention.first === mention.last || !mention.readings.every(isTurn)) return mention;
  const { first, last, readings } = mention;
  const named: Reading[] = [];
  for (let at = first; at <= last; ) {
    const longest = longestAt(tokens, at, forms, last + (at === first ? 0 : 1));
    const within = withNames(tokens, longest, forms);
    named.push(...(within?.readings.filter(isName) ?? []));
    at = (within?.last ?? at) + 1;
  }
  return named.length > 0 ? mentionOf(first, last, [...readings, ...named]) : mention;
}

function isTurn({ concept, form }: Reading): boolean {
  if (concept.is.has('action') || concept.is.has('function-word')) return true;
  return form === 'phrase' && concept.is.has('event-noun');
}

function isName({ concept, form }: Reading): boolean {
  return (
    ['name', 'cased', 'adjective', 'noun'].includes(form) &&
    ['country', 'place', 'person'].some((kind) => concept.is.has(kind))
  );
}

/** Words that a verb may have behind its object, and those that may follow them there. */
const particles = new Set(
  'away back binding down effective free home in off operative out over up valid'.split(' '),
);
const behindParticle = new Set(
  'after and as at because before but by for from if in into later on or since so that then to today until when while with yesterday'.split(
    ' ',
  ),
);
/** Prepositions that belong to a verb with the noun behind them: "put into force", "pull from the front". */
const boundPrepositions = new Set(['from', 'into', 'off', 'on', 'out', 'to']);
/** How many tokens may stand between a verb and its particle. */
const particleReach = 6;

/** "pulled its men back", "shot 30 drones down": the object stands between the words of the verb. */
function withParticle(
  tokens: readonly Token[],
  at: number,
  mention: Mention | null,
  forms: Forms,
): Mention | null {
  if (mention && mention.last > at) return mention;
  const nodes = forms.startingWith(tokens[at]?.text ?? '')?.next;
  if (!nodes) return mention;
  for (let behind = at + 1; behind <= at + particleReach; behind++) {
    const token = tokens[behind];
    if (!token || (token.kind === 'punctuation' && !/^[$€£]$/.test(token.text))) return mention;
    if (behind === at + 1) continue;
    const bound = boundPrepositions.has(token.text) && withBound(nodes, tokens, behind);
    if (bound && bound.length > 0)
      return mentionOf(at, at, distinct([...bound, ...entriesOf(mention)]));
    const node = particles.has(token.text) ? nodes.get(token.text) : undefined;
    if (!node) continue;
    const next = tokens[behind + 1];
    if (next?.kind === 'number' || (next?.kind === 'word' && !behindParticle.has(next.text)))
      continue;
    const verbs = node.entries.filter(
      ({ words, reading }) => words.length === 2 && verbForms.includes(reading.form),
    );
    if (verbs.length > 0) return mentionOf(at, at, distinct([...verbs, ...entriesOf(mention)]));
  }
  return mention;
}

/** "signed the treaty into law": verbs whose preposition and noun stand behind their object. */
function withBound(
  nodes: ReadonlyMap<string, FormNode>,
  tokens: readonly Token[],
  behind: number,
): Entry[] {
  let longest: Entry[] = [];
  let node = nodes.get(tokens[behind]?.text ?? '');
  for (let at = behind + 1; node; at++) {
    node = node.next?.get(tokens[at]?.text ?? '');
    const verbs = (node?.entries ?? []).filter(({ reading }) => verbForms.includes(reading.form));
    if (verbs.length > 0) longest = verbs;
  }
  return longest;
}

function entriesOf(mention: Mention | null): Entry[] {
  return (mention?.readings ?? []).map((reading) => ({ words: [], reading }));
}

/** "Kim Su Gil": a family name before a name that is not known is somebody else's. */
function isOtherPerson(tokens: readonly Token[], { first, last, readings }: Mention, forms: Forms) {
  const next = tokens[last + 1];
  return (
    first === last &&
    next?.kind === 'word' &&
    next.capital &&
    tokens[last]?.possessive === false &&
    readings.every(({ form, concept }) => form === 'cased' && concept.is.has('person')) &&
    forms.startingWith(next.text) === null
  );
}

/** A form that begins with an article gives way to a longer one behind it: "the South | Korean capital". */
function longestFrom(tokens: readonly Token[], at: number, forms: Forms): Mention | null {
  const found = longestAt(tokens, at, forms, goesOn(tokens, at) ? at + 1 : undefined);
  if (!found || found.first === found.last || tokens[at]?.text !== 'the') return found;
  const behind = longestAt(tokens, at + 1, forms);
  return behind && behind.last > found.last ? longestAt(tokens, at, forms, at + 1) : found;
}

/** "sixty-four ships" are no four ships: a word that ends a number begins nothing else. */
function goesOn(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at]?.joined === true &&
    UNITS.has(tokens[at]?.text ?? '') &&
    TENS.has(tokens[at - 1]?.text ?? '')
  );
}

function prepositionOf(node: FormNode | null): string | undefined {
  return node?.entries.find(({ reading }) => reading.concept.is.has('preposition'))?.reading.concept
    .id;
}

function longestAt(
  tokens: readonly Token[],
  at: number,
  forms: Forms,
  end = tokens.length,
): Mention | null {
  let longest: Mention | null = null;
  let node: FormNode | null | undefined = forms.startingWith(tokens[at]?.text ?? '');
  let skipped: number | null = null;
  for (let last = at; node && last < end; ) {
    const found: Sense | null = node.plain ?? fitting(tokens, at, node, skipped);
    if (found && !isCutOff(tokens, at, last))
      longest = {
        first: at,
        last,
        readings: found.readings,
        is: found.is,
        names: found.names,
        suggests: found.suggests,
      };
    last++;
    const word = tokens[last]?.text ?? '';
    const next: FormNode | undefined = node.next?.get(word);
    const bare: FormNode | undefined =
      next || skipped !== null ? undefined : withoutArticle(node, word);
    if (bare) skipped = last - at;
    node = next ?? bare;
  }
  return longest;
}

const articles = ['the', 'a'];

/** Headlines leave articles out: "cuts ribbon" for "cut the ribbon". */
function withoutArticle({ next }: FormNode, word: string): FormNode | undefined {
  for (const article of articles) {
    const node = next?.get(article)?.next?.get(word);
    if (node) return node;
  }
  return undefined;
}

/**
 * "Russia's war-torn Kursk" does not name Russia's war: a hyphen ties the last word to what follows.
 * "delivered up to 1,000" hands nothing over: "up to" is told of the number.
 */
function isCutOff(tokens: readonly Token[], at: number, last: number): boolean {
  if (last === at) return false;
  const hyphened = tokens[last]?.capital === false && tokens[last + 1]?.joined === true;
  // "fighting in Ukraine's east" is no fighting in all of Ukraine.
  const owner =
    tokens[last]?.possessive === true &&
    /^(?:in|into|on|at|from|to)$/.test(tokens[last - 1]?.text ?? '');
  const limit =
    tokens[last]?.text === 'up' &&
    tokens[last + 1]?.text === 'to' &&
    tokens[last + 2]?.kind === 'number';
  return hyphened || owner || limit;
}

/** What the forms that end at a node stand for here, with these capitals and possessives. */
function fitting(
  tokens: readonly Token[],
  at: number,
  node: FormNode,
  skipped: number | null,
): Sense | null {
  const entries = node.entries.filter((entry) => matchesAt(tokens, at, entry, skipped));
  if (entries.length === 0) return null;
  const key = entries.map((entry) => node.entries.indexOf(entry)).join();
  node.senses ??= new Map();
  let found = node.senses.get(key);
  if (!found) {
    found = sense(distinct(entries));
    node.senses.set(key, found);
  }
  return found;
}

/** @param skipped the place in the form of an article that the text leaves out */
function matchesAt(
  tokens: readonly Token[],
  at: number,
  { words, reading }: Entry,
  skipped: number | null,
): boolean {
  if (skipped !== null && !verbForms.includes(reading.form)) return false;
  for (let offset = 0; offset < words.length; offset++) {
    if (offset === skipped) continue;
    const token = tokens[at + offset - (skipped !== null && offset > skipped ? 1 : 0)];
    const word = words[offset];
    if (!token || !word) return false;
    if (reading.form === 'cased' && startsUpper(word) && !token.capital) return false;
    // A possessive ends a name unless the name has it: "Kim's Jong Un" is not one.
    const owns = word.endsWith("'s");
    if (owns ? !token.possessive : token.possessive && offset < words.length - 1) return false;
  }
  return true;
}

function startsUpper(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}
