import type { WordForm } from './rules.ts';

/** Irregular verbs: base form to past, participle and, where needed, -ing form. */
export type IrregularVerbs = Readonly<Record<string, readonly string[]>>;

/**
 * All forms of an English verb. A particle stays: "bring in" gives "brought in".
 * The rules are those of any school grammar; what they miss stands in the irregular verbs.
 */
export function verbForms(verb: string, irregular: IrregularVerbs): [string, WordForm][] {
  const [base = '', ...particles] = verb.split(' ');
  const rest = particles.length > 0 ? ` ${particles.join(' ')}` : '';
  const listed = irregular[base];
  const past = listed?.[0] ?? regularPast(base);
  const participle = listed?.[1] ?? past;
  const pastForms: [string, WordForm][] =
    past === participle
      ? [[past, 'past-or-participle']]
      : [
          [past, 'past'],
          [participle, 'participle'],
        ];
  const forms: [string, WordForm][] = [
    [base, 'verb'],
    [thirdPerson(base), 'verb'],
    [listed?.[2] ?? ingForm(base), 'ing'],
    ...pastForms,
  ];
  return forms.map(([form, kind]) => [form + rest, kind]);
}

/** The singular and the plural of an English noun; "man/men" gives both itself. */
export function nounForms(noun: string): string[] {
  if (noun.includes('/')) return noun.split('/').map((form) => form.trim());
  return [noun, plural(noun)];
}

/**
 * The words that may have this one among their forms, as a noun or as a verb: at least all that do. It is
 * asked for the words of a text, so that a lexicon need not be inflected before it is used.
 */
export function possibleBases(word: string): string[] {
  const bases = [word];
  const cut = (ending: string, base: string) => {
    if (word.endsWith(ending)) bases.push(word.slice(0, -ending.length) + base);
  };
  for (const [ending, base] of endings) cut(ending, base);
  const stem = word.replace(/(?:ed|ing)$/, '');
  if (stem !== word && stem.at(-1) === stem.at(-2)) bases.push(stem.slice(0, -1));
  return bases;
}

/** What the rules below put in place of the end of a word, the other way round. */
const endings: readonly (readonly [string, string])[] = [
  ['s', ''],
  ['es', ''],
  ['ies', 'y'],
  ['men', 'man'],
  ['d', ''],
  ['ed', ''],
  ['ied', 'y'],
  ['ing', ''],
  ['ing', 'e'],
  ['ying', 'ie'],
  ['is', 'be'],
  ['has', 'have'],
];

function plural(noun: string): string {
  // "sapper of the army" is made plural at its head.
  const head = /^(\S+)( (?:of|for|in|on|to|from|with) .+)$/.exec(noun);
  if (head?.[1] && head[2]) return plural(head[1]) + head[2];
  if (/(?:[sxz]|ch|sh)$/.test(noun)) return `${noun}es`;
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  if (/(?:^|[ -])(?:\w*[^hu])?man$/.test(noun)) return `${noun.slice(0, -3)}men`;
  return `${noun}s`;
}

function thirdPerson(verb: string): string {
  if (verb === 'be') return 'is';
  if (verb === 'have') return 'has';
  if (/(?:[sxz]|ch|sh|o)$/.test(verb)) return `${verb}es`;
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ies`;
  return `${verb}s`;
}

function regularPast(verb: string): string {
  if (verb.endsWith('e')) return `${verb}d`;
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`;
  return `${doubled(verb)}ed`;
}

function ingForm(verb: string): string {
  if (verb.endsWith('ie')) return `${verb.slice(0, -2)}ying`;
  if (/[^eoy]e$/.test(verb)) return `${verb.slice(0, -1)}ing`;
  return `${doubled(verb)}ing`;
}

function doubled(verb: string): string {
  const oneSyllable = /^[^aeiou]*[aeiou][^aeiouwxy]$/.test(verb);
  return oneSyllable ? verb + verb.slice(-1) : verb;
}
