import { readFileSync } from 'node:fs';
import path from 'node:path';

/** What happens on a page while it is read, such as a new entry of a live blog. */
interface Change {
  what: string;
  /** Code that runs in the page. */
  run: string;
  /** An expression that is true in the page when the change is done, where that takes a while. */
  done?: string;
  /** What is marked afterwards. */
  marks: readonly string[];
}

/** A page of tests/pages, and what Tumen is to mark on it. */
export interface TestPage {
  file: string;
  /** What real pages do that this one stands for. */
  trouble: string;
  /** An expression that is true in the page when it has come to rest. */
  ready?: string;
  /** The text under each mark, in any order, without soft hyphens. */
  marks: readonly string[];
  changes?: readonly Change[];
  /** The page takes our element away again and again, and at last keeps it away. */
  removesHost?: true;
}

const capital = 'The talks were held in the South Korean capital, Pyongyang, on Tuesday.';
const workers =
  'Russia will hire five thousand construction workers of its own for the Kursk region.';
const sappers =
  'North Korea will send 1,000 sappers and 5,000 military builders to the Kursk region.';
const minister =
  'Russian Defence Minister Sergei Shoigu needed less than a day for his visit to Pyongyang.';
const treaty = 'Russia and North Korea signed their strategic partnership treaty this June.';

const hydrate: Change = {
  what: 'hydrates',
  run: 'hydrate()',
  done: 'globalThis.isHydrated === true',
  marks: [capital, workers, treaty],
};

