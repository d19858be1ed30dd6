import type { ClaimRule } from '../../claims/rules.ts';
import { claimReview } from '../../report/claim-review.ts';
import { jsonLd } from '../../report/json-ld.ts';
import { escapeMarkdown } from '../../report/markdown.ts';
import { Failure } from '../failure.ts';
import { print } from '../output.ts';
import { projectRules } from '../project.ts';
import { readOptions, rootHelp, rootOf } from './options.ts';
import type { Subcommand } from './subcommand.ts';

const help = `Prints all claims in a form that other programs and people read.

npm run --silent claims -- export [options]

  --as FORM   claim-review (schema.org DataFeed of ClaimReview, JSON-LD), csv or markdown
              (claim-review)
  --theme T   only the claims of this theme
  --json      the same as --as claim-review
${rootHelp}
  --help      print this
`;

const forms = new Map<string, (claims: readonly ClaimRule[]) => string>([
  ['claim-review', dataFeed],
  ['csv', csv],
  ['markdown', markdown],
]);

async function run(args: readonly string[]): Promise<number> {
  const options = readOptions(args, 'export', {
    as: { type: 'string' },
    theme: { type: 'string' },
    json: { type: 'boolean' },
  });
  const name = options.json ? 'claim-review' : (options.as ?? 'claim-review');
  const form = forms.get(name);
  if (!form) throw new Failure(`--as ${name} is no form: choose ${[...forms.keys()].join(', ')}.`);
  const { claims } = (await projectRules(rootOf(options.root))).file;
  const chosen = claims.filter(({ theme }) => !options.theme || theme === options.theme);
  if (chosen.length === 0) {
    const themes = [...new Set(claims.map(({ theme }) => theme))].join(', ');
    throw new Failure(`There is no theme ${options.theme}: choose ${themes}.`);
  }
  await print(form(chosen));
  return 0;
}

function dataFeed(claims: readonly ClaimRule[]): string {
  const feed = {
    '@context': 'https://schema.org',
    '@type': 'DataFeed',
    name: 'Tumen: claims on cooperation between Russia and North Korea',
    dateModified: claims
      .map(({ reviewed }) => reviewed)
      .sort()
      .at(-1),
    license: 'https://creativecommons.org/licenses/by/4.0/',
    dataFeedElement: claims.map((claim) => ({
      '@type': 'DataFeedItem',
      dateModified: claim.reviewed,
      item: claimReview(claim),
    })),
  };
  return jsonLd(feed);
}

const columns = [
  'id',
  'theme',
  'claim',
  'verdict',
  'summary',
  'from',
  'until',
  'reviewed',
  'confidence',
  'sources',
] as const;

/** By RFC 4180: fields with a comma, a quotation mark or a line break are quoted. */
function csv(claims: readonly ClaimRule[]): string {
  const rows = claims.map((claim) => {
    const values: Record<(typeof columns)[number], string> = {
      id: claim.id,
      theme: claim.theme,
      claim: claim.claim,
      verdict: claim.verdict,
      summary: claim.summary,
      from: claim.time.from ?? '',
      until: claim.time.until ?? '',
      reviewed: claim.reviewed,
      confidence: claim.confidence,
      sources: claim.sources.map(({ url }) => url).join(' '),
    };
    return columns.map((column) => field(values[column])).join(',');
  });
  return `${[columns.join(','), ...rows].join('\r\n')}\r\n`;
}

function field(text: string): string {
  // A spreadsheet would run what begins like a formula.
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function markdown(claims: readonly ClaimRule[]): string {
  const sections = [...Map.groupBy(claims, ({ theme }) => theme)].map(
    ([theme, ofTheme]) => `## ${theme}\n\n${ofTheme.map(entry).join('\n')}`,
  );
  return `# Claims\n\n${sections.join('\n')}`;
}

function entry(claim: ClaimRule): string {
  const sources = claim.sources.map(({ publisher, title, url, published }) => {
    const name = [publisher, title].filter(Boolean).join(': ');
    return `- [${escapeMarkdown(name)}](${url})${published ? `, ${published}` : ''}\n`;
  });
  return `### ${claim.claim}

**${claim.verdict}** · \`${claim.id}\` · reviewed ${claim.reviewed}

${claim.summary}

${claim.explanation}

${sources.join('')}`;
}

const exportClaims: Subcommand = { help, run };
export default exportClaims;
