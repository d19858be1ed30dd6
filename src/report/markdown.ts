import type { ClaimText, PackOrigin, Source } from '../claims/claim.ts';
import type { Verdict } from '../claims/verdict.ts';
import { isWebAddress } from '../claims/web-address.ts';
import { addressOf, type CheckedText, reviewedFindings } from './checked-text.ts';

/** The words of a report, in the reader's language. */
export interface ReportWords {
  title: string;
  /** Of a text without a title. */
  untitled: string;
  published(day: string): string;
  nothing: string;
  verdict(verdict: Verdict): string;
  dependsOnDate: string;
  sources: string;
  reviewed(day: string): string;
  /** Whose a claim is that Tumen has not reviewed. */
  pack(pack: PackOrigin): string;
  day(day: string): string;
}

/** Findings for people, as Markdown: each sentence with verdict, what is true, and sources. */
export function markdownReport(texts: readonly CheckedText[], words: ReportWords): string {
  return `${[`# ${words.title}`, ...texts.map((text) => section(text, words))].join('\n\n')}\n`;
}

function section(text: CheckedText, words: ReportWords): string {
  const address = addressOf(text);
  const title = escapeMarkdown(text.title ?? text.address ?? words.untitled);
  const found = reviewedFindings(text);
  return [
    `## ${address === null ? title : link(title, address)}`,
    ...(text.published ? [words.published(words.day(text.published))] : []),
    ...(found.length === 0 ? [words.nothing] : []),
    ...found.map(({ finding, claim }) =>
      [
        `### ${words.verdict(finding.verdict)}: ${escapeMarkdown(claim.summary)}`,
        `> ${escapeMarkdown(finding.quote)}`,
        escapeMarkdown(claim.explanation),
        ...(finding.dependsOnDate ? [words.dependsOnDate] : []),
        `${words.sources}:\n\n${claim.sources.map((source) => sourceLine(source, words)).join('\n')}`,
        footnote(claim, words),
      ].join('\n\n'),
    ),
  ].join('\n\n');
}

function sourceLine({ publisher, title, url, published }: Source, words: ReportWords): string {
  const name = escapeMarkdown([publisher, title].filter(Boolean).join(': '));
  return `- ${link(name, url)}${published ? `, ${words.day(published)}` : ''}`;
}

function footnote({ id, reviewed, pack }: ClaimText, words: ReportWords): string {
  const origin = pack ? ` · ${escapeMarkdown(words.pack(pack))}` : '';
  return `${words.reviewed(words.day(reviewed))} · Tumen, \`${id}\`${origin}`;
}

/**
 * A text as a link, where the address is one of the web. Angle brackets hold an address whatever is in it,
 * but for themselves.
 */
function link(escaped: string, url: string): string {
  if (!isWebAddress(url)) return escaped;
  return `[${escaped}](<${url.replace(/[<>\s]/g, encodeURIComponent)}>)`;
}

/** A text on one line in which nothing is taken for Markdown or markup. */
export function escapeMarkdown(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.replace(/[\\`*_[\]<>#|~&]/g, '\\$&').replace(/^([-+]|\d+[.)])(?=\s)/, '\\$1');
}
