import type { PackOrigin } from './claim.ts';
import type { ClaimRule, Concept, Rules, RulesFile } from './rules.ts';
import { withConcepts } from './statement-concepts.ts';

/** What a pack says of itself. */
export interface PackHeader extends PackOrigin {
  /** Where more is told of it; null where it names no address. */
  homepage: string | null;
  /** ISO day of this edition; null where it names none. */
  edition: string | null;
}

/**
 * A pack as it is kept: a rules file that somebody else made. Its lexicon has only the concepts that
 * Tumen does not have; all others are Tumen's.
 */
export interface PackFile extends RulesFile {
  pack: PackHeader;
}

/** The most that is taken in, so that a page is checked in good time whatever packs hold. */
export const packLimits = {
  packs: 20,
  /** In bytes. */
  file: 5_000_000,
  claims: 5000,
  concepts: 5000,
  /** Of all its concepts, alternatives spelled out. */
  wordings: 100_000,
} as const;

/**
 * The rules that a pack is checked with: its own claims, and Tumen's lexicon with the pack's concepts
 * beside it. Ids of claims and own concepts are put under the pack's, so that none is mistaken for
 * one of Tumen's.
 */
export function rulesOfPack({ pack, claims, lexicon }: PackFile, ours: RulesFile): Rules {
  const own = new Set(lexicon.concepts.map(({ id }) => id));
  const nameOf = (id: string) => (own.has(id) ? `${pack.id}/${id}` : id);
  const { id, name, by } = pack;
  const named = claims.map(
    (claim): ClaimRule => ({
      ...claim,
      id: `${pack.id}/${claim.id}`,
      aliases: claim.aliases.map((alias) => `${pack.id}/${alias}`),
      theme: `pack/${pack.id}`,
      pack: { id, name, by },
      statements: claim.statements.map((statement) =>
        withConcepts(statement, (ids) => ids.map(nameOf)),
      ),
    }),
  );
  const concepts = lexicon.concepts.map((concept) => renamedConcept(concept, nameOf));
  const file: RulesFile = {
    format: 1,
    claims: named,
    lexicon: { ...ours.lexicon, concepts: [...ours.lexicon.concepts, ...concepts] },
  };
  return { file, claims: new Map(named.map((claim) => [claim.id, claim])) };
}

function renamedConcept(concept: Concept, nameOf: (id: string) => string): Concept {
  const { id, name = id.replaceAll('-', ' '), is, for: country, in: place } = concept;
  return {
    ...concept,
    id: nameOf(id),
    name,
    ...(is && { is: is.map(nameOf) }),
    ...(country && { for: nameOf(country) }),
    ...(place && { in: nameOf(place) }),
  };
}
