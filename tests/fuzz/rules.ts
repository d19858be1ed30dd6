import { match, ok } from 'node:assert';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { load } from 'js-yaml';
import { stringify } from 'yaml';
import { type Compilation, compile } from '../../src/claims/compile.ts';
import { FaultyRulesError } from '../../src/claims/fault.ts';
import { loadRules } from '../../src/claims/stored-rules.ts';
import { createChecker } from '../../src/engine/check.ts';
import { documentOf, root } from '../engine/rules.ts';
import { oddFile, oddVersion } from './odd-value.ts';
import type { Run, Tally } from './tally.ts';

/** One claim with words of its own, small enough to be compiled thousands of times. */
const lexicon = {
  russia: { en: { names: ['Russia', 'Moscow'], adjectives: ['Russian'] } },
  'north-korea': { en: { names: ['North Korea', 'Pyongyang'] } },
  person: { en: { nouns: ['person'] } },
  sapper: { is: ['person'], en: { nouns: ['(army|) (sapper|deminer)'] } },
  'to-send': { roles: 'giving', en: { verbs: ['send', 'dispatch'], nouns: ['dispatch of'] } },
};

const sentence = 'North Korea will send 1,000 sappers to Russia.';

/**
 * Compiles changed claims and lexicons: each is taken, and then works, or refused with messages that
 * name file, line and key. Nothing else may happen.
 */
export async function fuzzRules({ count, seed }: Run): Promise<Tally> {
  const folder = await mkdtemp(join(tmpdir(), 'tumen-fuzz-'));
  const tally = { 'rules files': 0, taken: 0, refused: 0 };
  try {
    const claims = [
      claimOf(await readFile(join(root, 'assets/claims/kursk-reconstruction.yaml'), 'utf8')),
    ];
    await mkdir(join(folder, 'assets/claims'), { recursive: true });
    await mkdir(join(folder, 'assets/lexicon'), { recursive: true });
    const files = fc.oneof(
      fc.tuple(fc.constant(stringify(lexicon)), oddFile(stringify(claims))),
      fc.tuple(oddFile(stringify(lexicon)), fc.constant(stringify(claims))),
      fc.tuple(fc.constant(stringify(lexicon)), oddVersion(claims).map(written)),
      fc.tuple(oddVersion(lexicon).map(written), fc.constant(stringify(claims))),
    );
    await fc.assert(
      fc.asyncProperty(files, async ([words, entries]) => {
        await writeFile(join(folder, 'assets/lexicon/words.yaml'), words);
        await writeFile(join(folder, 'assets/claims/theme.yaml'), entries);
        tally['rules files'] += 1;
        const compiled = await compile(folder).catch(holdRefusal);
        if (!compiled) {
          tally.refused += 1;
          return;
        }
        tally.taken += 1;
        holdTaken(compiled);
      }),
      { numRuns: count, seed },
    );
    return tally;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The first claim of a file, with a statement that needs these few words alone. */
function claimOf(file: string): unknown {
  const [first] = load(file) as Record<string, unknown>[];
  const figures = [{ of: ['sapper'], is: 1000, tolerance: 0.1 }];
  const statement = { event: ['to-send'], agent: ['north-korea'], thing: ['sapper'], figures };
  const statements = [statement, { mentions: [['sapper'], ['russia']] }];
  const unless = [{ event: ['to-send'], agent: ['russia'] }];
  return { ...first, without: ['person'], unless, statements };
}

function written(value: unknown): string {
  return stringify(value) ?? '';
}

function holdRefusal(error: unknown): null {
  ok(
    error instanceof FaultyRulesError,
    `not a clear refusal: ${error instanceof Error ? error.stack : error}`,
  );
  for (const { file, line, key, message } of error.faults) {
    match(file, /^assets[\\/](claims|lexicon)[\\/]/);
    ok(line >= 1 && key !== '' && message !== '', 'a fault has a line, a key and a message');
    ok(!/undefined|\[object|at .+:\d+:\d+/.test(message), `a message for people: ${message}`);
  }
  ok(error.faults.length > 0, 'a refusal names a fault');
  return null;
}

function holdTaken({ rules }: Compilation): void {
  const loaded = loadRules(JSON.parse(JSON.stringify(rules)));
  createChecker(loaded).check(
    documentOf([sentence, 'He went to Moscow on 19 June 2024.'], '2025-06-20'),
  );
}
