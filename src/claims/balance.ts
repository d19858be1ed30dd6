import { type ClaimText, type Speaker, speakers } from './claim.ts';
import { type Verdict, verdicts } from './verdict.ts';

/** How many claims of each speaker got each verdict. A claim of two speakers counts for both. */
export type Balance = Record<Speaker, Record<Verdict, number>>;

/** Counts the verdicts by whose statement was judged. */
export function balanceOf(claims: Iterable<Pick<ClaimText, 'judged' | 'verdict'>>): Balance {
  const none = () => Object.fromEntries(verdicts.map((verdict) => [verdict, 0]));
  const balance = Object.fromEntries(speakers.map((speaker) => [speaker, none()])) as Balance;
  for (const { judged, verdict } of claims) {
    for (const speaker of judged) balance[speaker][verdict]++;
  }
  return balance;
}

const names: Record<Speaker, string> = {
  russia: 'Russia',
  'north-korea': 'North Korea',
  'south-korea': 'South Korea',
  ukraine: 'Ukraine',
  'united-states': 'United States',
  'united-nations': 'United Nations',
  researchers: 'researchers',
  media: 'media and their sources',
};

/** The balance as a Markdown table. */
export function balanceTable(balance: Balance): string {
  const head = `| whose statement | ${verdicts.join(' | ')} |\n| --- | ${verdicts.map(() => '---').join(' | ')} |\n`;
  const rows = speakers.map(
    (speaker) =>
      `| ${names[speaker]} | ${verdicts.map((verdict) => balance[speaker][verdict]).join(' | ')} |\n`,
  );
  return head + rows.join('');
}
