import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { verdicts } from '../claims/verdict.ts';
import { formatDay, say, sayId } from '../ui/say.ts';
import type { Word } from '../ui/texts.ts';
import { VerdictBadge } from '../ui/verdict-badge.tsx';
import { addressOf } from './address.ts';
import type { LibraryClaim } from './collection.ts';
import {
  fullSpan,
  type Lane,
  lanesOf,
  mainSpan,
  moved,
  type Span,
  showing,
  type TimelineEvent,
  zoomed,
} from './timeline.ts';
import { TimelinePicture } from './timeline-picture.tsx';

const closer = 0.6;
const farther = 1 / closer;

/** The dated events of the claims: a picture that can be zoomed, and the same as a list. */
export function TimelineView({ claims }: { claims: readonly LibraryClaim[] }) {
  const lanes = useMemo(() => lanesOf(claims), [claims]);
  const events = useMemo(() => byDay(lanes), [lanes]);
  const full = useMemo(() => fullSpan(lanes), [lanes]);
  const [span, setSpan] = useState(() => mainSpan(lanes));
  const [current, setCurrent] = useState(() => events.at(-1) ?? null);
  const picture = useRef<HTMLDivElement>(null);
  const moves = useRef(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows the current event
  useEffect(() => {
    if (moves.current) picture.current?.querySelector<SVGElement>('a[tabindex="0"]')?.focus();
    moves.current = false;
  }, [current]);

  const zoom = (factor: number) => {
    const middle = (span.from + span.to) / 2;
    const held = current && isIn(current, span) ? current.time : middle;
    setSpan(zoomed(span, factor, held, full));
  };
  const goTo = (event: TimelineEvent | undefined) => {
    if (!event) return;
    moves.current = true;
    setSpan(showing(span, event.time, full));
    setCurrent(event);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const place = current ? events.indexOf(current) : 0;
    const steps: Record<string, () => void> = {
      ArrowRight: () => goTo(events[place + 1]),
      ArrowLeft: () => goTo(events[place - 1]),
      ArrowDown: () => goTo(inOtherLane(lanes, current, 1)),
      ArrowUp: () => goTo(inOtherLane(lanes, current, -1)),
      Home: () => goTo(events[0]),
      End: () => goTo(events.at(-1)),
      '+': () => zoom(closer),
      '=': () => zoom(closer),
      '-': () => zoom(farther),
      '0': () => setSpan(full),
    };
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    step();
  };

  return (
    <>
      <h1>{say('timelinePage')}</h1>
      <p class="lead">{say('timelineIntro')}</p>
      <div class="timeline-steering">
        <Step word="earlier" take={() => setSpan(moved(span, -0.5, full))} />
        <Step word="later" take={() => setSpan(moved(span, 0.5, full))} />
        <Step word="zoomIn" take={() => zoom(closer)} />
        <Step word="zoomOut" take={() => zoom(farther)} />
        <Step word="allYears" take={() => setSpan(full)} />
        <span class="fine" role="status">
          {spoken(span)}
        </span>
      </div>
      {current && <Caption event={current} />}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the links within have the focus */}
      <div ref={picture} class="timeline" onKeyDown={onKeyDown}>
        <TimelinePicture
          lanes={lanes}
          span={span}
          current={current && isIn(current, span) ? current : firstIn(events, span)}
          onPoint={setCurrent}
        />
      </div>
      <ul class="legend">
        {verdicts.map((verdict) => (
          <li key={verdict}>
            <VerdictBadge verdict={verdict} />
          </li>
        ))}
      </ul>
      <p class="fine keys">{say('timelineKeys')}</p>
      <section class="timeline-list">
        <h2>{say('timelineList')}</h2>
        {lanes.map((lane) => (
          <LaneList key={lane.theme} lane={lane} />
        ))}
      </section>
    </>
  );
}

function Step({ word, take }: { word: Word; take(): void }) {
  return (
    <button type="button" class="plain" onClick={take}>
      {say(word)}
    </button>
  );
}

/** What the picture has no room for: the event that is pointed at or has the focus. */
function Caption({ event: { claim, day } }: { event: TimelineEvent }) {
  return (
    <div class="caption">
      <p class="kicker">
        <time class="fine" dateTime={day}>
          {formatDay(day)}
        </time>
        <VerdictBadge verdict={claim.verdict} />
      </p>
      <p dir="auto">
        <a href={addressOf({ page: 'claim', id: claim.id })}>{claim.claim}</a>
      </p>
    </div>
  );
}

function LaneList({ lane }: { lane: Lane }) {
  return (
    <>
      <h3>{sayId('theme', lane.theme)}</h3>
      <ol>
        {lane.events.map(({ claim, day }) => (
          <li key={claim.id}>
            <time class="fine" dateTime={day}>
              {formatDay(day)}
            </time>
            <a href={addressOf({ page: 'claim', id: claim.id })} dir="auto">
              {claim.claim}
            </a>
            <VerdictBadge verdict={claim.verdict} />
          </li>
        ))}
      </ol>
    </>
  );
}

function byDay(lanes: readonly Lane[]): TimelineEvent[] {
  return lanes.flatMap(({ events }) => events).sort((a, b) => a.time - b.time);
}

/** The event of the next lane, or the one before, that is nearest in time. */
function inOtherLane(
  lanes: readonly Lane[],
  from: TimelineEvent | null,
  by: 1 | -1,
): TimelineEvent | undefined {
  if (!from) return undefined;
  const place = lanes.findIndex(({ events }) => events.includes(from));
  const distance = ({ time }: TimelineEvent) => Math.abs(time - from.time);
  return lanes[place + by]?.events.toSorted((a, b) => distance(a) - distance(b))[0];
}

function isIn({ time }: TimelineEvent, { from, to }: Span): boolean {
  return time >= from && time <= to;
}

function firstIn(events: readonly TimelineEvent[], span: Span): TimelineEvent | null {
  return events.findLast((event) => isIn(event, span)) ?? null;
}

function spoken({ from, to }: Span): string {
  const [first = '', last = ''] = [from, to].map((time) =>
    formatDay(new Date(time).toISOString().slice(0, 10)),
  );
  return say('timelineSpan', first, last);
}
