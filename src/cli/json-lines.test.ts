import { describe, expect, it, vi } from 'vitest';
import { isOneLine, run } from '../../tests/support/command.ts';

// Each test starts a process or more, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const claiming = 'Russian Defence Minister Sergei Shoigu met Kim Jong Un in Pyongyang.';

const jsonLines = (values: readonly unknown[]): string =>
  values.map((value) => `${JSON.stringify(value)}\n`).join('');

const answers = (stdout: string): Record<string, unknown>[] =>
  stdout.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));

describe('check --jsonl', () => {
  it('answers every line in order, with its id and only the fields of the contract', async () => {
    const input = jsonLines(
      Array.from({ length: 3000 }, (_, index) => ({
        id: `n-${index}`,
        text: index % 3 === 0 ? claiming : `Line ${index}.`,
        ...(index % 2 === 0 ? { published: '2025-06-18', language: 'en', more: 1 } : {}),
      })),
    );
    const { status, stdout, stderr } = await run('check', ['--jsonl'], { input });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const given = answers(stdout);
    expect(given).toHaveLength(3000);
    for (const [index, line] of given.entries()) {
      expect(Object.keys(line)).toEqual(['id', 'published', 'notBefore', 'findings']);
      expect(line.id).toBe(`n-${index}`);
      expect(line.published).toBe(index % 2 === 0 ? '2025-06-18' : null);
      expect(line.findings).toHaveLength(index % 3 === 0 ? 1 : 0);
    }
  });

  it('parts paragraphs at line feeds and gives offsets into the text', async () => {
    const text = `Talks\u2028of \u{1f600} neighbours\n\n${claiming}`;
    const { stdout } = await run('check', ['--jsonl'], { input: JSON.stringify({ id: 7, text }) });
    const start = text.indexOf(claiming);
    expect(answers(stdout)).toMatchObject([
      { id: 7, findings: [{ quote: claiming, start, end: text.length }] },
    ]);
  });

  it('takes nulls, blank lines, carriage returns, a mark at the start and no line feed at the end', async () => {
    const line = JSON.stringify({ id: 'a', text: 'x', published: null, language: null });
    const { status, stdout } = await run('check', ['--jsonl'], {
      input: `\uFEFF${line}\r\n\r\n  \n${line}`,
    });
    expect(status).toBe(0);
    expect(answers(stdout)).toHaveLength(2);
  });

  it('answers nothing for nothing', async () => {
    expect(await run('check', ['--jsonl'])).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  it('lets --published override', async () => {
    const { stdout } = await run('check', ['--jsonl', '--published', '2024-01-10'], {
      input: jsonLines([{ id: 'a', text: claiming, published: '2025-06-18' }]),
    });
    expect(answers(stdout)).toMatchObject([{ published: '2024-01-10' }]);
  });

  it.each([
    ['not JSON', 'nonsense', /Line 3 .*not JSON/],
    ['no object', '[1]', /Line 3 .*object/],
    ['no id', '{"text":"x"}', /Line 3 .*"id"/],
    ['no text', '{"id":"1"}', /Line 3 .*"text"/],
    ['no such day', '{"id":"1","text":"x","published":"2025-13-01"}', /Line 3 .*"published"/],
    ['no language', '{"id":"1","text":"x","language":5}', /Line 3 .*"language"/],
    ['not UTF-8', Buffer.from('{"id":"1","text":"\xff"}', 'latin1'), /Line 3 .*UTF-8/],
  ])('%s: answers the lines before, then one clear line and status 2', async (_, bad, message) => {
    const good = jsonLines([{ id: 'first', text: 'x' }]);
    const input = Buffer.concat([
      Buffer.from(`${good}\n`),
      Buffer.from(bad),
      Buffer.from(`\n${good}`),
    ]);
    const { status, stdout, stderr } = await run('check', ['--jsonl'], { input });
    expect(status).toBe(2);
    expect(answers(stdout)).toMatchObject([{ id: 'first' }]);
    expect(isOneLine(stderr)).toBe(true);
    expect(stderr).toMatch(message);
  });
});
