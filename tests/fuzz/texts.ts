import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import fc from 'fast-check';
import { seriousness } from '../../src/claims/verdict.ts';
import type { Report, SourceDocument, TextBlock } from '../../src/engine/finding.ts';
import { checker, read, rules } from '../engine/rules.ts';
import { sentences, words } from './known-text.ts';
import { oddText } from './odd-text.ts';
import type { Run, Tally } from './tally.ts';

const text = oddText(sentences, words);
const days = [null, null, '2025-06-20', '2024-02-29', '1990-01-01', '9999-12-31'];
/** Pages say of their language what they like. */
const languages = [
  null,
  'en',
  'EN-gb',
  'ko',
  'ru-RU',
  'x',
  '',
  'en_US.UTF-8',
  '\ud800',
  'zz-invalid-!',
];

const someDocument = fc
  .tuple(
    fc.oneof(
      { weight: 3, arbitrary: fc.tuple(text) },
      { weight: 2, arbitrary: fc.array(text, { maxLength: 5 }) },
    ),
    fc.constantFrom(...days),
    fc.constantFrom(...languages),
    fc.boolean(),
  )
  .map(([paragraphs, published, language, withHeading]): SourceDocument => {
    let start = 0;
    const blocks = paragraphs.map((paragraph, index): TextBlock => {
      const block = {
        text: paragraph,
        start,
        kind: withHeading && index === 0 ? 'heading' : 'paragraph',
      } as const;
      start += paragraph.length + 1;
      return block;
    });
    return { blocks, published, language };
  });

/** More than any text of this length takes, on any machine; a time that grows faster is far above. */
const patience = 2000;

/** Has the engine read generated texts, and holds what it answers against what it promises. */
export function fuzzTexts({ count, seed }: Run): Tally {
  const tally = { texts: 0, characters: 0, findings: 0, 'longest in ms': 0 };
  fc.assert(
    fc.property(someDocument, (document) => {
      const start = process.cpuUsage();
      const report = checker.check(document);
      const { user } = process.cpuUsage(start);
      // Another look, since other work in this process counts too.
      if (user / 1000 > patience) holdTime(document);
      holdReport(document, report);
      for (const block of document.blocks.slice(0, 1)) holdSize(block.text.slice(0, 1500));
      tally.texts += 1;
      tally.characters += document.blocks.reduce((sum, block) => sum + block.text.length, 0);
      tally.findings += report.findings.length;
      tally['longest in ms'] = Math.max(tally['longest in ms'], Math.round(user / 1000));
    }),
    { numRuns: count, seed },
  );
  return tally;
}

/** Holds a report against what is promised of every report. */
export function holdReport({ blocks, published, language }: SourceDocument, report: Report): void {
  deepStrictEqual([report.published, report.language], [published, language]);
  const whole = blocks.map((block) => block.text).join('\n');
  const seen = new Set<string>();
  let last = { start: 0, seriousness: 0 };
  for (const finding of report.findings) {
    const { claim, start, end, quote, block, verdict, reasons } = finding;
    ok(rules.claims.has(claim), `there is no claim ${claim}`);
    ok(start < end && quote.trim() !== '', 'a finding has words');
    strictEqual(whole.slice(start, end), quote, 'offsets point at the quoted words');
    const { text: own = '', start: from = 0 } = blocks[block] ?? {};
    ok(start >= from && end <= from + own.length, 'a finding lies in its block');
    const name = `${claim} ${start} ${end}`;
    ok(!seen.has(name), `${name} is found twice`);
    seen.add(name);
    const place = { start, seriousness: seriousness(verdict) };
    ok(
      place.start > last.start ||
        (place.start === last.start && place.seriousness >= last.seriousness),
      'findings are in order',
    );
    last = place;
    ok(reasons.length > 0, 'a finding has reasons');
  }
  deepStrictEqual(JSON.parse(JSON.stringify(report)), report, 'a report can be sent');
}

/** Nothing that is read out of a sentence is more than there are words in it, a few times over. */
function holdSize(sentence: string): void {
  if (sentence === '') return;
  const { sentence: tagged, frames, figures } = read(sentence);
  const tokens = tagged.tokens.length;
  ok(tokens <= sentence.length, 'a token has a character');
  for (const part of [tagged.mentions, tagged.dates, frames, figures]) {
    ok(part.length <= tokens, 'no more is read than there are words');
  }
}

function holdTime(document: SourceDocument): void {
  const times = Array.from({ length: 3 }, () => {
    const start = process.cpuUsage();
    checker.check(document);
    return process.cpuUsage(start).user / 1000;
  });
  ok(Math.min(...times) <= patience, `a text took ${Math.min(...times)} ms`);
}
