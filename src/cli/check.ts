import type { Rules } from '../claims/rules.ts';
import { type Checked, createTextChecker } from '../package/index.ts';
import { languageTag } from '../package/language-tag.ts';
import type { CheckedText } from '../report/checked-text.ts';
import { claimReviews } from '../report/claim-review.ts';
import { jsonLd } from '../report/json-ld.ts';
import { webAnnotations } from '../report/web-annotation.ts';
import { isDay } from '../text/iso-day.ts';
import { readArguments } from './arguments.ts';
import { complain, Failure, runCommand } from './failure.ts';
import { type Input, type Overrides, readInput } from './input.ts';
import { checkLines } from './json-lines.ts';
import { print } from './output.ts';
import { projectRules } from './project.ts';
import { readableAnswer, readableCounts } from './readable.ts';

const help = `Finds sentences that make a known claim about cooperation between Russia and North Korea.

npm run --silent check -- [options] FILE…

FILE is a page (.html, .htm), a text (.txt, in UTF-8) or - for text on standard input.

  --published YYYY-MM-DD  the day of publication, whatever the file says
  --language xx           the language, whatever the file says
  --json                  print one JSON array with an object for each file
  --jsonl                 read one {"id", "text", "published"?, "language"?} a line from standard
                          input and print one {"id", "published", "notBefore", "findings"} a line
  --claim-review          print one JSON-LD array with a schema.org ClaimReview for each finding
  --web-annotation        print one JSON-LD array with a W3C Web Annotation for each finding
  --all                   also list sentences that deny, question or rebut a claim or suppose it
  --help                  print this

It ends with status 0 whatever it found, with 2 for a bad argument or an unreadable file.
`;

/** Options that name a form of output, each the name of its form. */
const forms = ['json', 'jsonl', 'claim-review', 'web-annotation'] as const;

type Form = 'readable' | (typeof forms)[number];

interface Settings extends Overrides {
  form: Form;
  all: boolean;
  files: string[];
}

await runCommand(async () => {
  const settings = readSettings(process.argv.slice(2));
  if (!settings) {
    await print(help);
    return 0;
  }
  return settings.form === 'jsonl' ? checkStandardInput(settings) : checkFiles(settings);
});

/** Null where help is asked for. */
function readSettings(args: readonly string[]): Settings | null {
  const { values, positionals } = readArguments(
    args,
    {
      published: { type: 'string' },
      language: { type: 'string' },
      json: { type: 'boolean' },
      jsonl: { type: 'boolean' },
      'claim-review': { type: 'boolean' },
      'web-annotation': { type: 'boolean' },
      all: { type: 'boolean' },
      help: { type: 'boolean' },
    },
    '--help',
  );
  if (values.help) return null;
  const published = values.published ?? null;
  if (published !== null && !isDay(published)) {
    throw new Failure(`--published ${published} is not a day: write it as 2025-06-17.`);
  }
  const language = values.language === undefined ? null : languageTag(values.language);
  if (values.language !== undefined && language === null) {
    throw new Failure(`--language ${values.language} is not a language: write it as en or ru.`);
  }
  const form = formOf(forms.filter((name) => values[name]));
  if (values.all && (form === 'claim-review' || form === 'web-annotation')) {
    throw new Failure(`--${form} tells only of sentences that make a claim: leave --all out.`);
  }
  if (form === 'jsonl' && positionals.some((file) => file !== '-')) {
    throw new Failure('--jsonl reads standard input: name no file with it.');
  }
  if (form !== 'jsonl' && positionals.length === 0) {
    throw new Failure('Name a file to check, or - for standard input: see --help.');
  }
  if (positionals.includes('')) throw new Failure('A file name is empty: name a file to check.');
  if (positionals.filter((file) => file === '-').length > 1) {
    throw new Failure('Standard input can be read only once: name - once.');
  }
  return { published, language, form, all: values.all ?? false, files: positionals };
}

function formOf(chosen: (typeof forms)[number][]): Form {
  const [form = 'readable', ...others] = chosen;
  if (others.length === 0) return form;
  const names = chosen.map((name) => `--${name}`);
  throw new Failure(`Choose one of ${names.slice(0, -1).join(', ')} and ${names.at(-1)}.`);
}

async function checkStandardInput(settings: Settings): Promise<number> {
  await checkLines(process.stdin, createTextChecker(await projectRules()), settings);
  return 0;
}

/** Files that cannot be read are named on standard error; the others are answered all the same. */
async function checkFiles(settings: Settings): Promise<number> {
  let status = 0;
  const answers: Checked[] = [];
  const texts: CheckedText[] = [];
  const records: string[] = [];
  const rules = await projectRules();
  const checker = createTextChecker(rules);
  for (const file of settings.files) {
    const input = await readOrComplain(file, settings);
    if (!input) {
      status = 2;
      continue;
    }
    const found = checker.check(input, { all: settings.all });
    answers.push(found);
    if (settings.form === 'json') records.push(fileRecord(file, found));
    else if (settings.form === 'readable') {
      await print(readableAnswer(file, found, rules, input.isFactCheck));
    } else texts.push(checkedText(input, found, rules));
  }
  if (answers.length === 0) return status;
  if (settings.form === 'json') await print(`[${records.join(',\n')}]\n`);
  else if (settings.form === 'claim-review') await print(jsonLd(claimReviews(texts)));
  else if (settings.form === 'web-annotation') await print(jsonLd(webAnnotations(texts)));
  else await print(readableCounts(answers));
  return status;
}

async function readOrComplain(file: string, overrides: Overrides): Promise<Input | null> {
  try {
    return await readInput(file, overrides);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    complain(error.message);
    return null;
  }
}

function fileRecord(file: string, found: Checked): string {
  const { published, notBefore, language, findings } = found;
  return JSON.stringify({ file, published, notBefore, language, findings }, null, 2);
}

function checkedText(input: Input, found: Checked, { claims }: Rules): CheckedText {
  const { published, language, findings } = found;
  const { address, title, text } = input;
  return { address, title, published, language, text, findings, claims };
}
