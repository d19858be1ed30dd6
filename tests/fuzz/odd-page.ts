import fc from 'fast-check';
import { sentences, words } from './known-text.ts';
import { oddText } from './odd-text.ts';

const common = [
  ...['p', 'div', 'article', 'section', 'main', 'aside', 'header', 'blockquote', 'pre', 'figure'],
  ...['h1', 'h2', 'ul', 'li', 'dl', 'dd', 'table', 'tr', 'td', 'caption', 'details', 'summary'],
  ...['span', 'a', 'b', 'em', 'sup', 'q', 'time', 'ruby', 'rt', 'label', 'font', 'marquee'],
];

/** Elements whose content is no text for readers, or that browsers build otherwise than they are written. */
const special = [
  ...['script', 'style', 'template', 'noscript', 'textarea', 'select', 'option', 'title', 'code'],
  ...[
    'svg',
    'text',
    'foreignObject',
    'math',
    'mi',
    'slot',
    'x-teaser',
    'iframe',
    'object',
    'dialog',
  ],
  ...['img', 'br', 'hr', 'wbr', 'input', 'button', 'frameset', 'nonsense', 'a:b', 'é', 'plaintext'],
];

const tag = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...common) },
  { weight: 1, arbitrary: fc.constantFrom(...special) },
);

const attribute = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      ...['hidden', 'aria-hidden=true', 'contenteditable', 'inert', 'open', 'style="display:none"'],
      ...['style="visibility:hidden"', 'style="all:unset', 'dir=rtl', 'lang=ko', 'lang="\ud800"'],
      ...['role=heading', 'class="', "id='x", 'onclick=alert(1)', '=', '"', 'slot=x', 'itemprop=x'],
      ...['datetime="2025-06-17"', 'datetime="0000-99-99"', 'href="javascript:alert(1)"'],
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('title', 'alt', 'data-x', 'style', 'class'), fc.nat(60_000))
      .map(([name, length]) => `${name}="${'x '.repeat(length / 2)}"`),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
);

const given = oddText(sentences, words).map((text) => text.slice(0, 2000));

const brokenMarkup = fc.constantFrom(
  ...['<', '</', '<!', '<!--', '-->', '<![CDATA[', ']]>', '<?x', '&', '&#x110000;', '&#xd800;'],
  ...[
    '&nbsp',
    '&lt;p&gt;',
    '</p',
    '<p',
    '<p/',
    '</div></div></div>',
    '</body>',
    '</html>',
    '<body>',
  ],
  ...['<html lang=ru>', '<!doctype html>', '\0', '\r', '<br></br>', '<p></li><td>', '</script>'],
);

/** Elements in elements, of which some are not closed, and some by another's end. */
const { piece } = fc.letrec<{ piece: string; element: string }>((tie) => ({
  piece: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 4, arbitrary: given },
    { weight: 1, arbitrary: brokenMarkup },
    { weight: 4, arbitrary: tie('element') },
  ),
  element: fc
    .tuple(
      tag,
      fc.oneof(
        { weight: 4, arbitrary: fc.constant<string[]>([]) },
        { weight: 1, arbitrary: fc.array(attribute, { maxLength: 2 }) },
      ),
      fc.array(tie('piece'), { maxLength: 5 }),
      fc.constantFrom('right', 'right', 'right', 'none', 'other'),
      tag,
    )
    .map(([name, attributes, inside, end, other]) => {
      const start = `<${[name, ...attributes].join(' ')}>`;
      const close = { right: `</${name}>`, none: '', other: `</${other}>` }[end] ?? '';
      return start + inside.join('') + close;
    }),
}));

/** What a page says of itself, in forms that are right, broken, deep or endless. */
const head = fc.constantFrom(
  '',
  '<title>Talks</title><meta property="article:published_time" content="2025-06-17T10:00:00Z">',
  '<meta name=date content="the day before yesterday"><link rel=canonical href="://x">',
  '<meta property="og:url" content="javascript:alert(1)">',
  '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2025-06-17"}</script>',
  '<script type="application/ld+json">{"@type":["NewsArticle"],"datePublished":{"a":[1]}</script>',
  `<script type="application/ld+json">${'[{"@graph":'.repeat(500)}</script>`,
  `<script type="application/ld+json">${'['.repeat(9000)}${']'.repeat(9000)}</script>`,
  '<script type="application/ld+json">{"@type":"ClaimReview","__proto__":{"x":1}}</script>',
  '<script type="application/ld+json">null</script><script type="application/ld+json">\ud800</script>',
  '<base href="data:text/html,x"><meta charset=utf-7>',
);

/** Markup of a page about both countries as nobody should write it. */
export const oddPage: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('<!doctype html>', '<!doctype html><html lang=en>', '<html lang="ru-RU">', ''),
    head,
    fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(3000) }),
    fc.constantFrom('div', 'b', 'ul', 'table', 'x-teaser', 'blockquote'),
    fc.array(piece, { maxLength: 12 }),
  )
  .map(
    ([start, told, depth, nested, pieces]) =>
      `${start}<head>${told}</head><body>${`<${nested}>`.repeat(depth)}<p>Moscow and Pyongyang.</p>${pieces.join('')}`,
  );
