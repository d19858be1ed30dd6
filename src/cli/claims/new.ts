import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { isVerdict, type Verdict, verdicts } from '../../claims/verdict.ts';
import { Failure } from '../failure.ts';
import { print } from '../output.ts';
import { readOptions, rootHelp, rootOf } from './options.ts';
import { idFrom, skeleton } from './skeleton.ts';
import type { Subcommand } from './subcommand.ts';

const help = `Begins a claim: asks for what it needs and adds its entry, with a comment at all that is left to write,
to the claims file of its theme.

npm run --silent claims -- new [options]

  --theme T     the theme: the name of its file, such as officials
  --claim C     the claim, in one sentence
  --verdict V   ${verdicts.join(', ')}
  --summary S   what is true, at most 200 characters
  --id ID       the id (made from the claim)
  --json        print {"id", "file", "line"} of the entry
${rootHelp}
  --help        print this

What is not given is asked for. Without a terminal to ask at, it must be given.
`;

async function run(args: readonly string[]): Promise<number> {
  const text = { type: 'string' } as const;
  const options = readOptions(args, 'new', {
    theme: text,
    claim: text,
    verdict: text,
    summary: text,
    id: text,
    json: { type: 'boolean' },
  });
  const ask = asker();
  try {
    const theme = options.theme ?? (await ask('theme', 'Theme (the name of the file): '));
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(theme))
      throw new Failure(`${theme} is no name of a theme: write it in lower case with hyphens.`);
    const claim = options.claim ?? (await ask('claim', 'What is claimed, in one sentence: '));
    if (claim.trim() === '') throw new Failure('The claim is empty: write it in one sentence.');
    const verdict = checkedVerdict(
      options.verdict ?? (await ask('verdict', `Verdict (${verdicts.join(', ')}): `)),
    );
    const summary = options.summary ?? (await ask('summary', 'What is true, in one sentence: '));
    if (summary.length > 200)
      throw new Failure(`The summary has ${summary.length} characters: keep it within 200.`);
    const id = options.id ?? idFrom(claim);
    const root = rootOf(options.root);
    const place = await add(root, theme, {
      id,
      claim,
      verdict,
      summary: summary.trim() === '' ? null : summary,
      sources: [],
      seenIn: [],
      reviewed: new Date().toISOString().slice(0, 10),
      notes: [],
    });
    await print(
      options.json
        ? `${JSON.stringify({ id, ...place })}\n`
        : `${place.file}:${place.line} begins ${id}. Write what is marked TODO, then run claims -- check.\n`,
    );
    return 0;
  } finally {
    ask.close();
  }
}

function checkedVerdict(text: string): Verdict {
  const verdict = text.trim();
  if (!isVerdict(verdict))
    throw new Failure(`${verdict} is no verdict: choose ${verdicts.join(', ')}.`);
  return verdict;
}

/** Asks at the terminal; elsewhere it says which option is missing. */
function asker() {
  const terminal = process.stdin.isTTY
    ? createInterface({ input: process.stdin, output: process.stderr })
    : null;
  const ask = async (option: string, question: string): Promise<string> => {
    if (!terminal) throw new Failure(`Give --${option}: there is no terminal to ask at.`);
    return terminal.question(question);
  };
  return Object.assign(ask, { close: () => terminal?.close() });
}

async function add(root: string, theme: string, draft: Parameters<typeof skeleton>[0]) {
  const file = join('assets', 'claims', `${theme}.yaml`);
  const path = join(root, file);
  const before = await readFile(path, 'utf8').catch(() => null);
  if (before !== null && new RegExp(`^- id: ${draft.id}$`, 'm').test(before))
    throw new Failure(`${file} has a claim ${draft.id}: choose another id with --id.`);
  const head = before === null ? '# yaml-language-server: $schema=../claims.schema.json\n' : '\n';
  await appendFile(path, head + skeleton(draft));
  return { file, line: `${before ?? ''}${head}`.split('\n').length };
}

const newClaim: Subcommand = { help, run };
export default newClaim;
