import type { Rules } from '../../src/claims/rules.ts';
import { loadRules, storedRules } from '../../src/claims/stored-rules.ts';
import { createChecker } from '../../src/engine/check.ts';
import { fewRounds, ratioOf } from './ratio.ts';
import type { Row } from './row.ts';
import { withSyntheticClaims } from './synthetic.ts';
import { documentOf, sampleTexts, textOf, wordsIn } from './texts.ts';

const syntheticClaims = 10_000;

/** What the engine costs, as ratios measured in one run. */
export async function engineRows(rules: Rules): Promise<Row[]> {
  const checker = createChecker(rules);
  const { unrelated, passing, article } = await sampleTexts();
  const rows: Row[] = [];
  for (const [name, paragraphs] of [
    ['about other things', unrelated],
    ['that mentions both countries in passing', [...passing, ...unrelated]],
    [
      'of news, one article in ten full of claims',
      [...times(unrelated, article.length * 9), ...article],
    ],
    ['full of claims', article],
  ] as const) {
    const document = documentOf(paragraphs, 20_000);
    const text = textOf(document);
    rows.push({
      what: `engine on a text ${name}, against one pass that finds its words`,
      measured: ratioOf(
        () => checker.check(document),
        () => wordsIn(text),
      ),
      budget: 3,
      unit: 'times',
    });
  }
  const document = documentOf(article, 10_000);
  const crowded = createChecker(withSyntheticClaims(rules, syntheticClaims));
  rows.push({
    what: `engine with ${syntheticClaims.toLocaleString('en')} claims more, against the bundled ones`,
    measured: ratioOf(
      () => crowded.check(document),
      () => checker.check(document),
    ),
    budget: 1.3,
    unit: 'times',
  });
  const news = [...times(unrelated, article.length * 9), ...article];
  const short = documentOf(news, 10_000);
  const long = documentOf(news, 1_000_000);
  rows.push({
    what: 'time for a word in a text of 1,000,000 words, against one of 10,000',
    measured:
      ratioOf(
        () => checker.check(long),
        () => checker.check(short),
        fewRounds,
      ) /
      (wordsIn(textOf(long)) / wordsIn(textOf(short))),
    budget: 1.2,
    unit: 'times',
  });
  const json = JSON.stringify(storedRules(rules.file));
  rows.push({
    what: 'start with the rules file, against JSON.parse of it',
    measured: ratioOf(
      () => createChecker(loadRules(JSON.parse(json))),
      () => JSON.parse(json),
    ),
    budget: 5,
    unit: 'times',
  });
  return rows;
}

/** Paragraphs round and round until there are so many. */
function times(paragraphs: readonly string[], count: number): string[] {
  return Array.from({ length: count }, (_, at) => paragraphs[at % paragraphs.length] ?? '');
}
