import { z } from 'zod';
import { speakers } from './claim.ts';
import { verdicts } from './verdict.ts';

/** An ISO day. */
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'write the day as YYYY-MM-DD')
  .refine((text) => !Number.isNaN(Date.parse(text)), 'there is no such day');
/** The name of a claim or a concept. */
export const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'write ids in lower case with hyphens');
const verdict = z.enum(verdicts);
/** Text for a reader. */
export const sentence = z.string().trim().min(1);
const listOf = <T extends z.ZodType>(item: T, fault?: string) =>
  z.union([item.transform((one) => [one]), z.array(item).min(1)], fault);
const concepts = listOf(id);
const conceptLists = z.array(concepts).min(1);
const calendar = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'write a year, a month (2024-06) or a day (2024-06-19)');

const statementKeys = z.strictObject({
  event: concepts.optional(),
  agent: concepts.optional(),
  thing: concepts.optional(),
  from: concepts.optional(),
  to: concepts.optional(),
  at: concepts.optional(),
  aspect: listOf(z.enum(['done', 'ongoing', 'planned'])).optional(),
  mentions: conceptLists.optional(),
  context: conceptLists.optional(),
  some: z.strictObject({ least: z.int().min(1), of: conceptLists }).optional(),
  without: concepts.optional(),
  calls: z.strictObject({ what: concepts, a: concepts, of: concepts.optional() }).optional(),
  figures: z
    .array(
      z
        .strictObject({
          of: concepts,
          unit: z.string().optional(),
          is: z.number().optional(),
          tolerance: z.number().min(0).max(1).optional(),
          least: z.number().optional(),
          most: z.number().optional(),
          beside: z.boolean().optional(),
        })
        .refine(
          (figure) =>
            figure.is !== undefined || figure.least !== undefined || figure.most !== undefined,
          'say which figure: is, least or most',
        ),
    )
    .min(1)
    .optional(),
  date: z
    .strictObject({
      is: listOf(calendar).optional(),
      not: listOf(calendar).optional(),
      from: day.optional(),
      to: day.optional(),
      unsaid: z.boolean().optional(),
      precision: z.enum(['day', 'month', 'season', 'year']).optional(),
      of: z.enum(['event', 'sentence']).optional(),
    })
    .optional(),
  ordinal: z.strictObject({ of: concepts, is: z.int() }).optional(),
  page: z
    .strictObject({
      mentions: conceptLists.optional(),
      without: concepts.optional(),
      withoutDates: listOf(day).optional(),
    })
    .optional(),
  stances: listOf(
    z.enum(['asserted', 'attributed', 'denied', 'questioned', 'rebutted', 'hypothetical']),
  ).optional(),
  verdict: verdict.optional(),
});

const statement = z
  .strictObject({ ...statementKeys.shape, unless: z.array(statementKeys).optional() })
  .refine(
    (s) => s.event || s.mentions || s.calls,
    'a statement needs an event, mentions or calls to look the claim up by',
  )
  .refine(
    (s) => s.event || !(s.agent || s.thing || s.from || s.to || s.at || s.aspect),
    'agent, thing, from, to, at and aspect belong to an event: name the event',
  );

const otherVerdict = z.strictObject({ verdict, why: sentence });

const example = z.strictObject({ text: sentence, published: day, verdict: verdict.optional() });

/** The time of a claim's verdict, as every form of a claim holds it. */
interface Timed {
  time: {
    from: string | null;
    until: string | null;
    before?: object | null | undefined;
    after?: object | null | undefined;
  };
}

/** The verdicts before and after need the day they end or begin with. */
function withTime<S extends z.ZodType<Timed>>(claim: S): S {
  return claim
    .refine(({ time }) => !time.before || time.from !== null, {
      path: ['time', 'before'],
      error: 'a verdict before the window needs time.from',
    })
    .refine(({ time }) => !time.after || time.until !== null, {
      path: ['time', 'after'],
      error: 'a verdict after the window needs time.until',
    });
}

const claimTime = z.strictObject({
  from: day.nullable(),
  until: day.nullable(),
  before: otherVerdict.optional(),
  after: otherVerdict.optional(),
  note: sentence,
});

const claimFigure = z.strictObject({
  what: sentence,
  value: z.union([z.number(), z.string()]).nullable().default(null),
  unit: z.string(),
  range: z.tuple([z.number().nullable(), z.number().nullable()]).nullable().default(null),
  as_of: z.string().nullable().default(null),
  by: z.string().nullable().default(null),
});

