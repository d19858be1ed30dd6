import { describe, expect, it } from 'vitest';
import { claimsIn } from '../../tests/engine/rules.ts';

const published = '2025-03-10';
const shells = 'north-korea-sent-one-million-shells';
const before = 'North Korea has been arming Russia for a year and a half.';

describe('a country that the text around a sentence names', () => {
  it.each([
    ['in the sentence before', [`${before} In total about a million shells have gone to Russia.`]],
    ['in the paragraph before', [before, 'In total about a million shells have gone to Russia.']],
  ])('is left unsaid: %s', (_, paragraphs) => {
    expect(claimsIn(paragraphs, published)).toContain(shells);
  });

  it('may be one of several concepts asked for', () => {
    const text =
      'This brief is about Russia and North Korea. Trade rose to 34 million dollars in 2024, an all-time high.';
    expect(claimsIn(text, '2025-08-20')).toContain('record-trade-34-million-2024');
  });

  it('may be all that a statement asks for besides its figure', () => {
    const text =
      'Russia hosts North Korean workers. Their number in the country now stands at 50,000.';
    expect(claimsIn(text, '2025-08-20')).toContain('fifty-thousand-north-korean-workers-in-russia');
  });

  it.each([
    'About a million shells have gone to Russia, it became known in Seoul.',
    'About a million shells have gone to Russia, a flow that alarms Seoul and Tokyo.',
    'About a million shells have gone to Russia, the Pentagon said.',
    '5 March: a researcher from London reckons that a million shells have gone to Russia.',
  ])('is left unsaid where another one only hears or tells of it: %s', (sentence) => {
    expect(claimsIn(`${before} ${sentence}`, published)).toContain(shells);
  });

  it.each([
    ['another country is named', 'Iran has sent Russia about a million shells.'],
    [
      'the sentence says that it is not the one',
      'About a million shells, not North Korean ones, have gone to Russia.',
    ],
  ])('is not carried where %s', (_, sentence) => {
    expect(claimsIn(`${before} ${sentence}`, published)).not.toContain(shells);
  });

  it('is carried to arms whose name alone tells whose they are', () => {
    const text = `${before} There were 120 Koksans as well, plus 120 launchers of the 240 mm type.`;
    expect(claimsIn(text, published)).toContain('koksan-120-plus-120-launchers');
  });

  it('is carried from far where the whole text is about it', () => {
    const text = [
      'Pyongyang has much to give. The North arms whoever pays. Kim Jong Un knows it. North Korea is poor.',
      'We met on a terrace.',
      'It was warm, and the sea was calm.',
      'In total about a million shells have gone to Russia.',
    ];
    expect(claimsIn(text, published)).toContain(shells);
  });

  it.each([
    ['about-600-killed', 'A Russian regiment lost 600 soldiers near Bakhmut.'],
    [
      'north-korean-missiles-now-accurate-to-50-100-m',
      'They hit within 50 metres of the target, engineers say of Russian glide bombs.',
    ],
    [
      'russia-gave-north-korea-submarine-reactor',
      'Moscow has handed over two reactors for a submarine of its own navy.',
    ],
  ])('is not carried where it is about another’s: %s', (claim, sentence) => {
    expect(claimsIn(`${before} ${sentence}`, '2025-09-20')).not.toContain(claim);
  });

  it('is not carried into a denial', () => {
    const text = `${before} We do not doubt that its brave soldiers will reach their goal in Kursk.`;
    expect(claimsIn(text, published)).toEqual([]);
  });

  const passing = 'Russia buys shells in North Korea.';
  const others = 'Its ports are full, and its roads are bad.';
  const told = 'In total about a million shells have gone to Russia.';

  it('is not carried in a long text that tells of it in passing', () => {
    expect(claimsIn([passing, told], published)).toContain(shells);
    expect(claimsIn([passing, told, ...Array(40).fill(others)], published)).toEqual([]);
  });

  it('is not meant by "both sides" there', () => {
    const text = [
      'Russia met North Korea.',
      'Both sides have kept silent on the soldiers sent to the front.',
    ];
    const claim = 'deployment-never-acknowledged';
    expect(claimsIn(text, '2025-08-20')).toContain(claim);
    expect(claimsIn([...text, ...Array(40).fill(others)], '2025-08-20')).toEqual([]);
  });

  it('is not carried to an action of anybody with anything', () => {
    const text =
      'North Korea and Russia both build rockets. State-backed groups have leaked data on nuclear technology.';
    expect(claimsIn(text, '2025-08-20')).toEqual([]);
  });

  it('has to be named in a long text on other things', () => {
    const told = 'The two signed the partnership treaty in June 2024.';
    const text = ['Putin met Kim Jong Un of North Korea.', told];
    const claim = 'treaty-signed-19-june-2024-pyongyang';
    expect(claimsIn(text, '2025-08-20')).toContain(claim);
    expect(claimsIn([...text, ...Array(40).fill(others)], '2025-08-20')).toEqual([]);
  });

  it('has to be named near by in a long text that is not about it', () => {
    const korean = 'North Korea has mountains in the north, and North Koreans farm its plains.';
    const text =
      'In 1950 the South attacked North Korea first and so began the Korean War, Pyongyang says.';
    const claim = 'korean-war-started-by-south';
    const long = (before: string) => [
      ...Array(40).fill(korean),
      before,
      text,
      'Moscow kept silent.',
    ];
    expect(claimsIn(long('The Soviet Union armed it.'), null)).toContain(claim);
    expect(claimsIn(long(korean), null)).toEqual([]);
  });
});

it('takes a table without line ends for no sentence', () => {
  const told =
    'Russia and North Korea signed their partnership treaty in Pyongyang on 19 June 2024';
  expect(claimsIn(`${told}.`, '2024-07-01')).not.toEqual([]);
  expect(claimsIn(`${told} ${'| Seoul 1 '.repeat(50)}.`, '2024-07-01')).toEqual([]);
});
