import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NumberMention } from './number-mention.ts';
import { readNumbers } from './numbers.ts';
import { tokenise } from './tokens.ts';

/** The mentions of a text with the words they cover. */
function read(text: string): (NumberMention & { words: string })[] {
  const tokens = tokenise(text, { start: 0, end: text.length });
  return readNumbers(tokens).map((mention) => ({
    ...mention,
    words: text.slice(tokens[mention.first]?.start, tokens[mention.last]?.end),
  }));
}

/** Mentions in short: "[words] low..high hedge unit", what is usual left out. */
const short = (text: string) =>
  read(text).map(({ words, low, high, hedge, unit, ordinal }) =>
    [
      `[${words}]`,
      high === low ? low : `${low}..${high}`,
      ...(hedge === 'exact' ? [] : [hedge]),
      ...(unit === null ? [] : [unit]),
      ...(ordinal ? ['ordinal'] : []),
    ].join(' '),
  );

const cases = (table: [string, ...string[]][]) =>
  it.each(table)('%s', (text, ...expected) => {
    expect(short(text)).toEqual(expected);
  });

describe('figures and words', () => {
  cases([
    ['1,000 sappers', '[1,000] 1000'],
    ['one thousand sappers', '[one thousand] 1000'],
    ['a thousand sappers and 5000 builders', '[a thousand] 1000', '[5000] 5000'],
    ['the thousand sappers', '[thousand] 1000'],
    ['twelve hundred men', '[twelve hundred] 1200'],
    ['a dozen guns', '[a dozen] 12'],
    ['half a dozen guns', '[half a dozen] 6'],
    ['half a million shells', '[half a million] 500000'],
    ['three quarters of a million', '[three quarters of a million] 750000'],
    ['a quarter of a million shells', '[a quarter of a million] 250000'],
    ['nine million shells', '[nine million] 9000000'],
    ['1.5 million shells', '[1.5 million] 1500000'],
    ['1.5m shells', '[1.5m] 1500000'],
    ['25k men', '[25k] 25000'],
    ['1½ million', '[1½ million] 1500000'],
    ['one and a half million mines', '[one and a half million] 1500000'],
    ['a million and a half', '[a million and a half] 1500000'],
    ['one hundred and twenty troops', '[one hundred and twenty] 120'],
    ['one hundred and one thousand', '[one hundred and one thousand] 101000'],
    ['two million five hundred thousand', '[two million five hundred thousand] 2500000'],
    ['twenty-four guns', '[twenty-four] 24'],
    ['a thousand and five thousand', '[a thousand] 1000', '[five thousand] 5000'],
    ['9.4 million 152 mm shells', '[9.4 million] 9400000', '[152 mm] 152 mm'],
    ['1.000.000 shells', '[1.000.000] 1000000'],
    ['a 5,000-strong force', '[5,000] 5000'],
    ['In 2024 5,000 came', '[2024] 2024', '[5,000] 5000'],
  ]);
});

describe('vague numbers', () => {
  cases([
    ['thousands of men', '[thousands] 2000..Infinity'],
    ['tens of thousands of men', '[tens of thousands] 20000..100000'],
    ['hundreds of thousands', '[hundreds of thousands] 200000..1000000'],
    ['dozens of guns', '[dozens] 24..Infinity'],
    ['several thousand men', '[several thousand] 2000..9000'],
    ['a few hundred men', '[a few hundred] 200..900'],
    ['a couple of hundred men', '[a couple of hundred] 200..300'],
    ['several men'],
  ]);
});

describe('ranges', () => {
  cases([
    ['10,000 to 12,000 men', '[10,000 to 12,000] 10000..12000'],
    ['10,000–12,000 men', '[10,000–12,000] 10000..12000'],
    ['10-12 thousand men', '[10-12 thousand] 10000..12000'],
    ['between ten and twelve thousand', '[between ten and twelve thousand] 10000..12000'],
    ['from 10,000 to 12,000 men', '[from 10,000 to 12,000] 10000..12000'],
    ['two or three hundred', '[two or three hundred] 200..300'],
    ['$5-6 billion', '[$5-6 billion] 5000000000..6000000000 usd'],
    ['5 to 7 metres', '[5 to 7 metres] 5..7 m'],
    ['10% to 12%', '[10% to 12%] 10..12 percent'],
    ['up to 40 to 60 kilometres', '[up to 40 to 60 kilometres] 40..60 at-most km'],
    ['1,000 or 50,000 men', '[1,000] 1000', '[50,000] 50000'],
    ['in 2018-2019', '[2018] 2018', '[2019] 2019'],
    ['rose from 28,000 to 33,000', '[28,000] 28000', '[33,000] 33000'],
    ['500 and 600 men', '[500] 500', '[600] 600'],
  ]);
});

describe('hedges', () => {
  cases([
    ['about 5,000', '[about 5,000] 5000 about'],
    ['an estimated 10,000', '[an estimated 10,000] 10000 about'],
    ['close to 3,000', '[close to 3,000] 3000 about'],
    ['more than a thousand', '[more than a thousand] 1000 at-least'],
    ['no fewer than one hundred', '[no fewer than one hundred] 100 at-least'],
    ['upwards of 4,000', '[upwards of 4,000] 4000 at-least'],
    ['as many as nine million', '[as many as nine million] 9000000 at-most'],
    ['no more than 500,000', '[no more than 500,000] 500000 at-most'],
    ['fewer than 6', '[fewer than 6] 6 below'],
    ['up to about 500', '[up to about 500] 500 at-most'],
    ['5,000 or so', '[5,000 or so] 5000 about'],
    ['5,000-plus', '[5,000-plus] 5000 at-least'],
    ['400-odd', '[400-odd] 400 about'],
    ['a hundred or more', '[a hundred or more] 100 at-least'],
    ['about the visit'],
  ]);
});

