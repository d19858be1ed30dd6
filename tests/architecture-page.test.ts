import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readProjectFile } from './support/module-graph.ts';

const page = 'ARCHITECTURE.md';
const isWritten = existsSync(path.join(import.meta.dirname, '..', page));

test.skipIf(!isWritten)(`${page} says of every dependency what it is for`, () => {
  const { dependencies, devDependencies } = JSON.parse(readProjectFile('package.json')) as {
    dependencies: Record<string, string>;
    devDependencies: Record<string, string>;
  };
  const text = readProjectFile(page);
  const unmentioned = Object.keys({ ...dependencies, ...devDependencies }).filter(
    (name) => !text.includes(`\`${name}\``),
  );
  expect(unmentioned, `name these in ${page}, as \`name\``).toEqual([]);
});
