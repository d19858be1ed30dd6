import type { ComponentChildren } from 'preact';
import { verdicts } from '../../src/claims/verdict.ts';
import type { ListedFinding, PageStatus } from '../../src/messages/protocol.ts';
import type { CheckedText } from '../../src/report/checked-text.ts';
import { oldestChrome, oldestFirefox } from '../../src/settings/oldest-browsers.ts';
import type { Look } from '../../src/settings/settings.ts';
import { CopyReport } from '../../src/ui/copy-report.tsx';
import { KeptFocus } from '../../src/ui/kept-focus.tsx';
import { LookSwitches } from '../../src/ui/look-switches.tsx';
import { packNote } from '../../src/ui/pack-origin.ts';
import { say, sayCount } from '../../src/ui/say.ts';
import { SetAsideHint } from '../../src/ui/set-aside.tsx';
import type { Word } from '../../src/ui/texts.ts';
import { VerdictBadge } from '../../src/ui/verdict-badge.tsx';
import { VerdictCounts } from '../../src/ui/verdict-counts.tsx';
import { verdictStyles } from '../../src/ui/verdict-style.ts';
import type { LinkedPage } from './page-link.ts';

/** A finding with the frame of the page that it is in. */
export type FramedFinding = ListedFinding & { frame: number };

/** What can be done from the popup. */
export interface PopupActions {
  show(finding: FramedFinding): void;
  start(): void;
  report(): Promise<CheckedText[]>;
  /** Has the browser ask for access to all that is to be read. */
  allow(): void;
  /** Has a site be read by itself from now on; the browser asks for access where there is none. */
  alwaysRead(site: string): void;
  reload(): void;
  pause(): void;
  resume(): void;
  showAgain(claims: string[]): void;
  setLook(look: Partial<Look>): void;
  openSettings(): void;
}

interface PopupProps {
  page: LinkedPage;
  host: string;
  look: Look;
  /** What Tumen needs and the browser does not have. */
  lacking: readonly string[];
  /** Why the last change of settings could not be made. */
  problem: string | null;
  actions: PopupActions;
}

/** What was found on the page under the popup, or why there is nothing to show. */
export function Popup({ page, host, look, lacking, problem, actions }: PopupProps) {
  const status = page.frames.get(0)?.status;
  const isSwitchable = status !== undefined && status !== 'paused' && page.silence === null;
  const hasMarks = [...page.frames.values()].some(({ findings }) => findings.length > 0);
  return (
    <>
      <header>
        <img src="/icons/32.png" alt="" width="20" height="20" />
        <h1>Tumen</h1>
        {host && <span class="fine host">{host}</span>}
      </header>
      <SetAsideHint onSee={actions.openSettings} />
      {problem && (
        <p class="notice problem" role="alert" dir="auto">
          {problem}
        </p>
      )}
      <KeptFocus class="page">
        <div aria-live="polite">
          {lacking.length > 0 ? (
            <Lacking features={lacking} />
          ) : (
            <Content page={page} host={host} actions={actions} />
          )}
        </div>
        {lacking.length === 0 && (isSwitchable || page.siteToAdd !== null) && (
          <section class="here">
            {hasMarks && <LookSwitches look={look} set={actions.setLook} />}
            {page.siteToAdd !== null && <AlwaysRead site={page.siteToAdd} actions={actions} />}
            {isSwitchable && (
              <button type="button" name="pause" class="quiet" onClick={actions.pause}>
                {say('pause', host)}
              </button>
            )}
          </section>
        )}
      </KeptFocus>
      <p class="fine">{say('privacy')}</p>
      <footer>
        <a href="/check.html" target="_blank" rel="noopener">
          {say('checkText')}
        </a>
        <a href="/library.html" target="_blank" rel="noopener">
          {say('library')}
        </a>
        <button type="button" class="quiet" onClick={actions.openSettings}>
          {say('settings')}
        </button>
      </footer>
    </>
  );
}

