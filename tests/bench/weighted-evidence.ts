import type { Compilation } from '../../src/claims/compile.ts';
import type { Statement } from '../../src/claims/statement.ts';
import type { KnownSentence } from '../../src/cli/quality/sentences.ts';
import { nothingBefore } from '../../src/engine/discourse.ts';
import { isShown } from '../../src/engine/finding.ts';
import { matchStatement } from '../../src/engine/match.ts';
import { readSentence, type SentenceReading } from '../../src/engine/reading.ts';
import { createTagger, type Tagger } from '../../src/engine/tagging/tagger.ts';
import { resolveDate } from '../../src/text/dates.ts';
import type { Method } from './peers.ts';

/** Added to every count, so that what was never seen is unlikely and not impossible. */
const smoothing = 0.5;

/**
 * The other way to decide which claim a sentence makes: by weights that are learned. For each claim the
 * log odds of every concept (naive Bayes over its example sentences against those of all other claims,
 * with what is absent counted as well) stand in for the statement's event, mentions and roles. Figures,
 * dates, titles, stances and exclusions stay hard tests.
 * @param apart sentences that are not learned from, since the threshold is chosen on them
 */
export function weightedEvidence(
  { rules, examples }: Compilation,
  apart: readonly KnownSentence[],
): Method {
  const tagger = createTagger(rules.lexicon);
  const kept = new Set(apart.map(({ text }) => text));
  const learned = [...examples].flatMap(([claim, { makes, not }]) => [
    ...makes.map(({ text }) => ({ claim, text })),
    ...not.map(({ text }) => ({ claim: null, text })),
  ]);
  const read = learned
    .filter(({ text }) => !kept.has(text))
    .map(({ claim, text }) => ({ claim, named: reading(text, tagger).named }));
  const all = count(read.map(({ named }) => named));
  const claims = rules.claims.map(({ id, statements }) => {
    const own = read.filter(({ claim }) => claim === id).map(({ named }) => named);
    return {
      id,
      hard: statements.map(hardTests),
      weights: weights(count(own), own.length, all, read.length),
    };
  });
  return {
    name: 'learned weights of concepts with hard tests',
    score({ text, published }) {
      const sentence = reading(text, tagger, published);
      const scores = new Map<string, number>();
      for (const { id, hard, weights: learnt } of claims) {
        if (!hard.some((statement) => holds(statement, sentence))) continue;
        let score = learnt.base;
        for (const concept of sentence.named) score += learnt.of.get(concept) ?? 0;
        // Scores stand on both sides of zero; thresholds are looked for above it.
        scores.set(id, Math.exp(score / 10));
      }
      return scores;
    },
  };
}

function reading(text: string, tagger: Tagger, published: string | null = null): SentenceReading {
  const range = { start: 0, end: text.length };
  const sentence = readSentence(text, 0, range, tagger, nothingBefore);
  const day = { earliest: published, latest: published };
  for (const date of sentence.sentence.dates)
    sentence.days.set(date, resolveDate(date.expression, day, null));
  return sentence;
}

function count(sets: readonly ReadonlySet<string>[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const set of sets) for (const one of set) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}

/** Log odds of presence and, in `base`, of the absence of everything that the claim's sentences name. */
function weights(
  own: ReadonlyMap<string, number>,
  ownTotal: number,
  all: ReadonlyMap<string, number>,
  allTotal: number,
) {
  const of = new Map<string, number>();
  let base = 0;
  for (const [concept, seen] of all) {
    const inOwn = own.get(concept) ?? 0;
    const p = (inOwn + smoothing) / (ownTotal + 2 * smoothing);
    const q = (seen - inOwn + smoothing) / (allTotal - ownTotal + 2 * smoothing);
    const absent = Math.log((1 - p) / (1 - q));
    base += absent;
    of.set(concept, Math.log(p / q) - absent);
  }
  return { base, of };
}

/** What of a statement no weight can outvote. */
function hardTests(statement: Statement): Statement {
  const { figures, date, without, calls, ordinal, stances, unless } = statement;
  return {
    ...(figures && { figures }),
    ...(date && { date: { ...date, of: 'sentence' as const } }),
    ...(without && { without }),
    ...(calls && { calls }),
    ...(ordinal && { ordinal }),
    ...(stances && { stances }),
    ...(unless && { unless }),
  };
}

function holds(statement: Statement, sentence: SentenceReading): boolean {
  const { named } = sentence;
  const around = { near: named, page: named, pageDays: new Set<string>(), datesOpen: false };
  const match = matchStatement(statement, sentence, around);
  return match !== null && isShown(match.stance);
}
