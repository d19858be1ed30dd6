import { useId, useMemo } from 'preact/hooks';
import { verdicts } from '../claims/verdict.ts';
import { PackNote } from '../ui/pack-note.tsx';
import { interfaceLanguage, say, sayCount } from '../ui/say.ts';
import { VerdictBadge } from '../ui/verdict-badge.tsx';
import { addressOf, type Filters, noFilters } from './address.ts';
import type { Collection, LibraryClaim } from './collection.ts';
import { themeName } from './theme-name.ts';

/** The claims of the library, narrowed down by words and filters. */
export function ClaimList({ collection, filters }: { collection: Collection; filters: Filters }) {
  const found = useMemo(() => collection.find(filters), [collection, filters]);
  return (
    <>
      <h1>{say('libraryTitle')}</h1>
      <p class="lead">{say('libraryIntro')}</p>
      <FilterBar claims={collection.claims} filters={filters} />
      <p class="count" role="status">
        {sayCount('claimCount', found.length)}
      </p>
      {found.length === 0 && <p>{say('noClaims')}</p>}
      <ul class="claims">
        {found.map((claim) => (
          <ClaimItem key={claim.id} claim={claim} />
        ))}
      </ul>
    </>
  );
}

function ClaimItem({ claim }: { claim: LibraryClaim }) {
  return (
    <li>
      <p class="kicker">
        <VerdictBadge verdict={claim.verdict} />
        <span class="fine">{themeName(claim)}</span>
      </p>
      <h2>
        <a href={addressOf({ page: 'claim', id: claim.id })} dir="auto">
          {claim.claim}
        </a>
      </h2>
      <PackNote pack={claim.pack} />
      <p dir="auto">{claim.summary}</p>
    </li>
  );
}

interface FilterBarProps {
  claims: readonly LibraryClaim[];
  filters: Filters;
}

function FilterBar({ claims, filters }: FilterBarProps) {
  const language = interfaceLanguage();
  const choices = useMemo(() => choicesOf(claims, language), [claims, language]);
  const search = useId();
  const narrow = (change: Partial<Filters>) => go({ ...filters, ...change });
  const isNarrowed = Object.values(filters).some((value) => value !== '');
  return (
    <search>
      <form class="filters" onSubmit={(event) => event.preventDefault()}>
        <div class="words">
          <label for={search}>{say('searchClaims')}</label>
          <input
            id={search}
            type="search"
            name="words"
            value={filters.words}
            placeholder={say('searchHint')}
            autocomplete="off"
            onInput={(event) => narrow({ words: event.currentTarget.value })}
          />
        </div>
        <Choice
          name="theme"
          label={say('filterTheme')}
          value={filters.theme}
          options={choices.themes}
          onChoose={narrow}
        />
        <Choice
          name="verdict"
          label={say('filterVerdict')}
          value={filters.verdict}
          options={verdicts.map((verdict) => [verdict, say(`verdict_${verdict}`)])}
          onChoose={narrow}
        />
        <Choice
          name="person"
          label={say('filterPerson')}
          value={filters.person}
          options={choices.persons.map((person) => [person, person])}
          onChoose={narrow}
        />
        <Choice
          name="year"
          label={say('filterYear')}
          value={filters.year}
          options={choices.years.map((year) => [year, year])}
          onChoose={narrow}
        />
        <div class="actions">
          {isNarrowed && (
            <button type="button" class="quiet" onClick={() => go(noFilters)}>
              {say('filterClear')}
            </button>
          )}
          <button type="button" class="quiet" onClick={() => print()}>
            {say('print')}
          </button>
        </div>
      </form>
    </search>
  );
}

interface ChoiceProps {
  name: keyof Filters;
  label: string;
  value: string;
  options: [value: string, label: string][];
  onChoose(change: Partial<Filters>): void;
}

function Choice({ name, label, value, options, onChoose }: ChoiceProps) {
  const id = useId();
  const isKnown = value === '' || options.some(([option]) => option === value);
  return (
    <div>
      <label for={id}>{label}</label>
      <select
        id={id}
        name={name}
        value={value}
        onChange={(event) => onChoose({ [name]: event.currentTarget.value })}
      >
        <option value="">{say('filterAny')}</option>
        {/* A link may name what this version does not have: better seen than passed over. */}
        {!isKnown && <option value={value}>{value}</option>}
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Goes to a view of the list without a step in the history for every key that is pressed. */
function go(filters: Filters): void {
  history.replaceState(null, '', addressOf({ page: 'claims', filters }));
  dispatchEvent(new HashChangeEvent('hashchange'));
}

function choicesOf(claims: readonly LibraryClaim[], language: string) {
  const { compare } = new Intl.Collator(language);
  const all = (values: string[]) => [...new Set(values)].sort(compare);
  return {
    themes: [...new Map(claims.map((claim) => [claim.theme, themeName(claim)]))].sort(
      ([, a], [, b]) => compare(a, b),
    ),
    persons: all(claims.flatMap(({ persons }) => persons)),
    years: all(claims.flatMap(({ years }) => years)).reverse(),
  };
}
