import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { isOneLine, run, TemporaryFolder } from '../../tests/support/command.ts';
import { projectRoot } from './project.ts';

// Each test starts a process or more, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const id = 'shoigu-defence-minister';

let folder: TemporaryFolder;
beforeAll(async () => {
  folder = await TemporaryFolder.make();
  await cp(join(projectRoot, 'assets', 'lexicon'), join(folder.path, 'assets', 'lexicon'), {
    recursive: true,
  });
  await mkdir(join(folder.path, 'assets', 'claims'));
  await cp(
    join(projectRoot, 'assets', 'claims', 'officials.yaml'),
    join(folder.path, 'assets', 'claims', 'officials.yaml'),
  );
});
afterAll(() => folder[Symbol.asyncDispose]());

const claims = (args: readonly string[], input?: string) =>
  run('claims', args, input === undefined ? {} : { input });
const rooted = (args: readonly string[], input?: string) =>
  claims([...args, '--root', folder.path], input);

describe('claims try', () => {
  it('says what makes the claim and why, and what is missing', async () => {
    const lines = 'Defence Minister Sergei Shoigu flew in.\nShoigu met Kim Jong Un.\n';
    const { status, stdout } = await rooted(['try', id, '--json'], lines);
    expect(status).toBe(0);
    const [made, missed] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(made).toMatchObject({ makes: true, verdict: 'outdated', stance: 'asserted' });
    expect(made.why.join(' ')).toContain('Shoigu');
    expect(missed).toMatchObject({ makes: false, verdict: null });
    expect(missed.missing.flat()).toContain('calls');
  });

  it('judges at the day of publication', async () => {
    const sentence = 'Defence Minister Sergei Shoigu flew in.';
    const { stdout } = await rooted(['try', id, sentence, '--json', '--published', '2023-07-27']);
    expect(JSON.parse(stdout)).toMatchObject({ makes: true, verdict: 'accurate' });
  });

  it('is readable without --json and tells of near misses', async () => {
    const { stdout } = await rooted(['try', id, 'Defence Minister Sergei Shoigu flew in.']);
    expect(stdout).toMatch(/Near misses that are marked: 0/);
    expect(stdout).toMatch(/MAKES IT \(outdated, asserted\)/);
  });
});

describe('claims new', () => {
  it('adds a skeleton that says what is left to write', async () => {
    const { status, stdout } = await rooted([
      'new',
      ...['--theme', 'made-up', '--claim', 'Kim signed the treaty: in Vladivostok.'],
      ...['--verdict', 'false', '--summary', 'It was signed in Pyongyang.', '--json'],
    ]);
    expect(status).toBe(0);
    const { id: made, file, line } = JSON.parse(stdout);
    const text = await readFile(join(folder.path, file), 'utf8');
    expect(text.split('\n')[line - 1]).toBe(`- id: ${made}`);
    expect(text).toContain('# at least 12');
    expect(parse(text)).toMatchObject([
      { id: made, claim: 'Kim signed the treaty: in Vladivostok.', verdict: 'false' },
    ]);
    const check = await rooted(['check']);
    expect(check.status).toBe(1);
    expect(check.stdout).toContain(file);
    await rm(join(folder.path, file));
  });

  it('says which option is missing where there is no terminal', async () => {
    const { status, stderr } = await rooted(['new', '--theme', 'made-up']);
    expect(status).toBe(2);
    expect(stderr).toMatch(/--claim/);
  });
});

describe('claims format', () => {
  it('mends a file, and --check only names it', async () => {
    const path = join(folder.path, 'assets', 'claims', 'officials.yaml');
    const before = await readFile(path, 'utf8');
    await writeFile(
      path,
      before
        .replace(/\n {2}confidence: \w+/, '')
        .replace('\n  claim:', '\n  confidence: high\n  claim:'),
    );
    const check = await rooted(['format', '--check']);
    expect(check.status).toBe(1);
    expect(check.stdout).toContain('officials.yaml');
    const mend = await rooted(['format', '--json']);
    expect(JSON.parse(mend.stdout).changed).toHaveLength(1);
    expect((await rooted(['format', '--check'])).status).toBe(0);
  });
});

describe('claims stale', () => {
  it('lists what was reviewed too long ago', async () => {
    const { status, stdout } = await rooted(['stale', '--on', '2036-01-01', '--json']);
    expect(status).toBe(0);
    const stale: { id: string; days: number }[] = JSON.parse(stdout);
    expect(stale.map((one) => one.id)).toContain(id);
    const [newest] = stale.map(({ days }) => days).sort((a, b) => a - b);
    const none = await rooted([
      'stale',
      '--on',
      '2036-01-01',
      '--days',
      String((newest ?? 0) + 9999),
      '--json',
    ]);
    const left: { ended: string | null }[] = JSON.parse(none.stdout);
    // A verdict whose time is over is listed however new its review.
    expect(left.filter(({ ended }) => ended === null)).toEqual([]);
  });
});

