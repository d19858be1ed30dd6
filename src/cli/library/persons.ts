import type { ClaimRule, Lexicon } from '../../claims/rules.ts';
import type { TaggedConcept } from '../../engine/mention.ts';
import { createTagger } from '../../engine/tagging/tagger.ts';
import { tokenise } from '../../text/tokens.ts';

/** Finds the persons that a claim and what is said of it name, by the words of the lexicon. */
export function personFinder(lexicon: Lexicon): (claim: ClaimRule) => string[] {
  const tagger = createTagger(lexicon);
  return (claim) => {
    const found = new Set<string>();
    for (const text of [claim.claim, claim.summary, claim.explanation]) {
      for (const { readings } of tagger.tag(tokenise(text, { start: 0, end: text.length }))) {
        // "The president" may be several people; a name is one.
        const [reading, ...others] = readings;
        if (!reading || others.length > 0) continue;
        for (const id of reading.concept.is) {
          const concept = tagger.concepts.get(id);
          if (concept && isPerson(concept)) found.add(fullName(concept.id));
        }
      }
    }
    return [...found].sort();
  };
}

/** One person with a name; not a pair of them, an office or "the leaders". */
function isPerson({ id, name, is }: TaggedConcept): boolean {
  return is.has('person') && /^\p{Lu}/u.test(name) && !/-and-/.test(id);
}

/** The lexicon may list a surname first; ids of persons are full names. */
function fullName(id: string): string {
  return id
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}
