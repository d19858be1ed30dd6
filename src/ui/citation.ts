import type { ClaimText } from '../claims/claim.ts';
import type { Finding } from '../engine/finding.ts';
import { packNote } from './pack-origin.ts';
import { formatDay, say } from './say.ts';

/** A claim's verdict with its sources, to be pasted anywhere. */
export function citationOf(claim: ClaimText, finding: Finding): string {
  const sources = claim.sources.map(({ publisher, title, published, url }) =>
    [publisher, title, published && formatDay(published), url].filter(Boolean).join(', '),
  );
  return [
    `“${finding.quote}”`,
    `${say('factCheck', say(`verdict_${finding.verdict}`), claim.summary)}`,
    claim.explanation,
    [`${say('sources')}:`, ...sources.map((source) => `- ${source}`)].join('\n'),
    `${say('reviewed', formatDay(claim.reviewed))} · Tumen, ${claim.id}`,
    ...(claim.pack ? [packNote(claim.pack)] : []),
  ].join('\n\n');
}

/** Everything that whoever keeps the claims needs to follow a mistake up. */
export function reportOf(
  finding: Finding,
  page: { address: string; published: string | null; version: string },
): string {
  return [
    `Claim: ${finding.claim}`,
    `Verdict shown: ${finding.verdict} (${finding.stance})`,
    `Page: ${withoutQuestion(page.address)}`,
    `Date of the page: ${page.published ?? 'not known'}`,
    `Sentence: ${finding.quote}`,
    'Why it was marked:',
    ...finding.reasons.map((reason) => `- ${reason.text}`),
    `Tumen ${page.version}`,
    '',
    'What is wrong: ',
  ].join('\n');
}

/** An address without what may tell who reads: all after the path. */
function withoutQuestion(address: string): string {
  return address.replace(/[?#].*$/s, '');
}
