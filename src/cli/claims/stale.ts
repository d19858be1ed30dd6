import type { ClaimRule } from '../../claims/rules.ts';
import { isDay } from '../../text/iso-day.ts';
import { Failure } from '../failure.ts';
import { print } from '../output.ts';
import { projectRules } from '../project.ts';
import { counted } from '../readable.ts';
import { readOptions, rootHelp, rootOf } from './options.ts';
import type { Subcommand } from './subcommand.ts';

const help = `Lists claims that need a fresh look: not reviewed for long, or with a verdict whose time is over.

npm run --silent claims -- stale [options]

  --days N    how many days a review lasts (180)
  --on DAY    the day to count from, YYYY-MM-DD (today)
  --json      print an array of {"id", "theme", "reviewed", "days", "ended"}
${rootHelp}
  --help      print this

It ends with status 0 whatever it found.
`;

interface Stale {
  id: string;
  theme: string;
  reviewed: string;
  /** Days since the review. */
  days: number;
  /** The last day of the verdict, where it is past. */
  ended: string | null;
}

async function run(args: readonly string[]): Promise<number> {
  const options = readOptions(args, 'stale', {
    days: { type: 'string' },
    on: { type: 'string' },
    json: { type: 'boolean' },
  });
  const limit = Number(options.days ?? '180');
  if (!Number.isInteger(limit) || limit < 0)
    throw new Failure(`--days ${options.days} is not a number of days: write it as 180.`);
  const on = options.on ?? new Date().toISOString().slice(0, 10);
  if (!isDay(on)) throw new Failure(`--on ${on} is not a day: write it as 2025-06-17.`);
  const { claims } = (await projectRules(rootOf(options.root))).file;
  const stale = claims
    .map((claim) => ageOf(claim, on))
    .filter(({ days, ended }) => days > limit || ended !== null)
    .sort((a, b) => b.days - a.days);
  await print(options.json ? `${JSON.stringify(stale, null, 2)}\n` : table(stale, limit));
  return 0;
}

function ageOf({ id, theme, reviewed, time }: ClaimRule, on: string): Stale {
  const days = Math.round((Date.parse(on) - Date.parse(reviewed)) / 86_400_000);
  const ended = time.until !== null && time.until < on ? time.until : null;
  return { id, theme, reviewed, days, ended };
}

function table(stale: readonly Stale[], limit: number): string {
  const lines = stale.map(({ id, theme, reviewed, days, ended }) => {
    const why = [
      ...(days > limit ? [`reviewed ${reviewed}, ${counted(days, 'day')} ago`] : []),
      ...(ended ? [`its verdict ended on ${ended}`] : []),
    ];
    return `${theme}/${id}: ${why.join('; ')}\n`;
  });
  return `${lines.join('')}${counted(stale.length, 'claim')} to look at.\n`;
}

const stale: Subcommand = { help, run };
export default stale;
