import { styleText } from 'node:util';
import type { ClaimRule, Rules } from '../claims/rules.ts';
import { type Verdict, verdicts } from '../claims/verdict.ts';
import type { Checked, FindingRecord } from '../package/index.ts';
import { oneLine } from './failure.ts';

type Style = Parameters<typeof styleText>[0];

const verdictStyles: Record<Verdict, Style> = {
  false: ['bold', 'red'],
  misleading: ['bold', 'magenta'],
  outdated: ['bold', 'yellow'],
  disputed: ['bold', 'cyan'],
  unproven: ['bold', 'blue'],
  accurate: ['bold', 'green'],
};

const sourcesShown = 3;

/** Coloured on a terminal that wants colours, plain elsewhere. */
function styled(style: Style, text: string): string {
  return styleText(style, text, { stream: process.stdout });
}

/** The answer for one file, for people: a line on the file, then a paragraph for each finding. */
export function readableAnswer(
  file: string,
  { published, notBefore, findings }: Checked,
  rules: Rules,
  isFactCheck: boolean,
): string {
  const name = styled('bold', oneLine(file));
  const date = published
    ? `published ${published}`
    : notBefore
      ? `date not known, not before ${notBefore}`
      : 'date not known';
  if (findings.length === 0) {
    const nothing = isFactCheck
      ? 'is itself a fact check, so nothing is marked.'
      : 'no known claim found.';
    return `${name} (${date}): ${nothing}\n\n`;
  }
  const paragraphs = findings.map((finding) => paragraph(finding, rules.claims.get(finding.claim)));
  return `${name} (${date})\n\n${paragraphs.join('\n')}\n`;
}

function paragraph(finding: FindingRecord, claim: ClaimRule | undefined): string {
  const stance = finding.stance === 'asserted' ? '' : ` (${finding.stance})`;
  const verdict = styled(verdictStyles[finding.verdict], finding.verdict.toUpperCase());
  const lines = [
    `${verdict}${stance}  ${claim?.claim ?? finding.claim}`,
    `  “${oneLine(finding.quote)}”`,
  ];
  if (claim) lines.push(`  ${styled('bold', 'What is known:')} ${claim.summary}`);
  if (finding.dependsOnDate) {
    lines.push('  The verdict depends on the date of publication, which is not known.');
  }
  lines.push(styled('dim', `  Why: ${finding.why.map(oneLine).join(' ')}`));
  for (const source of claim?.sources.slice(0, sourcesShown) ?? []) {
    const date = source.published ? `, ${source.published}` : '';
    lines.push(styled('dim', `  Source: ${source.publisher}${date}: ${source.url}`));
  }
  return `${lines.join('\n')}\n`;
}

/** The last line: how many findings of which verdict in how many files. */
export function readableCounts(answers: readonly Checked[]): string {
  const findings = answers.flatMap((one) => one.findings);
  const total = `${counted(findings.length, 'finding')} in ${counted(answers.length, 'file')}`;
  const parts = verdicts.flatMap((verdict) => {
    const count = findings.filter((finding) => finding.verdict === verdict).length;
    return count > 0 ? [`${count} ${verdict}`] : [];
  });
  return parts.length > 0 ? `${total}: ${parts.join(', ')}.\n` : `${total}.\n`;
}

/** A number with its noun: `1 file`, `2 files`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
