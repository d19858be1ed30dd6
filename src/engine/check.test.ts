import { describe, expect, it } from 'vitest';
import { checker, claimsIn, documentOf, shown } from '../../tests/engine/rules.ts';
import { seriousness } from '../claims/verdict.ts';

const published = '2025-06-20';
const minister = 'shoigu-defence-minister';
const announced = 'kim-to-send-1000-sappers-5000-military-builders';
const capital = 'pyongyang-south-korean-capital';

const both =
  'Russian Defence Minister Sergei Shoigu said North Korea will dispatch 1,000 sappers to Kursk.';

describe('several claims in one sentence', () => {
  it('finds them all, the most serious first', () => {
    expect(claimsIn(both, published)).toEqual([minister, announced]);
  });

  it('puts a false claim before an outdated one', () => {
    const text =
      'Russian Defence Minister Sergei Shoigu landed in the South Korean capital of Pyongyang.';
    expect(claimsIn(text, published)).toEqual([capital, minister]);
  });

  it('orders by place first', () => {
    const text = `${both} He spoke in the South Korean capital of Pyongyang.`;
    expect(claimsIn(text, published)).toEqual([minister, announced, capital]);
  });

  it('never names one claim twice for one sentence', () => {
    const text =
      'Sergei Shoigu, the Russian defence minister, says Defence Minister Shoigu heads the Russian defence ministry; North Korea will send 1,000 sappers, and Kim will dispatch 1,000 deminers to Kursk in Russia.';
    const claims = claimsIn(text, published);
    expect(claims).toContain(minister);
    expect(new Set(claims).size).toBe(claims.length);
  });

  it('finds one claim in each sentence that makes it', () => {
    const text = `${both} Defence Minister Shoigu, Moscow’s man, thanked Kim.`;
    const found = shown(text, published).filter(({ claim }) => claim === minister);
    expect(found.map(({ start }) => start)).toEqual([0, both.length + 1]);
  });

  it('orders the findings of every sentence by seriousness', () => {
    const findings = shown(both, published);
    const order = findings.map(({ verdict }) => seriousness(verdict));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });
});

describe('places of findings', () => {
  const paragraphs = [
    'Talks in the North',
    `A long flight. ${both}  A short night followed.`,
    '',
    '   Snow fell 🎉 on the runway. He spoke in the South Korean capital of Pyongyang. ',
    both,
  ];

  it('quotes the sentence as it stands in the document', () => {
    const document = documentOf(paragraphs, published);
    const text = paragraphs.join('\n\n');
    const { findings } = checker.check(document);
    expect(findings.map(({ block }) => block)).toEqual([1, 1, 3, 4, 4]);
    for (const { start, end, quote } of findings) expect(text.slice(start, end)).toBe(quote);
  });

  it('marks the sentence and no more', () => {
    const quotes = new Set(shown(paragraphs, published).map(({ quote }) => quote));
    expect([...quotes]).toEqual([both, 'He spoke in the South Korean capital of Pyongyang.']);
  });

  it('keeps to the starts that the blocks give', () => {
    const document = documentOf(both, published);
    const moved = { ...document, blocks: document.blocks.map((b) => ({ ...b, start: 700 })) };
    expect(checker.check(moved).findings[0]).toMatchObject({ start: 700, end: 700 + both.length });
  });
});

describe('the whole document', () => {
  const rest = ['It was cold.', 'Snow fell.', 'The train was late.'];

  it('has no findings where one of the two countries is not named, but by both sides of others', () => {
    const minister = 'Russian Defence Minister Sergei Shoigu spoke.';
    const talks = 'Belarus held negotiations between the two sides.';
    expect(claimsIn([minister, talks, ...rest], '2025-06-20')).toEqual([]);
    expect(claimsIn([minister, talks, ...rest, 'Pyongyang said nothing.'], '2025-06-20')).toEqual([
      'shoigu-defence-minister',
    ]);
  });

  it('takes the Soviet Union for Russia of its time', () => {
    const opened =
      'The Soviet Union and the DPRK established diplomatic relations on 12 October 1948.';
    expect(claimsIn([opened, ...rest], '2025-06-20')).toEqual([
      'diplomatic-relations-12-october-1948',
    ]);
  });

  it('has no findings where it is empty', () => {
    expect(checker.check(documentOf([])).findings).toEqual([]);
    expect(checker.check(documentOf(['', ' \n '])).findings).toEqual([]);
  });

  it('is left at once where it does not name both countries', () => {
    const text = 'Russia sold grain. Russia sold oil. Russia sold gas. Shoigu is defence minister.';
    expect(checker.check(documentOf(text, published)).findings).toEqual([]);
  });

  it('is read where it names a place in one of them', () => {
    const text = 'It rained. Rivers rose. North Korean infantry dug in near Kursk. It was cold.';
    const dead = 'A Storm Shadow killed a group of North Korean generals at Maryino.';
    expect(claimsIn(`${text} ${dead}`, '2025-12-01')).toContain('storm-shadow-killed-generals');
  });

  it('gives the same answer each time', () => {
    const document = documentOf([both, both], published);
    expect(checker.check(document)).toEqual(checker.check(document));
  });

  it('leaves the document as it was', () => {
    const document = documentOf([both], published);
    const before = structuredClone(document);
    checker.check(document);
    expect(document).toEqual(before);
  });

  it('says for every finding why', () => {
    for (const { reasons } of shown(both, published)) {
      expect(reasons.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['stance', 'time']));
      for (const { text } of reasons) expect(text).not.toMatch(/undefined|null|NaN/);
    }
  });

  it('names words, figure and role', () => {
    const reasons = shown(both, published).find(({ claim }) => claim === announced)?.reasons ?? [];
    const texts = reasons.map(({ text }) => text).join(' ');
    expect(texts).toContain('“1,000”');
    expect(texts).toContain('“North Korea”');
  });
});

