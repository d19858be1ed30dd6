import type { Annotations } from '../../src/annotate/annotations.ts';
import { highlightNames } from '../../src/annotate/highlight-names.ts';
import { broughtCard } from '../../src/annotate/loaded.ts';
import type { ClaimText } from '../../src/claims/claim.ts';
import { type Finding, isShown } from '../../src/engine/finding.ts';
import { flatten } from '../../src/messages/flat-document.ts';
import { NoAnswerError, receive, send } from '../../src/messages/messages.ts';
import type {
  CheckAnswer,
  FrameReport,
  PagePart,
  PageState,
  PageStatus,
} from '../../src/messages/protocol.ts';
import { watchPacks } from '../../src/packs/store.ts';
import { readFacts } from '../../src/page/facts.ts';
import { mayNameBothCountries, namesBothCountries } from '../../src/page/gate.ts';
import { type PageText, readPatiently } from '../../src/page/read.ts';
import { type ContentScriptContext, isOrphaned } from '../../src/page/script-context.ts';
import { watchPage } from '../../src/page/watch.ts';
import {
  loadPolicy,
  noPolicy,
  type Policy,
  sitesUnder,
  watchPolicy,
} from '../../src/policy/policy.ts';
import {
  defaultSettings,
  type Language,
  type Settings,
  type SettingsChange,
} from '../../src/settings/settings.ts';
import { loadSettings, watchSettings } from '../../src/settings/store.ts';
import { listedOrigins } from '../../src/sites/access.ts';
import { type Standing, standingOf } from '../../src/sites/sites.ts';
import { isSpokenByBrowser } from '../../src/ui/say.ts';
import type {} from '../../src/ui/texts.ts';

/** Reads this page, has it checked and shows what was found, for as long as the page lives. */
export function startSession(context: Pick<ContentScriptContext, 'signal' | 'abort'>): void {
  clearRemains();
  new Session(context.signal, () => context.abort()).start();
}

/** A page that was read, and what the background answered. */
interface Checked {
  page: PageText;
  text: string;
  answer: CheckAnswer;
}

class Session {
  private readonly signal: AbortSignal;
  private readonly listed = listedOrigins();
  private settings: Settings = defaultSettings;
  private policy = noPolicy;
  /** Counts how often it was asked what is chosen: the last answer holds. */
  private turn = 0;
  /** Whether the reader has asked for this page. */
  private isAsked = false;
  private hasRead = false;
  private spoken: Language | null = null;
  private checked: Checked | null = null;
  /** Ends what is under way when its answer would not be the right one any more. */
  private reading = new AbortController();
  private annotations: Annotations | null = null;
  private state = stateOf('reading');
  private watched = new WeakSet<ShadowRoot>();
  private watch: ReturnType<typeof watchPage> | null = null;

  private readonly end: () => void;
  private orphanWatch: ReturnType<typeof setInterval> | undefined;

  constructor(signal: AbortSignal, end: () => void) {
    this.signal = signal;
    this.end = end;
    signal.addEventListener('abort', () => this.clear());
  }

  start(): void {
    const { signal } = this;
    receive(
      {
        'tell-state': () => {
          this.tellNow();
          return null;
        },
        'tell-page': () => this.state.page,
        'tell-report': () => this.report(),
        'check-now': () => {
          this.isAsked = true;
          this.watch?.request();
          return null;
        },
        show: ({ mark, place }) => {
          this.annotations?.reveal(mark, place);
          return null;
        },
        step: ({ by, fresh }) => this.annotations?.step(by, fresh) ?? false,
      },
      signal,
    );
    watchSettings(() => this.follow(), signal);
    // What packs find may be another thing now.
    watchPacks(() => {
      this.forget();
      this.watch?.request();
    }, signal);
    watchPolicy(() => {
      this.forget();
      this.follow();
    }, signal);
    // What is asked for meanwhile is not always answered.
    addEventListener('pagehide', () => this.forget(), { signal });
    // A page that comes back from the back/forward cache has lost its badge, and heard of no change meanwhile.
    const onShown = ({ persisted }: PageTransitionEvent) => {
      if (!persisted) return;
      this.tellNow();
      this.follow();
    };
    addEventListener('pageshow', onShown, { signal });
    this.follow();
  }

