import { describe, expect, it, vi } from 'vitest';
import { isOneLine, run } from '../../tests/support/command.ts';
import { knownSentences } from './quality/sentences.ts';

// Each test starts a process or more, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

describe('quality', () => {
  it('prints numbers by claim and in all, and the gap, but no sentence', async () => {
    const { status, stdout, stderr } = await run('quality', ['--numbers']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^all( +[\d.]+){3} +\d+\/\d+ +\d+\/\d+ {2}\|/m);
    expect(stdout).toMatch(/\nGap, .*precision -?[\d.]+, recall -?[\d.]+, F1 -?[\d.]+\n$/);
    const all = [...(await knownSentences('a')), ...(await knownSentences('b'))];
    expect(all.filter(({ text }) => stdout.includes(text)).length).toBe(0);
  });

  it('prints with --totals what comes out in all, and nothing of a single claim', async () => {
    const { status, stdout, stderr } = await run('quality', ['--totals']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^all( +[\d.]+){3} +\d+\/\d+ +\d+\/\d+ {2}\|/m);
    expect(stdout).toMatch(/\nFlagged near misses by kind {2}a {3}b\n/);
    expect(stdout).toMatch(/\nGap, .*precision -?[\d.]+, recall -?[\d.]+, F1 -?[\d.]+\n$/);
    const claims = (await knownSentences('b')).map(({ claim }) => claim);
    expect(claims.filter((claim) => stdout.includes(claim)).length).toBe(0);
  });

  it('never prints a sentence that is held back', async () => {
    const { stdout } = await run('quality', ['--sentences']);
    const own = new Set((await knownSentences('a')).map(({ text }) => text));
    const heldBack = (await knownSentences('b')).filter(({ text }) => !own.has(text));
    expect(heldBack.filter(({ text }) => stdout.includes(text)).length).toBe(0);
  });

  it.each([
    [['--frobnicate'], 'There is no option --frobnicate: see --help.'],
    [['--totals=yes'], 'The option --totals takes no value: see --help.'],
    [['--totals', '--sentences'], 'Choose one of --totals and --sentences.'],
    [['all', '--totals'], 'There is nothing to do with all: see --help.'],
  ])('refuses %j', async (args, says) => {
    const { status, stdout, stderr } = await run('quality', args);
    expect({ status, stdout, stderr: stderr.trim() }).toEqual({
      status: 2,
      stdout: '',
      stderr: says,
    });
    expect(isOneLine(stderr)).toBe(true);
  });
});
