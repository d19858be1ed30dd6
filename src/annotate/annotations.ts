import type { ClaimText } from '../claims/claim.ts';
import type { Finding } from '../engine/finding.ts';
import type { CheckAnswer } from '../messages/protocol.ts';
import type { PageText } from '../page/read.ts';
import { inSlices } from '../page/slices.ts';
import { defaultSettings, type Look } from '../settings/settings.ts';
import { say } from '../ui/say.ts';
import { pixelOf } from '../ui/text-size.ts';
import tokensCss from '../ui/tokens.css?inline';
import { verdictStyles } from '../ui/verdict-style.ts';
import { CardBox } from './card-box.ts';
import type { CardPart } from './card-part.tsx';
import { createHost } from './host.ts';
import type {} from './loaded.ts';
import { type Mark, makeMarks, markAt } from './mark.ts';
import markersCss from './markers.css?inline';
import { findSpots, Markers } from './markers.ts';
import { Painter, tonesOf } from './paint.ts';
import { createPointing } from './pointing.ts';
import { Ticks } from './ticks.ts';

/** What the card asks for; all of it is done elsewhere. */
export interface AnnotationEvents {
  onRead(claim: string): void;
  /** Nothing where claims and sites are not to be switched off, as in an example. */
  onHide: ((claim: string) => Promise<void>) | null;
  onPause: (() => Promise<void>) | null;
  /** What a card says of the page. */
  page(): { address: string; published: string | null };
  /** Brings in what the card is drawn with. */
  bringCard(): Promise<CardPart>;
  onFailure(reason: unknown): void;
}

/** What was found on a page. */
export interface Found {
  page: PageText;
  answer: CheckAnswer;
  /** Those of the findings in the answer that are to be shown. */
  findings: Finding[];
}

interface OpenCard {
  mark: Mark;
  /** Which of the mark's findings is shown. */
  place: number;
  /** Which line of the sentence the card stands beside. */
  line: number;
  pointerX: number | undefined;
  /** Stays until it is closed, wherever the pointer goes. */
  isPinned: boolean;
  /** Takes the focus when it shows. */
  takesFocus: boolean;
}

type Target = Pick<OpenCard, 'mark' | 'line' | 'pointerX'>;

/** How a card opens that was asked for by its marker, by a key or from the popup. */
const besideEnd = {
  line: Number.MAX_SAFE_INTEGER,
  pointerX: undefined,
  isPinned: true,
  takesFocus: true,
};
const interactive = 'a, button, input, select, textarea, summary, label, video, [role=button]';

/**
 * Everything that is drawn on a page: the lines under sentences, the markers at their ends, and
 * the card. It exists while a page has findings, and leaves nothing behind.
 */
export class Annotations {
  private marks: readonly Mark[] = [];
  private claims: ReadonlyMap<string, ClaimText> = new Map();
  private labels: ReadonlyMap<Finding, string> = new Map();
  private more: readonly string[] = [];
  private shadowRoots: ShadowRoot[] = [];
  private open: OpenCard | null = null;
  private lastShown = -1;
  private look: Look = defaultSettings.look;
  private frame = 0;
  private readonly own = new AbortController();
  private readonly painter = new Painter();
  private readonly layer: HTMLElement;
  private readonly attach: () => void;
  private readonly ticks: Ticks;
  private readonly markers: Markers;
  private readonly box: CardBox;
  private readonly pointing = createPointing<Target>(
    (target) => this.openCard({ ...target, place: 0, isPinned: false, takesFocus: false }),
    () => {
      if (!this.open?.isPinned && !this.box.hasFocus) this.closeCard();
    },
    (a, b) => a.mark === b.mark,
  );

  private readonly events: AnnotationEvents;
  private readonly outer: AbortSignal;
  private turn = 0;

