// biome-ignore-all lint/a11y/useSemanticElements: pictures have no fieldset to group links with
// biome-ignore-all lint/a11y/noInteractiveElementToNoninteractiveRole: nothing of these is interactive
import { useEffect, useRef, useState } from 'preact/hooks';
import { formatDay, formatMonth, say, sayId } from '../ui/say.ts';
import { strokesOf, verdictStyles } from '../ui/verdict-style.ts';
import { addressOf } from './address.ts';
import { type Lane, rowsFor, type Span, type TimelineEvent, ticksOf } from './timeline.ts';

/** In pixels. */
const margin = 14;
const disc = 18;
const axis = 26;
const laneHead = 26;
const rowHeight = 24;

interface TimelinePictureProps {
  lanes: readonly Lane[];
  span: Span;
  /** The event that the tab key leads to. */
  current: TimelineEvent | null;
  onPoint(event: TimelineEvent): void;
}

/** Events as discs with the sign of their verdict, a lane for each theme. */
export function TimelinePicture({ lanes, span, current, onPoint }: TimelinePictureProps) {
  const [box, width] = useWidth();
  const scale = (time: number) =>
    margin + ((time - span.from) / (span.to - span.from)) * (width - 2 * margin);
  let top = axis;
  const drawn = lanes.map((lane) => {
    const events = lane.events.filter(({ time }) => time >= span.from && time <= span.to);
    const places = events.map(({ time }) => scale(time));
    const rows = rowsFor(places, disc + 4);
    const height = laneHead + (Math.max(0, ...rows) + 1) * rowHeight;
    const discs = events.map((event, index) => ({
      event,
      x: places[index] ?? 0,
      y: top + laneHead + (rows[index] ?? 0) * rowHeight + disc / 2,
    }));
    const row = { lane, discs, top };
    top += height;
    return row;
  });
  // A name that begins at the right edge would be cut off.
  const ticks = ticksOf(span, Math.max(2, width / 90)).filter(
    ({ time }) => scale(time) < width - 60,
  );
  return (
    <div ref={box}>
      <svg
        width={width}
        height={top + 6}
        viewBox={`0 0 ${width} ${top + 6}`}
        role="group"
        aria-label={say('timelinePicture')}
      >
        {ticks.map(({ time, step }) => (
          <g key={time} class={`tick ${step}`}>
            <line x1={scale(time)} x2={scale(time)} y1={axis - 6} y2={top} />
            <text x={scale(time) + 4} y={axis - 10}>
              {tickText(time, step)}
            </text>
          </g>
        ))}
        {drawn.map(({ lane, discs, top: y }) => (
          <g key={lane.theme} role="group" aria-labelledby={`lane-${lane.theme}`}>
            <line class="lane" x1={0} x2={width} y1={y} y2={y} />
            <text id={`lane-${lane.theme}`} class="theme" x={margin - 8} y={y + 17}>
              {sayId('theme', lane.theme)}
            </text>
            {discs.map(({ event, x, y: middle }) => (
              <Disc
                key={event.claim.id}
                event={event}
                place={`translate(${x - disc / 2} ${middle - disc / 2})`}
                isCurrent={event === current}
                onPoint={onPoint}
              />
            ))}
          </g>
        ))}
      </svg>
    </div>
  );
}

interface DiscProps {
  event: TimelineEvent;
  place: string;
  isCurrent: boolean;
  onPoint(event: TimelineEvent): void;
}

function Disc({ event, place, isCurrent, onPoint }: DiscProps) {
  const { claim, day } = event;
  const name = say('timelineEvent', formatDay(day), say(`verdict_${claim.verdict}`), claim.claim);
  return (
    <a
      href={addressOf({ page: 'claim', id: claim.id })}
      class={isCurrent ? 'event current' : 'event'}
      aria-label={name}
      // In pictures, names of attributes are told apart by capitals: `tabIndex` is none in Firefox.
      tabindex={isCurrent ? 0 : -1}
      style={{ '--verdict': verdictStyles[claim.verdict].colour }}
      onMouseEnter={() => onPoint(event)}
      onFocus={() => onPoint(event)}
    >
      <g transform={place}>
        <circle class="ring" cx={disc / 2} cy={disc / 2} r={disc / 2 + 2} />
        <g class="verdict-icon" transform={`scale(${disc / 16})`}>
          <circle cx="8" cy="8" r="8" />
          <path d={strokesOf[claim.verdict]} />
        </g>
      </g>
    </a>
  );
}

function tickText(time: number, step: 'year' | 'month'): string {
  const day = new Date(time);
  return step === 'year' ? String(day.getUTCFullYear()) : formatMonth(day);
}

/** The width that there is for the picture, so that its text keeps its size. */
function useWidth() {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(720);
  useEffect(() => {
    const { current } = box;
    if (!current) return;
    const observer = new ResizeObserver(() => {
      // Paper has a width of its own, and the browser scales what does not fit.
      if (current.clientWidth > 0) setWidth(Math.max(260, current.clientWidth));
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return [box, width] as const;
}
