import { textAt } from '../../text/token-sequence.ts';
import { standsFor } from '../mention.ts';
import type { TaggedSentence } from '../sentence.ts';
import type { ReferenceKind } from './reference.ts';

const russia = 'russia';

/**
 * "Our army" and "our country" are Russia's where North Korea, named as another country, is to have sent something
 * there: "The DPRK has not delivered a single shell to our army."
 */
export const ours: ReferenceKind = {
  concepts: ['our-side'],
  means: { concepts: [russia] },
  asks: [],
  find(sentence, tagger) {
    const concept = tagger.concepts.get(russia);
    if (!concept || !isOfNorthAlone(sentence)) return [];
    return sentence.mentions
      .filter(
        (mention) =>
          standsFor(mention, 'our-side') && textAt(sentence.tokens, mention.first - 1) === 'to',
      )
      .map(({ first, last, readings }) => ({
        first,
        last,
        readings: [...readings, { concept, form: 'name' as const }],
        meant: concept.name,
      }));
  },
};

/** Whether a sentence names North Korea and no other country. */
function isOfNorthAlone({ mentions }: TaggedSentence): boolean {
  const countries = mentions.flatMap(({ readings }) =>
    readings.flatMap(({ concept }) => {
      const { id, is } = concept;
      return concept.for ?? (is.has('country') && id !== 'country' ? id : []);
    }),
  );
  return countries.length > 0 && countries.every((country) => country === 'north-korea');
}
