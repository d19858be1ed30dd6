import { tellsTime } from '../text/dates.ts';
import { tellsNumber } from '../text/numbers.ts';
import type { TextRange, Token } from '../text/token.ts';
import { TokenCursor, tokenise } from '../text/tokens.ts';
import { Vocabulary } from '../text/vocabulary.ts';
import { armsOf, mayMeanArms } from './deliveries.ts';
import { countryOfGroups, groupsOf, isPlural, mayMeanGroup, soughtForGroups } from './groups.ts';
import { mayMeanNorth, northOf } from './koreans.ts';
import { mayMeanPartner, partnersOf } from './partners.ts';
import { isPersonal, personsOf } from './pronouns.ts';
import { mayMeanTreaty } from './references.ts';
import { mayMeanRegion, regionsOf } from './regions.ts';
import { mayMeanSanctions, sanctionsOf } from './sanctions.ts';
import type { Outlook, Signal, StatementIndex } from './statement-index.ts';
import { isThing } from './subjects.ts';
import type { Opening, Tagger } from './tagger.ts';

/** What a sentence could hold: never less than what it does. */
export interface Sketch extends Outlook {
  /** Whether it may give a day with its year. */
  wholeDay: boolean;
  /** Whether it has a word for what was named before: then it could hold that as well. */
  thing: boolean;
}

/** Finds what sentences could hold by their words alone, without reading them. */
export interface Skimmer {
  skim(text: string, range: TextRange): Sketch;
}

/** What words could mean that begin with the same words. */
interface Beginning {
  signal: Signal | null;
  /** With this word right behind them; null where no more comes of it. */
  next: ReadonlyMap<string, Beginning> | null;
}

/** What a word could mean. */
interface Word extends Beginning {
  text: string;
  number: boolean;
  date: boolean;
  wholeDay: boolean;
  personal: boolean;
  plural: boolean;
  thing: boolean;
}

/** What a sentence could hold that has no words of ours. */
export const blank: Sketch = {
  signals: [],
  meant: [],
  number: false,
  date: false,
  wholeDay: false,
  thing: false,
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
  const treaty = tagger.concepts.get('partnership-treaty')?.is ?? [];
  const partners = partnersOf(tagger);
  const northKoreans = countryOfGroups(tagger);
  const regions = regionsOf(tagger);
  const north = northOf(tagger);
  const weapons = armsOf(tagger);
  const sanctions = sanctionsOf(tagger);
  const persons = { kinds: ['person'], signal: index.signalOf(personsOf(tagger)) };
  const groups = { kinds: soughtForGroups, signal: index.signalOf(groupsOf(tagger)) };
  const signalOf = (suggests: ReadonlySet<string>): Signal | null => {
    const signal = index.signalOf(suggests);
    const isAsked = signal.meets.length > 0 || [...suggests].some((concept) => asked.has(concept));
    return isAsked ? signal : null;
  };
  const beginningOf = ({ suggests, next }: Opening, first: string | null): Beginning => {
    const meant = [
      ...(first === 'it' || mayMeanTreaty(suggests) ? treaty : []),
      ...(first && mayMeanSanctions(first) ? sanctions : []),
      ...(mayMeanPartner(suggests) ? partners : []),
      ...(mayMeanGroup(suggests) ? northKoreans : []),
      ...(mayMeanNorth(suggests) ? north : []),
      ...(mayMeanArms(suggests) ? weapons : []),
      ...(mayMeanRegion(suggests) ? regions : []),
    ];
    const more = [...next].flatMap(([word, behind]) => {
      const beginning = beginningOf(behind, null);
      return beginning.signal || beginning.next ? [[word, beginning] as const] : [];
    });
    return {
      signal: signalOf(meant.length > 0 ? new Set([...suggests, ...meant]) : suggests),
      next: more.length > 0 ? new Map(more) : null,
    };
  };
  const wordOf = (token: Token): Word => ({
    ...beginningOf(tagger.opening(token.text), token.text),
    text: token.text,
    number: tellsNumber(token),
    date: tellsTime(token),
    // Only figures give a year.
    wholeDay: token.kind === 'number' && tellsTime(token),
    personal: isPersonal(token.text),
    plural: isPlural(token.text),
    thing: isThing(token.text),
  });
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
  return {
    skim(text, range) {
      const cursor = new TokenCursor(text, range);
      let sketch: (Sketch & { signals: Signal[] }) | null = null;
      let personal = false;
      let plural = false;
      let thing = false;
      begun.length = 0;
      for (;;) {
        let word = cursor.plainWord(words);
        if (!word) {
          const token = cursor.next();
          if (!token) break;
          word = other(token);
        }
        if (word.personal) personal = true;
        if (word.plural) plural = true;
        if (word.thing) thing = true;
        const refers = word.personal || word.plural || word.thing;
        if (begun.length > 0 || word.signal || word.next || word.number || word.date || refers) {
          sketch ??= {
            signals: [],
            meant: [],
            number: false,
            date: false,
            wholeDay: false,
            thing: false,
          };
          for (const { next } of begun) {
            const longer = next?.get(word.text);
            if (longer?.signal) sketch.signals.push(longer.signal);
            if (longer?.next) further.push(longer);
          }
          if (word.signal) sketch.signals.push(word.signal);
          if (word.next) further.push(word);
          if (word.number) sketch.number = true;
          if (word.date) sketch.date = true;
          if (word.wholeDay) sketch.wholeDay = true;
          [begun, further] = [further, begun];
          further.length = 0;
        }
      }
      // Whom they mean is named before: that counts for the sentence alone, not for the text.
      if (!sketch) return blank;
      sketch.thing = thing;
      sketch.meant = [...(personal ? [persons] : []), ...(plural ? [groups] : [])];
      return sketch;
    },
  };
}

/** Whether words of a sentence could suggest a concept. */
export function couldName({ signals }: Sketch, concept: string): boolean {
  return signals.some(({ suggests }) => suggests.has(concept));
}
