/** The words and signs by which numbers, hedges and units are written. Keys are token texts. */

const table = (entries: Record<string, number>) => new Map(Object.entries(entries));

/** Words of Russian and Ukrainian in the forms in which counts stand. */
const SLAVIC_UNITS = {
  один: 1,
  одну: 1,
  одна: 1,
  два: 2,
  две: 2,
  дві: 2,
  двух: 2,
  двох: 2,
  три: 3,
  трёх: 3,
  трех: 3,
  трьох: 3,
  четыре: 4,
  чотири: 4,
  пять: 5,
  пяти: 5,
  "п'ять": 5,
  "п'яти": 5,
  шесть: 6,
  шести: 6,
  шість: 6,
  семь: 7,
  семи: 7,
  сім: 7,
  восемь: 8,
  восьми: 8,
  вісім: 8,
  девять: 9,
  девяти: 9,
  "дев'ять": 9,
  десять: 10,
  десяти: 10,
  одиннадцать: 11,
  одинадцять: 11,
  двенадцать: 12,
  дванадцять: 12,
  тринадцать: 13,
  четырнадцать: 14,
  пятнадцать: 15,
  "п'ятнадцять": 15,
  шестнадцать: 16,
  семнадцать: 17,
  восемнадцать: 18,
  девятнадцать: 19,
  полтора: 1.5,
  полторы: 1.5,
  півтора: 1.5,
  сто: 100,
  двести: 200,
  двісті: 200,
  триста: 300,
  четыреста: 400,
  чотириста: 400,
  пятьсот: 500,
  "п'ятсот": 500,
  шестьсот: 600,
  шістсот: 600,
  семьсот: 700,
  восемьсот: 800,
  девятьсот: 900,
  полмиллиона: 5e5,
  півмільйона: 5e5,
};
const SLAVIC_TENS = {
  двадцать: 20,
  двадцати: 20,
  двадцять: 20,
  тридцать: 30,
  тридцять: 30,
  сорок: 40,
  пятьдесят: 50,
  "п'ятдесят": 50,
  шестьдесят: 60,
  семьдесят: 70,
  восемьдесят: 80,
  девяносто: 90,
};
const SLAVIC_SCALES = {
  сотня: 100,
  сотни: 100,
  сотню: 100,
  сотен: 100,
  сотні: 100,
  сотень: 100,
  тысяча: 1e3,
  тысячи: 1e3,
  тысяч: 1e3,
  тысячу: 1e3,
  тыс: 1e3,
  тисяча: 1e3,
  тисячі: 1e3,
  тисяч: 1e3,
  тисячу: 1e3,
  тис: 1e3,
  миллион: 1e6,
  миллиона: 1e6,
  миллионов: 1e6,
  миллионы: 1e6,
  млн: 1e6,
  мільйон: 1e6,
  мільйона: 1e6,
  мільйонів: 1e6,
  мільйони: 1e6,
  миллиард: 1e9,
  миллиарда: 1e9,
  миллиардов: 1e9,
  миллиарды: 1e9,
  млрд: 1e9,
  мільярд: 1e9,
  мільярда: 1e9,
  мільярдів: 1e9,
  мільярди: 1e9,
};

/** Korean scales, which touch the figure before them and may touch the thing counted. */
export const KOREAN_SCALES = table({ 백: 100, 천: 1e3, 만: 1e4, 억: 1e8, 조: 1e12 });

export const UNITS = table({
  ...SLAVIC_UNITS,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
});

export const TENS = table({
  ...SLAVIC_TENS,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fourty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
});

export const SCALES = table({
  ...SLAVIC_SCALES,
  dozen: 12,
  hundred: 100,
  thousand: 1e3,
  thousands: 1e3,
  million: 1e6,
  millions: 1e6,
  billion: 1e9,
  billions: 1e9,
  trillion: 1e12,
  trillions: 1e12,
  mln: 1e6,
  mn: 1e6,
  bn: 1e9,
  bln: 1e9,
  tn: 1e12,
  trn: 1e12,
});

/** Letters that stand for a scale only when they touch the figure ("25k", "1.5m"). */
export const TOUCHING_SCALES = table({ k: 1e3, m: 1e6, b: 1e9, t: 1e12 });

/** Plurals that stand for a number by themselves, with the least they can mean. */
export const PLURALS = table({
  десятки: 20,
  сотни: 200,
  сотні: 200,
  тысячи: 2e3,
  тисячі: 2e3,
  миллионы: 2e6,
  мільйони: 2e6,
  dozens: 24,
  scores: 40,
  hundreds: 200,
  thousands: 2e3,
  millions: 2e6,
  billions: 2e9,
  trillions: 2e12,
});

/** What comes before "of thousands", with the least and the most it can mean. */
export const PLURAL_MULTIPLES = new Map<string, readonly [number, number]>([
  ['tens', [20, 100]],
  ['десятки', [20, 100]],
  ['сотни', [200, 1000]],
  ['сотні', [200, 1000]],
  ['dozens', [24, 120]],
  ['scores', [40, 200]],
  ['hundreds', [200, 1000]],
  ['thousands', [2000, 10_000]],
]);

