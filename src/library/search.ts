import MiniSearch from 'minisearch';
import { readNumbers } from '../text/numbers.ts';
import { tokenise } from '../text/tokens.ts';
import type { LibraryClaim } from './collection.ts';

/** The ids of the claims in which all words, names and figures occur, the best first. */
export type ClaimSearch = (words: string) => string[];

/** What is looked through, and how much a word there tells. */
const weights = {
  claim: 4,
  summary: 3,
  figures: 3,
  persons: 3,
  explanation: 1.5,
  wordings: 1,
  sources: 0.5,
  id: 0.5,
} as const;

const fields = Object.keys(weights);

/** Makes an index over all that is known of these claims. */
export function createSearch(claims: readonly LibraryClaim[]): ClaimSearch {
  const index = new MiniSearch<Record<keyof typeof weights, string>>({
    fields,
    tokenize: termsOf,
    processTerm: (term) => term,
    searchOptions: {
      tokenize: termsOf,
      boost: weights,
      combineWith: 'AND',
      prefix: (term) => !isFigure(term),
      // A slip in a long word or in a foreign name is forgiven, one in a figure never.
      fuzzy: (term) => term.length > 4 && !isFigure(term) && 0.2,
    },
  });
  index.addAll(
    claims.map((claim) => ({
      id: claim.id,
      claim: claim.claim,
      summary: claim.summary,
      explanation: `${claim.explanation} ${claim.doubts ?? ''}`,
      wordings: claim.wordings.join('\n'),
      persons: claim.persons.join(', '),
      figures: claim.figures.map(({ what, value, unit }) => `${what}: ${value} ${unit}`).join('\n'),
      sources: claim.sources
        .map(({ publisher, title }) => `${publisher}, ${title ?? ''}`)
        .join('\n'),
    })),
  );
  return (words) => index.search(words).map(({ id }) => String(id));
}

function isFigure(term: string): boolean {
  return /^\d/.test(term);
}

/** Words in their normal form; numbers by their value, so that "a thousand" finds "1,000". */
function termsOf(text: string): string[] {
  const tokens = tokenise(text, { start: 0, end: text.length });
  const numbers = new Map(
    readNumbers(tokens)
      .filter(({ low, high, ordinal }) => low === high && !ordinal)
      .map((number) => [number.first, number]),
  );
  const terms: string[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const number = numbers.get(at);
    const token = tokens[at];
    if (number) {
      terms.push(String(number.low));
      at = number.last;
    } else if (token && token.kind !== 'punctuation') {
      terms.push(token.text);
    }
  }
  return terms;
}