describe('claims coverage', () => {
  it('counts what articles claim and lists sentences that no claim covers', async () => {
    const articles = join(folder.path, 'articles', 'june');
    await mkdir(articles, { recursive: true });
    await writeFile(
      join(articles, 'one.txt'),
      'Defence Minister Sergei Shoigu flew to Pyongyang.\n\nRussia gave North Korea 312 violins in 2025.\n',
    );
    const { status, stdout } = await rooted(['coverage', join(folder.path, 'articles'), '--json']);
    expect(status).toBe(0);
    const { articles: count, claims: hits, unclaimed } = JSON.parse(stdout);
    expect(count).toBe(1);
    expect(hits[id]).toBe(1);
    expect(unclaimed).toEqual([
      { file: join(articles, 'one.txt'), sentence: 'Russia gave North Korea 312 violins in 2025.' },
    ]);
  });
});

describe('claims export and import', () => {
  it('prints a feed of ClaimReviews that can be drafted from again', async () => {
    const { status, stdout } = await rooted(['export']);
    expect(status).toBe(0);
    const feed = JSON.parse(stdout);
    expect(feed['@type']).toBe('DataFeed');
    const { item } = feed.dataFeedElement[0];
    expect(item).toMatchObject({ '@type': 'ClaimReview', author: { name: 'Tumen' } });
    const drafts = await claims(['import', '-'], stdout);
    expect(drafts.status).toBe(0);
    expect(drafts.stdout).toContain(`# Licence: ${feed.license}`);
    expect(drafts.stdout).toContain('# Drafted from a fact check by Tumen.');
    expect(parse(drafts.stdout)).toHaveLength(feed.dataFeedElement.length);
  });

  it('takes no verdict of others and says where a licence is missing', async () => {
    const review = {
      '@type': ['ClaimReview'],
      claimReviewed: 'Kim hired 9,000 builders.',
      url: 'https://fact.example/1',
      author: [{ name: 'Fact Desk' }],
      datePublished: '2025-07-01T10:00:00Z',
      reviewRating: { alternateName: 'Pants on fire' },
    };
    const { stdout } = await claims(
      ['import', '-', '--json'],
      JSON.stringify({ '@graph': [review] }),
    );
    expect(JSON.parse(stdout)).toMatchObject([
      {
        claim: review.claimReviewed,
        verdict: null,
        sources: [{ publisher: 'Fact Desk', published: '2025-07-01' }],
        notes: expect.arrayContaining([
          'Their verdict: Pants on fire',
          expect.stringMatching(/not stated/),
        ]),
      },
    ]);
  });

  it('exports CSV with a row for each claim, and Markdown', async () => {
    const csv = await rooted(['export', '--as', 'csv']);
    expect(csv.stdout.split('\r\n')[0]).toMatch(/^id,theme,claim,verdict,/);
    expect(csv.stdout).toContain(`\r\n${id},officials,`);
    const markdown = await rooted(['export', '--as', 'markdown', '--theme', 'officials']);
    expect(markdown.stdout).toMatch(/^# Claims\n\n## officials\n/);
  });
});

describe('bad arguments', () => {
  it.each([
    ['try without an id', ['try'], /Name a claim/],
    ['try of an unknown claim', ['try', 'nothing-such'], /nothing-such/],
    ['try at no day', ['try', id, '--published', 'soon'], /soon/],
    ['stale with no number', ['stale', '--days', 'many'], /many/],
    ['stale on no day', ['stale', '--on', '2025-02-30'], /2025-02-30/],
    ['coverage without a folder', ['coverage'], /folder/],
    ['coverage of no folder', ['coverage', '/nowhere/at/all'], /nowhere/],
    ['import without a file', ['import'], /file/],
    ['import of no file', ['import', '/nowhere.json'], /nowhere/],
    ['export in no form', ['export', '--as', 'pdf'], /pdf/],
    ['export of no theme', ['export', '--theme', 'cooking'], /cooking/],
    [
      'new with no verdict',
      ['new', '--theme', 'x', '--claim', 'C.', '--verdict', 'wrong'],
      /wrong/,
    ],
  ])('%s: one clear line and status 2', async (_, args, message) => {
    const { status, stdout, stderr } = await claims(args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(isOneLine(stderr)).toBe(true);
    expect(stderr).toMatch(message);
  });

  it.each(['not JSON', '{"@type": "Recipe"}', '{"@type": "ClaimReview"}'])(
    'import of %s: one clear line',
    async (input) => {
      const { status, stdout, stderr } = await claims(['import', '-'], input);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(isOneLine(stderr)).toBe(true);
    },
  );

  it.each(['new', 'try', 'format', 'stale', 'coverage', 'import', 'export', 'schema'])(
    'prints help for %s',
    async (name) => {
      const { status, stdout } = await claims([name, '--help']);
      expect(status).toBe(0);
      expect(stdout).toContain(`npm run --silent claims -- ${name}`);
    },
  );
});
