import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectRoot } from '../src/cli/project.ts';
import { run } from './support/command.ts';
import { readProjectFile } from './support/module-graph.ts';

const page = readProjectFile('CONTRIBUTING.md');

/** The first block of code behind a place in the text, without the indent that lists give it. */
function blockAfter(place: string): string {
  const [, after = ''] = page.split(place);
  const block = /^( *)```\w*\n([\s\S]*?)^\1```$/m.exec(after);
  const [, indent = '', code = ''] = block ?? [];
  return code.replace(new RegExp(`^${indent}`, 'gm'), '');
}

describe('What CONTRIBUTING.md has one do comes out as it says', () => {
  let root: string;

  beforeAll(async () => {
    root = await mkdtemp(path.join(tmpdir(), 'tumen-contributing-'));
    await cp(path.join(projectRoot, 'assets/lexicon'), path.join(root, 'assets/lexicon'), {
      recursive: true,
    });
    await mkdir(path.join(root, 'assets/claims'));
  });

  afterAll(() => rm(root, { recursive: true }));

  const write = (file: string, text: string) => writeFile(path.join(root, file), text);
  const check = () => run('claims', ['check', '--root', root]);

  test('adding a claim', async () => {
    const claim = blockAfter('**Write the claim.**');
    await write('assets/claims/made-up.yaml', claim);
    const { stdout, stderr } = await check();
    for (const line of blockAfter('**Check it.** `npm run').trim().split('\n')) {
      const [told = ''] = line.split(' …');
      expect(`${stdout}${stderr}`).toContain(told);
    }
    const first = '    - event: to-sign\n      mentions: [partnership-treaty, vladivostok]\n';
    expect(claim).toContain(first);
    const mended = claim.replace(first, blockAfter('**Mend it.**'));
    await write('assets/claims/made-up.yaml', mended);
    expect((await check()).stdout).toBe('1 claim and 20 examples: no faults.\n');
  });

  test('adding a concept', async () => {
    const concept = blockAfter('To try it out, make');
    await write('assets/lexicon/made-up.yaml', concept);
    expect((await check()).stdout).toContain('no faults');
    await write('assets/lexicon/made-up.yaml', concept.replace('[vehicle]', '[vehicel]'));
    const { stdout, stderr } = await check();
    expect(`${stdout}${stderr}`).toContain(blockAfter('Where `is` names nothing').trim());
  });
});