describe('shares', () => {
  cases([
    ['75 percent', '[75 percent] 75 percent'],
    ['75 per cent', '[75 per cent] 75 percent'],
    ['75%', '[75%] 75 percent'],
    ['three quarters of the shells', '[three quarters of] 75 percent'],
    ['half of the shells', '[half of] 50 percent'],
    ['more than half the shells', '[more than half] 50 at-least percent'],
    ['nearly a quarter of them', '[nearly a quarter of] 25 about percent'],
    ['three in ten shells', '[three in ten] 30 percent'],
    ['one in four shells', '[one in four] 25 percent'],
    ['nine out of ten', '[nine out of ten] 90 percent'],
    ['one shell in every two', '[one shell in every two] 50 percent'],
    ['one container in four held arms', '[one container in four] 25 percent'],
    ['one soldier in ten brigades', '[one] 1', '[ten] 10'],
    ['every other North Korean shell', '[every other] 50 percent'],
    ['every second missile', '[every second] 50 percent'],
    ['every other day'],
    ['every other country'],
    ['1/4 of them', '[1/4 of] 25 percent'],
    ['two in ten days', '[two] 2', '[ten] 10'],
    ['the northern half of the peninsula'],
    ['the first half of 2024', '[first] 1 ordinal', '[2024] 2024'],
    ['a third country', '[third] 3 ordinal'],
  ]);

  it('gives two thirds exactly', () => {
    expect(read('two-thirds of them')[0]?.low).toBeCloseTo(66.667, 2);
  });
});

describe('units', () => {
  cases([
    ['$2,000 a month', '[$2,000] 2000 usd'],
    ['2,000 dollars', '[2,000 dollars] 2000 usd'],
    ['US$20 million', '[US$20 million] 20000000 usd'],
    ['2,000 US dollars', '[2,000 US dollars] 2000 usd'],
    ['€5m', '[€5m] 5000000 eur'],
    ['£5bn', '[£5bn] 5000000000 gbp'],
    ['20 million roubles', '[20 million roubles] 20000000 rub'],
    ['5 billion won', '[5 billion won] 5000000000 krw'],
    ['team of 5 won', '[5] 5'],
    ['300 yuan', '[300 yuan] 300 cny'],
    ['five kilometres', '[five kilometres] 5 km'],
    ['a 4.7-kilometre bridge', '[4.7-kilometre] 4.7 km'],
    ['152mm shells', '[152mm] 152 mm'],
    ['42,400 hectares', '[42,400 hectares] 42400 hectare'],
    ['424 square kilometres', '[424 square kilometres] 424 square-km'],
    ['5 km²', '[5 km²] 5 square-km'],
    ['10 tonnes', '[10 tonnes] 10 tonne'],
    ['over a million barrels', '[over a million barrels] 1000000 at-least barrel'],
  ]);
});

describe('ordinals', () => {
  cases([
    ['the third man', '[third] 3 ordinal'],
    ['the 4th of June', '[4th] 4 ordinal'],
    ['the twenty-fourth', '[twenty-fourth] 24 ordinal'],
    ['the 528th regiment', '[528th] 528 ordinal'],
  ]);
});

describe('what is no count', () => {
  cases([
    ['the one that came'],
    ['no one came'],
    ['one of the men'],
    ['One can see it'],
    ['one another'],
    ['one soldier', '[one] 1'],
    ['No one thousand men', '[one thousand] 1000'],
    ['the KN-23 and S-400'],
    ['at 10:30'],
    ['11.15 The parade is over'],
    ['the 1990s'],
    ['it works 24/7'],
  ]);
});

describe('other languages', () => {
  cases([
    ['пять тысяч строителей', '[пять тысяч] 5000'],
    ['5 тыс. солдат', '[5 тыс.] 5000'],
    ['около 12 млн снарядов', '[около 12 млн] 12000000 about'],
    ['десятки тысяч солдат', '[десятки тысяч] 20000..100000'],
    ["п'ять тисяч будівельників", "[п'ять тисяч] 5000"],
    ['понад 10 тис. солдатів', '[понад 10 тис.] 10000 at-least'],
    ['병력 5천명', '[5천명] 5000'],
    ['1만2000명', '[1만2000] 12000'],
    ['약 100만 발', '[약 100만] 1000000 about'],
  ]);
});

describe('on any sentence', () => {
  const words = fc.constantFrom(
    ...`a one two twenty hundred thousand million half and of to between from about more than or so plus
     third quarters in every 5 1,000 2024 $ % km - — tens several dozens u.s. , . 1.2.3 m st`.split(
      /\s+/,
    ),
  );

  it('mentions ascend, do not overlap and have ends in order', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 25 }), (list) => {
        const text = list.join(' ');
        let next = 0;
        for (const mention of read(text)) {
          expect(mention.first).toBeGreaterThanOrEqual(next);
          expect(mention.last).toBeGreaterThanOrEqual(mention.first);
          expect(mention.low).toBeLessThanOrEqual(mention.high);
          next = mention.last + 1;
        }
      }),
      { numRuns: 3000 },
    );
  });
});
