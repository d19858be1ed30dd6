import { tellsTime } from '../text/dates.ts';
import { tellsLargeNumber, tellsNumber } from '../text/numbers.ts';
import type { Token } from '../text/token.ts';
import { type TokenCursor, tokenise } from '../text/tokens.ts';
import { Vocabulary } from '../text/vocabulary.ts';
import type { Reach } from './discourse.ts';
import { referenceKinds } from './references/kinds.ts';
import type { ReferenceKind } from './references/reference.ts';
import { mayRefer, suggestedBy } from './references/resolve.ts';
import type { Signal, StatementIndex } from './statement-index.ts';
import { isParting, mayStandApart } from './tagging/liberties.ts';
import type { Opening } from './tagging/opening.ts';
import type { Tagger } from './tagging/tagger.ts';

/** Words that mean something only where something was told of before. */
export interface Referring {
  after: Reach;
  /** What they could mean then, and of which kinds what was told they could mean. */
  signal: Signal;
  told: readonly string[];
}

/** What words could mean that begin with the same words. */
export interface Beginning {
  signal: Signal | null;
  refers: readonly Referring[];
  /** With this word right behind them; null where no more comes of it. */
  next: ReadonlyMap<string, Beginning> | null;
}

/** What a word could mean. */
export interface Word extends Beginning {
  text: string;
  /** Whether anything comes of it. */
  tells: boolean;
  /** With this word further behind it. */
  apart: ReadonlyMap<string, Beginning> | null;
  /** Whether it may be such a word, and whether none before it reaches beyond it. */
  endsApart: boolean;
  /** Whether it parts what stands before it from what stands behind. */
  parts: boolean;
  /** Whether it may belong to a number, a large one, a date, and one with its year. */
  number: boolean;
  largeNumber: boolean;
  date: boolean;
  wholeDay: boolean;
}

/** Bounds the memory that texts can make a skimmer keep. */
const mostTokens = 20_000;

/** What each word could mean before its sentence is read, worked out when a text first has the word. */
export class PossibleMeanings {
  private readonly tagger: Tagger;
  private readonly index: StatementIndex;
  private readonly asked: ReadonlySet<string>;
  /** What kinds of words could mean by their own sentence, and what others could if something was told of before. */
  private readonly always: { kind: ReferenceKind; suggests: ReadonlySet<string> }[];
  private readonly afterOthers: { kind: ReferenceKind; referring: Referring }[];
  private readonly words = new Vocabulary<Word>((word) => this.wordSpelled(word));
  /** Of tokens that are no plain words. */
  private readonly others = new Map<string, Word>();

  /** @param asked concepts that are asked for besides those of the statements */
  constructor(tagger: Tagger, index: StatementIndex, asked: ReadonlySet<string>) {
    this.tagger = tagger;
    this.index = index;
    this.asked = asked;
    this.always = referenceKinds
      .filter(({ after }) => !after)
      .map((kind) => ({ kind, suggests: suggestedBy(kind, tagger) }));
    this.afterOthers = referenceKinds.flatMap((kind) => {
      if (!kind.after) return [];
      const signal = index.signalOf(suggestedBy(kind, tagger));
      return [{ kind, referring: { after: kind.after, signal, told: kind.means.told ?? [] } }];
    });
  }

  /** What the next word of a sentence could mean; null at its end. */
  next(cursor: TokenCursor): Word | null {
    const plain = cursor.plainWord(this.words);
    if (plain) return plain;
    const token = cursor.next();
    return token && this.other(token);
  }

  private wordSpelled(word: string): Word {
    const [token] = tokenise(word, { start: 0, end: word.length });
    if (!token) throw new Error(`no word: ${word}`);
    return this.wordOf(token);
  }

  private other(token: Token): Word {
    const key = token.kind === 'number' ? `${token.end - token.start} ${token.text}` : token.text;
    let word = this.others.get(key);
    if (!word) {
      word = this.wordOf(token);
      if (this.others.size < mostTokens) this.others.set(key, word);
    }
    return word;
  }

  private wordOf(token: Token): Word {
    const opening = this.tagger.opening(token.text);
    const beginning = this.beginningOf(opening, token.text);
    const apart = this.allOf(opening.apart);
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
  }

  private beginningOf({ suggests, next }: Opening, first: string | null): Beginning {
    const meant = this.always.flatMap((one) =>
      mayRefer(one.kind, first, suggests) ? [...one.suggests] : [],
    );
    return {
      signal: this.signalOf(meant.length > 0 ? new Set([...suggests, ...meant]) : suggests),
      refers: this.afterOthers.flatMap(({ kind, referring }) =>
        mayRefer(kind, first, suggests) ? [referring] : [],
      ),
      next: this.allOf(next),
    };
  }

  private allOf(next: ReadonlyMap<string, Opening>): Beginning['next'] {
    const all = [...next].flatMap(([word, behind]) => {
      const beginning = this.beginningOf(behind, null);
      return tells(beginning) ? [[word, beginning] as const] : [];
    });
    return all.length > 0 ? new Map(all) : null;
  }

  /** What statements make of words; null where nobody asks for what they suggest. */
  private signalOf(suggests: ReadonlySet<string>): Signal | null {
    const signal = this.index.signalOf(suggests);
    const isAsked = [...suggests].some((concept) => this.asked.has(concept));
    return signal.meets.length > 0 || isAsked ? signal : null;
  }
}

/** Whether anything comes of words. */
function tells({ signal, refers, next }: Beginning): boolean {
  return signal !== null || refers.length > 0 || next !== null;
}
