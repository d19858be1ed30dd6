import type { ComponentChildren } from 'preact';
import type { ClaimFigure } from '../claims/claim.ts';
import type { Verdict } from '../claims/verdict.ts';
import { formatFigure } from '../ui/figures.ts';
import { PackNote } from '../ui/pack-note.tsx';
import { formatDay, say, sayId } from '../ui/say.ts';
import { SourceList } from '../ui/source-list.tsx';
import { VerdictBadge } from '../ui/verdict-badge.tsx';
import { addressOf, noFilters } from './address.ts';
import type { LibraryClaim } from './collection.ts';
import { CorrectionItems } from './correction-log.tsx';
import { themeName } from './theme-name.ts';
import { WideTable } from './wide-table.tsx';

/** Everything that is known of one claim. */
export function ClaimView({ claim }: { claim: LibraryClaim }) {
  return (
    <article class="claim">
      <p class="kicker">
        <VerdictBadge verdict={claim.verdict} />
        <FilterLink filter={{ theme: claim.theme }}>{themeName(claim)}</FilterLink>
        <button type="button" class="quiet" onClick={() => print()}>
          {say('print')}
        </button>
      </p>
      <h1 dir="auto">{claim.claim}</h1>
      <PackNote pack={claim.pack} />
      <p class="lead" dir="auto">
        {claim.summary}
      </p>
      <Section title="whatIsKnown">
        <p dir="auto">{claim.explanation}</p>
      </Section>
      {claim.doubts && (
        <Section title="doubtsLabel">
          <p dir="auto">{claim.doubts}</p>
        </Section>
      )}
      <Section title="verdictTime">
        <Periods claim={claim} />
      </Section>
      {claim.figures.length > 0 && (
        <Section title="figuresLabel">
          <Figures figures={claim.figures} />
        </Section>
      )}
      <SourceList sources={claim.sources} inFull />
      {claim.wordings.length > 0 && (
        <Section title="wordingsLabel">
          <p class="fine">{say('wordingsHelp')}</p>
          <ul class="wordings">
            {claim.wordings.map((wording) => (
              <li key={wording}>
                <q dir="auto">{wording}</q>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title="historyLabel">
        <Facts claim={claim} />
        <h3>{say('correctionsLabel')}</h3>
        {claim.corrections.length === 0 ? (
          <p>{say('noCorrections')}</p>
        ) : (
          <CorrectionItems corrections={claim.corrections} />
        )}
      </Section>
    </article>
  );
}

interface SectionProps {
  title: Parameters<typeof say>[0];
  children: ComponentChildren;
}

function Section({ title, children }: SectionProps) {
  return (
    <section>
      <h2>{say(title)}</h2>
      {children}
    </section>
  );
}

/** The list narrowed down to what this claim shares with others. */
function FilterLink(props: { filter: Partial<typeof noFilters>; children: ComponentChildren }) {
  const address = addressOf({ page: 'claims', filters: { ...noFilters, ...props.filter } });
  return <a href={address}>{props.children}</a>;
}

/** The verdict before, during and after the time for which it holds. */
function Periods({ claim }: { claim: LibraryClaim }) {
  const { from, until, before, after, note } = claim.time;
  return (
    <ol class="periods">
      {before && from && (
        <Period verdict={before.verdict} when={say('period_before', formatDay(from))}>
          {before.why}
        </Period>
      )}
      <Period verdict={claim.verdict} when={spanOf(from, until)}>
        {note}
      </Period>
      {after && until && (
        <Period verdict={after.verdict} when={say('period_after', formatDay(until))}>
          {after.why}
        </Period>
      )}
    </ol>
  );
}

interface PeriodProps {
  verdict: Verdict;
  when: string;
  children: string;
}

function Period({ verdict, when, children }: PeriodProps) {
  return (
    <li>
      <VerdictBadge verdict={verdict} /> <b>{when}</b>
      <p dir="auto">{children}</p>
    </li>
  );
}

function spanOf(from: string | null, until: string | null): string {
  if (from && until) return say('period_between', formatDay(from), formatDay(until));
  if (from) return say('period_from', formatDay(from));
  return until ? say('period_until', formatDay(until)) : say('period_always');
}

function Figures({ figures }: { figures: ClaimFigure[] }) {
  return (
    <WideTable label={say('figuresLabel')}>
      <thead>
        <tr>
          <th scope="col">{say('figureWhat')}</th>
          <th scope="col">{say('figureValue')}</th>
          <th scope="col">{say('figureBy')}</th>
        </tr>
      </thead>
      <tbody>
        {figures.map((figure) => (
          <tr key={`${figure.what} ${figure.by}`}>
            <th scope="row" dir="auto">
              {figure.what}
            </th>
            <td dir="auto">{formatFigure(figure)}</td>
            <td dir="auto">
              {figure.by ?? '–'}
              {figure.asOf && figure.asOf !== figure.value && (
                <p class="fine">{say('figureAsOf', formatDay(figure.asOf))}</p>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}

function Facts({ claim }: { claim: LibraryClaim }) {
  return (
    <dl>
      <Fact label="reviewedLabel">{formatDay(claim.reviewed)}</Fact>
      <Fact label="confidence">{say(`confidence_${claim.confidence}`)}</Fact>
      {claim.event && <Fact label="eventDay">{formatDay(claim.event)}</Fact>}
      <Fact label="judgedLabel">
        {claim.judged.map((speaker) => sayId('speaker', speaker)).join(', ')}
      </Fact>
      {claim.persons.length > 0 && (
        <Fact label="personsLabel">
          {claim.persons.map((person, index) => (
            <>
              {index > 0 && ', '}
              <FilterLink filter={{ person }}>{person}</FilterLink>
            </>
          ))}
        </Fact>
      )}
      <Fact label="permanentName">
        <code>{claim.id}</code>
      </Fact>
      {claim.aliases.length > 0 && (
        <Fact label="otherNames">
          <code>{claim.aliases.join(', ')}</code>
        </Fact>
      )}
    </dl>
  );
}

function Fact({ label, children }: { label: SectionProps['title']; children: ComponentChildren }) {
  return (
    <div>
      <dt>{say(label)}</dt>
      <dd>{children}</dd>
    </div>
  );
}
