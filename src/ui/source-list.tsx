import { useState } from 'preact/hooks';
import type { Source } from '../claims/claim.ts';
import { Icon } from './icons.tsx';
import { formatDay, say, sayCount } from './say.ts';
import { WebLink } from './web-link.tsx';

/** Sources shown before the reader asks for the others. */
const shownFirst = 3;

interface SourceListProps {
  sources: Source[];
  /** Whether all are shown at once, each with what it shows. */
  inFull?: boolean;
}

/** The evidence of a claim: who, what, when, and of which kind. */
export function SourceList({ sources, inFull = false }: SourceListProps) {
  const [showsAll, showAll] = useState(inFull);
  const shown = showsAll ? sources : sources.slice(0, shownFirst);
  const rest = sources.length - shown.length;
  return (
    <section class="sources">
      {inFull ? <h2>{say('sources')}</h2> : <h3>{say('sources')}</h3>}
      <ul>
        {shown.map((source) => (
          <SourceItem key={source.url} source={source} inFull={inFull} />
        ))}
      </ul>
      {rest > 0 && (
        <button type="button" class="quiet" onClick={() => showAll(true)}>
          {sayCount('moreSources', rest)}
        </button>
      )}
    </section>
  );
}

function SourceItem({ source, inFull }: { source: Source; inFull: boolean }) {
  const { publisher, title, url, published, kind, supports } = source;
  return (
    <li title={inFull ? undefined : supports}>
      <WebLink
        to={url}
        note={
          <>
            <Icon name="away" />
            <span class="unseen"> ({say('opensInNewTab')})</span>
          </>
        }
      >
        <b dir="auto">{publisher}</b>
        {title && <span dir="auto">: {title}</span>}
      </WebLink>
      <span class="fine">
        {say(`kind_${kind}`)} · {published ? formatDay(published) : say('undated')}
      </span>
      {inFull && <p dir="auto">{supports}</p>}
    </li>
  );
}