function Content({ page, host, actions }: Pick<PopupProps, 'page' | 'host' | 'actions'>) {
  if (page.problem) {
    return (
      <Message title="restrictedTitle" text="restrictedText">
        <p class="fine">{say('checkFailed', page.problem)}</p>
      </Message>
    );
  }
  const start = (
    <button type="button" class="solid" onClick={actions.start}>
      {say('checkNow')}
    </button>
  );
  switch (page.silence ?? overallStatus(page)) {
    case 'restricted':
      return <Message title="restrictedTitle" text="restrictedText" />;
    case 'waits':
      return (
        <Message title="unlistedTitle" text="unlistedText">
          {start}
        </Message>
      );
    case 'not-allowed':
      return (
        <Message title="notAllowedTitle" text="notAllowedText">
          <button type="button" class="solid" onClick={actions.allow}>
            {say('accessAsk')}
          </button>
        </Message>
      );
    case 'not-read':
      return (
        <Message title="notReadTitle" text="notReadText">
          {start}
        </Message>
      );
    case 'paused':
      if (page.isForbidden) {
        return <Message title="pausedTitle" text="forbiddenText" part={host} />;
      }
      return (
        <Message title="pausedTitle" text="pausedText" part={host}>
          <button type="button" name="resume" class="solid" onClick={actions.resume}>
            {say('resume', host)}
          </button>
        </Message>
      );
    case 'failed':
      return (
        <Message title="failedTitle" text="failedText">
          <button type="button" class="solid" onClick={actions.reload}>
            {say('reload')}
          </button>
        </Message>
      );
    case 'fact-check':
      return <Message title="factCheckTitle" text="factCheckText" />;
    case 'elsewhere':
      return <Message title="elsewhereTitle" text="elsewhereText" />;
    case 'done':
      return <Findings page={page} actions={actions} />;
    default:
      return (
        <Message title="checkingTitle" text="checkingText">
          <span class="working" />
        </Message>
      );
  }
}

function AlwaysRead({ site, actions }: { site: string; actions: PopupActions }) {
  return (
    <button type="button" name="always" class="quiet" onClick={() => actions.alwaysRead(site)}>
      {say('alwaysRead', site.replace('*.', ''))}
    </button>
  );
}

/** The page is what its own frame says, unless a frame within it has been checked. */
function overallStatus({ frames }: LinkedPage): PageStatus {
  const statuses = [...frames.values()].map((state) => state.status);
  return statuses.includes('done') ? 'done' : (frames.get(0)?.status ?? 'reading');
}

function Findings({ page, actions }: Pick<PopupProps, 'page' | 'actions'>) {
  const found = [...page.frames].flatMap(([frame, state]) =>
    state.findings.map((finding): FramedFinding => ({ ...finding, frame })),
  );
  const hidden = [...new Set([...page.frames.values()].flatMap((state) => state.hidden))];
  return (
    <>
      {found.length === 0 ? (
        <Message title="nothingTitle" text="nothingText" />
      ) : (
        <h2 class="count">{sayCount('findings', found.length)}</h2>
      )}
      <VerdictCounts found={found} />
      {verdicts.map((verdict) => {
        const group = found.filter((finding) => finding.verdict === verdict);
        if (group.length === 0) return null;
        return (
          <section
            key={verdict}
            class="group"
            style={{ '--verdict': verdictStyles[verdict].colour }}
          >
            <h3>
              <VerdictBadge verdict={verdict} />
            </h3>
            <ul>
              {group.map((finding) => (
                <li key={`${finding.frame} ${finding.mark} ${finding.place}`}>
                  <button type="button" class="finding" onClick={() => actions.show(finding)}>
                    <span class="summary" dir="auto">
                      {finding.summary}
                    </span>
                    <q dir="auto">{finding.quote}</q>
                    {finding.pack && (
                      <span class="pack-note" dir="auto">
                        {packNote(finding.pack)}
                      </span>
                    )}
                    <span class="unseen"> {say('goTo')}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      {found.length > 0 && (
        <div class="report">
          <CopyReport texts={actions.report} />
        </div>
      )}
      {hidden.length > 0 && (
        <p class="notice hidden-here">
          {sayCount('hiddenHere', hidden.length)}{' '}
          <button type="button" class="quiet" onClick={() => actions.showAgain(hidden)}>
            {say('showAgain')}
          </button>
        </p>
      )}
    </>
  );
}

/** Says what keeps Tumen from marking anything in this browser, and what would help. */
function Lacking({ features }: { features: readonly string[] }) {
  return (
    <section class="message">
      <h2>{say('lackingTitle')}</h2>
      <p>{say('lackingText', features.join(', '), oldestChrome, oldestFirefox)}</p>
    </section>
  );
}

interface MessageProps {
  title: Word;
  text: Word;
  part?: string;
  children?: ComponentChildren;
}

function Message({ title, text, part = '', children }: MessageProps) {
  return (
    <section class="message">
      <h2>{say(title)}</h2>
      <p>{say(text, part)}</p>
      {children}
    </section>
  );
}
