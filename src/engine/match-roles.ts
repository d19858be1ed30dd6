import { type Aspect, type Statement, unsaid } from '../claims/statement.ts';
import { countryOf, type Filler, type Frame } from './frames/frame.ts';
import type { Event, Phrase } from './grammar-types.ts';
import type { Verified } from './match-types.ts';
import { standsFor, standsForAny } from './mention.ts';
import type { SentenceReading } from './reading.ts';
import { actionReason, type RoleName, roleReason } from './reasons.ts';
import { isOneOfTwo } from './two-countries.ts';

/** Whether who acts, what with, from where, to where and where are those that a statement asks for. */
export function testRoles(statement: Statement, reading: SentenceReading, frame: Frame): Verified {
  if (statement.aspect && !aspectHolds(statement.aspect, frame.event)) return null;
  const fillers: Record<RoleName, readonly Phrase[]> = {
    agent: frame.agent ? [frame.agent] : [],
    thing: frame.thing,
    from: fillerPhrase(frame.from),
    to: fillerPhrase(frame.to),
    at: frame.at,
  };
  const filled: [RoleName, Phrase][] = [];
  for (const role of Object.keys(fillers) as RoleName[]) {
    const wanted = statement[role];
    if (!wanted) continue;
    const phrases = fillers[role];
    const fits =
      phrases.find((phrase) => phraseMeans(phrase, wanted)) ??
      (role === 'thing' && isOpen(frame) ? nearThing(reading, frame, wanted) : undefined);
    if (fits) filled.push([role, fits]);
    else if (phrases.length > 0 || !wanted.includes(unsaid)) return null;
  }
  const action = frame.event.concepts[0]?.id ?? '';
  const because = () => [
    actionReason(reading, frame.event.mention, action),
    ...filled.map(([role, { mention }]) => roleReason(reading, role, mention)),
  ];
  return { because };
}

function fillerPhrase(filler: Filler | null): readonly Phrase[] {
  return filler ? [filler.phrase] : [];
}

/** Whether a phrase stands for one of the wanted concepts. */
export function phraseMeans(phrase: Phrase, wanted: readonly string[]): boolean {
  const told = countryOf(phrase);
  if (told && wanted.includes(told)) return true;
  if (standsForAny(phrase.mention, wanted)) return true;
  if (standsFor(phrase.mention, 'both-sides')) return wanted.some(isOneOfTwo);
  return phrase.mention.readings.some(
    ({ concept }) => concept.in !== null && wanted.includes(concept.in),
  );
}

/** "The end of the panel": a noun with its thing has no other. */
function isOpen({ event, thing }: Frame): boolean {
  return event.kind === 'verb' || thing.length === 0;
}

/** Where the object of a verb is not told by its place, a fitting thing in the same clause will do. */
function nearThing(
  reading: SentenceReading,
  frame: Frame,
  wanted: readonly string[],
): Phrase | undefined {
  return reading.grammar.phrases.find(
    (phrase) =>
      phrase.clause === frame.event.clause &&
      !phrase.negated &&
      phrase !== frame.agent &&
      phrase !== frame.to?.phrase &&
      !phrase.head &&
      phrase.preposition !== 'to-preposition' &&
      phrase.preposition !== 'cause-preposition' &&
      standsForAny(phrase.mention, wanted),
  );
}

function aspectHolds(wanted: readonly Aspect[], event: Event): boolean {
  // What is told in the present tense of headlines may be done or going on, but is not a plan.
  if (event.tense === 'open') return wanted.some((aspect) => aspect !== 'planned');
  return wanted.includes(event.tense);
}