  constructor(events: AnnotationEvents, outer: AbortSignal) {
    this.events = events;
    this.outer = outer;
    const signal = AbortSignal.any([outer, this.own.signal]);
    const { host, root, layer, attach } = createHost([tokensCss, markersCss], signal);
    this.box = new CardBox(
      root,
      {
        onPoint: (isOver) => this.pointing.overCard(isOver),
        onTabOut: () => this.closeCard(true),
        onLost: () => {
          if (!this.open?.isPinned) this.closeCard();
        },
      },
      signal,
    );
    this.layer = layer;
    this.attach = attach;
    this.ticks = new Ticks(root);
    this.markers = new Markers(
      layer,
      this.ticks,
      {
        labelOf: (mark) => this.labelOf(mark),
        onClick: (mark) => {
          this.openCard({ ...besideEnd, mark, place: 0 });
        },
        onPoint: (mark) => this.point(mark && { ...besideEnd, mark }),
        onFailure: events.onFailure,
      },
      signal,
    );
    this.listen(host, signal);
    this.watchColours(signal);
    signal.addEventListener('abort', () => {
      cancelAnimationFrame(this.frame);
      this.pointing.reset();
      this.painter.clear();
    });
  }

  /**
   * Shows these findings in place of those before, and tells the marks made of them; null where
   * others were to be shown meanwhile. A sentence that stays keeps its card and its focus.
   */
  async show({ page, answer, findings }: Found, look: Look): Promise<readonly Mark[] | null> {
    const turn = ++this.turn;
    const { marks, tones, spots } = await inSlices(prepare(findings, page), this.outer);
    if (turn !== this.turn || this.own.signal.aborted) return null;
    this.marks = marks;
    this.claims = new Map(answer.claims.map((claim) => [claim.id, claim]));
    this.labels = new Map(
      answer.report.findings.map((finding, index) => [finding, answer.labels[index] ?? '']),
    );
    this.more = answer.more;
    this.shadowRoots = page.shadowRoots;
    this.look = look;
    this.ticks.isOn = look.ticks;
    this.layer.classList.toggle('quiet', look.quiet);
    const drawLines = this.painter.paint(tones, look.quiet);
    this.attach();
    drawLines();
    this.markers.show(spots, tones);
    if (this.open) {
      const { mark: old, place } = this.open;
      const mark = this.marks.find(({ key }) => key === old.key);
      if (mark) {
        this.openCard({
          ...this.open,
          mark,
          place: Math.min(place, mark.findings.length - 1),
          takesFocus: false,
        });
      } else this.closeCard();
    }
    return this.marks;
  }

  /** Scrolls to a mark and opens its card at one of its findings. */
  reveal(index: number, place = 0): void {
    const mark = this.marks[index];
    if (!mark) return;
    mark.range.startContainer.parentElement?.scrollIntoView({
      block: 'center',
      behavior: 'instant',
    });
    this.openCard({ ...besideEnd, mark, place });
  }

  /**
   * Goes to the next marked sentence, or to the one before, and tells whether there was one. `fresh`
   * comes into the page from outside: at its first sentence, or at its last.
   */
  step(by: 1 | -1, fresh: boolean): boolean {
    const { length } = this.marks;
    const isFresh = fresh || this.lastShown < 0;
    const next = isFresh ? (by > 0 ? 0 : length - 1) : this.lastShown + by;
    if (next < 0 || next >= length) {
      this.closeCard();
      return false;
    }
    this.reveal(next);
    return true;
  }

  /** Takes everything off the page. */
  remove(): void {
    this.own.abort();
  }

  private openCard(card: OpenCard): void {
    // One that was asked for is not put away by one that the pointer happens to pass.
    if (this.open?.isPinned && !card.isPinned) return;
    this.open = card;
    this.lastShown = this.marks.indexOf(card.mark);
    this.painter.emphasise(card.mark);
    this.draw(card);
  }

  private closeCard(returnsFocus = false): void {
    const { open, box } = this;
    if (!open) return;
    this.open = null;
    this.painter.emphasise(null);
    const hadFocus = box.hasFocus;
    box.hide();
    if (returnsFocus && hadFocus) this.markers.buttonOf(open.mark)?.focus({ preventScroll: true });
    // The focus coming back is not a wish to see the card again.
    this.pointing.reset();
  }

  /** Where the pointer or the focus is. The card is brought in while one waits for it to open. */
  private point(target: Target | null): void {
    if (target && !globalThis.tumenCard) void this.events.bringCard().catch(this.events.onFailure);
    this.pointing.over(target);
  }

  private draw(card: OpenCard): void {
    const part = globalThis.tumenCard;
    if (part) this.drawWith(part, card);
    else
      this.events.bringCard().then((brought) => {
        // Meanwhile it may have been closed, or another one asked for.
        if (this.open === card) this.drawWith(brought, card);
      }, this.events.onFailure);
  }

