import { browser } from 'wxt/browser';
import { Annotations } from '../../src/annotate/annotations.tsx';
import { makeMarks } from '../../src/annotate/mark.ts';
import type { ClaimText } from '../../src/claims/claim.ts';
import { type Finding, isShown, type Report } from '../../src/engine/finding.ts';
import { receive, send } from '../../src/messages/messages.ts';
import type { CheckAnswer, PageState, PageStatus } from '../../src/messages/protocol.ts';
import { namesBothCountries } from '../../src/page/gate.ts';
import { type PageText, readPatiently } from '../../src/page/read.ts';
import { watchPage } from '../../src/page/watch.ts';
import { defaultSettings, isPaused, type Settings } from '../../src/settings/settings.ts';
import { loadSettings, watchSettings } from '../../src/settings/store.ts';
import { reportOf } from '../../src/ui/citation.ts';

/** Reads this page, has it checked and shows what was found, for as long as the page lives. */
export function startSession(signal: AbortSignal): void {
  const session = new Session(signal);
  session.start().catch((error: unknown) => session.fail(error));
}

/** A page that was read, and what the background answered. */
interface Checked {
  page: PageText;
  text: string;
  answer: CheckAnswer;
}

class Session {
  private readonly signal: AbortSignal;
  private settings: Settings = defaultSettings;
  private checked: Checked | null = null;
  private annotations: Annotations | null = null;
  private state: PageState = {
    status: 'reading',
    host: location.hostname,
    findings: [],
    hidden: [],
  };
  private watched = new WeakSet<ShadowRoot>();
  private watch: ReturnType<typeof watchPage> | null = null;

  constructor(signal: AbortSignal) {
    this.signal = signal;
  }

  async start(): Promise<void> {
    const { signal } = this;
    receive(
      {
        'tell-state': () => this.tell(),
        show: ({ mark, place }) => {
          this.annotations?.reveal(mark, place);
          return null;
        },
        step: ({ by }) => {
          this.annotations?.step(by);
          return null;
        },
      },
      signal,
    );
    this.tell();
    this.settings = await loadSettings();
    watchSettings((settings) => this.settle(settings), signal);
    // A page that comes back from the back/forward cache has lost its badge.
    addEventListener('pageshow', ({ persisted }) => persisted && this.tell(), { signal });
    this.watch = watchPage(() => this.read().catch((error) => this.fail(error)), signal);
    this.watch.request();
  }

  /** Ends in one clear line; a page that is going away, or an extension that was updated, in none. */
  fail(error: unknown): void {
    if (this.signal.aborted || !browser.runtime?.id) return;
    const reason = error instanceof Error ? error.message : String(error);
    console.error(`Tumen could not check this page: ${reason}`);
    this.finish('failed');
  }

  private async read(): Promise<void> {
    if (isPaused(this.settings, location.hostname)) return this.finish('paused');
    if (!namesBothCountries(document.body?.textContent ?? '') && !hasShadowRoots()) {
      return this.finish('elsewhere');
    }
    const page = await readPatiently(document, location.href, this.signal);
    for (const root of page.shadowRoots) this.watchRoot(root);
    if (page.facts.isFactCheck) return this.finish('fact-check');
    const text = page.source.blocks.map((block) => block.text).join('\n');
    if (!namesBothCountries(text)) return this.finish('elsewhere');

    const known = this.checked;
    const isUnchanged =
      known?.text === text && known.page.source.published === page.source.published;
    const answer = isUnchanged ? known.answer : await send('check', page.source);
    this.signal.throwIfAborted();
    this.checked = { page, text, answer };
    this.show();
  }

  /** Shows what was found, as far as the settings want it. */
  private show(): void {
    if (!this.checked) return;
    const { page, answer } = this.checked;
    const { hiddenClaims, verdicts } = this.settings;
    const found = answer.report.findings.filter(
      ({ stance, verdict }) => isShown(stance) && verdicts.includes(verdict),
    );
    const isHidden = ({ claim }: Finding) => hiddenClaims.includes(claim);
    const marks = makeMarks(
      found.filter((finding) => !isHidden(finding)),
      page,
      document,
    );
    const claims = new Map(answer.claims.map((claim): [string, ClaimText] => [claim.id, claim]));
    if (marks.length === 0) this.clear();
    else {
      this.annotations ??= this.annotate();
      this.annotations.show({ marks, claims, shadowRoots: page.shadowRoots });
    }
    const findings = marks.flatMap((mark, index) =>
      mark.findings.map(({ claim, verdict, quote }, place) => {
        const summary = claims.get(claim)?.summary ?? '';
        return { claim, verdict, quote, summary, mark: index, place };
      }),
    );
    const hidden = [...new Set(found.filter(isHidden).map(({ claim }) => claim))];
    this.state = { status: 'done', host: location.hostname, findings, hidden };
    this.tell();
  }

  private annotate(): Annotations {
    const change = (what: Parameters<typeof send<'change'>>[1]) => {
      send('change', what).catch((error: unknown) => this.fail(error));
    };
    return new Annotations(
      {
        onHide: (claim) => change({ kind: 'hide-claim', claim }),
        onPause: () => change({ kind: 'pause-site', host: location.hostname }),
        reportFor: (finding) => reportFor(finding, this.checked?.answer.report ?? null),
      },
      this.signal,
    );
  }

  private settle(settings: Settings): void {
    const wasPaused = isPaused(this.settings, location.hostname);
    this.settings = settings;
    if (isPaused(settings, location.hostname)) this.finish('paused');
    else if (wasPaused || !this.checked) this.watch?.request();
    else this.show();
  }

  /** Leaves the page as it was, and says why there is nothing to see. */
  private finish(status: PageStatus): void {
    this.clear();
    this.checked = null;
    this.state = { status, host: location.hostname, findings: [], hidden: [] };
    this.tell();
  }

  private clear(): void {
    this.annotations?.remove();
    this.annotations = null;
  }

  private tell(): null {
    // Where nobody listens, as when the extension has just been updated, nobody misses it.
    if (!this.signal.aborted) send('state', this.state).catch(() => undefined);
    return null;
  }

  private watchRoot(root: ShadowRoot): void {
    if (this.watched.has(root)) return;
    this.watched.add(root);
    this.watch?.include(root);
  }
}

/** Whether any part of the page is in a shadow tree, which `textContent` does not see into. */
function hasShadowRoots(): boolean {
  for (const element of document.getElementsByTagName('*')) if (element.shadowRoot) return true;
  return false;
}

function reportFor(finding: Finding, report: Report | null): string {
  return reportOf(finding, {
    address: location.origin + location.pathname,
    published: report?.published ?? null,
    version: browser.runtime.getManifest().version,
  });
}
