import type { Rules } from '../../claims/rules.ts';
import type { Checker } from '../../engine/check.ts';
import { isShown } from '../../engine/finding.ts';
import { textDocument } from '../../engine/text-document.ts';
import { kindOf } from './kinds.ts';
import type { KnownSentence } from './sentences.ts';

/** How a set of sentences came out. */
export interface Counts {
  /** Sentences that make the claim, and are marked. */
  found: number;
  /** Sentences that make the claim, and are not marked. */
  missed: number;
  /** Sentences that do not make the claim, and are marked with it. */
  flagged: number;
  /** Sentences that do not make the claim, and are not marked with it. */
  passed: number;
}

/** The result for one half of the sentences. */
export interface Score {
  all: Counts;
  byClaim: Map<string, Counts>;
  flaggedByKind: Map<string, number>;
  /** Sentences that came out wrong. */
  wrong: KnownSentence[];
}

const none: Readonly<Counts> = { found: 0, missed: 0, flagged: 0, passed: 0 };

/** Runs the sentences whose claim is in the rules, each as a text of its own. */
export function score(sentences: readonly KnownSentence[], rules: Rules, checker: Checker): Score {
  const ids = new Map<string, string>();
  for (const { id, aliases } of rules.file.claims)
    for (const one of [id, ...aliases]) ids.set(one, id);
  const result: Score = {
    all: { ...none },
    byClaim: new Map(),
    flaggedByKind: new Map(),
    wrong: [],
  };
  for (const sentence of sentences) {
    const id = ids.get(sentence.claim);
    if (id === undefined) continue;
    const { findings } = checker.check(
      textDocument(sentence.text, { published: sentence.published, language: null }),
    );
    const marked = findings.some(({ claim, stance }) => claim === id && isShown(stance));
    const outcome = outcomeOf(sentence.makes, marked);
    const ofClaim = result.byClaim.get(id) ?? { ...none };
    result.byClaim.set(id, ofClaim);
    ofClaim[outcome]++;
    result.all[outcome]++;
    if (sentence.makes !== marked) result.wrong.push(sentence);
    if (outcome === 'flagged') {
      const kind = kindOf(sentence.why);
      result.flaggedByKind.set(kind, (result.flaggedByKind.get(kind) ?? 0) + 1);
    }
  }
  return result;
}

function outcomeOf(makes: boolean, marked: boolean): keyof Counts {
  if (makes) return marked ? 'found' : 'missed';
  return marked ? 'flagged' : 'passed';
}

/** The share of marked sentences that make the claim; null where none is marked. */
export function precision({ found, flagged }: Counts): number | null {
  return share(found, found + flagged);
}

/** The share of sentences that make the claim that are marked; null where none makes it. */
export function recall({ found, missed }: Counts): number | null {
  return share(found, found + missed);
}

/** The harmonic mean of precision and recall; null where there is nothing to find or to mark. */
export function f1({ found, missed, flagged }: Counts): number | null {
  return share(2 * found, 2 * found + missed + flagged);
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
