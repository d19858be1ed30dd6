import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../project.ts';
import { claimsSchema } from './schema.ts';

test('the JSON Schema that claims files name is the one of this program', async () => {
  const file = await readFile(join(projectRoot, 'assets', 'claims.schema.json'), 'utf8');
  expect(file, 'run npm run claims -- schema').toBe(claimsSchema());
});
