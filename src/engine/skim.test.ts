import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { examples, read, rules, tagger } from '../../tests/engine/rules.ts';
import { visitForms } from '../claims/rules.ts';
import type { DateMention } from '../text/date-mention.ts';
import { large } from '../text/numbers.ts';
import { type Discourse, nothingBefore } from './discourse.ts';
import { matchTimeless } from './match.ts';
import { readSentence } from './reading.ts';
import { couldName, createSkimmer } from './skim.ts';
import { createStatementIndex } from './statement-index.ts';

const index = createStatementIndex(rules.file.claims);
const skimmer = createSkimmer(tagger, index, new Set(tagger.concepts.keys()));
/** A sentence that tells of a person, a group, a region and a country. */
const before = 'Russia saw the North Korean soldiers of Choe Son Hui in Kursk.';
const everywhere = { has: () => true };
const skim = (text: string) => skimmer.skim(text, { start: 0, end: text.length });
const sentences = [...examples.values()].flatMap(({ makes, not }) =>
  [...makes, ...not].map(({ text }) => text),
);
const words: string[] = [];
for (const { forms } of rules.file.lexicon.concepts)
  for (const language of Object.values(forms))
    visitForms(language, rules.file.lexicon.irregularVerbs, (text) => words.push(text));
const piece = fc.constantFrom(
  ...words,
  'it',
  'they',
  'its',
  'each',
  'Koreans',
  'region',
  'the',
  ',',
  '“',
  '4 June 2025',
  '2025-06-19',
  '19/06/2025',
  '19.06.2025',
  '1,000',
  'last year',
);
const salad = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(' '));
const sentence = fc.constantFrom(...sentences);

function isWholeDay({ expression }: DateMention): boolean {
  return expression.kind === 'absolute' && expression.parts.day !== undefined;
}

/** What a sentence was read to hold and its sketch does not foresee. */
function unforeseen(text: string): string[] {
  const sketch = skim(text);
  // Read as if all sentences before had named whatever can be referred to.
  const told: Discourse = {
    nothingTold: false,
    everNamed: () => true,
    recently: () => true,
    isMainlyAbout: () => true,
    last: ({ toldIn }) => toldIn(read(before).asWritten) ?? null,
  };
  const range = { start: 0, end: text.length };
  const meant = new Set(
    sketch.refers.flatMap(({ signal, told }) => [
      ...signal.suggests,
      // What "it" and "he" mean is what was named before.
      ...skim(before)
        .signals.filter(({ suggests }) => told.some((kind) => suggests.has(kind)))
        .flatMap(({ suggests }) => [...suggests]),
    ]),
  );
  return [nothingBefore, told].flatMap((discourse) => {
    const { mentions, numbers, dates } = readSentence(text, 0, range, tagger, discourse).sentence;
    const concepts = mentions.flatMap(({ suggests }) => [...suggests]);
    return [
      ...concepts.filter((concept) => !couldName(sketch, concept) && !meant.has(concept)),
      ...(numbers.length > 0 && !sketch.number ? ['a number'] : []),
      ...(numbers.some(({ high, unit }) => high >= large && unit !== 'percent') &&
      !sketch.largeNumber
        ? ['a large number']
        : []),
      ...(dates.length > 0 && !sketch.date ? ['a date'] : []),
      ...(dates.some(isWholeDay) && !sketch.wholeDay ? ['a day with its year'] : []),
    ];
  });
}

describe('a sketch', () => {
  it('foresees whatever an example names', () => {
    for (const text of sentences) expect(unforeseen(text), text).toEqual([]);
  });

  it('foresees whatever words in any order name', { timeout: 60_000 }, () => {
    const cut = fc
      .tuple(sentence, sentence, fc.nat(), fc.nat())
      .map(
        ([one, other, at, to]) => one.slice(at % one.length) + other.slice(0, to % other.length),
      );
    const bare = sentence.map((text) => text.replaceAll(/ (?:the|a) /g, ' '));
    fc.assert(
      fc.property(fc.oneof(salad, cut, bare), (text) => {
        expect(unforeseen(text)).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });

  it('foresees what a word means that stands among none of ours', () => {
    expect(unforeseen('x them.')).toEqual([]);
    expect(unforeseen('them.')).toEqual([]);
  });

  it('foresees nothing in a text about other things', () => {
    const text = 'Tomatoes want six hours of sun and a drink.';
    expect(index.couldMakeAny(skim(text), everywhere, () => read(text).counted)).toBe(false);
  });
});

describe('the statements that a sentence could make', () => {
  it('are never fewer than those it makes', { timeout: 60_000 }, () => {
    const around = { near: everywhere, page: everywhere };
    const all = rules.file.claims.flatMap(({ statements }) => statements);
    for (const text of sentences.filter((_, at) => at % 8 === 0)) {
      const reading = read(text);
      const candidates = new Set(index.candidates(reading).map(({ statement }) => statement));
      for (const statement of all) {
        if (candidates.has(statement)) continue;
        expect(matchTimeless(statement, reading, around), text).toBeNull();
      }
      const made = [...candidates].some((one) => matchTimeless(one, reading, around));
      if (made)
        expect(
          index.couldMakeAny(skim(text), everywhere, () => reading.counted),
          text,
        ).toBe(true);
    }
  });
});
