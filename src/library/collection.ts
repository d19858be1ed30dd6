import type { Correction } from '../claims/corrections.ts';
import type { LibraryFile } from '../claims/library.ts';
import type { ClaimRule } from '../claims/rules.ts';
import type { Filters } from './address.ts';
import { type ClaimSearch, createSearch } from './search.ts';

/** A claim with all that the library knows of it. */
export interface LibraryClaim extends Omit<ClaimRule, 'statements'> {
  wordings: string[];
  persons: string[];
  /** The years of its event and figures, and those it names. */
  years: string[];
  corrections: Correction[];
}

/** All claims of the library, and the ways to find one. */
export interface Collection {
  claims: readonly LibraryClaim[];
  corrections: readonly Correction[];
  methodology: LibraryFile['methodology'];
  /** The claim of this id, or of which this is another id. */
  claim(id: string): LibraryClaim | null;
  /** The claims that fit, the best first where words are looked for. */
  find(filters: Filters): LibraryClaim[];
  /** Makes the index of words, so that the first search need not wait for it. */
  prepareSearch(): void;
}

/** Brings the claims of the rules file together with what the library file says of them. */
export function createCollection(rules: readonly ClaimRule[], file: LibraryFile): Collection {
  const claims = rules.map(({ statements: _statements, ...claim }, index): LibraryClaim => {
    const { wordings = [] } = claim;
    const persons = file.persons[index] ?? [];
    const corrections = file.corrections.filter((one) => one.claim === claim.id);
    return { ...claim, wordings, persons, years: yearsOf(claim), corrections };
  });
  const byId = new Map(
    claims.flatMap((claim) => [claim.id, ...claim.aliases].map((id) => [id, claim] as const)),
  );
  let search: ClaimSearch | null = null;
  const searchFor: ClaimSearch = (words) => {
    search ??= createSearch(claims);
    return search(words);
  };
  return {
    claims,
    corrections: file.corrections,
    methodology: file.methodology,
    claim: (id) => byId.get(id) ?? null,
    find(filters) {
      // A single letter begins a word of nearly every claim, and only shuffles the list.
      const saysNothing = /^\p{L}?$/u.test(filters.words.trim());
      if (saysNothing) return claims.filter((claim) => fits(claim, filters));
      const found = searchFor(filters.words).flatMap((id) => byId.get(id) ?? []);
      return found.filter((claim) => fits(claim, filters));
    },
    prepareSearch: () => void searchFor(''),
  };
}

function fits(claim: LibraryClaim, { theme, verdict, person, year }: Filters): boolean {
  return (
    (!theme || claim.theme === theme) &&
    (!verdict || claim.verdict === verdict) &&
    (!person || claim.persons.includes(person)) &&
    (!year || claim.years.includes(year))
  );
}

function yearsOf({ claim, summary, event, figures }: Omit<ClaimRule, 'statements'>): string[] {
  const dates = figures.filter(({ unit }) => unit === 'date' || unit === 'year');
  const texts = [claim, summary, event, ...dates.map(({ value }) => value)];
  const years = texts.flatMap((text) => String(text ?? '').match(/\b(?:19|20)\d\d\b/g) ?? []);
  return [...new Set(years)].sort();
}