/** Vague words before a scale ("several thousand"), with the least and the most they can mean. */
export const VAGUE_MULTIPLES = new Map<string, readonly [number, number]>([
  ['several', [2, 9]],
  ['несколько', [2, 9]],
  ['кілька', [2, 9]],
  ['декілька', [2, 9]],
  ['few', [2, 9]],
  ['couple', [2, 3]],
  ['many', [2, Number.POSITIVE_INFINITY]],
]);

export const ORDINALS = table({
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  eleventh: 11,
  twelfth: 12,
  thirteenth: 13,
  fourteenth: 14,
  fifteenth: 15,
  sixteenth: 16,
  seventeenth: 17,
  eighteenth: 18,
  nineteenth: 19,
  twentieth: 20,
  thirtieth: 30,
  fortieth: 40,
  fiftieth: 50,
  sixtieth: 60,
  seventieth: 70,
  eightieth: 80,
  ninetieth: 90,
  hundredth: 100,
  thousandth: 1000,
  millionth: 1e6,
});

export const ORDINAL_SUFFIXES = new Set(['st', 'nd', 'rd', 'th']);

/** Names of parts of a whole; the singular is meant with "a" or "one" only. */
export const FRACTION_NAMES = table({
  half: 2,
  halves: 2,
  third: 3,
  thirds: 3,
  quarter: 4,
  quarters: 4,
  fifth: 5,
  fifths: 5,
  sixth: 6,
  sixths: 6,
  seventh: 7,
  sevenths: 7,
  eighth: 8,
  eighths: 8,
  ninth: 9,
  ninths: 9,
  tenth: 10,
  tenths: 10,
  twentieth: 20,
  hundredth: 100,
});

export type Hedge = 'about' | 'at-least' | 'at-most' | 'below';

