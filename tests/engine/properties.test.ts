import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visitForms } from '../../src/claims/rules.ts';
import type { Finding } from '../../src/engine/finding.ts';
import { readGrammar } from '../../src/engine/grammar.ts';
import { countSentence, tagSentence } from '../../src/engine/sentence.ts';
import { createStatementIndex } from '../../src/engine/statement-index.ts';
import { createTagger } from '../../src/engine/tagging/tagger.ts';
import { checker, documentOf, examples, read, rules, shown, tagger } from './rules.ts';

/** Sentences of the claims files, made and not made alike: text that the engine has much to do with. */
const sentences = [...examples.values()].flatMap(({ makes, not }) =>
  [...makes, ...not].map(({ text, published }) => ({ text, published })),
);
const sentence = fc.constantFrom(...sentences);

/** Every word of the lexicon, in any order, with marks, numbers and dates between. */
const words: string[] = [];
for (const { forms } of rules.file.lexicon.concepts)
  visitForms(forms.en ?? {}, rules.file.lexicon.irregularVerbs, (text) => words.push(text));
const marks = [',', '.', '?', ';', ':', '—', '(', ')', '“', '”', '’', '-', '\n', '1,000', '5,000'];
const calendar = ['4 June', 'in June this year', 'on 19 June 2024', 'last month', 'the same year'];
const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...words) },
  { weight: 2, arbitrary: fc.constantFrom(...marks) },
  { weight: 1, arbitrary: fc.constantFrom(...calendar) },
);
const wordSalad = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(' '));
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 100 })
    .map((units) => String.fromCharCode(...units)),
  wordSalad,
);

/** What a reader would see of findings, wherever they stand. */
const gist = (findings: readonly Finding[]) =>
  findings.map(({ claim, verdict, stance }) => `${claim} ${verdict} ${stance}`).toSorted();

/** Many runs take long on a busy machine; that is no fault. */
const patience = { timeout: 60_000 };

