import { DETERMINERS, TIME_PREPOSITIONS, YEAR_PHRASES } from './calendar-words.ts';
import { isCountedPlural, YEAR_NOUN, yearAt } from './date-words.ts';
import type { Token } from './token.ts';
import { textAt } from './token-sequence.ts';

/** How words after a month tell the year. */
export type Year =
  | { kind: 'absolute'; year: number }
  | { kind: 'relative-year'; offset: number }
  /** "of the same year" (0), "of the following year" (1): seen from a date named before. */
  | { kind: 'same'; offset: number };

/** "в прошлом году", "этого года", "того же года", "торік". */
function readCyrillicYear(
  tokens: readonly Token[],
  at: number,
): { year: Year; next: number } | null {
  const [first, second, third] = [0, 1, 2].map((offset) => textAt(tokens, at + offset));
  const alone = YEAR_PHRASES.get(first ?? '');
  if (alone !== undefined) return { year: { kind: 'relative-year', offset: alone }, next: at + 1 };
  const offset = YEAR_PHRASES.get(`${first} ${second}`);
  if (offset !== undefined) return { year: { kind: 'relative-year', offset }, next: at + 2 };
  const same = /^(?:того|тем|тому) (?:же|ж|самого) (?:года|году|року)$/;
  return same.test(`${first} ${second} ${third}`)
    ? { year: { kind: 'same', offset: 0 }, next: at + 3 }
    : null;
}

/** "this year", "last year", "the same year", "that year", "the following year". */
export function readRelativeYear(
  tokens: readonly Token[],
  at: number,
): { year: Year; next: number } | null {
  const text = textAt(tokens, at);
  if (text > 'z') return readCyrillicYear(tokens, at);
  const article = text === 'the';
  let next = article ? at + 1 : at;
  const word = textAt(tokens, next);
  if ((article || text === 'a' || text === 'one') && textAt(tokens, at + 1) === 'year')
    return readYearApart(tokens, at + 2);
  if (word === 'that' && textAt(tokens, next + 1) === 'same') next++;
  if (textAt(tokens, next + 1) !== 'year' || tokens[next + 1]?.possessive) return null;
  next += 2;
  if (word === 'same' || word === 'that') return { year: { kind: 'same', offset: 0 }, next };
  if (/^(?:previous|preceding|prior)$/.test(word))
    return { year: { kind: 'same', offset: -1 }, next };
  if (word === 'following' || (article && word === 'next'))
    return { year: { kind: 'same', offset: 1 }, next };
  if (word !== 'this' && word !== 'last' && word !== 'next' && word !== 'current') return null;
  return { year: { kind: 'relative-year', offset: DETERMINERS.get(word) ?? 0 }, next };
}

/** "the year before", "a year later": what follows is not what the year is counted from. */
function readYearApart(tokens: readonly Token[], at: number): { year: Year; next: number } | null {
  const direction = textAt(tokens, at);
  const further = tokens[at + 1];
  if (direction === 'before' && further?.text === 'last')
    return { year: { kind: 'relative-year', offset: -2 }, next: at + 2 };
  const earlier = /^(?:before|earlier|previously)$/.test(direction);
  if (!earlier && !/^(?:after|later|on)$/.test(direction)) return null;
  const open = !further || further.kind === 'punctuation' || TIME_PREPOSITIONS.has(further.text);
  return open ? { year: { kind: 'same', offset: earlier ? -1 : 1 }, next: at + 1 } : null;
}

/** The year after a month, a day or a season. */
export function readYear(
  tokens: readonly Token[],
  at: number,
  hasDay: boolean,
): { year: Year; next: number } | null {
  let next = at;
  const comma = textAt(tokens, next) === ',';
  if (comma) next++;
  const of = textAt(tokens, next) === 'of' || (comma && textAt(tokens, next) === 'in');
  if (of) next++;
  const absolute = yearAt(tokens, next);
  if (absolute !== null) {
    if (comma && !hasDay && isCountedPlural(tokens, next + 1)) return null;
    const noun = YEAR_NOUN.test(textAt(tokens, next + 1)) ? 1 : 0;
    return { year: { kind: 'absolute', year: absolute }, next: next + 1 + noun };
  }
  const relative = readRelativeYear(tokens, next);
  if (!relative || textAt(tokens, relative.next) !== ',') return relative;
  // "June this year, 2025"
  const explained = yearAt(tokens, relative.next + 1);
  if (explained === null || tokens[relative.next + 2]?.kind === 'word') return relative;
  return { year: { kind: 'absolute', year: explained }, next: relative.next + 2 };
}
