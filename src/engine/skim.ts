import { tellsTime } from '../text/dates.ts';
import { tellsLargeNumber, tellsNumber } from '../text/numbers.ts';
import type { TextRange, Token } from '../text/token.ts';
import { TokenCursor, tokenise } from '../text/tokens.ts';
import { Vocabulary } from '../text/vocabulary.ts';
import type { Reach } from './discourse.ts';
import { referenceKinds } from './references/kinds.ts';
import { mayRefer, suggestedBy } from './references/resolve.ts';
import type { Outlook, Signal, StatementIndex } from './statement-index.ts';
import { isParting, mayStandApart } from './tagging/liberties.ts';
import type { Opening } from './tagging/opening.ts';
import type { Tagger } from './tagging/tagger.ts';

/** What a sentence could hold: never less than what it does. */
export interface Sketch extends Outlook {
  /** Whether it may give a day with its year. */
  wholeDay: boolean;
  /** What of it could mean more, if something of the kind was told of before. */
  refers: readonly Referring[];
}

/** Words that mean something only where something was told of before. */
export interface Referring {
  after: Reach;
  /** What they could mean then, and of which kinds what was told they could mean. */
  signal: Signal;
  told: readonly string[];
}

/** Finds what sentences could hold by their words alone, without reading them. */
export interface Skimmer {
  skim(text: string, range: TextRange): Sketch;
}

/** What words could mean that begin with the same words. */
interface Beginning {
  signal: Signal | null;
  refers: readonly Referring[];
  /** With this word right behind them; null where no more comes of it. */
  next: ReadonlyMap<string, Beginning> | null;
}

/** What a word could mean. */
interface Word extends Beginning {
  text: string;
  /** Whether anything comes of it. */
  tells: boolean;
  /** With this word further behind it. */
  apart: ReadonlyMap<string, Beginning> | null;
  /** Whether it may be such a word, and whether none before it reaches beyond it. */
  endsApart: boolean;
  parts: boolean;
  number: boolean;
  largeNumber: boolean;
  date: boolean;
  wholeDay: boolean;
}

/** What a sentence could hold that has no words of ours. */
export const blank: Sketch = {
  signals: [],
  number: false,
  largeNumber: false,
  date: false,
  wholeDay: false,
  refers: [],
};

/** Bounds the memory that texts can make a skimmer keep. */
const mostTokens = 20_000;

/**
 * @param asked concepts that are asked for besides those of the statements
 */
export function createSkimmer(
  tagger: Tagger,
  index: StatementIndex,
  asked: ReadonlySet<string>,
): Skimmer {
  const always = referenceKinds
    .filter(({ after }) => !after)
    .map((kind) => ({ kind, suggests: suggestedBy(kind, tagger) }));
  const afterOthers = referenceKinds.flatMap((kind) => {
    if (!kind.after) return [];
    const signal = index.signalOf(suggestedBy(kind, tagger));
    return [{ kind, referring: { after: kind.after, signal, told: kind.means.told ?? [] } }];
  });
  const signalOf = (suggests: ReadonlySet<string>): Signal | null => {
    const signal = index.signalOf(suggests);
    const isAsked = signal.meets.length > 0 || [...suggests].some((concept) => asked.has(concept));
    return isAsked ? signal : null;
  };
  const beginningOf = ({ suggests, next }: Opening, first: string | null): Beginning => {
    const meant = always.flatMap((one) =>
      mayRefer(one.kind, first, suggests) ? [...one.suggests] : [],
    );
    return {
      signal: signalOf(meant.length > 0 ? new Set([...suggests, ...meant]) : suggests),
      refers: afterOthers.flatMap(({ kind, referring }) =>
        mayRefer(kind, first, suggests) ? [referring] : [],
      ),
      next: allOf(next),
    };
  };
  const allOf = (next: ReadonlyMap<string, Opening>): Beginning['next'] => {
    const all = [...next].flatMap(([word, behind]) => {
      const beginning = beginningOf(behind, null);
      return tells(beginning) ? [[word, beginning] as const] : [];
    });
    return all.length > 0 ? new Map(all) : null;
  };
  const wordOf = (token: Token): Word => {
    const opening = tagger.opening(token.text);
    const beginning = beginningOf(opening, token.text);
    const apart = allOf(opening.apart);
    const number = tellsNumber(token);
    const largeNumber = tellsLargeNumber(token);
    const date = tellsTime(token);
    return {
      ...beginning,
      text: token.text,
      tells: tells(beginning) || apart !== null || number || largeNumber || date,
      apart,
      endsApart: mayStandApart(token),
      parts: isParting(token),
      number,
      largeNumber,
      date,
      // Only figures give a year.
      wholeDay: token.kind === 'number' && date,
    };
  };
  const words = new Vocabulary<Word>((word) => {
    const [token] = tokenise(word, { start: 0, end: word.length });
    if (!token) throw new Error(`no word: ${word}`);
    return wordOf(token);
  });
  const others = new Map<string, Word>();
  const other = (token: Token): Word => {
    const key = token.kind === 'number' ? `${token.end - token.start} ${token.text}` : token.text;
    let word = others.get(key);
    if (!word) {
      word = wordOf(token);
      if (others.size < mostTokens) others.set(key, word);
    }
    return word;
  };

  /** The words that a surface form has begun with, up to the last one, and those with the next. */
  let begun: Beginning[] = [];
  let further: Beginning[] = [];
  /** What they have begun with a word that may stand further behind. */
  const apart: NonNullable<Word['apart']>[] = [];
  const follow = (next: Beginning['next'], word: string, sketch: Draft) => {
    const longer = next?.get(word);
    if (!longer) return;
    add(longer, sketch);
    if (longer.next) further.push(longer);
  };
  return {
    skim(text, range) {
      const cursor = new TokenCursor(text, range);
      let sketch: Draft | null = null;
      begun.length = 0;
      apart.length = 0;
      for (;;) {
        let word = cursor.plainWord(words);
        if (!word) {
          const token = cursor.next();
          if (!token) break;
          word = other(token);
        }
        const ends = word.endsApart && apart.length > 0;
        if (begun.length > 0 || ends || word.tells) {
          sketch ??= draft();
          for (const { next } of begun) follow(next, word.text, sketch);
          if (ends) for (const next of apart) follow(next, word.text, sketch);
          add(word, sketch);
          if (word.next) further.push(word);
          if (word.apart) apart.push(word.apart);
          if (word.number) sketch.number = true;
          if (word.largeNumber) sketch.largeNumber = true;
          if (word.date) sketch.date = true;
          if (word.wholeDay) sketch.wholeDay = true;
          [begun, further] = [further, begun];
          further.length = 0;
        }
        if (word.parts) apart.length = 0;
      }
      return sketch ?? blank;
    },
  };
}

/** A sketch that is being made. */
interface Draft extends Sketch {
  signals: Signal[];
  refers: Referring[];
}

function draft(): Draft {
  return {
    signals: [],
    number: false,
    largeNumber: false,
    date: false,
    wholeDay: false,
    refers: [],
  };
}

/** Whether anything comes of words. */
function tells({ signal, refers, next }: Beginning): boolean {
  return signal !== null || refers.length > 0 || next !== null;
}

function add({ signal, refers }: Beginning, sketch: Draft): void {
  if (signal) sketch.signals.push(signal);
  for (const one of refers) if (!sketch.refers.includes(one)) sketch.refers.push(one);
}

/** Whether words of a sentence could suggest a concept. */
export function couldName({ signals }: Sketch, concept: string): boolean {
  return signals.some(({ suggests }) => suggests.has(concept));
}
