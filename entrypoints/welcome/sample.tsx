import { useEffect, useRef, useState } from 'preact/hooks';
import type { Mark } from '../../src/annotate/mark.ts';
import type { Settings } from '../../src/settings/settings.ts';
import { sayProblem } from '../../src/ui/problem.ts';
import { formatDay, say, sayCount } from '../../src/ui/say.ts';
import { VerdictCounts } from '../../src/ui/verdict-counts.tsx';
import { annotateSample } from './annotate-sample.ts';
import { sampleArticle } from './sample-article.ts';

/** What came of checking the sample: its marks, or why there are none. */
type Outcome = { marks: readonly Mark[] } | { failure: string } | null;

type SampleProps = Pick<Settings, 'look'>;

/** An article with Tumen at work on it, as it looks by the settings. It is made anew for another language. */
export function Sample({ look: { quiet, ticks, textSize } }: SampleProps) {
  const article = useRef<HTMLDivElement>(null);
  const [outcome, setOutcome] = useState<Outcome>(null);
  const { paper, title, author, published, paragraphs } = sampleArticle;
  useEffect(() => {
    const end = new AbortController();
    const fail = (error: unknown) => {
      if (end.signal.aborted) return;
      setOutcome({ failure: sayProblem(error) });
    };
    if (article.current) {
      annotateSample(
        article.current,
        { published, look: { quiet, ticks, textSize } },
        end.signal,
        fail,
      ).then((marks) => setOutcome({ marks }), fail);
    }
    return () => end.abort();
  }, [quiet, ticks, textSize]);
  return (
    <figure class="sample">
      <div class="clipping" lang="en" dir="ltr" ref={article}>
        <p class="paper">{paper}</p>
        <h3>{title}</h3>
        <p class="byline">
          {author} · <time dateTime={published}>{formatDay(published)}</time>
        </p>
        {paragraphs.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </div>
      <figcaption>
        <div role="status">
          <SampleOutcome outcome={outcome} />
        </div>
        <p class="fine">{say('welcomeSample')}</p>
      </figcaption>
    </figure>
  );
}

function SampleOutcome({ outcome }: { outcome: Outcome }) {
  if (outcome === null) return <p>{say('welcomeChecking')}</p>;
  if ('failure' in outcome) return <p>{say('welcomeFailed', outcome.failure)}</p>;
  return (
    <>
      <p>{sayCount('welcomeMarked', outcome.marks.length)}</p>
      <VerdictCounts found={outcome.marks.flatMap(({ findings }) => findings)} />
    </>
  );
}
