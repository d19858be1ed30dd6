/** How often the element is put back when a page removes it; after that the page has its way. */
const patience = 10;

/** Events that happen in our own parts are no business of the page. */
const ownEvents = ['click', 'dblclick', 'keydown', 'keyup', 'keypress', 'pointerdown', 'mousedown'];

interface Host {
  host: Element;
  root: ShadowRoot;
  layer: HTMLElement;
  /** Adds it to the page, where it is not there yet. */
  attach(): void;
}

/**
 * The one element that Tumen adds to a page, with a closed shadow root for all that it draws, and
 * the layer in it for what moves with the page. It stands beside the page's own content, at the end
 * of the root element, and goes with the signal.
 */
export function createHost(styles: string[], signal: AbortSignal): Host {
  const host = document.createElement('tumen-annotations');
  const root = host.attachShadow({ mode: 'closed' });
  addStyles(root, styles);
  for (const type of ownEvents) host.addEventListener(type, (event) => event.stopPropagation());
  const layer = document.createElement('div');
  layer.className = 'layer';
  root.append(layer);

  let isAttached = false;
  let putBack = 0;
  const observer = new MutationObserver(() => {
    if (host.isConnected || putBack++ >= patience) return;
    document.documentElement.append(host);
  });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    host.remove();
  });
  return {
    host,
    root,
    layer,
    attach() {
      if (isAttached) return;
      isAttached = true;
      document.documentElement.append(host);
      observer.observe(document.documentElement, { childList: true });
    },
  };
}

/** Styles that no policy of a page forbids, since they are in no element of it. */
export function addStyles(root: ShadowRoot, styles: string[]): void {
  for (const text of styles) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    root.adoptedStyleSheets.push(sheet);
  }
}
