import { useState } from 'preact/hooks';
import type { ClaimText } from '../../src/claims/claim.ts';
import { type Finding, isShown } from '../../src/engine/finding.ts';
import type { CheckAnswer } from '../../src/messages/protocol.ts';
import type { CheckedText } from '../../src/report/checked-text.ts';
import { CopyReport } from '../../src/ui/copy-report.tsx';
import { AtIssue, Explanation, Reasons } from '../../src/ui/finding-parts.tsx';
import { PackNote } from '../../src/ui/pack-note.tsx';
import { formatDay, say, sayCount } from '../../src/ui/say.ts';
import { SourceList } from '../../src/ui/source-list.tsx';
import { VerdictBadge } from '../../src/ui/verdict-badge.tsx';
import { VerdictCounts } from '../../src/ui/verdict-counts.tsx';
import { verdictStyles } from '../../src/ui/verdict-style.ts';
import type { OwnText } from './own-text.ts';

/** A text with what the background answered for it. */
export interface Checked {
  own: OwnText;
  answer: CheckAnswer;
}

/** Findings that are drawn before the reader asks for more: a long text may have thousands. */
const shownAtOnce = 50;

/** The findings in a text of the reader's, with all that is known of each. */
export function Results({ own, answer }: Checked) {
  const [shown, setShown] = useState(shownAtOnce);
  const claims = new Map(answer.claims.map((claim): [string, ClaimText] => [claim.id, claim]));
  const findings = own.isFactCheck
    ? []
    : answer.report.findings.filter((finding) => isShown(finding.stance));
  if (findings.length === 0) {
    return (
      <>
        <h2>{say(own.isFactCheck ? 'factCheckTitle' : 'nothingTitle')}</h2>
        <p>{say(own.isFactCheck ? 'factCheckText' : 'nothingInText')}</p>
      </>
    );
  }
  const checked: CheckedText = {
    address: own.name,
    title: own.title,
    published: answer.report.published,
    language: answer.report.language,
    text: own.text,
    findings,
    claims,
  };
  return (
    <>
      <h2>{sayCount('findingsInText', findings.length)}</h2>
      {checked.published && <p class="fine">{say('publishedOn', formatDay(checked.published))}</p>}
      <VerdictCounts found={findings} />
      <CopyReport key={`${own.name} ${own.text.length}`} texts={async () => [checked]} />
      {findings.slice(0, shown).map((finding) => {
        const claim = claims.get(finding.claim);
        const key = `${finding.start} ${finding.claim}`;
        return claim && <Result key={key} finding={finding} claim={claim} />;
      })}
      {findings.length > shown && (
        <button type="button" class="quiet" onClick={() => setShown(shown + shownAtOnce)}>
          {sayCount('moreInText', findings.length - shown)}
        </button>
      )}
    </>
  );
}

function Result({ finding, claim }: { finding: Finding; claim: ClaimText }) {
  return (
    <article style={{ '--verdict': verdictStyles[finding.verdict].colour }}>
      <VerdictBadge verdict={finding.verdict} />
      <PackNote pack={claim.pack} />
      <blockquote dir="auto">{finding.quote}</blockquote>
      <h3 class="summary" dir="auto">
        {claim.summary}
      </h3>
      <AtIssue finding={finding} claim={claim} />
      <Explanation finding={finding} claim={claim} />
      <SourceList sources={claim.sources} />
      {claim.doubts && <p class="fine">{say('stillOpen', claim.doubts)}</p>}
      <Reasons reasons={finding.reasons} />
      <p class="fine">{say('reviewed', formatDay(claim.reviewed))}</p>
    </article>
  );
}
