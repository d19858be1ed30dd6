import { type Verdict, verdicts } from '../claims/verdict.ts';

/** What the list of claims is narrowed down to; an empty text is no wish. */
export interface Filters {
  words: string;
  theme: string;
  verdict: Verdict | '';
  person: string;
  year: string;
}

/** What the library shows. */
export type View =
  | { page: 'claims'; filters: Filters }
  | { page: 'claim'; id: string }
  | { page: 'timeline' | 'methodology' | 'corrections' };

export const noFilters: Filters = { words: '', theme: '', verdict: '', person: '', year: '' };

/** Their names in the address stay, since people keep links. */
const names: Record<keyof Filters, string> = {
  words: 'q',
  theme: 'theme',
  verdict: 'verdict',
  person: 'person',
  year: 'year',
};

/** Reads the part of the address after `#`; what it does not know is passed over. */
export function viewAt(hash: string): View {
  const [, path = '', query = ''] = /^#?\/?([^?]*)\??(.*)$/s.exec(hash) ?? [];
  const [page = '', id = ''] = path.split('/');
  if (page === 'claim' && id) return { page, id: decoded(id) };
  if (page === 'timeline' || page === 'methodology' || page === 'corrections') return { page };
  const given = new URLSearchParams(query);
  const verdict = verdicts.find((one) => one === given.get(names.verdict)) ?? '';
  const [words, theme, person, year] = (['words', 'theme', 'person', 'year'] as const).map(
    (name) => given.get(names[name]) ?? '',
  );
  return {
    page: 'claims',
    filters: {
      words: words ?? '',
      theme: theme ?? '',
      verdict,
      person: person ?? '',
      year: year ?? '',
    },
  };
}

/** The address of a view, from `#` on. */
export function addressOf(view: View): string {
  if (view.page === 'claim') return `#/claim/${encodeURIComponent(view.id)}`;
  if (view.page !== 'claims') return `#/${view.page}`;
  const query = new URLSearchParams();
  for (const name of Object.keys(names) as (keyof Filters)[]) {
    if (view.filters[name]) query.set(names[name], view.filters[name]);
  }
  return query.size > 0 ? `#/?${query}` : '#/';
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
