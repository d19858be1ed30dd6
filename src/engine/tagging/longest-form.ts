import { TENS, UNITS } from '../../text/number-words.ts';
import type { Token } from '../../text/token.ts';
import { textAt } from '../../text/token-sequence.ts';
import { isVerbal, type Mention, type Sense, senseOf } from '../mention.ts';
import { distinctReadings, type FormEntry, type FormIndex, type FormNode } from './form-index.ts';
import { articles } from './liberties.ts';

/** A form that begins with an article gives way to a longer one behind it: "the South | Korean capital". */
export function longestFrom(
  tokens: readonly Token[],
  at: number,
  forms: FormIndex,
): Mention | null {
  const found = longestAt(tokens, at, forms, goesOn(tokens, at) ? at + 1 : undefined);
  if (!found || found.first === found.last || tokens[at]?.text !== 'the') return found;
  const behind = longestAt(tokens, at + 1, forms);
  return behind && behind.last > found.last ? longestAt(tokens, at, forms, at + 1) : found;
}

/** "sixty-four ships" are no four ships: a word that ends a number begins nothing else. */
function goesOn(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at]?.joined === true && UNITS.has(textAt(tokens, at)) && TENS.has(textAt(tokens, at - 1))
  );
}

/** The longest form that begins at a token and ends before another. */
export function longestAt(
  tokens: readonly Token[],
  at: number,
  forms: FormIndex,
  end = tokens.length,
): Mention | null {
  let longest: Mention | null = null;
  let node: FormNode | null | undefined = forms.startingWith(textAt(tokens, at));
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
    const word = textAt(tokens, last);
    const next: FormNode | undefined = node.next?.get(word);
    const bare: FormNode | undefined =
      next || skipped !== null ? undefined : withoutArticle(node, word);
    if (bare) skipped = last - at;
    node = next ?? bare;
  }
  return longest;
}

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
  const owner = tokens[last]?.possessive === true && beforePlace.has(textAt(tokens, last - 1));
  const limit =
    tokens[last]?.text === 'up' &&
    tokens[last + 1]?.text === 'to' &&
    tokens[last + 2]?.kind === 'number';
  return hyphened || owner || limit;
}

const beforePlace = new Set(['in', 'into', 'on', 'at', 'from', 'to']);

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
    found = senseOf(distinctReadings(entries));
    node.senses.set(key, found);
  }
  return found;
}

/** @param skipped the place in the form of an article that the text leaves out */
function matchesAt(
  tokens: readonly Token[],
  at: number,
  { words, reading }: FormEntry,
  skipped: number | null,
): boolean {
  if (skipped !== null && !isVerbal(reading)) return false;
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