  /** Goes by what is chosen now. */
  private follow(): void {
    this.settleAnew().catch((error: unknown) => this.fail(error));
  }

  private async settleAnew(): Promise<void> {
    const turn = ++this.turn;
    const [settings, policy] = await Promise.all([loadSettings(), loadPolicy()]);
    // Of a change that came meanwhile the answer may be here already.
    if (this.signal.aborted || turn !== this.turn) return;
    if (this.watch) return this.settle(settings, policy);
    this.settings = settings;
    this.policy = policy;
    this.watch = watchPage(() => this.readOnce(), this.signal);
  }

  /**
   * Reads again later where the background was ended before it could answer. Else it ends in one clear line; a page
   * that is going away, or an extension that was updated, in none.
   */
  private fail(error: unknown): void {
    if (isOrphaned()) this.end();
    if (this.signal.aborted) return;
    if (error instanceof NoAnswerError && this.watch?.again()) return;
    const reason = error instanceof Error ? error.message : String(error);
    console.error(`Tumen could not check this page: ${reason}`);
    this.finish('failed').catch(() => undefined);
  }

  /** Reads the page, unless what is found would be found by packs or texts that have changed meanwhile. */
  private async readOnce(): Promise<void> {
    const signal = AbortSignal.any([this.signal, this.reading.signal]);
    const ended = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason));
    });
    await Promise.race([this.read(signal), ended]).catch((error: unknown) => {
      if (!signal.aborted) this.fail(error);
    });
  }

  private async read(signal: AbortSignal): Promise<void> {
    const { standing } = this;
    if (standing !== 'reads') return this.finish(standing);
    // It was brought in with the names, so it looks for them only once the page has changed.
    if (this.hasRead && !mayNameBothCountries(document)) return this.finish('elsewhere');
    this.hasRead = true;
    const facts = readFacts(document, location.href);
    if (facts.isFactCheck) return this.finish('fact-check');
    const page = await readPatiently(document, facts, signal);
    for (const root of page.shadowRoots) this.watchRoot(root);
    const flat = flatten(page.source);
    const { text } = flat;
    if (!namesBothCountries(text)) return this.finish('elsewhere');

    const known = this.checked;
    const isKnown = known?.text === text && known.page.source.published === page.source.published;
    const answer = isKnown ? known.answer : await send('check', flat);
    signal.throwIfAborted();
    // Switched off while it was read.
    if (this.standing !== 'reads') return;
    this.checked = { page, text, answer };
    await this.show();
  }

  /** Shows what was found, as far as the settings want it. */
  private async show(): Promise<void> {
    const shown = this.checked;
    if (!shown) return;
    const { page, answer } = shown;
    if (answer.report.findings.length > 0) {
      if (globalThis.tumenCard) await this.speak();
      if (!globalThis.tumenAnnotate) await bring('annotate');
      // Meanwhile the page may have been read anew or switched off.
      if (this.checked !== shown) return;
    }
    const { look } = this.settings;
    const found = this.found(answer);
    const isHidden = (finding: Finding) => this.isHidden(finding);
    const wanted = found.filter((finding) => !isHidden(finding));
    const claims = new Map(answer.claims.map((claim): [string, ClaimText] => [claim.id, claim]));
    if (wanted.length === 0) this.clear();
    else this.annotations ??= this.annotate();
    const toShow = { page, answer, findings: wanted };
    const marks = this.annotations ? await this.annotations.show(toShow, look) : [];
    if (!marks || this.checked !== shown) return;
    const findings = marks.flatMap((mark, index) =>
      mark.findings.map(({ claim, verdict, quote }, place) => {
        const { summary = '', pack } = claims.get(claim) ?? {};
        return { claim, verdict, quote, summary, pack, mark: index, place };
      }),
    );
    const hidden = [...new Set(found.filter(isHidden).map(({ claim }) => claim))];
    this.state = { ...stateOf('done'), findings, hidden };
    await this.tell();
  }

  /**
   * Has the card speak the language that was chosen. This waits for the first card, since Chromium holds
   * the page up for some milliseconds when it is first asked for a text.
   */
  private async speak(): Promise<void> {
    const { language } = this.settings;
    if (language === this.spoken) return;
    globalThis.tumenTexts = isSpokenByBrowser(language) ? undefined : await send('texts', language);
    this.spoken = language;
  }

  /** The findings that the settings want, those of hidden claims too. */
  private found({ report }: CheckAnswer): Finding[] {
    const { verdicts } = this.settings;
    return report.findings.filter(
      ({ stance, verdict }) => isShown(stance) && verdicts.includes(verdict),
    );
  }

  private isHidden({ claim }: Finding): boolean {
    return this.settings.hiddenClaims.includes(claim);
  }

  private report(): FrameReport | null {
    if (!this.checked) return null;
    const { answer, text } = this.checked;
    const { published, language } = answer.report;
    const findings = this.found(answer).filter((finding) => !this.isHidden(finding));
    const { title } = document;
    return {
      address: location.href,
      title,
      published,
      language,
      text,
      findings,
      claims: answer.claims,
    };
  }

  private annotate(): Annotations {
    if (!globalThis.tumenAnnotate) throw new Error('the browser did not bring in annotate.js');
    // Where it cannot be done the card says so, and the page stays as it was.
    const change = async (what: SettingsChange): Promise<void> => {
      await send('change', what);
    };
    const events = {
      onRead: (claim: string) => {
        send('open-claim', { claim }).catch((error: unknown) => this.fail(error));
      },
      onHide: (claim: string) => change({ kind: 'hide-claim', claim }),
      onPause: () => change({ kind: 'pause-site', host: location.hostname }),
      page: () => ({
        address: location.href,
        published: this.checked?.answer.report.published ?? null,
      }),
      bringCard: async () => {
        await this.speak();
        return broughtCard(bring);
      },
      onFailure: (reason: unknown) => this.fail(reason),
    };
    // An extension that is switched off or renewed does not tell its scripts; what it drew would stay.
    this.orphanWatch = setInterval(() => isOrphaned() && this.end(), 2000);
    return globalThis.tumenAnnotate(events, this.signal);
  }

  /** How the page around this frame stands: one address decides for all its frames. */
  private get standing(): Standing {
    const address = new URL((window.top ?? window).location.href);
    const sites = sitesUnder(this.policy, this.settings.sites);
    const standing = standingOf(sites, address, this.listed);
    return standing === 'waits' && this.isAsked ? 'reads' : standing;
  }

  private forget(): void {
    this.checked = null;
    this.reading.abort();
    this.reading = new AbortController();
  }

  private settle(settings: Settings, policy: Policy): void {
    const before = this.standing;
    // What markers are called was said by the background, in the language then chosen.
    if (settings.language !== this.settings.language) this.forget();
    this.settings = settings;
    this.policy = policy;
    const { standing } = this;
    if (standing !== 'reads') this.finish(standing).catch((error: unknown) => this.fail(error));
    else if (before !== 'reads' || !this.checked) this.watch?.request();
    else this.show().catch((error: unknown) => this.fail(error));
  }

  /** Leaves the page as it was, and says why there is nothing to see. */
  private async finish(status: PageStatus): Promise<void> {
    this.clear();
    this.checked = null;
    this.state = stateOf(status);
    await this.tell();
  }

  private clear(): void {
    clearInterval(this.orphanWatch);
    this.annotations?.remove();
    this.annotations = null;
  }

  private async tell(): Promise<void> {
    if (this.signal.aborted) return;
    const { state } = this;
    await send('state', state).catch((error: unknown) => {
      // Where there is no tab any more for a badge, nobody misses it.
      if (error instanceof NoAnswerError) throw error;
    });
    // One that was asked twice may have heard of this after what was told meanwhile.
    if (state !== this.state) await this.tell();
  }

  private tellNow(): void {
    this.tell().catch((error: unknown) => this.fail(error));
  }

  private watchRoot(root: ShadowRoot): void {
    if (this.watched.has(root)) return;
    this.watched.add(root);
    this.watch?.include(root);
  }
}

function stateOf(status: PageStatus): PageState {
  // Frames of other sites run no session, so the frame on top can be asked.
  const page = (window.top ?? window).performance.timeOrigin;
  return { page, status, findings: [], hidden: [] };
}

/** Takes away what a script drew that was ended too suddenly to do it, as Firefox ends them. */
function clearRemains(): void {
  for (const host of document.querySelectorAll('html > tumen-annotations')) host.remove();
  for (const name of highlightNames) CSS.highlights.delete(name);
}

function bring(part: PagePart): Promise<unknown> {
  return send('bring', part);
}