/** Every page that Tumen is held against. A new one is a file in tests/pages and a line here. */
export const testPages: readonly TestPage[] = [
  {
    file: 'sample-article.html',
    trouble: 'a plain article',
    marks: quotesOf('sample-article.expected.json'),
  },
  {
    file: 'inline-markup.html',
    trouble: 'sentences through links, footnote marks, soft hyphens, a drop cap, advertisements',
    marks: [
      capital,
      'North Korea will send 1,000 sappers[1] and 5,000 military builders2 to the Kursk region.',
      'Russia will hire five thousand construction workers of its own (this is not shown) for the Kursk region.',
      `“${treaty}”`,
    ],
  },
  {
    file: 'react-article.html',
    trouble: 'hydration, and the four shapes of update that break wrapped text',
    marks: [capital, workers, treaty],
    changes: [
      hydrate,
      {
        what: 'a text node grows',
        run: "update('grow')",
        done: "document.querySelector('.streamed').textContent.endsWith('region.')",
        marks: [capital, workers, treaty, sappers],
      },
      {
        what: 'an element around text drops out',
        run: "update('unwrap')",
        done: "!document.querySelector('.glow')",
        marks: [capital, workers, treaty, sappers],
      },
      {
        what: 'a part of a text becomes an element',
        run: "update('chip')",
        done: "document.querySelector('.chip') !== null",
        marks: [capital, workers, treaty, sappers],
      },
      {
        what: 'paragraphs change places and one goes',
        run: "update('reorder')",
        done: "document.querySelectorAll('article p').length === 3",
        marks: [capital, treaty, sappers],
      },
      {
        what: 'nothing has gone wrong',
        run: "if (complaints.length > 0) throw new Error(complaints.join('; '))",
        marks: [capital, treaty, sappers],
      },
    ],
  },
  {
    file: 'live-blog.html',
    trouble: 'entries come at the top, are corrected and withdrawn',
    marks: [capital],
    changes: [
      { what: 'an entry comes', run: `prepend('18:10', '${sappers}')`, marks: [sappers, capital] },
      {
        what: 'three come at once',
        run: `prepend('18:11', 'Rain.'); prepend('18:12', '${workers}'); prepend('18:13', 'Sun.')`,
        marks: [workers, sappers, capital],
      },
      {
        what: 'one is corrected',
        run: `correct('${sappers}', 'North Korea will send help.')`,
        marks: [workers, capital],
      },
      { what: 'one is withdrawn', run: "withdraw('18:05')", marks: [workers] },
    ],
  },
  {
    file: 'endless.html',
    trouble: 'more stories are loaded while one scrolls',
    marks: [capital],
    changes: [
      {
        what: 'two stories come',
        run: 'scrollTo(0, document.body.scrollHeight)',
        done: "document.querySelectorAll('article').length >= 4",
        marks: [capital, workers],
      },
      {
        what: 'the last story comes',
        run: 'scrollTo(0, document.body.scrollHeight)',
        done: "document.querySelectorAll('article').length === 5",
        marks: [capital, workers, treaty],
      },
    ],
  },
  {
    file: 'routes.html',
    trouble: 'a single-page application changes its routes',
    marks: [capital],
    changes: [
      { what: 'another story', run: "go('treaty')", marks: [treaty] },
      { what: 'a story about something else', run: "go('harbour')", marks: [] },
      { what: 'the first one again', run: "go('capital')", marks: [capital] },
      {
        what: 'back by the browser',
        run: 'history.go(-2)',
        done: "location.search === '?treaty'",
        marks: [treaty],
      },
    ],
  },
  {
    file: 'shadow-roots.html',
    trouble: 'text in open shadow roots within each other, slots, and text that has no slot',
    marks: [treaty, capital, workers],
    changes: [
      {
        what: 'a paragraph comes within the inner root',
        run: `addInside('${minister}')`,
        marks: [treaty, capital, workers, minister],
      },
    ],
  },
  {
    file: 'frames.html',
    trouble: 'a frame of the same site, and one of another that is left alone',
    marks: [capital, workers],
  },
  {
    file: 'nested-scroller.html',
    trouble: 'panels that scroll under sticky headers',
    marks: [capital, sappers, workers, treaty],
  },
  {
    file: 'strict-policy.html',
    trouble: "a policy of default-src 'none'",
    marks: [capital, sappers],
  },
  {
    file: 'trusted-types.html',
    trouble: 'strict Trusted Types',
    marks: [capital],
    changes: [{ what: 'a late text', run: `tell('${sappers}')`, marks: [capital, sappers] }],
  },
  {
    file: 'dark.html',
    trouble: 'dark grounds',
    marks: [capital, workers, sappers, minister],
  },
  {
    file: 'coloured.html',
    trouble: 'coloured grounds, columns, headings, a table, two claims in one sentence',
    marks: [
      'Russia and North Korea signed their strategic partnership treaty this June',
      'Moscow and Pyongyang ratified the treaty earlier this year, he added',
      capital,
      workers,
      'Russian Defence Minister Sergei Shoigu needed less than a day for his visit to Pyongyang, the South Korean capital.',
      sappers,
      workers,
    ],
  },
  {
    file: 'right-to-left.html',
    trouble: 'text from right to left, with English in it',
    marks: [capital, workers, `قال البيان: ${sappers}`],
  },
  {
    file: 'late.html',
    trouble: 'pictures and fonts that come late',
    marks: [capital, workers],
    changes: [
      {
        what: 'a picture comes',
        run: 'showPicture()',
        done: "document.querySelector('img').complete",
        marks: [capital, workers],
      },
      { what: 'a font comes', run: 'showFont()', done: 'hasFont', marks: [capital, workers] },
    ],
  },
  { file: 'printed.html', trouble: 'a page for the printer', marks: [capital, workers, sappers] },
  { file: 'quirks.html', trouble: 'quirks mode', marks: [capital, workers, sappers] },
  {
    file: 'hostile-style.html',
    trouble: 'style that unsets all and hides what is not its own',
    marks: [capital, sappers],
  },
  {
    file: 'hostile-script.html',
    trouble: 'scripts that delete unknown nodes, override prototypes and flood watchers',
    ready: 'globalThis.flooded === true',
    marks: [capital, sappers],
    removesHost: true,
  },
  {
    file: 'look-alike.html',
    trouble: 'text that plays our card, in an element of our name',
    marks: [capital, sappers],
  },
  { file: 'long.html', trouble: '100,000 words', marks: [capital, sappers] },
];

function quotesOf(file: string): string[] {
  const text = readFileSync(path.join(import.meta.dirname, '../pages', file), 'utf8');
  const expected = JSON.parse(text) as { quote: string; verdict?: string }[];
  return expected.filter(({ verdict }) => verdict !== undefined).map(({ quote }) => quote);
}
