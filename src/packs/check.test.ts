import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { compilePack } from '../claims/compile-pack.ts';
import { projectRules } from '../cli/project.ts';
import { createChecker } from '../engine/check.ts';
import { textDocument } from '../engine/text-document.ts';
import { checkWithPacks, ruleSetOf } from './check.ts';

const rules = await projectRules();
const ours = { rules, checker: createChecker(rules) };
const example = await readFile('docs/example-pack.yaml', 'utf8');
const shoigu = 'Russian Defence Minister Sergei Shoigu met Kim Jong Un in Pyongyang';

function packOf(text: string) {
  return ruleSetOf(compilePack(text, 'p.yaml', rules.file).file, rules.file);
}

function found(text: string, packs: ReturnType<typeof packOf>[]) {
  const document = textDocument(text, { published: '2026-10-06', language: null });
  const { report, claims } = checkWithPacks(document, ours, packs);
  return { claims, ids: report.findings.map(({ claim }) => claim) };
}

test('puts what a pack finds beside what Tumen finds, the most serious first', () => {
  const text = `${shoigu} after the Sea Gull had arrived in Vladivostok.`;
  const alone = found(text, []).ids;
  expect(alone.length).toBeGreaterThan(0);
  const { ids, claims } = found(text, [packOf(example)]);
  expect(ids[0]).toBe('harbour-desk/sea-gull-ferry-in-vladivostok');
  expect(ids.slice(1)).toEqual(alone);
  expect(claims.map(({ pack }) => pack?.name)).toContain('Ferries and harbours');
});

test('lets no word of a pack change what Tumen finds', () => {
  const greedy = example.replace('[Sea Gull,', `[Sea Gull, "${shoigu}", Shoigu, Kim, not,`);
  const text = `${shoigu}.`;
  expect(found(text, [packOf(greedy)]).ids).toEqual(found(text, []).ids);
});

test('lets no date of a pack change what Tumen takes the text’s date for', () => {
  const later = example.replace('    judged:', '    event: 2099-01-01\n    judged:');
  const document = textDocument(`The Sea Gull arrived in Vladivostok. ${shoigu}.`, {
    published: null,
    language: null,
  });
  const { report } = checkWithPacks(document, ours, [packOf(later)]);
  expect(report.notBefore).toBe(ours.checker.check(document).notBefore);
});
