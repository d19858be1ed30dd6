import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { balanceOf, balanceTable } from '../src/claims/balance.ts';
import { compile } from '../src/claims/compile.ts';
import { readCorrections } from '../src/claims/corrections.ts';
import { withBalance } from '../src/cli/claims/balance.ts';
import { projectRoot } from '../src/cli/project.ts';

const { rules } = await compile(projectRoot);
const page = await readFile(join(projectRoot, 'METHODOLOGY.md'), 'utf8');

describe('METHODOLOGY.md', () => {
  it('holds the balance of today: run claims -- balance --write', () => {
    expect(withBalance(page, balanceTable(balanceOf(rules.claims)))).toBe(page);
  });

  it('tells of every verdict', () => {
    for (const { verdict } of rules.claims) expect(page).toContain(`\`${verdict}\``);
  });
});

describe('the balance', () => {
  it('counts a claim of two speakers for both', () => {
    const balance = balanceOf([
      { judged: ['russia', 'media'], verdict: 'false' },
      { judged: ['russia'], verdict: 'false' },
    ]);
    expect(balance.russia.false).toBe(2);
    expect(balance.media.false).toBe(1);
    expect(balance.ukraine.false).toBe(0);
  });
});

describe('the log of corrections', () => {
  const ids = new Set(rules.claims.flatMap(({ id, aliases }) => [id, ...aliases]));

  it('names known claims, the newest first', async () => {
    const days = (await readCorrections(projectRoot, (id) => ids.has(id))).map(({ on }) => on);
    expect(days).toEqual(days.toSorted().reverse());
  });

  it('says which claim it does not know', async () => {
    await expect(readCorrections(projectRoot, () => false)).rejects.toThrow(/there is no claim/);
  });
});
