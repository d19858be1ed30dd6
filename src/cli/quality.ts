import { createChecker } from '../engine/check.ts';
import { readArguments } from './arguments.ts';
import { Failure, oneLine, runCommand } from './failure.ts';
import { print } from './output.ts';
import { projectRules } from './project.ts';
import { type Counts, f1, precision, recall, type Score, score } from './quality/score.ts';
import { knownSentences } from './quality/sentences.ts';

const help = `Measures precision and recall on sentences of which it is known what they claim.

npm run --silent quality -- [options]

Half a (tests/quality/written-from.jsonl) is what the rules were written from. Half b
(tests/quality/held-out.jsonl) is held back: no one who writes rules may read it, and no option
prints a sentence of it. The gap between the two shows how far the rules only know half a.

  --totals     print the numbers of each half in all, and no row of a single claim
  --numbers    print numbers only; this is what it does anyway
  --sentences  also print the sentences of half a that came out wrong
  --help       print this
`;

await runCommand(async () => {
  const { values, positionals } = readArguments(
    process.argv.slice(2),
    {
      totals: { type: 'boolean' },
      numbers: { type: 'boolean' },
      sentences: { type: 'boolean' },
      help: { type: 'boolean' },
    },
    '--help',
  );
  if (values.help) {
    await print(help);
    return 0;
  }
  if (positionals[0] !== undefined)
    throw new Failure(`There is nothing to do with ${positionals[0]}: see --help.`);
  const chosen = (['totals', 'numbers', 'sentences'] as const).filter((name) => values[name]);
  if (chosen.length > 1)
    throw new Failure(`Choose one of ${chosen.map((name) => `--${name}`).join(' and ')}.`);
  const rules = await projectRules();
  const checker = createChecker(rules);
  const a = score(await knownSentences('a'), rules, checker);
  const b = score(await knownSentences('b'), rules, checker);
  await print(
    countTable(a, b, values.totals ? [] : claimsIn(a, b)) + kindTable(a, b) + gapLine(a, b),
  );
  if (values.sentences) await print(wrongSentences(a));
  return 0;
});

const nothing: Counts = { found: 0, missed: 0, flagged: 0, passed: 0 };

function claimsIn(a: Score, b: Score): string[] {
  return [...new Set([...a.byClaim.keys(), ...b.byClaim.keys()])].sort();
}

/** A row for each of the claims, and one for all there are. */
function countTable(a: Score, b: Score, ids: readonly string[]): string {
  const width = Math.max(5, ...ids.map((id) => id.length));
  const row = (name: string, ofA: Counts, ofB: Counts): string =>
    `${name.padEnd(width)}  ${cells(ofA)}  |  ${cells(ofB)}\n`;
  const columns = 'prec. recall     F1 missed flagged';
  const head =
    `${''.padEnd(width)}  ${'half a'.padEnd(columns.length)}  |  half b\n` +
    `${'claim'.padEnd(width)}  ${columns}  |  ${columns}\n`;
  const rows = ids.map((id) => row(id, a.byClaim.get(id) ?? nothing, b.byClaim.get(id) ?? nothing));
  return `${head}${rows.join('')}${row('all', a.all, b.all)}`;
}

function cells(counts: Counts): string {
  const { found, missed, flagged, passed } = counts;
  return [
    rate(precision(counts)).padStart(5),
    rate(recall(counts)).padStart(6),
    rate(f1(counts)).padStart(6),
    (found + missed === 0 ? '–' : `${missed}/${found + missed}`).padStart(6),
    (flagged + passed === 0 ? '–' : `${flagged}/${flagged + passed}`).padStart(7),
  ].join(' ');
}

function rate(value: number | null): string {
  return value === null ? '–' : value.toFixed(3);
}

function kindTable(a: Score, b: Score): string {
  const kinds = [...new Set([...a.flaggedByKind.keys(), ...b.flaggedByKind.keys()])].sort();
  const lines = kinds.map((kind) => {
    const [ofA, ofB] = [a, b].map((half) => String(half.flaggedByKind.get(kind) ?? 0).padStart(4));
    return `  ${kind.padEnd(24)}${ofA}${ofB}\n`;
  });
  return `\nFlagged near misses by kind  a   b\n${lines.join('') || '  none\n'}`;
}

function gapLine(a: Score, b: Score): string {
  const gap = (of: (counts: Counts) => number | null): string =>
    (100 * ((of(a.all) ?? 0) - (of(b.all) ?? 0))).toFixed(1);
  const points = `precision ${gap(precision)}, recall ${gap(recall)}, F1 ${gap(f1)}`;
  return `\nGap, half a less half b, in points of a hundred: ${points}\n`;
}

function wrongSentences(a: Score): string {
  const lines = a.wrong.map(({ claim, makes, text, why }) => {
    const reason = why === null ? '' : ` (${oneLine(why)})`;
    return `${makes ? 'missed ' : 'flagged'}  ${claim}: ${oneLine(text)}${reason}\n`;
  });
  return `\nHalf a, sentences that came out wrong\n${lines.join('')}`;
}
