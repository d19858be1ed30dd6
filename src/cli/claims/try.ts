import { createInterface } from 'node:readline/promises';
import { compile } from '../../claims/compile.ts';
import type { ClaimRule } from '../../claims/rules.ts';
import type { ClaimEntry } from '../../claims/schema.ts';
import type { Statement } from '../../claims/statement.ts';
import { loadRules } from '../../claims/stored-rules.ts';
import { type Checker, createChecker } from '../../engine/check.ts';
import { type Finding, isShown } from '../../engine/finding.ts';
import { missingKeys } from '../../engine/missing-keys.ts';
import { createTagger, type Tagger } from '../../engine/tagging/tagger.ts';
import { textDocument } from '../../engine/text-document.ts';
import { isDay } from '../../text/iso-day.ts';
import { readArguments } from '../arguments.ts';
import { Failure, oneLine } from '../failure.ts';
import { print } from '../output.ts';
import { rootHelp, rootOf } from './options.ts';
import type { Subcommand } from './subcommand.ts';

const help = `Tries sentences on a claim: which make it and why, and where they fail. Without sentences they are read
from standard input, a line each. First it says which of the claim's near misses are marked.

npm run --silent claims -- try ID [options] [SENTENCE…]

  --published DAY  the day of publication, YYYY-MM-DD (a day at which the verdict holds)
  --json           print one {"text", "makes", "verdict", "stance", "why", "others", "missing"} a line
${rootHelp}
  --help           print this
`;

/** What came of one sentence. */
interface Trial {
  text: string;
  /** Whether it would be marked with the claim. */
  makes: boolean;
  verdict: string | null;
  stance: string | null;
  why: string[];
  /** Other claims it would be marked with. */
  others: string[];
  /** Where it is not found: for each statement the keys without which it would be, if one would do. */
  missing: string[][];
}

async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(
    args,
    { json: { type: 'boolean' }, published: { type: 'string' }, root: { type: 'string' } },
    'claims -- try --help',
  );
  const [id, ...sentences] = positionals;
  if (id === undefined) throw new Failure('Name a claim by its id: see claims -- list.');
  if (values.published !== undefined && !isDay(values.published))
    throw new Failure(`--published ${values.published} is not a day: write it as 2025-06-17.`);
  const { rules, examples } = await compile(rootOf(values.root));
  const claim = rules.claims.find((one) => one.id === id || one.aliases.includes(id));
  if (!claim) throw new Failure(`There is no claim ${id}: see claims -- list.`);
  const bench = {
    claim,
    checker: createChecker(loadRules(rules)),
    tagger: createTagger(rules.lexicon),
    published: values.published ?? claim.time.from ?? claim.time.until ?? claim.reviewed,
  };
  if (!values.json) await print(nearMisses(bench, examples.get(claim.id)));
  const say = (text: string) => {
    const trial = tried(text, bench);
    return print(values.json ? `${JSON.stringify(trial)}\n` : readable(trial));
  };
  if (sentences.length > 0) for (const text of sentences) await say(text);
  else
    for await (const line of createInterface({ input: process.stdin }))
      if (line.trim() !== '') await say(line.trim());
  return 0;
}

interface Bench {
  claim: ClaimRule;
  checker: Checker;
  tagger: Tagger;
  published: string;
}

function tried(text: string, { claim, checker, tagger, published }: Bench): Trial {
  const { findings } = checker.check(textDocument(text, { published, language: null }));
  const own = findings.find((finding) => finding.claim === claim.id);
  const others = findings.filter((one) => one.claim !== claim.id && isShown(one.stance));
  return {
    text,
    makes: own !== undefined && isShown(own.stance),
    verdict: own?.verdict ?? null,
    stance: own?.stance ?? null,
    why: whyOf(own),
    others: others.map((one) => one.claim),
    missing: own
      ? []
      : claim.statements.map((statement: Statement) =>
          missingKeys(statement, text, published, tagger),
        ),
  };
}

function whyOf(finding: Finding | undefined): string[] {
  return finding?.reasons.map((reason) => reason.text) ?? [];
}

function readable({ text, makes, verdict, stance, why, others, missing }: Trial): string {
  const head = makes
    ? `MAKES IT (${verdict}, ${stance})`
    : stance
      ? `NOT MARKED, read as ${stance}`
      : 'NOT FOUND';
  const failing = missing.map((keys, at) =>
    keys.length > 0
      ? `  statement ${at + 1} would hold without: ${keys.join(', or ')}\n`
      : `  statement ${at + 1} fails in more than one key\n`,
  );
  return [
    `${head}: ${oneLine(text)}\n`,
    ...why.map((line) => `  ${oneLine(line)}\n`),
    ...failing,
    ...(others.length > 0 ? [`  makes besides: ${others.join(', ')}\n`] : []),
  ].join('');
}

function nearMisses(bench: Bench, examples: ClaimEntry['examples'] | undefined): string {
  const marked = (examples?.not ?? []).filter(
    ({ text, published }) => tried(text, { ...bench, published }).makes,
  );
  const lines = marked.map(({ text, why }) => `  ${oneLine(text)} (${why})\n`);
  return `${bench.claim.claim}\nNear misses that are marked: ${marked.length}\n${lines.join('')}\n`;
}

const tryClaim: Subcommand = { help, run };
export default tryClaim;
