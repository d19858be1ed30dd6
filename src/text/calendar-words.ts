import type { CalendarParts } from './date-mention.ts';

/** The words by which dates are written. Keys are token texts. */

function numbered(lists: readonly string[]): Map<string, number> {
  return new Map(
    lists.flatMap((list, index) => list.split(' ').map((word) => [word, index + 1] as const)),
  );
}

/** Months by their full names. */
export const MONTHS = numbered([
  'january январь января январе січень січня січні',
  'february февраль февраля феврале лютий лютого лютому',
  'march март марта марте березень березня березні',
  'april апрель апреля апреле квітень квітня квітні',
  'may май мая мае травень травня травні',
  'june июнь июня июне червень червня червні',
  'july июль июля июле липень липня липні',
  'august август августа августе серпень серпня серпні',
  'september сентябрь сентября сентябре вересень вересня вересні',
  'october октябрь октября октябре жовтень жовтня жовтні',
  'november ноябрь ноября ноябре листопад листопада листопаді',
  'december декабрь декабря декабре грудень грудня грудні',
]);

/** Months by their short names; a point may follow. */
export const SHORT_MONTHS = numbered([
  'jan',
  'feb',
  'mar',
  'apr',
  'may',
  'jun',
  'jul',
  'aug',
  'sep sept',
  'oct',
  'nov',
  'dec',
]);

/** Months whose names are also verbs or adjectives: they need a date's words beside them. */
export const DOUBTFUL_MONTHS = new Set(['may', 'march', 'лютий', 'лютого', 'лютому']);

export const WEEKDAYS = numbered([
  'monday понедельник понеділок',
  'tuesday вторник вівторок',
  'wednesday среду середу',
  'thursday четверг четвер',
  "friday пятницу п'ятницю",
  'saturday субботу суботу',
  'sunday воскресенье неділю',
]);

export const SEASONS = new Map<string, NonNullable<CalendarParts['season']>>([
  ['spring', 'spring'],
  ['springtime', 'spring'],
  ['весной', 'spring'],
  ['навесні', 'spring'],
  ['summer', 'summer'],
  ['summertime', 'summer'],
  ['летом', 'summer'],
  ['влітку', 'summer'],
  ['autumn', 'autumn'],
  ['fall', 'autumn'],
  ['осенью', 'autumn'],
  ['восени', 'autumn'],
  ['winter', 'winter'],
  ['wintertime', 'winter'],
  ['зимой', 'winter'],
  ['взимку', 'winter'],
]);

/** Seasons that are dates by themselves, being adverbs. */
export const SEASON_ADVERBS = new Set(
  'весной летом осенью зимой навесні влітку восени взимку'.split(' '),
);

export const PARTS = new Map<string, NonNullable<CalendarParts['part']>>([
  ['early', 'early'],
  ['mid', 'middle'],
  ['late', 'late'],
]);

/** Nouns of parts, as in "the end of June". */
export const PART_NOUNS = new Map<string, NonNullable<CalendarParts['part']>>([
  ['beginning', 'early'],
  ['start', 'early'],
  ['outset', 'early'],
  ['middle', 'middle'],
  ['end', 'late'],
  ['close', 'late'],
  ['начале', 'early'],
  ['середине', 'middle'],
  ['конце', 'late'],
  ['початку', 'early'],
  ['середині', 'middle'],
  ['наприкінці', 'late'],
]);

/** "last June" is -1, "this June" 0, "next June" 1. */
export const DETERMINERS = new Map([
  ['last', -1],
  ['past', -1],
  ['previous', -1],
  ['this', 0],
  ['current', 0],
  ['next', 1],
  ['coming', 1],
  ['upcoming', 1],
]);

export type Unit = 'day' | 'week' | 'month' | 'year';

export const TIME_UNITS = new Map<string, Unit>([
  ['day', 'day'],
  ['days', 'day'],
  ['week', 'week'],
  ['weeks', 'week'],
  ['month', 'month'],
  ['months', 'month'],
  ['year', 'year'],
  ['years', 'year'],
]);

/** Behind "a year ago" these tell how nearly. */
export const PRECISE: readonly { words: readonly string[]; precision: 'day' | 'week' | 'month' }[] =
  [
    { words: ['today'], precision: 'day' },
    { words: ['to', 'the', 'day'], precision: 'day' },
    { words: ['on', 'this', 'day'], precision: 'day' },
    { words: ['this', 'day'], precision: 'day' },
    { words: ['this', 'week'], precision: 'week' },
    { words: ['this', 'month'], precision: 'month' },
  ];

