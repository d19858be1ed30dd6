import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { z } from 'zod';
import { readArguments } from '../arguments.ts';
import { Failure, oneLine } from '../failure.ts';
import { standardInput } from '../input.ts';
import { print } from '../output.ts';
import { type Draft, idFrom, skeleton } from './skeleton.ts';
import type { Subcommand } from './subcommand.ts';

const help = `Drafts claims from fact checks of others: schema.org ClaimReview or a DataFeed of them, as JSON-LD. A person
has to finish each draft: the verdicts of others are noted, not taken over. A licence is kept as a note.

npm run --silent claims -- import [options] FILE

  --json      print an array of drafts
  --help      print this

FILE is JSON-LD, or - for standard input. The drafts are printed, to be pasted into assets/claims/.
`;

/** schema.org lets most values stand alone or in a list. */
const one = <T extends z.ZodType>(item: T) =>
  z.union([item, z.array(item).transform((list) => list[0])]).optional();
const text = z.union([z.string(), z.number()]).transform((value) => oneLine(String(value)));
const named = one(z.union([text, z.looseObject({ name: one(text), url: one(text) })]));
const reviewSchema = z.looseObject({
  claimReviewed: text,
  url: one(text),
  datePublished: one(text),
  license: named,
  author: named,
  publisher: named,
  headline: one(text),
  reviewRating: one(z.looseObject({ alternateName: one(text) })),
  itemReviewed: one(
    z.looseObject({
      appearance: z
        .union([z.unknown().transform((item) => [item]), z.array(z.unknown())])
        .optional(),
    }),
  ),
});
type Review = z.output<typeof reviewSchema>;

async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(
    args,
    { json: { type: 'boolean' } },
    'claims -- import --help',
  );
  const [file, more] = positionals;
  if (file === undefined || more !== undefined)
    throw new Failure('Name one file: see claims -- import --help.');
  const drafts = reviewsIn(await readJson(file), file).map(draft);
  await print(
    values.json ? `${JSON.stringify(drafts, null, 2)}\n` : drafts.map(skeleton).join('\n'),
  );
  return 0;
}

async function readJson(file: string): Promise<unknown> {
  let source: string;
  try {
    const path = resolve(process.env.INIT_CWD ?? '.', file);
    source = file === '-' ? await standardInput() : await readFile(path, 'utf8');
  } catch {
    throw new Failure(`${file} cannot be read.`);
  }
  try {
    return JSON.parse(source);
  } catch {
    throw new Failure(`${file} is not JSON.`);
  }
}

/** All ClaimReviews in a document, in graphs and feeds as well. */
function reviewsIn(document: unknown, file: string): Review[] {
  const reviews: Review[] = [];
  const waiting: { value: unknown; licence: unknown }[] = [{ value: document, licence: undefined }];
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { value, licence } = next;
    if (Array.isArray(value)) {
      waiting.unshift(...value.map((item) => ({ value: item, licence })));
      continue;
    }
    if (typeof value !== 'object' || value === null) continue;
    const node: Record<string, unknown> = { ...value };
    const own = node.license ?? licence;
    if ([node['@type']].flat().includes('ClaimReview')) {
      const parsed = reviewSchema.safeParse({ ...node, license: own });
      if (!parsed.success) {
        const { path, message } = parsed.error.issues[0] ?? { path: [], message: 'is not usable' };
        throw new Failure(
          `${file}: ClaimReview ${reviews.length + 1}, ${path.join('.')}: ${message}`,
        );
      }
      reviews.push(parsed.data);
      continue;
    }
    for (const key of ['@graph', 'dataFeedElement', 'item', 'itemListElement']) {
      if (node[key] !== undefined) waiting.unshift({ value: node[key], licence: own });
    }
  }
  if (reviews.length === 0) throw new Failure(`${file} holds no ClaimReview.`);
  return reviews;
}

function draft(review: Review): Draft {
  const publisher = nameOf(review.publisher) ?? nameOf(review.author) ?? 'TODO';
  const day = /^\d{4}-\d{2}-\d{2}/.exec(review.datePublished ?? '')?.[0] ?? null;
  const licence = nameOf(review.license);
  const rating = review.reviewRating?.alternateName;
  return {
    id: idFrom(review.claimReviewed),
    claim: review.claimReviewed,
    verdict: null,
    summary: null,
    sources: review.url
      ? [{ publisher, title: review.headline ?? null, url: review.url, published: day }]
      : [],
    seenIn: (review.itemReviewed?.appearance ?? []).flatMap((item) => addressOf(item) ?? []),
    reviewed: new Date().toISOString().slice(0, 10),
    notes: [
      `Drafted from a fact check by ${publisher}.`,
      ...(rating ? [`Their verdict: ${rating}`] : []),
      licence ? `Licence: ${licence}` : 'Licence: not stated. Copy no text of theirs.',
    ],
  };
}

function nameOf(value: Review['author']): string | null {
  if (typeof value === 'string') return value;
  return value?.name ?? value?.url ?? null;
}

function addressOf(item: unknown): string | null {
  const address = typeof item === 'object' && item !== null && 'url' in item ? item.url : item;
  return typeof address === 'string' && URL.canParse(address) ? address : null;
}

const importClaims: Subcommand = { help, run };
export default importClaims;
