import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { projectRoot } from '../cli/project.ts';

test('all texts that Tumen draws are as large as the reader wishes', () => {
  const files = globSync('{src,entrypoints}/**/*.css', { cwd: projectRoot });
  expect(files.length).toBeGreaterThan(5);
  const fixed = files.flatMap((file) => {
    const css = readFileSync(`${projectRoot}/${file}`, 'utf8');
    const sizes = css.match(/\b(font(-size)?|line-height):[^;]*\dpx[^;]*;/g) ?? [];
    return sizes.map((size) => `${file}: ${size}`);
  });
  expect(fixed, 'write sizes of texts as calc(14 * var(--px))').toEqual([]);
});
