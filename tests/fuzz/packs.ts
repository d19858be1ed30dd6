import { deepStrictEqual, ok } from 'node:assert';
import fc from 'fast-check';
import { compilePack } from '../../src/claims/compile-pack.ts';
import { FaultyRulesError } from '../../src/claims/fault.ts';
import type { PackFile } from '../../src/claims/pack.ts';
import type { RulesFile } from '../../src/claims/rules.ts';
import { storedRules } from '../../src/claims/stored-rules.ts';
import { isWebAddress } from '../../src/claims/web-address.ts';
import { ruleSetOf } from '../../src/packs/check.ts';
import { documentOf, rules } from '../engine/rules.ts';
import { readProjectFile } from '../support/module-graph.ts';
import { oddFile, oddVersion } from './odd-value.ts';
import type { Run, Tally } from './tally.ts';

const ours = rules.file;
const example = readProjectFile('docs/example-pack.yaml');
const { file: compiled } = compilePack(example, 'ferries.yaml', ours);

/** A rules file of two claims and a few concepts, in the form in which it ships. */
const few: RulesFile = {
  ...ours,
  claims: ours.claims.slice(0, 2),
  lexicon: {
    ...ours.lexicon,
    concepts: ours.lexicon.concepts.slice(0, 6).map((concept) => ({
      ...concept,
      id: `own-${concept.id}`,
      is: [],
    })),
  },
};
const shipped: unknown = JSON.parse(JSON.stringify(storedRules(few)));

const text = documentOf(
  ['The Sea Gull arrived in Vladivostok.', 'North Korea will send 1,000 sappers to Russia.'],
  '2025-06-20',
);

/**
 * Imports changed packs, written and compiled, and changed rules files: each is taken, and then works, or
 * refused with messages that name key and remedy. Nothing else may happen.
 */
export function fuzzPacks({ count, seed }: Run): Tally {
  const tally = { packs: 0, taken: 0, refused: 0 };
  const asJson = (value: unknown) => JSON.stringify(value) ?? 'null';
  const files = fc.oneof(
    fc.tuple(oddFile(example), fc.constant('ferries.yaml')),
    fc.tuple(oddFile(asJson(compiled)), fc.constant('ferries.json')),
    fc.tuple(oddVersion(compiled).map(asJson), fc.constant('ferries.json')),
    fc.tuple(oddVersion(shipped).map(asJson), fc.constant('rules.json')),
  );
  fc.assert(
    fc.property(files, ([content, name]) => {
      tally.packs += 1;
      const pack = taken(content, name);
      if (pack) {
        tally.taken += 1;
        holdPack(pack);
      } else tally.refused += 1;
    }),
    { numRuns: count, seed },
  );
  return tally;
}

function taken(content: string, name: string): PackFile | null {
  try {
    return compilePack(content, name, ours).file;
  } catch (error) {
    ok(error instanceof FaultyRulesError, `not a clear refusal: ${(error as Error).stack}`);
    ok(error.faults.length > 0, 'a refusal names a fault');
    for (const { key, message } of error.faults) {
      ok(key !== '' || message !== '', 'a fault has a key or a message');
      ok(!/undefined|\[object|at .+:\d+:\d+/.test(message), `a message for people: ${message}`);
    }
    return null;
  }
}

/** A pack that was taken checks texts, leads nowhere but to the web, and is the same when it is taken again. */
function holdPack(pack: PackFile): void {
  const { checker, rules: own } = ruleSetOf(pack, ours);
  for (const { claim } of checker.check(text).findings) ok(own.claims.has(claim));
  const addresses = pack.claims.flatMap(({ sources }) => sources.map(({ url }) => url));
  for (const address of [...addresses, pack.pack.homepage ?? 'https://none.example']) {
    ok(isWebAddress(address), `${address} is no address of the web`);
  }
  const again = compilePack(JSON.stringify(pack), 'again.json', ours).file;
  deepStrictEqual(
    JSON.parse(JSON.stringify(again.claims)),
    JSON.parse(JSON.stringify(pack.claims)),
  );
}
