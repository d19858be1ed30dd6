import { createChecker } from '../../engine/check.ts';
import { nothingBefore } from '../../engine/discourse.ts';
import { isShown } from '../../engine/finding.ts';
import { readSentence } from '../../engine/reading.ts';
import { createTagger } from '../../engine/tagging/tagger.ts';
import { splitSentences } from '../../text/sentences.ts';
import { readArguments } from '../arguments.ts';
import { Failure, oneLine } from '../failure.ts';
import { readInput } from '../input.ts';
import { print } from '../output.ts';
import { projectRules } from '../project.ts';
import { counted } from '../readable.ts';
import { articlesIn } from './documents.ts';
import { rootHelp, rootOf } from './options.ts';
import type { Subcommand } from './subcommand.ts';

const help = `Holds the claims against a folder of articles (.html, .txt): which claims none of them makes, and which
sentences name both countries and a figure or a date but make no claim that is known.

npm run --silent claims -- coverage [options] FOLDER

  --json      print {"articles", "claims": {id: sentences}, "unclaimed": [{"file", "sentence"}]}
${rootHelp}
  --help      print this
`;

interface Unclaimed {
  file: string;
  sentence: string;
}

async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(
    args,
    { json: { type: 'boolean' }, root: { type: 'string' } },
    'claims -- coverage --help',
  );
  const [folder, more] = positionals;
  if (folder === undefined || more !== undefined)
    throw new Failure('Name one folder of articles: see claims -- coverage --help.');
  const rules = await projectRules(rootOf(values.root));
  const checker = createChecker(rules);
  const tagger = createTagger(rules.file.lexicon);
  const hits = new Map(rules.file.claims.map(({ id }) => [id, 0]));
  const unclaimed: Unclaimed[] = [];
  const articles = await articlesIn(folder);
  for (const file of articles) {
    const { source, isFactCheck } = await readInput(file, { published: null, language: null });
    if (isFactCheck) continue;
    const findings = checker.check(source).findings;
    for (const { claim, stance } of findings)
      if (isShown(stance)) hits.set(claim, (hits.get(claim) ?? 0) + 1);
    source.blocks.forEach((block, at) => {
      for (const range of splitSentences(block.text)) {
        const start = block.start + range.start;
        if (findings.some((finding) => finding.start === start)) continue;
        const reading = readSentence(block.text, at, range, tagger, nothingBefore);
        const { named, sentence } = reading;
        const both = named.has('russia') && named.has('north-korea');
        if (both && sentence.numbers.length + sentence.dates.length > 0)
          unclaimed.push({ file, sentence: oneLine(sentence.text) });
      }
    });
  }
  await print(values.json ? record(articles, hits, unclaimed) : table(articles, hits, unclaimed));
  return 0;
}

function record(articles: readonly string[], hits: Map<string, number>, unclaimed: Unclaimed[]) {
  const value = { articles: articles.length, claims: Object.fromEntries(hits), unclaimed };
  return `${JSON.stringify(value, null, 2)}\n`;
}

function table(
  articles: readonly string[],
  hits: ReadonlyMap<string, number>,
  unclaimed: readonly Unclaimed[],
): string {
  const missing = [...hits].filter(([, count]) => count === 0).map(([id]) => `  ${id}\n`);
  const sentences = unclaimed.map(({ file, sentence }) => `  ${file}: ${sentence}\n`);
  return `Claims that none of ${counted(articles.length, 'article')} makes: ${missing.length} of ${hits.size}
${missing.join('')}
Sentences with both countries and a figure or date that make no known claim: ${sentences.length}
${sentences.join('')}`;
}

const coverage: Subcommand = { help, run };
export default coverage;