function phrases(
  hedges: Partial<Record<Hedge, string>>,
): Map<string, { words: string[]; hedge: Hedge }[]> {
  const byFirst = new Map<string, { words: string[]; hedge: Hedge }[]>();
  for (const hedge of ['about', 'at-least', 'at-most', 'below'] as const) {
    for (const phrase of hedges[hedge]?.split(',') ?? []) {
      const words = phrase.trim().split(/\s+/);
      const [first = ''] = words;
      byFirst.set(first, [...(byFirst.get(first) ?? []), { words, hedge }]);
    }
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  return byFirst;
}

export const HEDGES_BEFORE = phrases({
  about: `about, around, some, roughly, nearly, almost, approximately, approx, approx ., circa, virtually,
    an estimated, estimated, close to, in the region of, in the order of, on the order of, somewhere around,
    in the vicinity of, perhaps, maybe, possibly, probably, practically, ~, ≈, ±,
    около, примерно, приблизительно, порядка, почти, близько, приблизно, майже, 약`,
  'at-least': `more than, over, at least, in excess of, upwards of, upward of, no fewer than, no less than,
    not less than, not fewer than, above, exceeding, a minimum of, greater than, just over, well over,
    a little over, slightly over, slightly more than, just above, not under, >, ≥,
    более, более чем, больше, больше чем, свыше, не менее, не менее чем, как минимум, по меньшей мере,
    понад, більше, більше ніж, більш ніж, щонайменше, не менше, не менш як, 최소`,
  'at-most': `up to, as many as, as much as, at most, at the most, no more than, not more than, a maximum of, not exceeding, just under, just below, a little under,
    slightly under, slightly less than, ≤, до, не более, не более чем, максимум, не більше, 최대`,
  below: 'less than, fewer than, under, below, <, менее, менее чем, меньше, менше, менше ніж',
});

export const HEDGES_AFTER = phrases({
  about: 'or so, odd, or thereabouts, or roughly',
  'at-least': 'or more, plus, and more, and counting, at least, +',
  'at-most': 'or fewer, or less, at most, at the most',
});

export const CURRENCY_SIGNS = new Map([
  ['$', 'usd'],
  ['€', 'eur'],
  ['£', 'gbp'],
  ['₽', 'rub'],
  ['₩', 'krw'],
  ['¥', 'cny'],
]);

/** Units by the words that name them; several words are separated by a space. */
const UNIT_NAMES: Record<string, string> = {
  percent:
    '%, percent, per cent, pct, pc, процент, процента, процентов, відсоток, відсотка, відсотків, 퍼센트',
  'percentage-point': 'percentage point, percentage points',
  usd: 'dollar, dollars, dollars of usa, dollars of the usa, usd, u.s. dollar, u.s. dollars, american dollars, доллар, доллара, долларов, доларів, долара, 달러',
  eur: 'euro, euros, eur, евро, євро, 유로',
  gbp: 'pounds sterling, gbp, sterling',
  rub: 'ruble, rubles, rouble, roubles, rub, russian rubles, рубль, рубля, рублей, рублів, 루블',
  krw: 'krw, korean won, south korean won, won, вон, 원',
  kpw: 'north korean won',
  cny: 'yuan, renminbi, cny, rmb, юань, юаня, юаней, юанів, 위안',
  jpy: 'yen, jpy',
  km: 'km, kms, kilometre, kilometres, kilometer, kilometers, км, километр, километра, километров, кілометр, кілометра, кілометрів, 킬로미터',
  m: 'm, metre, metres, meter, meters, м, метр, метра, метров, метрів, 미터',
  cm: 'cm, centimetre, centimetres, centimeter, centimeters, см',
  mm: 'mm, millimetre, millimetres, millimeter, millimeters, мм, 밀리미터',
  mile: 'mile, miles',
  foot: 'foot, feet, ft',
  hectare: 'hectare, hectares, ha, га, гектар, гектара, гектаров, гектарів, 헥타르',
  acre: 'acre, acres',
  'square-km':
    'square km, sq km, sq . km, km 2, square kilometre, square kilometres, square kilometer, square kilometers, кв . км, квадратных километров, квадратних кілометрів',
  'square-m': 'square metre, square metres, square meter, square meters, sq m, sq . m, m 2',
  'square-mile': 'square mile, square miles, sq mile, sq miles',
  tonne:
    'tonne, tonnes, ton, tons, metric ton, metric tons, metric tonne, metric tonnes, тонна, тонны, тонн, 톤',
  kg: 'kg, kilo, kilos, kilogram, kilograms, kilogramme, kilogrammes, кг',
  pound: 'pound, pounds, lb, lbs',
  barrel: 'barrel, barrels, bbl, баррель, барреля, баррелей, барелів, 배럴',
  litre: 'litre, litres, liter, liters',
};

/** Units by the first word of their names, longest name first. */
export const UNITS_OF_MEASURE = (() => {
  const byFirst = new Map<string, { words: string[]; unit: string }[]>();
  for (const [unit, names] of Object.entries(UNIT_NAMES)) {
    for (const name of names.split(',')) {
      const words = name.trim().split(/\s+/);
      const [first = ''] = words;
      byFirst.set(first, [...(byFirst.get(first) ?? []), { words, unit }]);
    }
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  return byFirst;
})();

export const CURRENCIES = new Set(['usd', 'eur', 'gbp', 'rub', 'krw', 'kpw', 'cny', 'jpy']);

/** After "one" these show that it is a pronoun or stands for anyone. */
export const NOT_COUNTED = new Set(
  `of another that who whom which whose would can could should will may might must cannot shall is was
   are were be been has had have does did do says said say and or but nor by to for from with without
   at on in as than then when where while if because so also never always not only yet even just
   after before since until about against between into over under through the a an his her its their
   it he she they we you i whether both either neither such`.split(/\s+/),
);

/** Before "one" these show that it is a pronoun. */
export const PRONOUN_BEFORE = new Set(
  'no any every each this that which the another only some a an someone anyone such good bad big new old'.split(
    ' ',
  ),
);

/** "from A to B" after these is a change and not a range. */
export const CHANGES = new Set(
  `rise rises rose risen rising grow grows grew grown growing increase increases increased increasing
   fall falls fell fallen falling drop drops dropped dropping cut cuts cutting raise raises raised raising
   jump jumps jumped climb climbs climbed up down expand expands expanded shrink shrinks shrank decline
   declines declined reduce reduces reduced lower lowered surge surges surged went go goes revise revised
   double doubled triple tripled boost boosted`.split(/\s+/),
);

/** "half" after these is a half of a place or a time. */
export const HALVES_OF_PLACES = new Set(
  `first second northern southern eastern western north south other latter upper lower top bottom front
   back better later earlier last next former one's`.split(/\s+/),
);

/** "three in ten" before these is a time. */
export const TIME_NOUNS = new Set(
  `second seconds minute minutes hour hours day days night nights week weeks month months year years
   decade decades`.split(/\s+/),
);

/** What may follow "one shell in four" where it is a share: the next noun would be what is four. */
export const AFTER_SHARE = new Set(
  `is was are were has had have does did that which who now already still today comes came goes went
  fired used made supplied lost held contained carried fails failed misses missed explodes exploded
  lands landed hits hit turns turned and or but by from`.split(/\s+/),
);

/** Words after "every other" with which it means all the others. */
export const ALL_OTHERS = new Set(
  `country countries nation state government side party member leader man woman person one time
  respect way aspect thing kind word type sort means source`.split(/\s+/),
);

/** Every number word and sign; without one of these or a figure a sentence has no number. */
export const NUMBER_WORDS: ReadonlySet<string> = new Set([
  ...UNITS.keys(),
  ...TENS.keys(),
  ...SCALES.keys(),
  ...PLURALS.keys(),
  ...ORDINALS.keys(),
  ...FRACTION_NAMES.keys(),
]);

/** Every word and sign with which a mention of a number may begin. */
export const NUMBER_OPENERS: ReadonlySet<string> = new Set([
  ...NUMBER_WORDS,
  ...HEDGES_BEFORE.keys(),
  ...PLURAL_MULTIPLES.keys(),
  ...VAGUE_MULTIPLES.keys(),
  ...CURRENCY_SIGNS.keys(),
  ...CURRENCIES,
  ...['a', 'every', 'u.s.', 'between', 'from'],
]);
