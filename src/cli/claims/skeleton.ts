import { stringify } from 'yaml';
import type { Verdict } from '../../claims/verdict.ts';

/** What is known of a claim when its entry is begun. */
export interface Draft {
  id: string;
  claim: string;
  verdict: Verdict | null;
  summary: string | null;
  /** Who says so, and where. */
  sources: { publisher: string; title: string | null; url: string; published: string | null }[];
  seenIn: string[];
  reviewed: string;
  /** Comments that stand above the entry: where it comes from, under which licence. */
  notes: string[];
}

const todo = 'TODO';

/** The entry of a claim with what is known filled in and a comment at all that a person has to write. */
export function skeleton(draft: Draft): string {
  const text = (value: string | null) => stringify(value ?? todo, { lineWidth: 0 }).trimEnd();
  const sources = [...draft.sources];
  while (sources.length < 2)
    sources.push({ publisher: todo, title: null, url: 'https://example.org/', published: null });
  return `${draft.notes.map((note) => `# ${note}\n`).join('')}- id: ${draft.id}
  claim: ${text(draft.claim)} # in one sentence, as narrow as its verdict
  verdict: ${text(draft.verdict)} # "false", misleading, outdated, disputed, unproven or accurate
  summary: ${text(draft.summary)} # what is true, first; at most 200 characters
  explanation: ${todo} # two to four sentences: dates, figures, who said so
  time:
    from: null # the first day of publication for which the verdict holds: 2025-06-17
    until: null
    note: ${todo} # the same in words
  judged: # whose statement it is: russia, north-korea, south-korea, ukraine, united-states, united-nations, researchers or media
    - media
  sources: # at least two of different publishers
${sources
  .map(
    (source) => `    - publisher: ${text(source.publisher)}
${source.title ? `      title: ${text(source.title)}\n` : ''}      url: ${source.url}
${source.published ? `      published: ${source.published}\n` : ''}      kind: news # agency, factcheck, government, news, primary, research or un
      supports: ${todo} # what this page shows, in one sentence
`,
  )
  .join(
    '',
  )}${draft.seenIn.length > 0 ? `  seen_in:\n${draft.seenIn.map((url) => `    - ${url}\n`).join('')}` : ''}  reviewed: ${draft.reviewed}
  confidence: medium # high, medium or low
  statements: # see CONTRIBUTING.md, "The claim language"
    - mentions: [[russia], [north-korea]] # TODO: far too wide, say what makes the claim
  examples:
    makes: # at least 12, in as many wordings as you can think of
      - text: ${text(draft.claim)}
        published: ${draft.reviewed}
    not: # at least 8 that come close
      - text: ${todo}
        why: ${todo}
        published: ${draft.reviewed}
`;
}

/** An id from a sentence: its words that say something, in lower case, with hyphens. */
export function idFrom(sentence: string): string {
  const words = sentence
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[’'](?=s\b)/g, '')
    .match(/[a-z0-9]+/g);
  const told = (words ?? []).filter(
    (word) => !/^(?:a|an|the|of|to|in|on|at|and|is|are|was|were|has|have|that|for|by)$/.test(word),
  );
  return told.slice(0, 7).join('-') || 'new-claim';
}
