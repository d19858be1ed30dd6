/** No entry of a lexicon needs to stand for more. */
const mostWordings = 500;

/**
 * Every wording that an entry of the lexicon stands for. Of alternatives, in brackets and with bars between,
 * any may stand there; one that is empty leaves the place out. Brackets without a bar are none of these.
 *
 *     (new|) treaty of (2024|Pyongyang)
 */
export function wordingsOf(entry: string): string[] {
  if (!entry.includes('|')) return [entry];
  let wordings = [''];
  for (const choices of choicesIn(entry)) {
    wordings = wordings.flatMap((before) => choices.map((choice) => before + choice));
  }
  return wordings.map((wording) => wording.replace(/\s+/g, ' ').trim());
}

/** How many wordings an entry stands for. */
export function wordingCount(entry: string): number {
  return choicesIn(entry).reduce((count, choices) => count * choices.length, 1);
}

/** Why an entry cannot be spelled out, and what to do; null where it can. */
export function faultInAlternatives(entry: string): string | null {
  if (!entry.includes('|')) return null;
  const brackets = entry.replace(/[^()]/g, '');
  if (brackets.includes('((')) {
    return 'brackets stand within brackets: write them side by side, or make two entries of it';
  }
  if (!/^(?:\(\))*$/.test(brackets)) {
    return 'a bracket lacks its other half: write both, "(new|old) treaty"';
  }
  if (entry.replace(/\([^)]*\)/g, '').includes('|')) {
    return 'a bar stands outside of brackets: put brackets around the alternatives, "(new|old) treaty"';
  }
  if (wordingCount(entry) > mostWordings) {
    return `it stands for more than ${mostWordings} wordings: make several entries of it`;
  }
  if (choicesIn(entry).every((choices) => choices.some((choice) => choice.trim() === ''))) {
    return 'its alternatives can leave no word at all: add one that always stands there';
  }
  return null;
}

/** What may stand at each place in turn; a text without alternatives is the only choice for its own. */
function choicesIn(entry: string): string[][] {
  return entry.split(/\(([^()]*\|[^()]*)\)/).map((part, at) => (at % 2 ? part.split('|') : [part]));
}
