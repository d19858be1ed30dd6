import { useEffect, useRef, useState } from 'preact/hooks';
import type { Mark } from '../../src/annotate/mark.ts';
import { formatDay, say, sayCount } from '../../src/ui/say.ts';
import { VerdictCounts } from '../../src/ui/verdict-counts.tsx';
import { annotateSample } from './annotate-sample.ts';
import { sampleArticle } from './sample-article.ts';

/** What came of checking the sample: its marks, or why there are none. */
type Outcome = { marks: readonly Mark[] } | { failure: string } | null;

/** An article with Tumen at work on it. */
export function Sample() {
  const article = useRef<HTMLDivElement>(null);
  const [outcome, setOutcome] = useState<Outcome>(null);
  const { paper, title, author, published, paragraphs } = sampleArticle;
  useEffect(() => {
    const end = new AbortController();
    const fail = (error: unknown) => {
      if (end.signal.aborted) return;
      setOutcome({ failure: error instanceof Error ? error.message : String(error) });
    };
    if (article.current) {
      annotateSample(article.current, published, end.signal, fail).then(
        (marks) => setOutcome({ marks }),
        fail,
      );
    }
    return () => end.abort();
  }, []);
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
