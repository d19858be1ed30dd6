import type { Statement } from '../claims/statement.ts';
import { newsDaysOf, resolveDate } from '../text/dates.ts';
import { nothingBefore } from './discourse.ts';
import { matchStatement } from './match.ts';
import type { Surroundings } from './match-types.ts';
import { readSentence } from './reading.ts';
import type { Tagger } from './tagging/tagger.ts';

const ofEvent = ['agent', 'thing', 'from', 'to', 'at', 'aspect'] as const;

/**
 * For those who write statements: the keys of a statement of which each, left out alone, would let the
 * sentence make it, such as "figures" or "mentions of sapper". Empty where no single key is to blame, or where
 * the sentence makes the statement as it is.
 * @param published ISO day
 */
export function missingKeys(
  statement: Statement,
  text: string,
  published: string,
  tagger: Tagger,
): string[] {
  const range = { start: 0, end: text.length };
  const reading = readSentence(text, 0, range, tagger, nothingBefore);
  const day = { earliest: published, latest: published };
  reading.newsDays = newsDaysOf(day);
  for (const date of reading.sentence.dates) {
    reading.days.set(date, resolveDate(date.expression, day, null));
  }
  const around: Surroundings = {
    near: reading.named,
    page: reading.named,
    pageDays: new Set(),
    datesOpen: false,
  };
  const holds = (one: Statement) => matchStatement(one, reading, around) !== null;
  if (holds(statement)) return [];
  return withoutOneKey(statement).flatMap(([key, less]) => (holds(less) ? [key] : []));
}

function withoutOneKey(statement: Statement): [string, Statement][] {
  const found: [string, Statement][] = [];
  for (const key of Object.keys(statement) as (keyof Statement)[]) {
    if (['verdict', 'mentions', 'without', 'event'].includes(key)) continue;
    const { [key]: _, ...rest } = statement;
    found.push([key, rest]);
  }
  statement.mentions?.forEach((group, index) => {
    const mentions = statement.mentions?.filter((_, at) => at !== index) ?? [];
    found.push([`mentions of ${group.join(' or ')}`, { ...statement, mentions }]);
  });
  for (const concept of statement.without ?? []) {
    const without = statement.without?.filter((one) => one !== concept) ?? [];
    found.push([`${concept}, which it must not name`, { ...statement, without }]);
  }
  if (statement.event) {
    const less = { ...statement };
    for (const key of ['event', ...ofEvent] as const) delete less[key];
    found.push(['event', less]);
  }
  return found;
}
