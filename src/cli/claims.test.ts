import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { parse, stringify } from 'yaml';
import { isOneLine, run, TemporaryFolder } from '../../tests/support/command.ts';
import { projectRoot } from './project.ts';

// Each test starts a process or more, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const id = 'shoigu-defence-minister';
const makes = 'Russian Defence Minister Sergei Shoigu met Kim Jong Un in Pyongyang.';
const published = '2025-06-18';
const path = join('assets', 'claims', 'officials.yaml');

type Example = Record<string, string>;

let folder: TemporaryFolder;
let claim: Record<string, unknown>;
beforeAll(async () => {
  folder = await TemporaryFolder.make();
  await cp(join(projectRoot, 'assets', 'lexicon'), join(folder.path, 'assets', 'lexicon'), {
    recursive: true,
  });
  await mkdir(join(folder.path, 'assets', 'claims'));
  const claims: Record<string, unknown>[] = parse(await readFile(join(projectRoot, path), 'utf8'));
  claim = claims.find((one) => one.id === id) ?? {};
});
afterAll(() => folder[Symbol.asyncDispose]());

/** Writes the one claim with these examples, filled up to the number that is asked for. */
async function write(
  examples: { makes?: Example[]; not?: Example[] },
  more: Record<string, unknown> = {},
): Promise<string> {
  const fill = (given: Example[], to: number, one: Example): Example[] => [
    ...given,
    ...Array.from({ length: to - given.length }, () => ({ ...one })),
  ];
  const text = stringify([
    {
      ...claim,
      examples: {
        makes: fill(examples.makes ?? [], 12, { text: makes, published }),
        not: fill(examples.not ?? [], 8, { text: 'The sky is blue.', why: 'Weather.', published }),
      },
      ...more,
    },
  ]);
  await writeFile(join(folder.path, path), text);
  return text;
}

const lineOf = (text: string, part: string): number =>
  text.slice(0, text.indexOf(part)).split('\n').length;

const check = () => run('claims', ['check', '--root', folder.path]);

describe('claims list', () => {
  it('prints the contract as JSON', async () => {
    const { status, stdout, stderr } = await run('claims', ['list', '--json']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const claims: Record<string, unknown>[] = JSON.parse(stdout);
    expect(claims.length).toBeGreaterThan(13);
    for (const one of claims) {
      expect(one).toEqual({
        id: expect.stringMatching(/^[a-z0-9-]+$/),
        aliases: expect.any(Array),
        theme: expect.any(String),
        claim: expect.any(String),
        verdict: expect.any(String),
        reviewed: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        sources: expect.any(Number),
      });
    }
  });

  it('prints a table for people', async () => {
    const { status, stdout } = await run('claims', ['list']);
    expect(status).toBe(0);
    expect(stdout).toContain(id);
    expect(stdout).toMatch(/\n\d+ claims\.\n$/);
  });
});

describe('claims check', () => {
  it('says so when there are no faults', async () => {
    await write({ makes: [{ text: makes, published, verdict: String(claim.verdict) }] });
    const { status, stdout, stderr } = await check();
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toBe('1 claim and 20 examples: no faults.\n');
  });

  it('names file, line and key of a fault in a claims file', async () => {
    const text = await write({}, { verdickt: 'false' });
    const { status, stdout } = await check();
    expect(status).toBe(1);
    expect(stdout).toContain(`${path}:${lineOf(text, 'verdickt')} `);
    expect(stdout).toMatch(/unknown key verdickt: remove/);
  });

  it('names the line of a sentence that must match and does not', async () => {
    const text = await write({
      makes: [
        { text: makes, published },
        { text: 'It rained.', published },
      ],
    });
    const { status, stdout } = await check();
    expect(status).toBe(1);
    expect(stdout).toContain(
      `${path}:${lineOf(text, 'text: It rained.')} ${id}.examples.makes.1: `,
    );
    expect(stdout).toMatch(/not found; widen .*: It rained\.\n1 fault\.\n$/);
  });

  it('names a verdict that is another than the one expected', async () => {
    await write({ makes: [{ text: makes, published, verdict: 'unproven' }] });
    const { status, stdout } = await check();
    expect(status).toBe(1);
    expect(stdout).toMatch(/makes\.0: found as \w+, not as unproven; correct/);
  });

  it('names a near miss that is taken for the claim, and why it is', async () => {
    await write({ not: [{ text: makes, why: 'It is not.', published }] });
    const { status, stdout } = await check();
    expect(status).toBe(1);
    expect(stdout).toMatch(/not\.0: taken for the claim; narrow .*\(.*Shoigu.*\)/);
  });
});

describe('bad arguments', () => {
  it.each([
    ['no command', [], /list, check/],
    ['an unknown command', ['frobnicate'], /frobnicate/],
    ['an unknown option', ['list', '--frobnicate'], /--frobnicate/],
    ['an argument too many', ['check', 'officials'], /officials/],
    ['a folder without assets', ['check', '--root', '/nowhere'], /nowhere/],
    ['a list of a folder without assets', ['list', '--root', '/nowhere'], /nowhere/],
  ])('%s: one clear line and status 2', async (_, args, message) => {
    const { status, stdout, stderr } = await run('claims', args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(isOneLine(stderr)).toBe(true);
    expect(stderr).toMatch(message);
  });

  it.each([[['--help']], [['list', '--help']], [['check', '--help']]])(
    'prints help for %j',
    async (args) => {
      const { status, stdout } = await run('claims', args);
      expect(status).toBe(0);
      expect(stdout).toContain('npm run --silent claims --');
    },
  );
});
