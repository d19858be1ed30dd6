import MiniSearch from 'minisearch';
import type { Compilation } from '../../src/claims/compile.ts';
import type { ClaimRule } from '../../src/claims/rules.ts';
import { loadRules } from '../../src/claims/stored-rules.ts';
import { type KnownSentence, knownSentences } from '../../src/cli/quality/sentences.ts';
import { type Checker, createChecker } from '../../src/engine/check.ts';
import { isShown } from '../../src/engine/finding.ts';
import { textDocument } from '../../src/engine/text-document.ts';
import { fewRounds, ratioOf } from './ratio.ts';
import { weightedEvidence } from './weighted-evidence.ts';

/** A way to tell which claims a sentence makes: the higher the score, the surer. */
export interface Method {
  name: string;
  score(sentence: KnownSentence): Map<string, number>;
}

/** How a method did on the sentences that were held back, at the threshold best on the others. */
export interface PeerResult {
  name: string;
  precision: number;
  recall: number;
  f1: number;
  /** Time for the held-back sentences, as a multiple of one pass that finds their words. */
  time: number;
}

/** Compares the engine with what somebody would otherwise take: a search for key words, a full-text index. */
export async function comparePeers(compiled: Compilation): Promise<PeerResult[]> {
  const rules = loadRules(compiled.rules);
  const claims = rules.file.claims;
  const known = new Set(claims.map(({ id }) => id));
  const [open, heldBack] = (await Promise.all([knownSentences('a'), knownSentences('b')])).map(
    (half) => half.filter(({ claim }) => known.has(claim)),
  );
  if (!open || !heldBack) return [];
  const tumen = engine(createChecker(rules));
  const weighted = weightedEvidence(compiled, open);
  const methods = [tumen, weighted, either(tumen, weighted), keyWords(claims), fullText(claims)];
  return methods.map((method) => {
    const threshold = bestThreshold(method, open);
    const counts = countsAt(method, heldBack, threshold);
    const text = heldBack.map((sentence) => sentence.text).join('\n');
    const time = ratioOf(
      () => heldBack.map((sentence) => method.score(sentence)),
      () => text.match(/[\p{L}\p{N}]+/gu),
      fewRounds,
    );
    return { name: method.name, ...rates(counts), time };
  });
}

function engine(checker: Checker): Method {
  return {
    name: 'Tumen',
    score: ({ text, published }) =>
      new Map(
        checker
          .check(textDocument(text, { published, language: 'en' }))
          .findings.filter(({ stance }) => isShown(stance))
          .map(({ claim }) => [claim, 1]),
      ),
  };
}

/** Marked by either of two ways; the score is the higher. */
function either(one: Method, other: Method): Method {
  return {
    name: 'either of the two',
    score(sentence) {
      const scores = other.score(sentence);
      for (const [claim] of one.score(sentence)) scores.set(claim, Number.POSITIVE_INFINITY);
      return scores;
    },
  };
}

/** One regular expression for each claim; the score is the share of the claim's words that are there. */
function keyWords(claims: readonly ClaimRule[]): Method {
  const searches = claims.map(({ id, claim }) => {
    const words = contentWords(claim);
    const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return { id, count: words.length, search: new RegExp(`\\b(?:${escaped.join('|')})`, 'giu') };
  });
  return {
    name: 'key words of each claim (regular expressions)',
    score: ({ text }) =>
      new Map(
        searches.map(({ id, count, search }) => {
          const found = new Set((text.match(search) ?? []).map((word) => word.toLowerCase()));
          return [id, found.size / count];
        }),
      ),
  };
}

/** Words of a claim that say something, without the endings of their plurals. */
function contentWords(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N},]*/gu) ?? [];
  return [...new Set(words.filter((word) => word.length > 3 || /\d/.test(word)))].map((word) =>
    word.length > 4 ? word.replace(/(?:es|s|ed|ing)$/, '') : word,
  );
}

function fullText(claims: readonly ClaimRule[]): Method {
  const index = new MiniSearch({ fields: ['claim', 'summary', 'explanation'] });
  index.addAll(
    claims.map(({ id, claim, summary, explanation }) => ({ id, claim, summary, explanation })),
  );
  const options = { boost: { claim: 3 }, prefix: true, fuzzy: 0.1 };
  return {
    name: 'full-text index of the claims (minisearch)',
    score({ text }) {
      const [best] = index.search(text, options);
      return new Map(best ? [[String(best.id), best.score]] : []);
    },
  };
}

interface Counts {
  found: number;
  missed: number;
  flagged: number;
}

function countsAt(method: Method, sentences: readonly KnownSentence[], threshold: number): Counts {
  const counts = { found: 0, missed: 0, flagged: 0 };
  for (const sentence of sentences) {
    const marked = (method.score(sentence).get(sentence.claim) ?? 0) >= threshold;
    if (sentence.makes) counts[marked ? 'found' : 'missed']++;
    else if (marked) counts.flagged++;
  }
  return counts;
}

function rates({ found, missed, flagged }: Counts) {
  return {
    precision: found / (found + flagged || 1),
    recall: found / (found + missed || 1),
    f1: (2 * found) / (2 * found + missed + flagged || 1),
  };
}

/** The threshold with the best F1 on sentences that anybody may read. */
function bestThreshold(method: Method, sentences: readonly KnownSentence[]): number {
  const scores = sentences.map((one) => method.score(one).get(one.claim) ?? 0);
  const tried = [...new Set(scores)].filter((score) => score > 0);
  let best = { threshold: Number.MIN_VALUE, f1: -1 };
  for (const threshold of tried) {
    const counts = { found: 0, missed: 0, flagged: 0 };
    sentences.forEach(({ makes }, at) => {
      const marked = (scores[at] ?? 0) >= threshold;
      if (makes) counts[marked ? 'found' : 'missed']++;
      else if (marked) counts.flagged++;
    });
    const { f1 } = rates(counts);
    if (f1 > best.f1) best = { threshold, f1 };
  }
  return best.threshold;
}
