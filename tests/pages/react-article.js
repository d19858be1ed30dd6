// The application of react-article.html: rendered on the server, then hydrated in the page when the
// test asks for it, which is later than Tumen has marked the page.
const { Component, createElement: h, useEffect, useState } = require('react');

const capital = 'The talks were held in the South Korean capital, Pyongyang, on Tuesday.';
const workers =
  'Russia will hire five thousand construction workers of its own for the Kursk region.';
const treaty = 'Russia and North Korea signed their strategic partnership treaty this June.';

const start = { stage: 'start', streamed: 'North Korea will send', order: [0, 1, 2] };

/** Each key is a shape of update that breaks pages whose text somebody else has wrapped. */
const updates = {
  /** A text node grows while an answer is streamed. */
  grow: (state) => ({
    ...state,
    streamed:
      'North Korea will send 1,000 sappers and 5,000 military builders to the Kursk region.',
  }),
  /** An element around text drops out. */
  unwrap: (state) => ({ ...state, stage: 'unwrapped' }),
  /** A part of a text becomes an element. */
  chip: (state) => ({ ...state, stage: 'chip' }),
  /** Paragraphs change places, and one goes. */
  reorder: (state) => ({ ...state, order: [2, 0] }),
};

function Capital({ stage }) {
  if (stage === 'start')
    return h('p', null, h('span', { className: 'glow' }, capital), ' So it was told.');
  if (stage === 'unwrapped') return h('p', null, capital, ' So it was told.');
  const [before, after] = capital.split('Pyongyang');
  return h(
    'p',
    null,
    before,
    h('a', { className: 'chip', href: '#p' }, 'Pyongyang'),
    after,
    ' So it was told.',
  );
}

function Article() {
  const [state, setState] = useState(start);
  useEffect(() => {
    globalThis.update = (shape) => setState(updates[shape]);
    globalThis.isHydrated = true;
  }, []);
  const paragraphs = [
    h(Capital, { key: 'capital', stage: state.stage }),
    h('p', { key: 'workers' }, workers),
    h('p', { key: 'treaty' }, h('b', null, treaty)),
  ];
  return h(
    'article',
    null,
    h('h1', null, 'Moscow and Pyongyang on a page that React owns'),
    state.order.map((index) => paragraphs[index]),
    h('p', { className: 'streamed' }, state.streamed),
  );
}

/** What newsrooms put around their pages: without it React takes the whole page down on a fault. */
class Boundary extends Component {
  state = { error: null };
  static getDerivedStateFromError(error) {
    return { error };
  }
  componentDidCatch(error) {
    globalThis.complaints.push(String(error));
  }
  render() {
    return this.state.error ? h('p', null, 'This article failed to render.') : this.props.children;
  }
}

exports.application = () => h(Boundary, null, h(Article));

if (typeof document !== 'undefined') {
  globalThis.complaints = [];
  const log = console.error;
  console.error = (...parts) => {
    globalThis.complaints.push(parts.map(String).join(' '));
    log(...parts);
  };
  globalThis.hydrate = () => {
    const { hydrateRoot } = require('react-dom/client');
    hydrateRoot(document.getElementById('root'), exports.application(), {
      onRecoverableError: (error) => globalThis.complaints.push(String(error)),
    });
  };
}
