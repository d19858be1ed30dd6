import type { WordForm } from '../claims/rules.ts';
import { textAt } from '../text/token-sequence.ts';
import { presentOfBe } from './english.ts';
import type { Tense } from './grammar-types.ts';
import { type Mention, type Reading, standsFor } from './mention.ts';
import { isAt, type TaggedSentence } from './sentence.ts';
import { isAdverb, nearestButAdverbs } from './word-kinds.ts';

/** A verb with its auxiliaries: in which voice and tense it tells what is done. */
export interface VerbPhrase {
  passive: boolean;
  /** A participle without auxiliary: "the treaty signed in June". */
  reduced: boolean;
  infinitive: boolean;
  tense: Tense;
  /** "could", "might", "may". */
  possible: boolean;
  /** "has signed", "signs": told as news, by the perfect or the present. */
  news: boolean;
}

/** Whether a form can stand behind an auxiliary of the passive or the perfect. */
export function isReady(form: WordForm): boolean {
  return form === 'past-or-participle' || form === 'participle';
}

/** "was hit", "has put": what looks the same in all forms is a participle behind an auxiliary. */
export function verbFormOf(
  sentence: TaggedSentence,
  { first }: Mention,
  verbs: readonly Reading[],
): WordForm {
  const form = verbs[0]?.form ?? 'noun';
  if (form !== 'verb' || verbs.every((reading) => reading.form === 'verb')) return form;
  const before = nearestButAdverbs(sentence, first - 1);
  const ready = isAt(sentence, before, 'auxiliary-be') || isAt(sentence, before, 'auxiliary-have');
  return (ready && verbs.find((reading) => isReady(reading.form))?.form) || form;
}

/** Reads a verb with the auxiliaries before it. */
export function readVerbPhrase(
  sentence: TaggedSentence,
  mention: Mention,
  form: WordForm,
): VerbPhrase {
  const auxiliaries = auxiliariesBefore(sentence, mention);
  const { be, have, possible } = auxiliaries;
  const ready = isReady(form);
  const reduced = ready && !be && !have && isReducedParticiple(sentence, mention, form);
  // "help rebuild": the second verb is what is meant to be done.
  const helps = form === 'verb' && isAt(sentence, mention.first - 1, 'to-help');
  const infinitive = auxiliaries.to || helps;
  const tense = tenseOf({ ...auxiliaries, to: infinitive }, form);
  return {
    passive: reduced || (ready && be),
    reduced,
    infinitive,
    tense,
    possible,
    news: !possible && isNews(tense, form, auxiliaries),
  };
}

/** The auxiliaries that stand before a verb. */
interface Auxiliaries {
  be: boolean;
  /** The same in the present: "is", "are". */
  beNow: boolean;
  have: boolean;
  /** The same in the present: "has", "have". */
  haveNow: boolean;
  to: boolean;
  ableTo: boolean;
  will: boolean;
  /** "going to", "set to". */
  planned: boolean;
  possible: boolean;
}

/** How many tokens before a verb are looked at for its auxiliaries. */
const auxiliaryReach = 6;

/** Goes back over auxiliaries and adverbs until something else stands there. */
function auxiliariesBefore(sentence: TaggedSentence, { first }: Mention): Auxiliaries {
  const { tokens } = sentence;
  const found: Auxiliaries = {
    be: false,
    beNow: false,
    have: false,
    haveNow: false,
    to: false,
    ableTo: false,
    will: false,
    planned: false,
    possible: false,
  };
  for (let at = first - 1, seen = 0; at >= 0 && seen < auxiliaryReach; at--, seen++) {
    const token = tokens[at];
    if (token?.kind !== 'word') break;
    if (token.text === 'to' && textAt(tokens, at - 1) === 'able') {
      found.ableTo = true;
      at--;
    } else if (token.text === 'to') found.to = true;
    else if (isAt(sentence, at, 'auxiliary-be')) {
      found.be = true;
      found.beNow = presentOfBe.has(token.text);
    } else if (isAt(sentence, at, 'auxiliary-have')) {
      found.have = true;
      found.haveNow = token.text === 'has' || token.text === 'have';
    } else if (isAt(sentence, at, 'will-modal')) found.will = true;
    else if (isAt(sentence, at, 'may-modal')) found.possible ||= !isOpenToAll(sentence, at);
    else if (isAt(sentence, at, 'planned')) found.planned = true;
    else if (!isAdverb(sentence, at)) break;
  }
  return found;
}

function tenseOf({ will, planned, to, ableTo, have }: Auxiliaries, form: WordForm): Tense {
  // "is believed to have received": it has.
  if (will || planned || (to && !have)) return 'planned';
  if (form === 'ing' || ableTo) return 'ongoing';
  return have || form === 'past' || isReady(form) ? 'done' : 'open';
}

/** Whether a tense tells of what has just come about or is so now: "has signed", "signs", "is signing". */
function isNews(tense: Tense, form: WordForm, { haveNow, beNow }: Auxiliaries): boolean {
  if (tense === 'done') return haveNow;
  return tense === 'open' ? form === 'verb' : tense === 'ongoing' && beNow;
}

/** "one can fly", "tourists can now visit": what can be done by anybody is there. */
function isOpenToAll({ tokens }: TaggedSentence, modal: number): boolean {
  const before = textAt(tokens, modal - 1);
  const isOpen = anybody.has(before) || anyTime.has(before);
  return tokens[modal]?.text === 'can' && (isOpen || anyTime.has(textAt(tokens, modal + 1)));
}

const anybody = new Set(['one', 'you', 'anyone', 'anybody']);
const anyTime = new Set(['now', 'again', 'once']);

/** "soldiers killed in Kursk": what is done to people, where nobody is named behind it. */
function isSuffered(mention: Mention): boolean {
  return ['to-kill', 'to-wound', 'to-capture'].some((action) => standsFor(mention, action));
}

/** "the treaty signed between …", "sappers sent by …": no auxiliary, and something follows that asks for a passive. */
function isReducedParticiple(sentence: TaggedSentence, mention: Mention, form: WordForm): boolean {
  const next = mention.last + 1;
  if (form === 'participle') return true;
  const before = nearestButAdverbs(sentence, mention.first - 1);
  const comma = textAt(sentence.tokens, before) === ',';
  const start = mention.first === 0;
  if (isAt(sentence, next, 'by-preposition') || isAt(sentence, next, 'between-preposition'))
    return true;
  const object = sentence.mentionAt[mention.first - 1];
  const afterThing =
    object !== undefined &&
    (['document', 'goods', 'weapon'].some((kind) => standsFor(object, kind)) ||
      (standsFor(object, 'personnel') &&
        (mention.readings.every(isGiving) || isSuffered(mention))));
  const followedByObject =
    isAt(sentence, next, 'determiner') || sentence.tokens[next]?.kind === 'number';
  return (afterThing || comma || start) && !followedByObject && isAdjunct(sentence, next);
}

/** Whether people are what is sent or given, where no object follows: "troops sent from Pyongyang". */
function isGiving({ concept }: Reading): boolean {
  return concept.roles === 'giving';
}

/** Whether what stands here is no object: a preposition, a date, the end of a clause. */
function isAdjunct(sentence: TaggedSentence, at: number): boolean {
  return (
    isAt(sentence, at, 'preposition') ||
    sentence.dates.some((date) => date.first === at) ||
    sentence.tokens[at]?.kind === 'punctuation' ||
    at >= sentence.tokens.length ||
    isAt(sentence, at, 'coordinator')
  );
}
