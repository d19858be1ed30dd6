import { useState } from 'preact/hooks';
import type { ClaimText } from '../claims/claim.ts';
import type { Finding, Reason } from '../engine/finding.ts';
import { formatFigure } from './figures.ts';
import { formatDays, say } from './say.ts';

/** An explanation longer than this is folded. */
const longText = 210;

/** A finding with the claim that it makes. */
interface FindingProps {
  finding: Finding;
  claim: ClaimText;
}

/** The figure or date that decided: what the page says, and what is known. */
export function AtIssue({ finding, claim }: FindingProps) {
  const said = finding.reasons.filter(({ kind }) => kind === 'figure' || kind === 'date');
  const known = finding.verdict === 'accurate' ? [] : claim.figures.slice(0, 3);
  if (said.length + known.length === 0 && !finding.dependsOnDate) return null;
  return (
    <section class="issue">
      <h3>{say('atIssue')}</h3>
      <ul>
        {said.map(({ text }) => (
          <li key={text} dir="auto">
            {formatDays(text)}
          </li>
        ))}
        {known.map((figure) => (
          <li key={figure.what} dir="auto">
            {capitalised(figure.what)}: <b>{formatFigure(figure)}</b>
            {figure.by && <span class="fine"> ({figure.by})</span>}
          </li>
        ))}
        {finding.dependsOnDate && <li>{say('dependsOnDate')}</li>}
      </ul>
    </section>
  );
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What is known at length; a long text is folded. */
export function Explanation({ finding, claim }: FindingProps) {
  const text = explanationOf(claim, finding);
  const [isOpen, setOpen] = useState(false);
  const isLong = text.length > longText;
  return (
    <div>
      <p dir="auto" class={isLong && !isOpen ? 'folded' : ''}>
        {text}
      </p>
      {isLong && (
        <button type="button" class="quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {say(isOpen ? 'readLess' : 'readMore')}
        </button>
      )}
    </div>
  );
}

/** A verdict that holds only before or after a time is explained by what was so then. */
function explanationOf(claim: ClaimText, { verdict }: Finding): string {
  if (verdict === claim.verdict) return claim.explanation;
  const { before, after } = claim.time;
  const other = [before, after].find((period) => period?.verdict === verdict);
  return other ? `${other.why} ${claim.explanation}` : claim.explanation;
}

/** Why the sentence is marked, on asking. */
export function Reasons({ reasons }: { reasons: Reason[] }) {
  return (
    <details>
      <summary>{say('whyMarked')}</summary>
      <ul>
        {reasons.map(({ text }) => (
          <li key={text} dir="auto">
            {formatDays(text)}
          </li>
        ))}
      </ul>
    </details>
  );
}