describe('actors and directions are hard tests', () => {
  it.each([
    'China will dispatch 1,000 sappers to Laos.',
    'Russia will dispatch 1,000 sappers to North Korea.',
    'Vietnam will dispatch 5,000 military builders to Russia.',
    'North Korea will dispatch 1,000 sappers to Syria.',
  ])('%s', (text) => {
    expect(claimsIn(text, published)).not.toContain(announced);
  });

  it.each([
    'Security Council Secretary Sergei Shoigu left Pyongyang.',
    'Russian Defence Minister Andrei Belousov left Pyongyang.',
    'Former Russian defence minister Sergei Shoigu left Pyongyang.',
    'Sergei Shoigu, who was defence minister of Russia until 2024, left Pyongyang.',
    'The North Korean defence minister received Sergei Shoigu.',
    'He flew from Seoul, the South Korean capital, to Pyongyang.',
    'The two held talks in Pyongyang in June 2025, a Seoul-based lecturer said.',
    'Pyongyang is the North Korean capital and Seoul the South Korean one.',
    'South Korea’s delegation flew to Pyongyang, the capital of the North.',
    'South Korea sent envoys to Pyongyang, capital of North Korea.',
    'In 2023, Sergei Shoigu visited Pyongyang as Russian defence minister.',
    'Sergei Shoigu and Russian Defence Minister Andrei Belousov met in Moscow.',
    'Ukraine says 1,000 North Korean sappers died in the Kursk region.',
    'Russia sent 5,000 builders to Mariupol.',
    'Five thousand North Korean workers are building a resort in Wonsan with Russian money.',
    'North Korea and Russia signed a tourism agreement in June 2025.',
    'In June 2025, Russia and North Korea marked the first year of the treaty signed by Putin and Kim.',
  ])('%s', (text) => {
    expect(claimsIn(text, published)).toEqual([]);
  });
});

describe('whose a figure is', () => {
  const killed = 'six-thousand-killed';

  it.each([
    'In Kursk 6,000 North Korean soldiers died.',
    'In Kursk 6,000 soldiers from Pyongyang died.',
    'Of the force that Kim sent, 6,000 soldiers died in Kursk.',
  ])('counts those of the country, or of whom it is not said: %s', (text) => {
    expect(claimsIn(text, '2025-08-01')).toContain(killed);
  });

  it.each([
    'In Kursk 6,000 Russian soldiers died beside the North Koreans.',
    'Kim pitied the 6,000 soldiers of Russia who died in Kursk.',
    'Ukraine sent 6,000 soldiers to Kursk, and many of them died fighting North Koreans.',
  ])('counts nobody else: %s', (text) => {
    expect(claimsIn(text, '2025-08-01')).not.toContain(killed);
  });
});

describe('what belongs to a country', () => {
  const belgorod = 'nk-troops-in-belgorod';

  it.each([
    'Kim’s men stand guard in Belgorod.',
    'In Belgorod there are now soldiers from Pyongyang.',
  ])('is found by whose it is: %s', (text) => {
    expect(claimsIn(text, '2025-09-01')).toContain(belgorod);
  });

  it('is not found where it is named by itself', () => {
    const text = 'Belgorod’s governor met soldiers and wrote to Pyongyang.';
    expect(claimsIn(text, '2025-09-01')).not.toContain(belgorod);
  });
});
