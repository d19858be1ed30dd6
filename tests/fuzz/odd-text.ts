import fc from 'fast-check';

/** Characters that turn, hide, join or break text, and halves of others. */
const oddities = [
  ...['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad', '\u034f', '\u180e'],
  ...['\u202a', '\u202b', '\u202c', '\u202d', '\u202e', '\u2066', '\u2067', '\u2068', '\u2069'],
  ...['\u200e', '\u200f', '\u061c', '\ud83d', '\udf89', '\ud800', '\udfff', '\0', '\ufffe'],
  ...[
    '\u0301',
    '\u0489',
    '\u20e3',
    '\ufe0f',
    '\u{e0067}',
    '👩‍👩‍👧‍👦',
    '🇰🇵',
    '🇷🇺',
    '\u{10ffff}',
    '﷽',
    'ﬃ',
    'İ',
    'ß',
  ],
  ...[
    '\u2028',
    '\u2029',
    '\u0085',
    '\u00a0',
    '\u3000',
    '\t',
    '\r\n',
    '\n\n',
    '\u000b',
    '١٠٠٠',
    '千',
    'Ⅳ',
    '½',
    '∞',
  ],
];

/** Pieces of text in the languages of the news that carries these claims, and in some that do not. */
const foreign = [
  'Северная Корея направит в Курскую область 1000 сапёров.',
  'Росія та КНДР підписали договір у червні 2024 року.',
  '북한과 러시아는 2024년 6월 19일 조약에 서명했다.',
  '朝鲜将派遣一千名工兵前往俄罗斯库尔斯克。',
  'أرسلت كوريا الشمالية ألف خبير إلى روسيا.',
  'צפון קוריאה שלחה אלף חיילים לרוסיה.',
  'เกาหลีเหนือส่งทหารไปรัสเซีย',
  'उत्तर कोरिया ने रूस को सैनिक भेजे।',
  'Nordkorea schickt 1.000 Pioniere nach Rußland.',
];

const pairs = [
  ['(', ')'],
  ['[', ']'],
  ['“', '”'],
  ['‘', '’'],
  ['«', '»'],
  ['"', '"'],
  ["'", "'"],
  ['„', '“'],
  ['<b>', '</b>'],
] as const;

const oddPiece = fc.oneof(
  fc.constantFrom(...oddities),
  fc.array(fc.constantFrom(...oddities), { maxLength: 30 }).map((all) => all.join('')),
  fc.constantFrom(...foreign),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc
    .constantFrom('a', 'на', '북', '1', '0,', '.', '-', '’s', 'Kim ')
    .chain((unit) => fc.integer({ min: 2, max: 600 }).map((times) => unit.repeat(times))),
  fc
    .constantFrom('e\u0301', 'o\u0489\u0489', '\u202e', '\u2067')
    .chain((unit) => fc.integer({ min: 2, max: 200 }).map((times) => unit.repeat(times))),
);

/** A change of a text: where, and how far it reaches, as numbers that are taken modulo its length. */
type Mutation = (text: string, at: number, length: number) => string;

const cut = (text: string, at: number, length: number) => {
  const start = text.length === 0 ? 0 : at % (text.length + 1);
  return [start, Math.min(text.length, start + (length % 40))] as const;
};

const mutation = fc.oneof(
  {
    weight: 5,
    arbitrary: oddPiece.map(
      (piece): Mutation =>
        (text, at) => {
          const [start] = cut(text, at, 0);
          return text.slice(0, start) + piece + text.slice(start);
        },
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constant<Mutation>((text, at, length) => {
      const [start, end] = cut(text, at, length);
      return text.slice(0, start) + text.slice(end);
    }),
  },
  {
    weight: 2,
    arbitrary: fc.constant<Mutation>((text, at, length) => {
      const [start, end] = cut(text, at, length);
      return text.slice(0, end) + text.slice(start);
    }),
  },
  {
    weight: 1,
    arbitrary: fc.constant<Mutation>((text, at) => {
      const [start] = cut(text, at, 0);
      return text.slice(start) + text.slice(0, start);
    }),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.constantFrom(...pairs), fc.integer({ min: 1, max: 120 })).map(
      ([[open, close], depth]): Mutation =>
        (text, at, length) => {
          const [start, end] = cut(text, at, length);
          const inner = text.slice(start, end);
          return `${text.slice(0, start)}${open.repeat(depth)}${inner}${close.repeat(depth)}${text.slice(end)}`;
        },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Mutation>(
      (text) => text.toUpperCase(),
      (text) => text.toLowerCase(),
      (text) => text.normalize('NFD'),
      (text) => text.normalize('NFKD'),
      (text) => text.replaceAll(' ', ''),
      (text) => text.replaceAll(' ', '\u200b'),
      (text) =>
        text.replaceAll(/[a-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
      (text) => `\u202e${[...text].toReversed().join('')}\u202c`,
      (text) => [...text].join('\u00ad'),
      (text) => text.replaceAll(/\d/g, (digit) => `${digit}${digit},`),
    ),
  },
);

/** Texts made of these sentences and words, changed a few times in ways that break programs. */
export function oddText(
  sentences: readonly string[],
  words: readonly string[],
): fc.Arbitrary<string> {
  const wordSalad = fc
    .array(
      fc.constantFrom(...words, ',', '.', '?', '—', '(', '“', '1,000', 'on 19 June 2024', 'not'),
      {
        maxLength: 30,
      },
    )
    .map((chosen) => chosen.join(' '));
  const base = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...sentences) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom(...sentences), fc.constantFrom(...sentences))
        .map((two) => two.join(' ')),
    },
    { weight: 1, arbitrary: wordSalad },
    { weight: 1, arbitrary: oddPiece },
  );
  const change = fc.tuple(mutation, fc.nat(), fc.nat());
  return fc
    .tuple(base, fc.array(change, { maxLength: 4 }))
    .map(([text, changes]) =>
      changes.reduce(
        (changed, [mutate, at, length]) => mutate(changed, at, length).slice(0, 20_000),
        text,
      ),
    );
}
