import { useEffect, useRef, useState } from 'preact/hooks';
import type { ClaimText } from '../claims/claim.ts';
import type { Finding, Reason } from '../engine/finding.ts';
import { citationOf, reportOf } from './citation.ts';
import { extensionApi } from './extension-api.ts';
import { formatFigure } from './figures.ts';
import { Icon } from './icons.tsx';
import { linkToPassage } from './passage.ts';
import { formatDay, formatDays, say } from './say.ts';
import { SourceList } from './source-list.tsx';
import { VerdictBadge } from './verdict-badge.tsx';

/** An explanation longer than this is folded. */
const longText = 210;

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
  onHide(claim: string): void;
  onPause(): void;
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
  const { version } = extensionApi.runtime.getManifest();
  const report = () =>
    setText({ text: reportOf(finding, { ...page, version }), help: say('reportHelp') });

  return (
    <>
      <h2 dir="auto">{claim.summary}</h2>
      <AtIssue finding={finding} claim={claim} />
      <Explanation text={explanationOf(claim, finding)} />
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
        <button type="button" class="quiet" onClick={() => onHide(claim.id)}>
          {say('hideClaim')}
        </button>
        <button type="button" class="quiet" onClick={onPause}>
          {say('pauseSite')}
        </button>
        <button type="button" class="quiet" onClick={report}>
          {say('report')}
        </button>
      </footer>
      <p class="unseen" role="status">
        {copied && say('copied')}
      </p>
    </>
  );
}

/** A verdict that holds only before or after a time is explained by what was so then. */
function explanationOf(claim: ClaimText, { verdict }: Finding): string {
  if (verdict === claim.verdict) return claim.explanation;
  const { before, after } = claim.time;
  const other = [before, after].find((period) => period?.verdict === verdict);
  return other ? `${other.why} ${claim.explanation}` : claim.explanation;
}

/** The figure or date that decided: what the page says, and what is known. */
function AtIssue({ finding, claim }: { finding: Finding; claim: ClaimText }) {
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

function Explanation({ text }: { text: string }) {
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

function Reasons({ reasons }: { reasons: Reason[] }) {
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

/** A text that the reader takes along, selected so that one key copies it. */
function CopyByHand({ text, help, onBack }: { text: string; help: string; onBack: () => void }) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
    field.current?.scrollTo({ top: 0 });
  }, []);
  return (
    <>
      <p>{help}</p>
      <textarea ref={field} readOnly value={text} aria-label={say('copyText')} />
      <footer>
        <button type="button" class="quiet" onClick={onBack}>
          {say('back')}
        </button>
      </footer>
    </>
  );
}