  private drawWith(part: CardPart, card: OpenCard): void {
    const { mark, place, line, pointerX } = card;
    const { verdict } = mark.findings[place] ?? mark.findings[0];
    this.box.show(
      part,
      {
        findings: mark.findings,
        claims: this.claims,
        place,
        page: this.events.page(),
        onTurn: (turned) =>
          this.openCard({ ...card, place: turned, isPinned: true, takesFocus: false }),
        onRead: this.events.onRead,
        onHide: this.events.onHide,
        onPause: this.events.onPause,
        onClose: () => this.closeCard(true),
      },
      {
        label: say('factCheckShort', say(`verdict_${verdict}`)),
        colour: verdictStyles[verdict].colour,
        pixel: pixelOf[this.look.textSize],
      },
      () => {
        const lines = mark.range.getClientRects();
        return lines[Math.min(line, lines.length - 1)] ?? null;
      },
      pointerX,
    );
    if (card.takesFocus) this.box.focus();
  }

  private listen(host: Element, signal: AbortSignal): void {
    const passive = { signal, capture: true, passive: true };
    let last: PointerEvent | null = null;
    const look = () => {
      this.frame = 0;
      if (last) this.point(this.targetAt(last));
    };
    document.addEventListener(
      'pointermove',
      (event) => {
        // Over our own parts these tell themselves; a pressed button is selecting text.
        if (event.pointerType === 'touch' || event.buttons !== 0 || event.target === host) return;
        last = event;
        this.frame ||= requestAnimationFrame(look);
      },
      passive,
    );
    document.documentElement.addEventListener(
      'pointerleave',
      () => {
        last = null;
        this.point(null);
      },
      { signal },
    );
    document.addEventListener('click', (event) => this.onClick(event, host), passive);
    document.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape' || !this.box.isOpen) return;
        if (this.box.hasFocus) event.stopPropagation();
        this.closeCard(true);
      },
      { signal, capture: true },
    );
  }

  private async repaint(signal: AbortSignal): Promise<void> {
    const { marks } = this;
    const tones = await inSlices(tonesOf(marks), signal);
    if (this.marks !== marks) return;
    this.painter.paint(tones, this.look.quiet)();
    this.markers.tint(tones);
  }

  /** A page that turns dark or light needs other lines. */
  private watchColours(signal: AbortSignal): void {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const repaint = () => {
      // Some pages change these attributes with every frame.
      timer ??= setTimeout(() => {
        timer = undefined;
        this.repaint(signal).catch((error: unknown) => {
          if (!signal.aborted) this.events.onFailure(error);
        });
      }, 250);
    };
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', repaint, { signal });
    const observer = new MutationObserver(repaint);
    for (const element of [document.documentElement, document.body]) {
      if (element) observer.observe(element, { attributes: true });
    }
    signal.addEventListener('abort', () => {
      observer.disconnect();
      clearTimeout(timer);
    });
  }

  /** A click or tap on a marked sentence keeps its card open; one elsewhere closes it. */
  private onClick(event: MouseEvent, host: Element): void {
    const target = event.target;
    if (target === host || !(target instanceof Element)) return;
    const isSelecting = document.getSelection()?.isCollapsed === false;
    if (isSelecting || target.closest(interactive)) return;
    const found = this.targetAt(event);
    if (found) this.openCard({ ...found, place: 0, isPinned: true, takesFocus: false });
    else this.closeCard();
  }

  private targetAt({ clientX, clientY }: MouseEvent): Target | null {
    const found = markAt(clientX, clientY, this.marks, this.shadowRoots);
    return found && { ...found, pointerX: clientX };
  }

  /** What a marker is called aloud: its first finding, and how many there are besides. */
  private labelOf({ findings }: Mark): string {
    const label = this.labels.get(findings[0]) ?? '';
    const others = findings.length - 1;
    return others > 0 ? `${label} (${this.more[others]})` : label;
  }
}

/** What has to be known of the page, asked before anything is changed: then it is laid out as it is. */
function* prepare(findings: Finding[], page: PageText) {
  const marks = yield* makeMarks(findings, page, document);
  const tones = yield* tonesOf(marks);
  const spots = yield* findSpots(marks);
  return { marks, tones, spots };
}
