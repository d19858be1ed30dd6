import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { readDocument } from './read.ts';

function documentOf(body: string): Document {
  return parseHTML(
    `<!doctype html><html lang="en"><head><title>T</title></head><body>${body}</body></html>`,
  ).document;
}

function textsOf(body: string): string[] {
  return readDocument(documentOf(body)).source.blocks.map((block) => block.text);
}

describe('readDocument', () => {
  test('makes a block of each paragraph, heading, list item and cell', () => {
    const { blocks } = readDocument(
      documentOf(
        '<h1>One</h1><p>Two.</p><ul><li>Three<li>Four</ul><table><tr><td>Five<td>Six</table>',
      ),
    ).source;
    expect(blocks).toEqual([
      { text: 'One', start: 0, kind: 'heading' },
      { text: 'Two.', start: 4, kind: 'paragraph' },
      { text: 'Three', start: 9, kind: 'paragraph' },
      { text: 'Four', start: 15, kind: 'paragraph' },
      { text: 'Five', start: 20, kind: 'paragraph' },
      { text: 'Six', start: 25, kind: 'paragraph' },
    ]);
  });

  test.each([
    ['runs on through inline elements', '<p>a <em>b</em><a href="#">c</a> d</p>', ['a bc d']],
    ['collapses white space as it is rendered', '<p>  a\n\t b <b> c </b> d </p>', ['a b c d']],
    ['keeps a drop cap with its word', '<p><span>T</span>he</p>', ['The']],
    ['takes one line break for a space', '<p>a<br>b</p>', ['a b']],
    ['parts at two line breaks', '<div>a<br>\n<br>b</div>', ['a', 'b']],
    ['parts text around a block', '<div>a<p>b</p>c</div>', ['a', 'b', 'c']],
    ['parts text around an empty block', '<div>a<hr>c</div>', ['a', 'c']],
    [
      'parts a sentence from an advertisement',
      '<p>a</p><aside>Ad</aside><p>b</p>',
      ['a', 'Ad', 'b'],
    ],
    [
      'leaves scripts, fields and code out',
      '<p>a<script>x</script><code>y</code></p><textarea>z</textarea>',
      ['a'],
    ],
    ['leaves hidden text out', '<p>a<span hidden>x</span></p><div hidden><p>y</p></div>', ['a']],
    ['reads what is only hidden from screen readers', '<p aria-hidden="true">a</p>', ['a']],
    ['leaves out what the reader is writing', '<div contenteditable>x</div><p>a</p>', ['a']],
    ['leaves footnote marks out', '<p>a<sup><a href="#n">[1]</a></sup> b</p>', ['a b']],
    ['keeps other raised text', '<p>the 19<sup>th</sup> of June</p>', ['the 19th of June']],
    ['reads an empty page as nothing', '', []],
  ])('%s', (_, body, texts) => {
    expect(textsOf(body)).toEqual(texts);
  });

  test('marks text in a heading as such, however deep', () => {
    const [block] = readDocument(documentOf('<h2><a href="#"><span>x</span></a></h2>')).source
      .blocks;
    expect(block?.kind).toBe('heading');
  });

  test('locates text across elements and collapsed white space', () => {
    const page = readDocument(documentOf('<p>Kim   sent <b>one\n thousand</b> sappers.</p>'));
    const text = page.source.blocks[0]?.text ?? '';
    const start = text.indexOf('sent');
    const place = page.locate(start, text.indexOf(' sappers'));
    expect(place?.start.node.data.slice(place.start.offset)).toBe('sent ');
    expect(place?.end.node.data.slice(0, place.end.offset)).toBe('one\n thousand');
  });

  test('locates nothing outside the text', () => {
    const page = readDocument(documentOf('<p>a</p>'));
    expect(page.locate(5, 6)).toBeNull();
    expect(page.locate(0, 0)).toBeNull();
  });
});

/** Random pages: text with all kinds of white space in nested inline and block elements. */
const words = fc.string({
  unit: fc.constantFrom('a', 'б', '북', '😀', '\u00a0', ' ', '\n', '\t', '.'),
  maxLength: 12,
});
const { node } = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    words,
    fc.constantFrom('<br>', '<hr>', '<sup>1</sup>', '<script>x</script>'),
    fc
      .tuple(
        fc.constantFrom('p', 'div', 'span', 'b', 'li', 'h2', 'td'),
        fc.array(tie('node'), { maxLength: 4 }),
      )
      .map(([name, inner]) => `<${name}>${inner.join('')}</${name}>`),
  ),
}));

const collapsed = (text: string): string => text.replace(/[ \t\n\r\f]+/g, ' ').trim();

/** The text between two positions, walked node by node. */
function textBetween(
  document: Document,
  from: { node: Text; offset: number },
  to: typeof from,
): string {
  if (from.node === to.node) return from.node.data.slice(from.offset, to.offset);
  const walker = document.createTreeWalker(document, 4);
  let text: string | null = null;
  for (let at = walker.nextNode(); at; at = walker.nextNode()) {
    const data = (at as Text).data;
    if (at === from.node) text = data.slice(from.offset);
    else if (at === to.node) return (text ?? '') + data.slice(0, to.offset);
    else if (text !== null) text += data;
  }
  return text ?? '';
}

describe('the way back from text to page', () => {
  test('every character of every block stands where the map says', () => {
    fc.assert(
      fc.property(fc.array(node, { maxLength: 6 }), (nodes) => {
        const page = readDocument(documentOf(nodes.join('')));
        for (const { text, start } of page.source.blocks) {
          for (let index = 0; index < text.length; index++) {
            const place = page.locate(start + index, start + index + 1);
            const letter = place?.start.node.data.charAt(place.start.offset);
            // A space may stand for a line break, which has no character of its own.
            if (text[index] !== ' ') expect(letter).toBe(text[index]);
            else expect(place).not.toBeNull();
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  test('every part of a block is the same text in the page', () => {
    fc.assert(
      fc.property(
        fc.array(words, { minLength: 1, maxLength: 6 }),
        fc.nat(),
        fc.nat(),
        (parts, one, other) => {
          const document = documentOf(`<p>${parts.map((part) => `<b>${part}</b>`).join('')}</p>`);
          const page = readDocument(document);
          const [block] = page.source.blocks;
          if (!block) return;
          const [from, to] = [one % block.text.length, other % block.text.length].sort(
            (a, b) => a - b,
          );
          const place = page.locate(from ?? 0, (to ?? 0) + 1);
          if (!place) throw new Error('it is not located');
          const text = textBetween(document, place.start, place.end);
          expect(collapsed(text)).toBe(collapsed(block.text.slice(from, (to ?? 0) + 1)));
        },
      ),
      { numRuns: 400 },
    );
  });

  test('blocks follow each other in the visible text, one line feed apart', () => {
    fc.assert(
      fc.property(fc.array(node, { maxLength: 6 }), (nodes) => {
        const { blocks } = readDocument(documentOf(nodes.join(''))).source;
        const visible = blocks.map((block) => block.text).join('\n');
        for (const { text, start } of blocks) {
          expect(visible.slice(start, start + text.length)).toBe(text);
        }
      }),
    );
  });
});
