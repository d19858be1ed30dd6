/** A word of a form, or several with `|` between, any of which may stand there. */
type Slot = string;

/** What forms go on with behind the same words. */
interface Branch {
  /** Whether a form ends here. */
  ends: boolean;
  next: Map<string, Branch>;
}

/** A line before it is written: how many words of the line above it keeps, and those that follow. */
interface Line {
  kept: number;
  slots: Slot[];
}

/**
 * Surface forms as the rules file lists them. What begins alike stands together, told once, with a `~` for
 * each word that stands at the same place in the line above; words that are followed by the same stand at
 * one place with `|` between:
 *
 *     chief|head of general staff
 *     ~~ the army|navy
 */
export function foldForms(forms: Iterable<string>): string[] {
  const root: Branch = { ends: false, next: new Map() };
  for (const form of [...forms].sort()) grow(root, form.split(' '));
  return linesOf(root).map(written);
}

function grow(root: Branch, words: readonly string[]): void {
  let branch = root;
  for (const word of words) {
    let next = branch.next.get(word);
    if (!next) {
      next = { ends: false, next: new Map() };
      branch.next.set(word, next);
    }
    branch = next;
  }
  branch.ends = true;
}

function linesOf({ next }: Branch): Line[] {
  const alike = new Map<string, { words: string[]; ends: boolean; below: Line[] }>();
  for (const [word, branch] of next) {
    const below = linesOf(branch);
    const key = JSON.stringify([branch.ends, below]);
    const known = alike.get(key);
    if (known) known.words.push(word);
    else alike.set(key, { words: [word], ends: branch.ends, below });
  }
  return [...alike.values()].flatMap(({ words, ends, below }) => {
    const slot = words.join('|');
    // Where no form ends, the first that goes on is written on in the same line.
    const [first, ...others] = ends ? [{ kept: 0, slots: [] }, ...below] : below;
    const deeper = others.map(({ kept, slots }) => ({ kept: kept + 1, slots }));
    return [{ kept: 0, slots: [slot, ...(first?.slots ?? [])] }, ...deeper];
  });
}

function written({ kept, slots }: Line): string {
  return `${kept > 0 ? `${'~'.repeat(kept)} ` : ''}${slots.join(' ')}`;
}

/** The whole forms of a folded list. */
export function unfoldForms(lines: readonly string[]): string[] {
  return lines.flatMap((line, at) => (isWhole(line) ? unfoldFrom(lines, at) : []));
}

/** Whether a line of a folded list stands alone: those below it that do not begin with its first words. */
export function isWhole(line: string): boolean {
  return !line.startsWith('~');
}

/** The first words of the forms in a line that stands alone and in those below it that do not. */
export function firstWordsIn(line: string): string[] {
  const end = line.indexOf(' ');
  const first = end < 0 ? line : line.slice(0, end);
  return first.includes('|') ? first.split('|') : [first];
}

/** The forms in the line that stands alone at this place, and in those below it that begin with its first words. */
export function unfoldFrom(lines: readonly string[], at: number): string[] {
  let slots = (lines[at] ?? '').split(' ');
  const forms = spelled(slots);
  for (let next = at + 1; next < lines.length; next++) {
    const line = lines[next] ?? '';
    if (isWhole(line)) break;
    const [kept = '', ...rest] = line.split(' ');
    slots = [...slots.slice(0, kept.length), ...rest];
    forms.push(...spelled(slots));
  }
  return forms;
}

/** Every way to take one word of each slot. */
function spelled(slots: readonly Slot[]): string[] {
  let forms = [''];
  for (const [place, slot] of slots.entries()) {
    const before = place > 0 ? forms.map((form) => `${form} `) : forms;
    forms = slot.split('|').flatMap((word) => before.map((form) => form + word));
  }
  return forms;
}

/** No concept has so many forms. */
const mostForms = 20_000;

/** Whether each line has the words above it that its `~` stand for, and all lines make a bounded number of forms. */
export function canUnfold(lines: readonly string[]): boolean {
  let slots: Slot[] = [];
  let forms = 0;
  return lines.every((line) => {
    const [first = '', ...rest] = line.split(' ');
    const kept = isWhole(line) ? 0 : first.length;
    const isSound = kept === 0 || (kept <= slots.length && /^~+$/.test(first) && rest.length > 0);
    slots = kept === 0 ? [first, ...rest] : [...slots.slice(0, kept), ...rest];
    forms += slots.reduce((ways, slot) => ways * slot.split('|').length, 1);
    return isSound && forms <= mostForms;
  });
}
