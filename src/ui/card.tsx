import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { ClaimText } from '../claims/claim.ts';
import type { Finding } from '../engine/finding.ts';
import { citationOf, reportOf } from './citation.ts';
import { CopyByHand } from './copy-by-hand.tsx';
import { AtIssue, Explanation, Reasons } from './finding-parts.tsx';
import { Icon } from './icons.tsx';
import { PackNote } from './pack-note.tsx';
import { linkToPassage } from './passage.ts';
import { sayProblem } from './problem.ts';
import { formatDay, say } from './say.ts';
import { SourceList } from './source-list.tsx';
import { VerdictBadge } from './verdict-badge.tsx';

/** What a card shows, and what can be done from it. */
export interface CardProps {
  findings: readonly Finding[];
  claims: ReadonlyMap<string, ClaimText>;
  /** Which of the findings is shown. */
  place: number;
  /** The page that it is on: its full address, and its day where that is known. */
  page: { address: string; published: string | null };
  onTurn(place: number): void;
  /** Opens the library at the claim. */
  onRead(claim: string): void;
  /**
   * These two change settings, and fail where that cannot be; nothing where claims and sites are not to
   * be switched off, as in an example.
   */
  onHide: ((claim: string) => Promise<void>) | null;
  onPause: (() => Promise<void>) | null;
  onClose(): void;
}

/** What is known of a marked sentence: the verdict, what is true, and how we know. */
export function Card(props: CardProps) {
  const { findings, claims, place, onTurn, onClose } = props;
  const finding = findings[place] ?? findings[0];
  const claim = finding && claims.get(finding.claim);
  if (!finding || !claim) return null;
  const count = findings.length;
  return (
    <article>
      <header>
        <VerdictBadge verdict={finding.verdict} />
        {count > 1 && (
          <span class="pager">
            <Turn to="previous" onClick={() => onTurn((place + count - 1) % count)} />
            <span class="fine" aria-live="polite">
              {say('placeOf', place + 1, count)}
            </span>
            <Turn to="next" onClick={() => onTurn((place + 1) % count)} />
          </span>
        )}
        <button type="button" class="square close" aria-label={say('close')} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <Body key={`${place} ${claim.id}`} {...props} finding={finding} claim={claim} />
    </article>
  );
}

function Turn({ to, onClick }: { to: 'previous' | 'next'; onClick: () => void }) {
  return (
    <button type="button" class="square" aria-label={say(to)} onClick={onClick}>
      <Icon name={to} />
    </button>
  );
}

interface BodyProps extends CardProps {
  finding: Finding;
  claim: ClaimText;
}

/** What the reader last copied. */
type Copied = 'citation' | 'link' | null;

function Body({ finding, claim, page, onRead, onHide, onPause }: BodyProps) {
  const [text, setText] = useState<{ text: string; help: string } | null>(null);
  const [copied, setCopied] = useState<Copied>(null);
  const [problem, setProblem] = useState<string | null>(null);
  if (text) return <CopyByHand {...text} onBack={() => setText(null)} />;

  const copy = async (what: Copied, copiedText: string) => {
    try {
      await navigator.clipboard.writeText(copiedText);
      setCopied(what);
    } catch {
      // Pages without a secure connection have no clipboard.
      setText({ text: copiedText, help: say('copyByHand') });
    }
  };
  const change = (made: Promise<void>) =>
    made.catch((error: unknown) => setProblem(say('settingsNotSaved', sayProblem(error))));
  const { version } = browser.runtime.getManifest();
  const report = () =>
    setText({ text: reportOf(finding, { ...page, version }), help: say('reportHelp') });

  return (
    <>
      <PackNote pack={claim.pack} />
      <h2 dir="auto">{claim.summary}</h2>
      <AtIssue finding={finding} claim={claim} />
      <Explanation finding={finding} claim={claim} />
      <SourceList sources={claim.sources} />
      {claim.doubts && <p class="fine">{say('stillOpen', claim.doubts)}</p>}
      <Reasons reasons={finding.reasons} />
      <p class="fine">{say('reviewed', formatDay(claim.reviewed))}</p>
      <footer>
        <button type="button" class="quiet" onClick={() => onRead(claim.id)}>
          {say('aboutClaim')}
        </button>
        <button
          type="button"
          class="quiet"
          onClick={() => copy('citation', citationOf(claim, finding))}
        >
          {say(copied === 'citation' ? 'copied' : 'copy')}
        </button>
        <button
          type="button"
          class="quiet"
          onClick={() => copy('link', linkToPassage(page.address, finding.quote))}
        >
          {say(copied === 'link' ? 'copied' : 'copyLink')}
        </button>
        {onHide && (
          <button type="button" class="quiet" onClick={() => change(onHide(claim.id))}>
            {say('hideClaim')}
          </button>
        )}
        {onPause && (
          <button type="button" class="quiet" onClick={() => change(onPause())}>
            {say('pauseSite')}
          </button>
        )}
        <button type="button" class="quiet" onClick={report}>
          {say('report')}
        </button>
      </footer>
      {problem && (
        <p class="notice problem" role="alert" dir="auto">
          {problem}
        </p>
      )}
      <p class="unseen" role="status">
        {copied && say('copied')}
      </p>
    </>
  );
}
