import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { say } from '../ui/say.ts';
import { addressOf, noFilters, type View, viewAt } from './address.ts';
import { ClaimList } from './claim-list.tsx';
import { ClaimView } from './claim-view.tsx';
import type { Collection } from './collection.ts';
import { CorrectionLog } from './correction-log.tsx';
import { Prose } from './prose.tsx';
import { TimelineView } from './timeline-view.tsx';

/** The library: what it shows stands in the address, so that every view of it can be linked. */
export function Library({ collection }: { collection: Collection }) {
  const view = useView();
  const main = useRef<HTMLElement>(null);
  const title = titleOf(view, collection);
  const place = view.page === 'claim' ? view.id : view.page;
  const before = useRef(place);
  useEffect(() => {
    document.title = `${title} · Tumen`;
  }, [title]);
  useEffect(() => {
    if (before.current === place) return;
    before.current = place;
    // As on a page that has just been opened: reading begins at the top.
    scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [place]);
  return (
    <Frame view={view}>
      <main ref={main} tabIndex={-1}>
        <Content view={view} collection={collection} />
      </main>
    </Frame>
  );
}

/** A single message in place of the library. */
export function LibraryMessage({ text }: { text: string }) {
  return (
    <main>
      <h1>{say('libraryTitle')}</h1>
      <p role="status">{text}</p>
    </main>
  );
}

function useView(): View {
  const [view, setView] = useState(() => viewAt(location.hash));
  useEffect(() => {
    const follow = () => setView(viewAt(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return view;
}

const pages = ['claims', 'timeline', 'methodology', 'corrections'] as const;

function Frame({ view, children }: { view: View; children: ComponentChildren }) {
  return (
    <>
      <header class="masthead">
        <a class="brand" href="#/">
          <img src="/icons/32.png" alt="" width="22" height="22" />
          Tumen
        </a>
        <nav aria-label={say('navigation')}>
          {pages.map((page) => (
            <a
              key={page}
              href={addressOf(page === 'claims' ? { page, filters: noFilters } : { page })}
              aria-current={page === view.page ? 'page' : undefined}
            >
              {say(`${page}Page`)}
            </a>
          ))}
        </nav>
      </header>
      {children}
      <footer class="imprint fine">{say('privacy')}</footer>
    </>
  );
}

function Content({ view, collection }: { view: View; collection: Collection }) {
  switch (view.page) {
    case 'claims':
      return <ClaimList collection={collection} filters={view.filters} />;
    case 'claim': {
      const claim = collection.claim(view.id);
      if (claim) return <ClaimView key={claim.id} claim={claim} />;
      return (
        <>
          <h1>{say('libraryTitle')}</h1>
          <p role="status">{say('unknownClaim', view.id)}</p>
          <p>
            <a href="#/">{say('allClaims')}</a>
          </p>
        </>
      );
    }
    case 'timeline':
      return <TimelineView claims={collection.claims.filter(({ pack }) => !pack)} />;
    case 'methodology':
      return <Prose blocks={collection.methodology} />;
    case 'corrections':
      return <CorrectionLog collection={collection} />;
  }
}

function titleOf(view: View, collection: Collection): string {
  if (view.page === 'claims') return say('libraryTitle');
  if (view.page !== 'claim') return say(`${view.page}Page`);
  return collection.claim(view.id)?.claim ?? say('libraryTitle');
}
