/**
 * Surface forms as the rules file lists them: in the order of the alphabet, with a `~` for each word that
 * stands at the same place in the form above. What begins alike so stands together, told once:
 *
 *     head of the army
 *     ~~~ navy
 *     ~~ general staff
 */
export function foldForms(forms: Iterable<string>): string[] {
  let above: string[] = [];
  return [...forms].sort().map((form) => {
    const words = form.split(' ');
    let same = 0;
    while (same < words.length - 1 && words[same] === above[same]) same++;
    above = words;
    return same > 0 ? `${'~'.repeat(same)} ${words.slice(same).join(' ')}` : form;
  });
}

/** The whole forms of a folded list. */
export function unfoldForms(lines: readonly string[]): string[] {
  return lines.flatMap((line, at) => (isWhole(line) ? unfoldFrom(lines, at) : []));
}

/** Whether a line of a folded list is a whole form: those below it that are not begin with its first word. */
export function isWhole(line: string): boolean {
  return !line.startsWith('~');
}

/** The form that stands whole in this line, and those below it that begin with its first word. */
export function unfoldFrom(lines: readonly string[], at: number): string[] {
  const first = lines[at] ?? '';
  const forms = [first];
  let above = first.split(' ');
  for (let next = at + 1; next < lines.length; next++) {
    const line = lines[next] ?? '';
    if (isWhole(line)) break;
    const [same = '', ...rest] = line.split(' ');
    above = [...above.slice(0, same.length), ...rest];
    forms.push(above.join(' '));
  }
  return forms;
}

/** Whether each line has the words above it that its `~` stand for. */
export function canUnfold(lines: readonly string[]): boolean {
  let words = 0;
  return lines.every((line) => {
    const [same = '', ...rest] = line.split(' ');
    const known = isWhole(line) ? 0 : same.length;
    const isSound = known === 0 || (known <= words && /^~+$/.test(same) && rest.length > 0);
    words = known === 0 ? rest.length + 1 : known + rest.length;
    return isSound;
  });
}