describe('any text', patience, () => {
  it('never throws, and quotes what stands there', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 5 }), (paragraphs) => {
        const text = paragraphs.join('\n\n');
        for (const { start, end, quote } of checker.check(documentOf(paragraphs)).findings) {
          expect(text.slice(start, end)).toBe(quote);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('never throws for sentences broken by anything anywhere', () => {
    fc.assert(
      fc.property(sentence, anyText, fc.nat(), ({ text, published }, between, place) => {
        const at = place % (text.length + 1);
        const broken = text.slice(0, at) + between + text.slice(at);
        for (const { start, end, quote } of shown(broken, published)) {
          expect(broken.slice(start, end)).toBe(quote);
        }
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    ['lone surrogates', '\ud83d North Korea \udf89 sent \ud83d 1,000 sappers to Russia. \udf89'],
    ['nothing but marks', '.,;:!?—()[]{}«»“”‘’'.repeat(200)],
    ['nothing but digits', '1'.repeat(10_000)],
    ['no spaces', 'NorthKoreaRussia'.repeat(1_000)],
    ['null characters', 'North\0Korea sent\0sappers to\0Russia.'],
    ['text from right to left', '\u202eNorth Korea sent sappers to Russia.\u202c'],
  ])('is read without a fault: %s', (_name, text) => {
    expect(() => checker.check(documentOf(text))).not.toThrow();
  });

  it('may be one very long sentence', () => {
    const clause = 'North Korea will dispatch 1,000 sappers to Kursk in Russia on 4 June, and ';
    const text = `${clause.repeat(400)}that is all.`;
    expect(() => checker.check(documentOf(text))).not.toThrow();
  });
});

describe('findings do not change with', patience, () => {
  /** Holds a change of letters against sentences that make claims. */
  const unchangedBy = (change: (text: string) => string) => {
    fc.assert(
      fc.property(sentence, ({ text, published }) => {
        expect(gist(shown(change(text), published))).toEqual(gist(shown(text, published)));
      }),
      { numRuns: 250 },
    );
  };

  it('typographic apostrophes', () => {
    unchangedBy((text) => text.replaceAll(/(?<=\p{L})'(?=\p{L}|\s)/gu, '’'));
  });

  it('typewriter apostrophes and quotation marks', () => {
    unchangedBy((text) => text.replaceAll(/[‘’]/g, "'").replaceAll(/[“”„«»]/g, '"'));
  });

  it('hyphens that do not break', () => {
    unchangedBy((text) => text.replaceAll(/(?<=\p{L})-(?=\p{L})/gu, '\u2011'));
  });

  it('zero-width characters and soft hyphens inside words', () => {
    unchangedBy((text) =>
      text.replaceAll(/(?<=\p{L}\p{L})(?=\p{L}\p{L})/gu, (_m, at: number) =>
        at % 3 === 0 ? '\u00ad' : at % 3 === 1 ? '\u200b' : '',
      ),
    );
  });

  it('extra white space', () => {
    unchangedBy((text) => text.replaceAll(/(?<=\p{L}) (?=\p{L})/gu, ' \u00a0\t'));
  });

  it('the way its letters are composed', () => {
    unchangedBy((text) => text.normalize('NFD'));
  });

  it('full-width letters', () => {
    unchangedBy((text) =>
      text.replaceAll(/(?<=[A-Za-z])[a-z](?=[a-z])/g, (letter) =>
        String.fromCharCode(letter.charCodeAt(0) + 0xfee0),
      ),
    );
  });

  const gardening = [
    'Tomatoes want six hours of sun and a deep drink twice a week.',
    'Prune roses when the buds begin to swell, just above an outward bud.',
    'Compost needs air, so turn the heap with a fork.',
    'Slugs dislike copper bands around the pots.',
  ];

  it('paragraphs about gardening behind them', () => {
    fc.assert(
      fc.property(sentence, ({ text, published }) => {
        const alone = shown([text, 'Moscow.', 'Pyongyang.', 'The end.'], published);
        const followed = shown(
          [text, 'Moscow.', 'Pyongyang.', 'The end.', ...gardening],
          published,
        );
        expect(followed).toEqual(alone);
      }),
      { numRuns: 150 },
    );
  });

  it('an answer given before for another text', () => {
    fc.assert(
      fc.property(sentence, sentence, (one, other) => {
        const before = shown(one.text, one.published);
        shown(other.text, other.published);
        expect(shown(one.text, one.published)).toEqual(before);
      }),
      { numRuns: 100 },
    );
  });
});

describe('work', () => {
  it('on tokens grows with the text and not faster', () => {
    const unit =
      'North Korea will dispatch 1,000 sappers to Kursk in Russia, Shoigu said in the Kremlin, and ';
    const readsOf = (times: number) => {
      let reads = 0;
      const text = unit.repeat(times);
      const counting = {
        ...tagger,
        tag: (tokens: Parameters<typeof tagger.tag>[0]) =>
          tagger.tag(
            new Proxy(tokens, {
              get(target, key, receiver) {
                if (typeof key === 'string' && /^\d+$/.test(key)) reads++;
                return Reflect.get(target, key, receiver);
              },
            }),
          ),
      };
      tagSentence(countSentence(text, { start: 0, end: text.length }), counting);
      return reads / times;
    };
    expect(readsOf(80) / readsOf(20)).toBeLessThan(1.1);
  });

  it('makes as many tokens, mentions, phrases and events for twice the text as twice over', () => {
    const unit = 'North Korea will dispatch 1,000 sappers to Kursk in Russia, ';
    const sizeOf = (times: number) => {
      const { sentence: tagged, frames, figures } = read(unit.repeat(times));
      const grammar = readGrammar(tagged);
      return [
        tagged.tokens.length,
        tagged.mentions.length,
        grammar.phrases.length,
        grammar.events.length,
        frames.length,
        figures.length,
      ];
    };
    expect(sizeOf(60)).toEqual(sizeOf(30).map((size) => size * 2));
  });

  it('looks each statement up by a concept that the sentence names', () => {
    const index = createStatementIndex(rules.file.claims);
    const all = rules.file.claims.flatMap(({ statements }) => statements).length;
    expect(index.candidates(read('…'))).toEqual([]);
    expect(index.candidates(read('Tomatoes want sun.'))).toEqual([]);
    const some = index.candidates(read('The treaty was ratified by Russia.'));
    expect(some.length).toBeGreaterThan(0);
    expect(some.length).toBeLessThan(all / 2);
  });

  it('does not grow with claims about other matters', () => {
    const [claim] = rules.file.claims;
    if (!claim) throw new Error('there are no claims');
    const others = Array.from({ length: 1000 }, (_, number) => ({
      ...claim,
      id: `other-${number}`,
      statements: [{ mentions: [['sapper'], [`other-matter-${number}`]] }],
    }));
    const reading = read('North Korea will dispatch 1,000 sappers to Kursk in Russia.');
    const few = createStatementIndex(rules.file.claims).candidates(reading);
    const many = createStatementIndex([...rules.file.claims, ...others]).candidates(reading);
    expect(many.length).toBeLessThanOrEqual(few.length + 5);
  });

  it('makes the same mentions from a lexicon read back from its file', () => {
    const copy = createTagger(JSON.parse(JSON.stringify(rules.file.lexicon)));
    const text = 'The North Korean leader received Security Council Secretary Sergei Shoigu.';
    const range = { start: 0, end: text.length };
    const ids = (one: typeof copy) =>
      tagSentence(countSentence(text, range), one).mentions.map(({ first, last, readings }) => [
        first,
        last,
        readings.map(({ concept }) => concept.id),
      ]);
    expect(ids(copy)).toEqual(ids(tagger));
  });
});
