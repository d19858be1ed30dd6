import { describe, expect, it } from 'vitest';
import { textDocument } from './text-document.ts';

const undated = { published: null, language: null };

const blocksOf = (text: string) => textDocument(text, undated).blocks;

describe('a text as a document', () => {
  it('takes each line as a paragraph, with offsets into the text as it stands', () => {
    const text = '\n  One thing happened here. \r\n\r\n\tAnother thing.\nA third 😀 thing.';
    const blocks = blocksOf(text);
    expect(blocks.map((block) => block.text)).toEqual([
      'One thing happened here.',
      'Another thing.',
      'A third 😀 thing.',
    ]);
    for (const { start, text: own } of blocks) expect(text.slice(start)).toMatch(own);
  });

  it('takes a short first line without an end mark as a heading', () => {
    expect(blocksOf('Talks in Pyongyang\nThey met.').map((block) => block.kind)).toEqual([
      'heading',
      'paragraph',
    ]);
    expect(blocksOf('They met.\nThey talked.')[0]?.kind).toBe('paragraph');
    expect(blocksOf('Only one line')[0]?.kind).toBe('paragraph');
    expect(blocksOf(`${'word '.repeat(60)}\nThey talked.`)[0]?.kind).toBe('paragraph');
  });

  it('joins lines that were wrapped at a fixed width, at the same length', () => {
    const text =
      'A title\n\nNorth Korea is going to send one thousand of its\nsappers to Russia, where they are to clear mines in the\nKursk region.\n\nThe end.';
    const [, wrapped, last] = blocksOf(text);
    expect(wrapped?.text).toBe(
      'North Korea is going to send one thousand of its sappers to Russia, where they are to clear mines in the Kursk region.',
    );
    expect(last?.start).toBe(text.indexOf('The end.'));
  });

  it('leaves short lines of a list apart', () => {
    expect(blocksOf('sappers\nbuilders\nmissiles and shells')).toHaveLength(3);
  });

  it('has no blocks for an empty text', () => {
    expect(textDocument(' \r\n\n', undated)).toEqual({
      blocks: [],
      published: null,
      language: null,
    });
  });

  it.each([
    ['The treaty was signed.', 'en'],
    ['Договор подписали в Пхеньяне.', 'ru'],
    ['Договір підписали в Пхеньяні.', 'uk'],
    ['조약은 평양에서 체결되었다.', 'ko'],
    ['1 2 3', null],
  ])('tells the language of %s by its letters', (text, language) => {
    expect(textDocument(text, undated).language).toBe(language);
    expect(textDocument(text, { published: null, language: 'de' }).language).toBe('de');
  });
});
