import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compile } from '../../src/claims/compile.ts';
import { projectRoot, projectRules } from '../../src/cli/project.ts';
import { engineRows } from './engine.ts';
import { memoryRows } from './memory.ts';
import { pageRows } from './page.ts';
import { comparePeers, type PeerResult } from './peers.ts';
import { isHeld, type Row } from './row.ts';
import { sizeRows } from './sizes.ts';

/**
 * Measures every budget and writes BENCHMARKS.md. Speed is told in multiples of something simple
 * measured in the same run, so that figures of different machines can be compared.
 */
const rules = await projectRules();
const rows = [
  ...(await engineRows(rules)),
  ...(await sizeRows()),
  ...(await pageRows()),
  ...(await memoryRows()),
];
const peers = await comparePeers(await compile(projectRoot));
const report = `${rowTable(rows)}\n${peerTable(peers)}`;
process.stdout.write(report);
await writeFile(join(projectRoot, 'BENCHMARKS.md'), document(report));
const missed = rows.filter((row) => !isHeld(row));
for (const { what } of missed) process.stderr.write(`Over its budget: ${what}\n`);
process.exitCode = missed.length > 0 ? 1 : 0;

function rowTable(all: readonly Row[]): string {
  const lines = all.map((row) => {
    const budget =
      row.budget === null
        ? ''
        : `${row.atLeast ? 'at least' : 'at most'} ${row.budget} ${row.unit}`;
    return `| ${row.what} | ${row.measured.toFixed(2)} ${row.unit} | ${budget} | ${isHeld(row) ? 'yes' : '**no**'} |\n`;
  });
  return `| what | measured | budget | held |\n| --- | --- | --- | --- |\n${lines.join('')}`;
}

function peerTable(results: readonly PeerResult[]): string {
  const lines = results.map(
    ({ name, precision, recall, f1, time }) =>
      `| ${name} | ${[precision, recall, f1].map((rate) => rate.toFixed(3)).join(' | ')} | ${time.toFixed(0)} |\n`,
  );
  return `| way | precision | recall | F1 | time |\n| --- | --- | --- | --- | --- |\n${lines.join('')}`;
}

function document(tables: string): string {
  return `# Benchmarks

\`npm run bench\` measures these figures and writes this page. It ends with status 1 when a budget is
missed. "Times" are multiples of something simple that is measured in the same run.

Scripts on a page are measured by the clock of its thread, from when they start on a page at rest until it
is at rest again, with all that they make the browser do: style, layout, painting. What an empty script of
an extension takes is taken off. mark.js is given the sentences that Tumen finds by itself, in the way
that takes it least time.

The second table holds ways to tell which claim a sentence makes against the sentences of
\`tests/quality/held-out.jsonl\`. Where a way gives scores, its threshold is the one that is best on
\`tests/quality/written-from.jsonl\`. Time is a multiple of one pass that finds the words.

${tables}`;
}
