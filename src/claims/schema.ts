// The small form of zod: the settings page checks packs with it.
import * as z from 'zod/mini';
import { isDay } from '../text/iso-day.ts';
import { faultInAlternatives } from './alternatives.ts';
import { speakers } from './claim.ts';
import { verdicts } from './verdict.ts';

/** An ISO day. */
export const day = z
  .string()
  .check(
    z.regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'write the day as YYYY-MM-DD', abort: true }),
    z.refine(isDay, 'there is no such day'),
  );
/** The name of a claim or a concept. */
export const id = z
  .string()
  .check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'write ids in lower case with hyphens'));
const verdict = z.enum(verdicts);
/** Text for a reader. */
export const sentence = z.string().check(z.trim(), z.minLength(1));
const listOf = <T extends z.ZodMiniType>(item: T, fault?: string) =>
  z.union(
    [
      z.pipe(
        item,
        z.transform((one: z.output<T>) => [one]),
      ),
      z.array(item).check(z.minLength(1)),
    ],
    fault,
  );
/** A value that may be left out or null, and then is null. */
export const nullOr = <T extends z.ZodMiniType>(item: T) => z._default(z.nullable(item), null);
const concepts = listOf(id);
const conceptLists = z.array(concepts).check(z.minLength(1));
const calendar = z
  .string()
  .check(
    z.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'write a year, a month (2024-06) or a day (2024-06-19)'),
  );

const figureTest = z
  .strictObject({
    of: concepts,
    whose: z.exactOptional(concepts),
    unit: z.exactOptional(z.string()),
    is: z.exactOptional(z.number()),
    tolerance: z.exactOptional(z.number().check(z.minimum(0), z.maximum(1))),
    least: z.exactOptional(z.number()),
    most: z.exactOptional(z.number()),
    beside: z.exactOptional(z.boolean()),
  })
  .check(
    z.refine(
      ({ is, least, most }) => is !== undefined || least !== undefined || most !== undefined,
      'say which figure: is, least or most',
    ),
  );

const dateTest = z.strictObject({
  is: z.exactOptional(listOf(calendar)),
  not: z.exactOptional(listOf(calendar)),
  past: z.exactOptional(listOf(calendar)),
  from: z.exactOptional(day),
  to: z.exactOptional(day),
  unsaid: z.exactOptional(z.boolean()),
  news: z.exactOptional(z.boolean()),
  precision: z.exactOptional(z.enum(['day', 'month', 'season', 'year'])),
  of: z.exactOptional(z.enum(['event', 'sentence'])),
});

const statementKeys = z.strictObject({
  event: z.exactOptional(concepts),
  agent: z.exactOptional(concepts),
  thing: z.exactOptional(concepts),
  from: z.exactOptional(concepts),
  to: z.exactOptional(concepts),
  at: z.exactOptional(concepts),
  aspect: z.exactOptional(listOf(z.enum(['done', 'ongoing', 'planned']))),
  mentions: z.exactOptional(conceptLists),
  none: z.exactOptional(concepts),
  belongs: z.exactOptional(z.strictObject({ what: concepts, to: concepts })),
  context: z.exactOptional(conceptLists),
  some: z.exactOptional(z.strictObject({ least: z.int().check(z.minimum(1)), of: conceptLists })),
  without: z.exactOptional(concepts),
  calls: z.exactOptional(
    z.strictObject({ what: concepts, a: concepts, of: z.exactOptional(concepts) }),
  ),
  figures: z.exactOptional(z.array(figureTest).check(z.minLength(1))),
  date: z.exactOptional(dateTest),
  ordinal: z.exactOptional(z.strictObject({ of: concepts, is: z.int() })),
  page: z.exactOptional(
    z.strictObject({
      mentions: z.exactOptional(conceptLists),
      without: z.exactOptional(concepts),
      withoutDates: z.exactOptional(listOf(day)),
    }),
  ),
  stances: z.exactOptional(
    listOf(z.enum(['asserted', 'attributed', 'denied', 'questioned', 'rebutted', 'hypothetical'])),
  ),
  verdict: z.exactOptional(verdict),
});

const statement = z
  .strictObject({ ...statementKeys.shape, unless: z.exactOptional(z.array(statementKeys)) })
  .check(
    z.refine(
      (s) => Boolean(s.event || s.mentions || s.none || s.calls),
      'a statement needs an event, mentions, none or calls to look the claim up by',
    ),
    z.refine(
      (s) => Boolean(s.event || !(s.agent || s.thing || s.from || s.to || s.at || s.aspect)),
      'agent, thing, from, to, at and aspect belong to an event: name the event',
    ),
  );

/** The verdict before or after the time of a claim's own. */
export const otherVerdict = z.strictObject({ verdict, why: sentence });

const example = z.strictObject({ text: sentence, published: day, verdict: z.optional(verdict) });
const nearMiss = z.strictObject({ text: sentence, why: sentence, published: day });

