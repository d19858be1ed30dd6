import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from './sentences.ts';

const split = (text: string) =>
  splitSentences(text).map(({ start, end }) => text.slice(start, end));

describe('splitSentences', () => {
  it.each<[string, string[]]>([
    ['Kim went. Putin stayed.', ['Kim went.', 'Putin stayed.']],
    [
      'Gen. Kim and Lt. Col. Pak met Dr. Lee. They left.',
      ['Gen. Kim and Lt. Col. Pak met Dr. Lee.', 'They left.'],
    ],
    ['The U.S. Senate met. It voted.', ['The U.S. Senate met.', 'It voted.']],
    ['He lives in the U.S. The North objects.', ['He lives in the U.S.', 'The North objects.']],
    ['He left at 5 p.m. Moscow time.', ['He left at 5 p.m. Moscow time.']],
    [
      'It was signed on Nov. 12 and Dec. 4. Fine.',
      ['It was signed on Nov. 12 and Dec. 4.', 'Fine.'],
    ],
    ['See No. 5 now.', ['See No. 5 now.']],
    [
      'They fought against us. 4 thousand were killed.',
      ['They fought against us.', '4 thousand were killed.'],
    ],
    ['He said “go.” 12 men of approx. 500 left.', ['He said “go.”', '12 men of approx. 500 left.']],
    ['Did he? No. He stayed.', ['Did he?', 'No.', 'He stayed.']],
    ['So said J. Smith and V. V. Putin. Yes.', ['So said J. Smith and V. V. Putin.', 'Yes.']],
    ['He saw D. A. Medvedev. Yes.', ['He saw D. A. Medvedev.', 'Yes.']],
    ['Guns, shells, etc. Then he left.', ['Guns, shells, etc.', 'Then he left.']],
    ['“Did he go?” she asked. He did.', ['“Did he go?” she asked.', 'He did.']],
    ['He said: “They went.” Then he left.', ['He said: “They went.”', 'Then he left.']],
    ['(They went.) He stayed.', ['(They went.)', 'He stayed.']],
    ['«Когда?» — спросил он. Вчера.', ['«Когда?» — спросил он.', 'Вчера.']],
    [
      'Ген. Ким получил 12 тыс. снарядов. Он ушёл.',
      ['Ген. Ким получил 12 тыс. снарядов.', 'Он ушёл.'],
    ],
    ['В 2024 г. Россия согласилась.', ['В 2024 г. Россия согласилась.']],
    ['Музей им. Ленина открыт. Да.', ['Музей им. Ленина открыт.', 'Да.']],
    ['북한이 병력을 보냈다. 러시아가 받았다.', ['북한이 병력을 보냈다.', '러시아가 받았다.']],
    ['It cost 1.5 million. It paid.', ['It cost 1.5 million.', 'It paid.']],
    ['  Kim   went.  ', ['Kim   went.']],
    ['', []],
    [' \n ', []],
    ['* * *', []],
  ])('%j', (text, expected) => {
    expect(split(text)).toEqual(expected);
  });

  it.each([
    ['It began in October last year.In the report it says so.', 2],
    ['They came in 2024.Eleven of them left.', 2],
    ['He left Pyongyang.The visit was short.', 2],
    ['Lenta.Ru and News.Az say so.', 1],
    ['See the U.S.Navy and the Rev.Brown there.', 1],
  ])('parts sentences between which the space was lost: %j', (text, count) => {
    expect(split(text)).toHaveLength(count);
  });

  it('takes a line break for a space and an empty line for an end', () => {
    expect(split('Kim sent\na thousand\r\nsappers. Yes.')).toEqual([
      'Kim sent\na thousand\r\nsappers.',
      'Yes.',
    ]);
    expect(split('A headline\n\nKim went')).toEqual(['A headline', 'Kim went']);
  });

  it('gives trimmed ranges that ascend and together hold every letter', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.lorem()), (text) => {
        let end = 0;
        let outside = '';
        for (const range of splitSentences(text)) {
          expect(range.start).toBeGreaterThanOrEqual(end);
          expect(range.end).toBeGreaterThan(range.start);
          const sentence = text.slice(range.start, range.end);
          expect(sentence.trim()).toBe(sentence);
          outside += text.slice(end, range.start);
          end = range.end;
        }
        expect(`${outside}${text.slice(end)}`).not.toMatch(/[\p{L}\p{N}]/u);
      }),
    );
  });
});
