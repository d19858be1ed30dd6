import * as z from 'zod/mini';
import { canUnfold } from './folded-forms.ts';
import { packLimits } from './pack.ts';
import {
  actionRoles,
  claimFigure,
  claimKeys,
  claimTime,
  day,
  id,
  languages,
  nullOr,
  otherVerdict,
  sentence,
  timeChecks,
} from './schema.ts';

/** A claim as it stands in a rules file. */
export const compiledClaimSchema = z
  .extend(z.omit(claimKeys, { examples: true, seen_in: true, without: true, unless: true }), {
    theme: id,
    event: nullOr(day),
    doubts: nullOr(sentence),
    wordings: z.optional(z.array(sentence)),
    time: z.extend(claimTime, { before: nullOr(otherVerdict), after: nullOr(otherVerdict) }),
    figures: z._default(
      z.array(z.extend(z.omit(claimFigure, { as_of: true }), { asOf: nullOr(z.string()) })),
      [],
    ),
  })
  .check(...timeChecks);

const word = z.string().check(z.minLength(1), z.maxLength(200, 'keep words within 200 characters'));
const words = z.exactOptional(
  z
    .array(z.string().check(z.minLength(1)))
    .check(
      z.refine(
        canUnfold,
        'each ~ stands for a word of the line above, and | leaves a bounded choice: write the words in full',
      ),
    ),
);

/** A concept as it stands in a rules file. */
export const compiledConceptSchema = z.strictObject({
  id,
  name: z.exactOptional(word),
  is: z.exactOptional(z.array(id)),
  for: z.exactOptional(id),
  in: z.exactOptional(id),
  roles: z.exactOptional(actionRoles),
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
  .check(
    z.trim(),
    z.minLength(1),
    z.maxLength(80, 'keep it within 80 characters'),
    z.regex(
      /^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u,
      'write it in one line, without invisible characters',
    ),
  );

/** What a pack says of itself. */
export const packSchema = z.strictObject({
  id,
  name: label,
  by: nullOr(label),
  homepage: nullOr(z.url({ protocol: /^https?$/, error: 'write a full http or https address' })),
  edition: nullOr(day),
});

const claimList = z
  .array(z.unknown())
  .check(
    z.minLength(1, 'a pack needs at least one claim'),
    z.maxLength(packLimits.claims, `a pack may hold ${packLimits.claims} claims: make two of it`),
  );

/** The outermost keys of a pack in YAML. */
export const packEntriesSchema = z.strictObject({
  pack: z.optional(z.unknown()),
  concepts: z._default(
    z.custom<Record<string, unknown>>(isMapping, 'concepts are a mapping from names to words'),
    {},
  ),
  claims: claimList,
});

/** The outermost keys of a rules file. */
export const compiledPackSchema = z.strictObject({
  format: z.literal(1, 'this version of Tumen reads format 1'),
  pack: z.optional(z.unknown()),
  claims: claimList,
  sources: z.optional(z.unknown()),
  texts: z.optional(z.unknown()),
  lexicon: z.strictObject({
    concepts: z.array(z.unknown()),
    groups: z.optional(z.unknown()),
    irregularVerbs: z.optional(z.unknown()),
  }),
});

function isMapping(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
