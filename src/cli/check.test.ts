import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { isOneLine, run, TemporaryFolder } from '../../tests/support/command.ts';
import { projectRoot } from './project.ts';

// Each test starts a process or more, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const claiming = 'Russian Defence Minister Sergei Shoigu met Kim Jong Un in Pyongyang.';
const denying = 'It is not true that Sergei Shoigu is Russia’s defence minister.';
const harmless = 'Russia and North Korea share a border of some seventeen kilometres.';

let folder: TemporaryFolder;
beforeAll(async () => {
  folder = await TemporaryFolder.make();
});
afterAll(() => folder[Symbol.asyncDispose]());

const page = (body: string): string =>
  `<!doctype html><html lang="en-GB"><head><title>Talks</title>
  <meta property="article:published_time" content="2025-06-18T08:00:00Z"></head>
  <body><h1>Russia and North Korea talk</h1>${body}</body></html>`;

describe('check --json', () => {
  it('prints the contract for a text, with the sentence at its offsets', async () => {
    const text = `Talks of two neighbours\r\n\r\n${harmless} ${claiming}\n`;
    const file = await folder.file('talks.txt', text);
    const { status, stdout, stderr } = await run('check', ['--json', file]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const start = text.indexOf(claiming);
    expect(JSON.parse(stdout)).toEqual([
      {
        file,
        published: null,
        notBefore: null,
        language: 'en',
        findings: [
          {
            claim: 'shoigu-defence-minister',
            verdict: expect.stringMatching(/^(false|outdated)$/),
            stance: 'asserted',
            start,
            end: start + claiming.length,
            quote: claiming,
            why: expect.arrayContaining([expect.any(String)]),
            dependsOnDate: true,
          },
        ],
      },
    ]);
  });

  it('quotes a wrapped sentence as it stands in the text', async () => {
    const text =
      'The Kremlin said on Tuesday that Russian Defence\nMinister Sergei Shoigu met Kim Jong Un in Pyongyang\nand flew home.\n';
    const file = await folder.file('wrapped.txt', text);
    const [record] = JSON.parse((await run('check', ['--json', file])).stdout);
    expect(record.findings[0]).toMatchObject({ start: 0, quote: text.trim() });
  });

  it('reads a page as the browser does: date, language, entities, tags within a sentence', async () => {
    const marked = claiming.replace('Kim Jong Un', '<a href="#">Kim&nbsp;Jong&#32;Un</a>');
    const file = await folder.file('talks.html', page(`<p>${harmless}</p><p>${marked}</p>`));
    const [record] = JSON.parse((await run('check', ['--json', file])).stdout);
    expect(record).toMatchObject({ published: '2025-06-18', language: 'en-GB' });
    const visible = ['Russia and North Korea talk', harmless, claiming].join('\n');
    const { start, end, quote } = record.findings[0];
    expect(quote.replace('\u00a0', ' ')).toBe(claiming);
    expect(visible.slice(start, end)).toBe(claiming);
  });

  it('lets the options override what the file says', async () => {
    const file = await folder.file('dated.html', page(`<p>${claiming}</p>`));
    const args = ['--json', '--published', '2024-01-10', '--language', 'EN-us', file];
    const [record] = JSON.parse((await run('check', args)).stdout);
    expect(record).toMatchObject({ published: '2024-01-10', language: 'en-US' });
    const wrong = record.findings.filter((f: { verdict: string }) => f.verdict !== 'accurate');
    expect(wrong).toEqual([]);
  });

  it('lists what is not shown only with --all', async () => {
    const file = await folder.file('denial.txt', denying);
    const [shown] = JSON.parse((await run('check', ['--json', file])).stdout);
    const [all] = JSON.parse((await run('check', ['--json', '--all', file])).stdout);
    expect(shown.findings).toEqual([]);
    expect(all.findings).toHaveLength(1);
    expect(['denied', 'rebutted']).toContain(all.findings[0].stance);
  });

  it('marks nothing on a page that is itself a fact check', async () => {
    const review = '<script type="application/ld+json">{"@type":"ClaimReview"}</script>';
    const file = await folder.file('review.html', page(`${review}<p>${claiming}</p>`));
    const [record] = JSON.parse((await run('check', ['--json', file])).stdout);
    expect(record.findings).toEqual([]);
    expect((await run('check', [file])).stdout).toContain('itself a fact check');
  });

  it('answers several files and standard input in the order named', async () => {
    const file = await folder.file('first.txt', harmless);
    const { stdout } = await run('check', ['--json', file, '-'], { input: claiming });
    const records: { file: string; findings: unknown[] }[] = JSON.parse(stdout);
    expect(records.map((record) => [record.file, record.findings.length])).toEqual([
      [file, 0],
      ['-', 1],
    ]);
  });
});

describe('check as linked data', () => {
  it('prints a ClaimReview for each finding of all files', async () => {
    const file = await folder.file('one.txt', claiming);
    const other = await folder.file('other.html', page(`<p>${claiming}</p>`));
    const args = ['--claim-review', '--published', '2025-06-18', file, other];
    const { status, stdout, stderr } = await run('check', args);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject([
      { '@type': 'ClaimReview', itemReviewed: { text: claiming, appearance: { url: file } } },
      { '@type': 'ClaimReview', itemReviewed: { appearance: { url: other, headline: 'Talks' } } },
    ]);
  });

  it('prints annotations whose positions count in the text, at the address that a page gives', async () => {
    const text = `😀 ${harmless} ${claiming}\n`;
    const file = await folder.file('placed.txt', text);
    const link = '<link rel="canonical" href="https://news.example/talks">';
    const other = await folder.file('placed.html', page(`${link}<p>${claiming}</p>`));
    const { stdout } = await run('check', ['--web-annotation', file, other]);
    const annotations = JSON.parse(stdout);
    const [byQuote, byPlace] = annotations[0].target.selector;
    expect([...text].slice(byPlace.start, byPlace.end).join('')).toBe(claiming);
    expect(text).toContain(`${byQuote.prefix}${byQuote.exact}${byQuote.suffix}`);
    expect(annotations[1].target.source).toBe('https://news.example/talks');
  });

  it('prints an empty list for a text without findings', async () => {
    const { stdout } = await run('check', ['--web-annotation', '-'], { input: harmless });
    expect(JSON.parse(stdout)).toEqual([]);
  });
});

describe('check for people', () => {
  it('shows verdict, claim, quote, what is known, why and sources, then counts', async () => {
    const file = await folder.file('people.txt', `${claiming}\n`);
    const { status, stdout } = await run('check', [file]);
    expect(status).toBe(0);
    for (const part of [/^(OUTDATED|FALSE) {2}/m, `“${claiming}”`, 'What is known:', 'Why: ']) {
      expect(stdout).toMatch(part);
    }
    expect(stdout).toMatch(/Source: .+https?:/);
    expect(stdout).toMatch(/\n1 finding in 1 file: 1 (outdated|false)\.\n$/);
    expect(stdout).not.toContain('\u001b');
  });

  it('says so when a file has no findings', async () => {
    const file = await folder.file('nothing.txt', 'The weather was fine.');
    const { stdout } = await run('check', [file]);
    expect(stdout).toContain('no known claim found');
    expect(stdout).toMatch(/\n0 findings in 1 file\.\n$/);
  });

  it('passes on nothing of a text that would steer a terminal', async () => {
    const text = claiming.replace('met', '\u001b[31mmet\u001b[0m');
    expect((await run('check', ['-'], { input: text })).stdout).not.toContain('\u001b');
  });

  it('prints help', async () => {
    const { status, stdout } = await run('check', ['--help']);
    expect(status).toBe(0);
    for (const option of [
      '--published',
      '--language',
      '--json',
      '--jsonl',
      '--claim-review',
      '--web-annotation',
      '--all',
    ]) {
      expect(stdout).toContain(option);
    }
  });
});

describe.concurrent('bad input', () => {
  beforeAll(async () => {
    await folder.file('some.txt', claiming);
    await folder.file('latin.txt', Buffer.from('caf\xe9', 'latin1'));
    await folder.file('zeros.txt', Buffer.alloc(2000));
    await folder.file('picture.html', Buffer.from('89504e470d0a1a0a00ff00fe', 'hex'));
    await folder.file('some.pdf', '%PDF');
    await mkdir(join(folder.path, 'directory.txt'));
  });

  it.each([
    ['no file', [], /Name a file/],
    ['an unknown option', ['--frobnicate', 'some.txt'], /--frobnicate/],
    ['an option without its value', ['some.txt', '--published'], /--published/],
    ['a value where none belongs', ['--json=yes', 'some.txt'], /--json/],
    ['no such day', ['--published', '2025-02-30', 'some.txt'], /2025-02-30/],
    ['a day in another form', ['--published', '17.06.2025', 'some.txt'], /17\.06\.2025/],
    ['no such language', ['--language', 'klingonish', 'some.txt'], /klingonish/],
    ['two forms at once', ['--json', '--jsonl'], /--json and --jsonl/],
    ['ClaimReview and JSON', ['--json', '--claim-review', 'some.txt'], /--json and --claim-review/],
    ['two JSON-LD forms', ['--claim-review', '--web-annotation', 'some.txt'], /Choose one of/],
    ['denials as ClaimReview', ['--claim-review', '--all', 'some.txt'], /leave --all out/],
    ['JSON-LD of no file', ['--web-annotation'], /Name a file/],
    ['a file beside --jsonl', ['--jsonl', 'some.txt'], /standard input/],
    ['standard input twice', ['-', '-'], /once/],
    ['a missing file', ['missing.txt'], /no file missing\.txt/],
    ['a missing page, as JSON', ['--json', 'missing.html'], /no file missing\.html/],
    ['an empty name', [''], /empty/],
    ['a name of two lines', ['two\nlines.txt'], /two lines\.txt/],
    ['a directory', ['directory.txt'], /directory/],
    ['another kind of file', ['some.pdf'], /\.html, \.htm or \.txt/],
    ['a text that is not UTF-8', ['latin.txt'], /latin\.txt is not text in UTF-8/],
    ['a binary file', ['zeros.txt'], /zeros\.txt is not a text file/],
    ['a picture named .html', ['picture.html'], /picture\.html is not text/],
  ])('%s: one clear line and status 2', async (_, args, message) => {
    const { status, stdout, stderr } = await run('check', args, { cwd: folder.path });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(isOneLine(stderr)).toBe(true);
    expect(stderr).toMatch(message);
  });

  it('names the file that cannot be read and answers the others', async () => {
    const args = ['--json', 'missing.txt', 'some.txt'];
    const { status, stdout, stderr } = await run('check', args, { cwd: folder.path });
    expect(status).toBe(2);
    expect(isOneLine(stderr)).toBe(true);
    expect(JSON.parse(stdout)).toMatchObject([{ file: 'some.txt' }]);
  });

  it.each([
    ['an empty page', ''],
    [
      'a page of nothing',
      ' \n<!doctype html><html><head><title></title></head><body></body></html>',
    ],
    ['unclosed tags', '<div><p>Russia<div><<<p>North Korea</span></i>&#xZZ; &#99999999;<a href="x'],
    ['an unclosed comment', '<html><!-- <p>Russia'],
    ['an unclosed script', '<html><script>if (a < b) <p>Russia'],
    ['zeros in a page', '<p>Russia\0</p>'],
    ['deep nesting', `<html><body>${'<div>'.repeat(20_000)}Russia`],
    ['broken JSON-LD', '<script type="application/ld+json">{"@type":</script><p>Russia'],
  ])('%s: a clean result', async (name, markup) => {
    const file = await folder.file(`${name}.html`, markup);
    const { status, stdout, stderr } = await run('check', ['--json', file]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject([{ file, findings: [] }]);
  });

  it('gets through a page of 5 MB', async () => {
    const filler =
      '<p>The <b>weather</b> was fine in the garden, and people went home early.</p>\n';
    const body = `${filler.repeat(5_000_000 / filler.length)}<p>${harmless}</p><p>${claiming}</p>`;
    const file = await folder.file('big.html', page(body));
    const { status, stdout } = await run('check', ['--json', file]);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)[0].findings).toMatchObject([{ quote: claiming }]);
  });

  it('ends quietly when its reader has read enough', async () => {
    const file = join(folder.path, 'long.txt');
    await writeFile(file, `${claiming}\n`.repeat(2000));
    const script = join(projectRoot, 'src', 'cli', 'check.ts');
    const child = spawn(process.execPath, [script, '--json', file]);
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const status = await new Promise((resolve) => child.on('close', resolve));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});
