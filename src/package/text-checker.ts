import type { ClaimText } from '../claims/claim.ts';
import type { Rules } from '../claims/rules.ts';
import { createChecker } from '../engine/check.ts';
import { isShown, type SourceDocument } from '../engine/finding.ts';
import { textDocument } from '../engine/text-document.ts';
import { isDay } from '../text/iso-day.ts';
import { type Checked, findingRecord } from './finding-record.ts';
import { languageTag } from './language-tag.ts';

/** What is known of a text, and what is to be listed. */
export interface CheckOptions {
  /** ISO day of publication. Without it verdicts that turn on the date say so. */
  published?: string | null;
  /** BCP 47 language. Without it the script of the letters tells. */
  language?: string | null;
  /** Whether to list sentences too that deny, question or rebut a claim, or suppose it. */
  all?: boolean;
}

/** A page that was read, or any text that is already cut into blocks. */
export interface ReadPage {
  /** Its blocks, each at its place in `text`, with day and language where they are known. */
  source: SourceDocument;
  /** The visible text, which offsets count in. */
  text: string;
  /** Whether it is itself a fact check: then only `all` lists anything. */
  isFactCheck: boolean;
}

/** Checks texts against one set of rules. Making one takes a moment: keep it. */
export interface TextChecker {
  /**
   * Finds the sentences that make a known claim, in a plain text or in a page that was read.
   * @throws TypeError where an option is not what it must be.
   */
  check(text: string | ReadPage, options?: CheckOptions): Checked;
  /** The claim with this id, or with this among its former ids: what is true, and the sources. */
  claim(id: string): ClaimText | null;
  /** All claims that the rules hold. */
  readonly claims: readonly ClaimText[];
}

/** Makes a checker from rules: `bundledRules()`, or `loadRules()` for rules of one's own. */
export function createTextChecker(rules: Rules): TextChecker {
  const checker = createChecker(rules);
  return {
    check(given, options = {}) {
      const { source, text, isFactCheck } = pageOf(given, options);
      const { findings, ...facts } = checker.check(source);
      const listed = findings.filter(
        ({ stance }) => options.all || (isShown(stance) && !isFactCheck),
      );
      return { ...facts, findings: listed.map((finding) => findingRecord(finding, text)) };
    },
    claim: (id) =>
      rules.claims.get(id) ?? rules.file.claims.find(({ aliases }) => aliases.includes(id)) ?? null,
    claims: rules.file.claims,
  };
}

function pageOf(given: string | ReadPage, options: CheckOptions): ReadPage {
  const facts = { published: publishedIn(options), language: languageIn(options) };
  if (typeof given === 'string') {
    return { source: textDocument(given, facts), text: given, isFactCheck: false };
  }
  const { blocks, published, language } = given.source;
  const source = {
    blocks,
    published: facts.published ?? published,
    language: facts.language ?? language,
  };
  return { ...given, source };
}

function publishedIn({ published = null }: CheckOptions): string | null {
  if (published === null || isDay(published)) return published;
  throw new TypeError(`published: ${published} is not a day: write it as 2025-06-17.`);
}

function languageIn({ language = null }: CheckOptions): string | null {
  const tag = language === null ? null : languageTag(language);
  if (language === null || tag !== null) return tag;
  throw new TypeError(`language: ${language} is not a language: write it as en or ru.`);
}