/** Between a stretch of time and "since": "two years have passed since". */
export const PASSED: readonly (readonly string[])[] = [
  ['has', 'passed'],
  ['have', 'passed'],
  ['had', 'passed'],
  ['had', 'gone', 'by'],
  ['has', 'elapsed'],
  ['have', 'elapsed'],
  ['has', 'gone', 'by'],
  ['have', 'gone', 'by'],
  ['passed'],
];

/** Days counted from the day of publication. */
export const DAY_ADVERBS = new Map([
  ['yesterday', -1],
  ['today', 0],
  ['tonight', 0],
  ['tomorrow', 1],
  ['вчера', -1],
  ['сегодня', 0],
  ['завтра', 1],
  ['вчора', -1],
  ['сьогодні', 0],
  ['어제', -1],
  ['오늘', 0],
  ['내일', 1],
]);

/** Phrases in Russian and Ukrainian that stand for a year seen from the day of publication. */
export const YEAR_PHRASES = new Map<string, number>([
  ['прошлом году', -1],
  ['прошлого года', -1],
  ['этом году', 0],
  ['этого года', 0],
  ['нынешнего года', 0],
  ['текущего года', 0],
  ['следующем году', 1],
  ['следующего года', 1],
  ['минулого року', -1],
  ['торік', -1],
  ['цього року', 0],
  ['наступного року', 1],
]);

/** Before a bare figure of four digits these make it a year whatever follows. */
export const YEAR_PREPOSITIONS = new Set(
  'in since during until till throughout early mid late year в во с у з від на протягом'.split(' '),
);

/** Before a bare figure of four digits these make it a year unless it counts something. */
export const WEAK_YEAR_PREPOSITIONS = new Set(
  `of from by before after through to between around circa past pre post for over across dated
   day summit congress olympics до к`.split(/\s+/),
);

/** Before a figure that qualifies a noun ("the 1961 treaty"). */
export const YEAR_DETERMINERS = new Set(
  'the a an its their his her our this that old new original landmark'.split(' '),
);

/** After a bare figure at the head of a sentence these make it a year. */
export const YEAR_VERBS = new Set('was is saw brought marked will began ended may'.split(' '));

/** Before the name of a month or season these show that a time is meant. */
export const TIME_PREPOSITIONS = new Set(
  `in on since until till by from during before after between through throughout around for to
   of late early mid`.split(/\s+/),
);

/** Plurals without an s that are counted. */
export const COUNTED_PLURALS = new Set(
  'people men women personnel troops militia children staff police'.split(' '),
);

/** Words in s that are not plurals. */
export const NOT_PLURAL = new Set(
  `was is has as its his this us does thus perhaps across towards always besides unless versus plus
   says ours theirs yes less sometimes`.split(/\s+/),
);

/** The year in Korean, seen from the day of publication. */
export const KOREAN_YEARS = new Map([
  ['작년', -1],
  ['지난해', -1],
  ['올해', 0],
  ['금년', 0],
  ['내년', 1],
]);

/** Hangul has no capital and takes its particles as endings: only a reader can tell. */
const isHangul = (text: string) => text.charCodeAt(0) >= 0xac00 && text.charCodeAt(0) <= 0xd7a3;

const TIME_WORDS: ReadonlySet<string> = new Set([
  ...MONTHS.keys(),
  ...SHORT_MONTHS.keys(),
  ...WEEKDAYS.keys(),
  ...SEASONS.keys(),
  ...TIME_UNITS.keys(),
  ...DAY_ADVERBS.keys(),
  ...'weekend fortnight morning afternoon evening night'.split(' '),
  ...[...YEAR_PHRASES.keys()].flatMap((phrase) => phrase.split(' ')),
]);

/** Whether a word names a time; a sentence without such a word or a year has no date. */
export const namesTime = (text: string): boolean => TIME_WORDS.has(text) || isHangul(text);

const DATE_OPENERS: ReadonlySet<string> = new Set([
  ...TIME_WORDS,
  ...PARTS.keys(),
  ...PART_NOUNS.keys(),
  ...DETERMINERS.keys(),
  ...`earlier later the that same following preceding a an half about almost nearly around roughly some
   того тем тому`.split(/\s+/),
]);

/** Whether a date may begin with a word, apart from those that begin with a number. */
export const opensDate = (text: string): boolean => DATE_OPENERS.has(text) || isHangul(text);