const source = z.strictObject({
  publisher: sentence,
  title: nullOr(sentence),
  url: z.url({ protocol: /^https?$/, error: 'write a full http or https address' }),
  published: nullOr(day),
  kind: z.enum(['agency', 'factcheck', 'government', 'news', 'primary', 'research', 'un']),
  supports: sentence,
});

/** When a verdict holds. */
export const claimTime = z.strictObject({
  from: z.nullable(day),
  until: z.nullable(day),
  before: z.optional(otherVerdict),
  after: z.optional(otherVerdict),
  note: sentence,
});

/** A figure for the reader. */
export const claimFigure = z.strictObject({
  what: sentence,
  value: nullOr(z.union([z.number(), z.string()])),
  unit: z.string(),
  range: nullOr(z.tuple([z.nullable(z.number()), z.nullable(z.number())])),
  as_of: nullOr(z.string()),
  by: nullOr(z.string()),
});

/** The keys of a claim, as they stand in a claims file. */
export const claimKeys = z.strictObject({
  id,
  aliases: z._default(z.array(id), []),
  claim: sentence,
  verdict,
  summary: sentence.check(z.maxLength(200, 'keep the summary within 200 characters')),
  explanation: sentence,
  time: claimTime,
  event: z.optional(day),
  judged: listOf(z.enum(speakers), `say whose statement it is: ${speakers.join(', ')}`),
  figures: z._default(z.array(claimFigure), []),
  sources: z
    .array(source)
    .check(
      z.refine(
        (sources) => new Set(sources.map(({ publisher }) => publisher)).size >= 2,
        'name at least two sources of different publishers',
      ),
    ),
  seen_in: z._default(z.array(z.url()), []),
  reviewed: day,
  confidence: z.enum(['high', 'medium', 'low']),
  doubts: z.optional(sentence),
  without: z.exactOptional(concepts),
  unless: z.exactOptional(z.array(statementKeys)),
  statements: z.array(statement).check(z.minLength(1, 'write at least one statement')),
  examples: z.strictObject({
    makes: z
      .array(example)
      .check(z.minLength(12, 'give at least 12 sentences that make the claim')),
    not: z
      .array(nearMiss)
      .check(z.minLength(8, 'give at least 8 sentences that come close without making it')),
  }),
});

/** A claim with its time, in whichever form. */
interface Timed {
  time: {
    from: string | null;
    until: string | null;
    before?: object | null | undefined;
    after?: object | null | undefined;
  };
}

/** The verdicts before and after need the day that parts them from the claim's own. */
export const timeChecks = [
  z.refine<Timed>(({ time }) => !time.before || time.from !== null, {
    path: ['time', 'before'],
    error: 'a verdict before the window needs time.from',
  }),
  z.refine<Timed>(({ time }) => !time.after || time.until !== null, {
    path: ['time', 'after'],
    error: 'a verdict after the window needs time.until',
  }),
];

/** A claim as it stands in a claims file. */
export const claimSchema = claimKeys.check(...timeChecks);

export type ClaimEntry = z.output<typeof claimSchema>;

/** Words of a concept, or several wordings at once: "(new|old) treaty". The rules file needs the ~ itself. */
const form = z.string().check(
  z.minLength(1),
  z.regex(/^[^~]*$/, 'leave out the ~'),
  z.refine((entry) => faultInAlternatives(entry) === null, {
    error: ({ input }) => faultInAlternatives(String(input)) ?? undefined,
  }),
);
const forms = z.optional(z.array(form));
const surfaceForms = z.optional(
  z.strictObject({
    names: forms,
    cased: forms,
    nouns: forms,
    adjectives: forms,
    verbs: forms,
    phrases: forms,
  }),
);

/** The languages in which concepts may list their surface forms. */
export const languages = ['en', 'ru', 'uk', 'ko'] as const;

/** Who gives and who takes, in an action. */
export const actionRoles = z.enum(['giving', 'taking', 'moving', 'plain']);

/** A concept as it stands in a lexicon file. */
export const conceptSchema = z.strictObject({
  is: z._default(z.array(id), []),
  for: z.optional(id),
  in: z.optional(id),
  roles: z._default(actionRoles, 'plain'),
  en: surfaceForms,
  ru: surfaceForms,
  uk: surfaceForms,
  ko: surfaceForms,
});

export type ConceptEntry = z.output<typeof conceptSchema>;

/** A group of concepts, as it stands in a lexicon file: to name it is to name any of them. */
export const groupSchema = z.strictObject({
  any: z.array(id).check(z.minLength(2, 'name at least two concepts'), z.maxLength(100)),
});

/** Past, participle and, where the rule would miss it, the -ing form of irregular verbs. */
export const irregularVerbsSchema = z.strictObject({
  en: z.record(z.string(), z.array(z.string()).check(z.minLength(2), z.maxLength(3))),
});
