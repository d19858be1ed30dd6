// Checks every .txt file of a folder: node examples/check-folder/check-folder.js FOLDER
// A file whose name begins with a day (2025-06-18-treaty.txt) was published on it.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundledRules, createTextChecker } from 'tumen';

const folder = process.argv[2] ?? join(import.meta.dirname, 'articles');
const checker = createTextChecker(await bundledRules());
const names = (await readdir(folder)).filter((file) => file.endsWith('.txt')).sort();
if (names.length === 0) console.error(`There is no .txt file in ${folder}.`);

for (const name of names) {
  const text = await readFile(join(folder, name), 'utf8');
  const published = /^\d{4}-\d{2}-\d{2}/.exec(name)?.[0] ?? null;
  const { findings } = checker.check(text, { published });
  console.log(`${name}: ${findings.length === 0 ? 'no known claim' : ''}`.trimEnd());
  for (const { verdict, claim, quote, start } of findings) {
    console.log(`  ${verdict} at ${start}: “${quote.replace(/\s+/g, ' ')}”`);
    console.log(`    ${checker.claim(claim)?.summary}`);
  }
}