const claimKeys = z.strictObject({
  id,
  aliases: z.array(id).default([]),
  claim: sentence,
  verdict,
  summary: sentence.max(200, 'keep the summary within 200 characters'),
  explanation: sentence,
  time: claimTime,
  event: day.optional(),
  judged: listOf(z.enum(speakers), `say whose statement it is: ${speakers.join(', ')}`),
  figures: z.array(claimFigure).default([]),
  sources: z
    .array(
      z.strictObject({
        publisher: sentence,
        title: sentence.nullable().default(null),
        url: z.url({ protocol: /^https?$/, error: 'write a full http or https address' }),
        published: day.nullable().default(null),
        kind: z.enum(['agency', 'factcheck', 'government', 'news', 'primary', 'research', 'un']),
        supports: sentence,
      }),
    )
    .refine(
      (sources) => new Set(sources.map((source) => source.publisher)).size >= 2,
      'name at least two sources of different publishers',
    ),
  seen_in: z.array(z.url()).default([]),
  reviewed: day,
  confidence: z.enum(['high', 'medium', 'low']),
  doubts: sentence.optional(),
  statements: z.array(statement).min(1, 'write at least one statement'),
  examples: z.strictObject({
    makes: z.array(example).min(12, 'give at least 12 sentences that make the claim'),
    not: z
      .array(z.strictObject({ text: sentence, why: sentence, published: day }))
      .min(8, 'give at least 8 sentences that come close without making it'),
  }),
});

/** A claim as it stands in a claims file. */
export const claimSchema = withTime(claimKeys);

/** A claim as it stands in a rules file. */
export const compiledClaimSchema = withTime(
  claimKeys.omit({ examples: true, seen_in: true }).extend({
    theme: id,
    event: day.nullable().default(null),
    doubts: sentence.nullable().default(null),
    time: claimTime.extend({
      before: otherVerdict.nullable().default(null),
      after: otherVerdict.nullable().default(null),
    }),
    figures: z
      .array(
        claimFigure.omit({ as_of: true }).extend({ asOf: z.string().nullable().default(null) }),
      )
      .default([]),
  }),
);

export type ClaimEntry = z.output<typeof claimSchema>;

const forms = z.array(z.string().min(1)).optional();
const surfaceForms = z.strictObject({
  names: forms,
  cased: forms,
  nouns: forms,
  adjectives: forms,
  verbs: forms,
  phrases: forms,
});

/** The languages in which concepts may list their surface forms. */
export const languages = ['en', 'ru', 'uk', 'ko'] as const;

/** A concept as it stands in a lexicon file. */
export const conceptSchema = z.strictObject({
  is: z.array(id).default([]),
  for: id.optional(),
  in: id.optional(),
  roles: z.enum(['giving', 'taking', 'moving', 'plain']).default('plain'),
  en: surfaceForms.optional(),
  ru: surfaceForms.optional(),
  uk: surfaceForms.optional(),
  ko: surfaceForms.optional(),
});

export type ConceptEntry = z.output<typeof conceptSchema>;

/** Past, participle and, where the rule would miss it, the -ing form of irregular verbs. */
export const irregularVerbsSchema = z.strictObject({
  en: z.record(z.string(), z.array(z.string()).min(2).max(3)),
});

const words = z.array(z.string().min(1).max(200, 'keep words within 200 characters')).optional();

/** A concept as it stands in a rules file. */
export const compiledConceptSchema = z.strictObject({
  id,
  name: z.string().min(1).max(200).optional(),
  is: z.array(id).optional(),
  for: id.optional(),
  in: id.optional(),
  roles: z.enum(['giving', 'taking', 'moving', 'plain']).optional(),
  forms: z.partialRecord(
    z.enum(languages),
    z.strictObject({
      name: words,
      cased: words,
      noun: words,
      nouns: words,
      adjective: words,
      phrase: words,
      verb: words,
      verbs: words,
      ing: words,
      past: words,
      participle: words,
      'past-or-participle': words,
    }),
  ),
});

const label = z
  .string()
  .trim()
  .min(1)
  .max(80, 'keep it within 80 characters')
  .regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u, 'write it in one line, without invisible characters');

/** What a pack says of itself. */
export const packSchema = z.strictObject({
  id,
  name: label,
  by: label.nullable().default(null),
  homepage: z
    .url({ protocol: /^https?$/, error: 'write a full http or https address' })
    .nullable()
    .default(null),
  edition: day.nullable().default(null),
});
