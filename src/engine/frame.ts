import { isReady } from './events.ts';
import { type Clause, country, type Event, type Grammar, type Phrase } from './grammar-types.ts';
import { isAt, type TaggedSentence } from './sentence.ts';
import { standsFor } from './tagger.ts';

/** Who does what to whom, as far as the sentence tells. */
export interface Frame {
  event: Event;
  agent: Phrase | null;
  thing: readonly Phrase[];
  /** The country that gives, sends or provides. */
  from: Filler | null;
  /** The country or place that receives, or where it goes. */
  to: Filler | null;
  /** Where it happens; more than one where places are joined: "in Kursk and Belgorod". */
  at: readonly Phrase[];
}

/** A country, and the phrase that told it. */
export interface Filler {
  country: string | null;
  phrase: Phrase;
}

/** Reads the frame of every event of a sentence. */
export function readFrames(sentence: TaggedSentence, grammar: Grammar): Frame[] {
  const frames: Frame[] = [];
  for (const event of grammar.events) frames.push(readFrame(sentence, grammar, event, frames));
  return frames;
}

function readFrame(
  sentence: TaggedSentence,
  grammar: Grammar,
  event: Event,
  earlier: readonly Frame[],
): Frame {
  const clause = grammar.clauses[event.clause];
  const near = phrasesOf(grammar, event);
  const before = near.filter((phrase) => phrase.mention.last < event.mention.first);
  const after = near.filter((phrase) => phrase.mention.first > event.mention.last);
  const byPhrase =
    after.find((phrase) => phrase.preposition === 'by-preposition' && isActor(phrase)) ?? null;
  const caused = event.kind === 'verb' ? causedObject(sentence, event, before) : null;
  let agent: Phrase | null;
  let thing: Phrase[];
  if (event.kind === 'noun') {
    const owner = qualifierOf(sentence, event, before);
    // "Russia's firing of a missile was confirmed by experts": who does a verb between need not do the noun.
    agent =
      (owner && byPhrase && isOfVerb(grammar, event, byPhrase) ? owner : byPhrase) ??
      owner ??
      (event.gerund ? gerundSubject(sentence, event, earlier, after) : null);
    thing = after.filter((phrase) => phrase.preposition === 'of-preposition' && !phrase.head);
    if (event.gerund && thing.length === 0) thing = objectsUpToComma(sentence, event, after);
    const moved = thing[0];
    if (!agent && moved && country(moved) && thing.length === 1) agent = moved;
    agent ??= lightVerbSubject(sentence, event, earlier) ?? onlySubject(earlier, event, before);
  } else if (caused) {
    thing = [caused];
    agent =
      byPhrase ?? subjects(before.filter((phrase) => phrase !== caused)).find(isActor) ?? null;
  } else if (event.passive) {
    agent = byPhrase;
    const touching = event.reduced ? touchingPhrase(before, event) : null;
    thing = touching ? [touching] : ownSubjects(before, earlier);
    if (thing.length === 0 && clause) thing = antecedent(grammar, clause);
    if (thing.length === 0) thing = subjectAhead(grammar, event);
  } else {
    const subject = ownSubjects(before, earlier);
    const pronoun = pronounBefore(sentence, event, clause);
    agent = pronoun
      ? speakerMeant(pronoun, event, earlier)
      : (personMeant(sentence, subject) ??
        subject.find(isActor) ??
        speakerBehind(sentence, event, after) ??
        lifelessSubject(sentence, subject, event, earlier) ??
        inheritedSubject(sentence, grammar, clause, event, earlier));
    thing = objects(
      after.filter(
        (phrase) =>
          !isOfGerund(grammar, event, phrase) && !isOfPurpose(sentence, grammar, event, phrase),
      ),
    );
    if (thing.length === 0) thing = objectOfParticle(sentence, event, after);
    if (thing.length === 0 && clause?.relative && subject.length > 0)
      thing = antecedent(grammar, clause);
  }
  const roles = event.concepts[0]?.roles ?? 'plain';
  const granted = event.passive && roles === 'giving' ? objects(after)[0] : undefined;
  const favoured = granted && thing.find(isReceiver);
  if (favoured) thing = [granted];
  if (roles === 'moving' && thing.length === 0 && agent) thing = [agent];
  const indirect =
    favoured ?? (roles === 'giving' && !event.passive ? indirectObject(event, thing) : null);
  if (indirect && !event.passive) thing = thing.filter((phrase) => phrase !== indirect);
  const source =
    near.find((phrase) => phrase.preposition === 'from-preposition') ??
    sourceBehind(event, roles, after);
  const target =
    after.find(isTarget) ?? (event.kind === 'noun' ? near.find(isTarget) : null) ?? null;
  const at = near.filter(
    (phrase) =>
      phrase.preposition === 'in-preposition' &&
      isPlace(phrase) &&
      !qualifiesOther(phrase) &&
      !ownsAct(sentence, phrase) &&
      !(event.kind === 'noun' && isOfVerb(grammar, event, phrase)),
  );
  return {
    event,
    agent,
    thing,
    from: giver(roles, agent, thing, source),
    to: receiver(roles, agent, indirect ?? target, at[0] ?? null),
    at,
  };
}

/**
 * Who does what a gerund tells: the one thanked "for sending", accused "of sending" or kept "from sending", else the subject of its sentence, which a
 * gerund that opens it has behind a comma.
 */
function gerundSubject(
  sentence: TaggedSentence,
  { mention, clause }: Event,
  earlier: readonly Frame[],
  after: readonly Phrase[],
): Phrase | null {
  const verb = earlier.findLast(({ event }) => event.kind === 'verb' && event.clause === clause);
  if (!verb) {
    const ahead = after.find(
      (phrase) => !phrase.preposition && !phrase.head && followsComma(sentence, phrase),
    );
    return ahead && isActor(ahead) ? ahead : null;
  }
  if (verb.event.passive) return verb.thing.find(isActor) ?? null;
  const meant = /^(?:for|of|from)$/.test(sentence.tokens[mention.first - 1]?.text ?? '')
    ? verb.thing.find(isActor)
    : null;
  return meant ?? verb.agent;
}

/** "violated the embargo by firing a missile": the missile is no object of the verb before. */
function isOfGerund(grammar: Grammar, { mention, clause }: Event, phrase: Phrase): boolean {
  return grammar.events.some(
    (other) =>
      other.gerund &&
      other.clause === clause &&
      other.mention.first > mention.last &&
      other.mention.last < phrase.mention.first,
  );
}

/** "packed off 100,000 troops to prop up the army": behind an object, the army is that of the infinitive. */
function isOfPurpose(
  sentence: TaggedSentence,
  grammar: Grammar,
  { mention, clause }: Event,
  phrase: Phrase,
): boolean {
  const infinitive = grammar.events.find(
    (other) =>
      other.kind === 'verb' &&
      other.clause === clause &&
      other.mention.first > mention.last &&
      other.mention.last < phrase.mention.first &&
      sentence.tokens[other.mention.first - 1]?.text === 'to',
  );
  return (
    infinitive !== undefined &&
    grammar.phrases.some(
      (object) =>
        !object.preposition &&
        !object.head &&
        object.mention.first > mention.last &&
        object.mention.last < infinitive.mention.first,
    )
  );
}

function followsComma(sentence: TaggedSentence, { mention }: Phrase): boolean {
  let at = mention.first - 1;
  while (isAt(sentence, at, 'determiner')) at--;
  return sentence.tokens[at]?.text === ',';
}

function objectsUpToComma(
  { tokens }: TaggedSentence,
  event: Event,
  after: readonly Phrase[],
): Phrase[] {
  let end = event.mention.last + 1;
  while (tokens[end] && tokens[end]?.kind !== 'punctuation') end++;
  return objects(after.filter(({ mention }) => mention.first < end)).slice(0, 2);
}

/** "Kim had 5,000 builders sent": what he had it done to stands between "had" and the participle. */
function causedObject(
  sentence: TaggedSentence,
  event: Event,
  before: readonly Phrase[],
): Phrase | null {
  const object = touchingPhrase(before, event);
  if (!object || !event.mention.readings.some(({ form }) => isReady(form))) return null;
  for (let at = object.mention.first - 1; at >= object.mention.first - 4; at--) {
    // "At no time has the army received": without a subject before it, "has" asks for no other.
    if (isAt(sentence, at, 'auxiliary-have'))
      return before.some(({ mention }) => mention.last < at) ? object : null;
    const counts = sentence.numbers.some(({ first, last }) => first <= at && at <= last);
    const qualifies = sentence.mentionAt[at]?.readings.some(({ form }) => form === 'adjective');
    if (!counts && !qualifies && !isAt(sentence, at, 'determiner')) return null;
  }
  return null;
}

/** "missiles provided by the North": the phrase right before a participle. */
function touchingPhrase(before: readonly Phrase[], event: Event): Phrase | null {
  return before.find(({ mention }) => mention.last === event.mention.first - 1) ?? null;
}

/** "Sent to Kursk, the sappers clear mines": a participle that opens the sentence is about its subject. */
function subjectAhead(grammar: Grammar, event: Event): Phrase[] {
  const clause = grammar.clauses[event.clause];
  if (!clause || event.mention.first !== clause.first) return [];
  const found = grammar.phrases.find(
    ({ mention, preposition, head }) => mention.first > clause.last && !preposition && !head,
  );
  return found ? [found] : [];
}

/** "left Rajin", "relies on Pyongyang for shells": the place that is left, the country that is drawn on. */
function sourceBehind(event: Event, roles: string, after: readonly Phrase[]): Phrase | null {
  const next = after[0];
  if (event.kind !== 'verb' || !next || next.mention.first !== event.mention.last + 1) return null;
  if (standsFor(event.mention, 'to-depart')) return isPlace(next) ? next : null;
  return roles === 'taking' && next.preposition === 'in-preposition' && country(next) ? next : null;
}

/** Where something goes; "for the war" and "to their surprise" tell no receiver. */
function isTarget(phrase: Phrase): boolean {
  return (
    phrase.preposition === 'to-preposition' && !phrase.head && (isActor(phrase) || isPlace(phrase))
  );
}

/** "Kim was given a reactor", "the North was handed the technology": who is given something, not what is given. */
function isReceiver({ mention }: Phrase): boolean {
  return standsFor(mention, 'person') || standsFor(mention, 'country');
}

/** "gave North Korea a reactor for its submarine": a receiver right behind the verb, before the thing. */
function indirectObject(event: Event, things: readonly Phrase[]): Phrase | null {
  const [first, second] = things;
  if (event.kind !== 'verb' || !first || !second) return null;
  const close = first.mention.first - event.mention.last <= 2;
  const both = !first.preposition && !second.preposition;
  const person = standsFor(first.mention, 'person') || standsFor(first.mention, 'country');
  return close && both && person && country(first) !== null && country(second) === null
    ? first
    : null;
}

/** "Kim Yong Bok, the deputy chief, fell": who is named, where an office is told right behind the name. */
function personMeant(sentence: TaggedSentence, subjects: readonly Phrase[]): Phrase | null {
  const [office, person] = subjects;
  if (!office || !person || !standsFor(office.mention, 'office')) return null;
  if (!standsFor(person.mention, 'person') || standsFor(person.mention, 'office')) return null;
  let at = office.mention.first - 1;
  while (isAt(sentence, at, 'determiner')) at--;
  return sentence.tokens[at]?.text === ',' && person.mention.last === at - 1 ? person : null;
}

/** "…, he said": the pronoun that is the subject of an event. */
function pronounBefore(
  sentence: TaggedSentence,
  event: Event,
  clause: Clause | undefined,
): string | null {
  const stop = Math.max(event.mention.first - 5, clause?.first ?? 0);
  for (let at = event.mention.first - 1; at >= stop; at--) {
    if (isAt(sentence, at, 'pronoun')) return sentence.tokens[at]?.text ?? null;
    // "It was Rhee who attacked": the pronoun is no subject of what follows.
    if (isAt(sentence, at, 'relative-word')) return null;
    if (sentence.tokens[at]?.kind !== 'word') return null;
  }
  return null;
}

/** "Seoul said it would send …": who reports something speaks of itself. */
function speakerMeant(pronoun: string, event: Event, earlier: readonly Frame[]): Phrase | null {
  const report = earlier.findLast((frame) => frame.event.kind === 'verb');
  if (!report?.agent || !standsFor(report.event.mention, 'attribution')) return null;
  if (report.event.mention.first > event.mention.first) return null;
  const isPerson = standsFor(report.agent.mention, 'person');
  if (/^s?he$/.test(pronoun)) return isPerson ? report.agent : null;
  return pronoun === 'it' && !isPerson && countryOf(report.agent) ? report.agent : null;
}

/** "made an announcement", "gave a promise": whose act it is, the verb tells. */
function lightVerbSubject(
  sentence: TaggedSentence,
  noun: Event,
  earlier: readonly Frame[],
): Phrase | null {
  const verb = earlier.findLast(
    ({ event }) =>
      event.kind === 'verb' &&
      !event.passive &&
      event.clause === noun.clause &&
      event.mention.last < noun.mention.first &&
      noun.mention.first - event.mention.last <= 4,
  );
  if (!verb) return null;
  for (let at = verb.event.mention.last + 1; at < noun.mention.first; at++) {
    if (isAt(sentence, at, 'preposition')) return null;
  }
  // "Shoigu announced the sending of builders": who speaks of an act need not do it.
  const tells = verb.event.concepts.some((concept) => concept.is.has('attribution'));
  return tells && verb.agent && standsFor(verb.agent.mention, 'person') ? null : verb.agent;
}

/** A verb the lexicon does not know carries the noun: its subject is the only one there is. */
function onlySubject(
  earlier: readonly Frame[],
  noun: Event,
  before: readonly Phrase[],
): Phrase | null {
  if (earlier.some(({ event }) => event.kind === 'verb' && event.clause === noun.clause))
    return null;
  if (noun.concepts.every((concept) => !concept.is.has('attribution'))) return null;
  return subjects(before).find(isActor) ?? null;
}

/** "The sanctions have expired": a thing, where nobody acts and it is no part of a clause within. */
function lifelessSubject(
  sentence: TaggedSentence,
  subjects: readonly Phrase[],
  verb: Event,
  earlier: readonly Frame[],
): Phrase | null {
  const nearest = subjects[0];
  if (!nearest || verb.infinitive || isAt(sentence, nearest.mention.first, 'adverb')) return null;
  const parted = earlier.some(
    ({ event, thing }) =>
      event.kind === 'verb' &&
      (event.mention.first > nearest.mention.last || (!event.passive && thing.includes(nearest))),
  );
  const within = sentence.mentions.some(
    (mention) =>
      standsFor(mention, 'relative-word') &&
      mention.last < nearest.mention.first &&
      sentence.tokens[mention.first]?.text !== 'that',
  );
  return parted || within ? null : nearest;
}

/** "…, says KCNA": the speaker stands behind the verb. */
function speakerBehind(
  sentence: TaggedSentence,
  event: Event,
  after: readonly Phrase[],
): Phrase | null {
  if (!standsFor(event.mention, 'attribution')) return null;
  const next = after[0];
  const previous = sentence.tokens[event.mention.first - 1];
  const inverted = previous === undefined || previous.kind === 'punctuation';
  return inverted && next && isActor(next) && next.mention.first - event.mention.last <= 3
    ? next
    : null;
}

/** The phrases of the event's clause. A clause without any of its own before the event may share. */
function phrasesOf(grammar: Grammar, event: Event): Phrase[] {
  return grammar.phrases.filter((phrase) => phrase.clause === event.clause && !phrase.negated);
}

function isActor(phrase: Phrase): boolean {
  const { mention } = phrase;
  return (
    country(phrase) !== null ||
    actsForOwner(phrase) ||
    ['person', 'office', 'organisation', 'personnel', 'armed-forces', 'both-sides'].some((kind) =>
      standsFor(mention, kind),
    )
  );
}

/** "on Russian equipment": an adjective of something without a name. */
function qualifiesOther({ mention }: Phrase): boolean {
  return mention.readings.every(({ form }) => form === 'adjective');
}

/** "in the countries' ties": whose act it is, not where something is done. */
function ownsAct({ tokens, mentionAt }: TaggedSentence, { mention }: Phrase): boolean {
  const next = mentionAt[mention.last + 1];
  return (tokens[mention.last]?.possessive ?? false) && !!next && standsFor(next, 'action');
}

/** "on lines designed in Russia": a verb between a noun and the place takes the place. */
function isOfVerb(grammar: Grammar, noun: Event, place: Phrase): boolean {
  return grammar.events.some(
    ({ kind, mention }) =>
      kind === 'verb' && mention.first > noun.mention.last && mention.last < place.mention.first,
  );
}

/** "Kim's arsenals are empty", "Russian cargo planes brought": works and vehicles act for whose they are. */
function actsForOwner(phrase: Phrase): boolean {
  return (
    phrase.owner !== null &&
    country(phrase.owner) !== null &&
    (standsFor(phrase.mention, 'building') || standsFor(phrase.mention, 'vehicle'))
  );
}

function isPlace(phrase: Phrase): boolean {
  return standsFor(phrase.mention, 'place') || standsFor(phrase.mention, 'country');
}

/** Phrases that no preposition governs and that qualify nothing; the nearest to the verb first. */
function subjects(before: readonly Phrase[]): Phrase[] {
  return before.filter((phrase) => !phrase.preposition && !phrase.head).reverse();
}

/**
 * Without those that belong to verbs before it: "soldiers fighting alongside Russian forces withdrew", "Kyiv said the
 * soldiers had been withdrawn".
 */
function ownSubjects(before: readonly Phrase[], earlier: readonly Frame[]): Phrase[] {
  const all = subjects(before);
  const own = all.filter(
    (phrase) =>
      !earlier.some(({ event, agent, thing }) => {
        if (event.kind !== 'verb' || !agent || !all.includes(agent)) return false;
        if (standsFor(event.mention, 'attribution')) return agent === phrase;
        const distance = phrase.mention.first - event.mention.last;
        const isObject = thing.includes(phrase) && distance > 0 && distance <= objectReach;
        return event.tense === 'ongoing' && isObject;
      }),
  );
  return own.length > 0 ? own : all;
}

/** How far behind a verb in -ing its object may stand, in tokens. */
const objectReach = 5;

/** "put an end to the sanctions", "ran out of shells": the last word of the verb takes the object. */
function objectOfParticle(
  { tokens, prepositions }: TaggedSentence,
  event: Event,
  after: readonly Phrase[],
): Phrase[] {
  const { first, last } = event.mention;
  const particle = first < last ? prepositions.get(tokens[last]?.text ?? '') : undefined;
  const next = after.find(({ head }) => !head);
  const plain = event.concepts.every(({ roles }) => roles === 'plain');
  const fits = particle && plain && next?.preposition === particle;
  return fits && next.mention.first - last <= 4 ? [next] : [];
}

function objects(after: readonly Phrase[]): Phrase[] {
  return after.filter(
    (phrase) => !phrase.head && (!phrase.preposition || phrase.preposition === 'of-preposition'),
  );
}

/** "North Korea's dispatch", "the Russian deployment": whose it is stands right before the noun. */
function qualifierOf(
  sentence: TaggedSentence,
  event: Event,
  before: readonly Phrase[],
): Phrase | null {
  const last = before.at(-1);
  if (!last || event.mention.first - last.mention.last > 4) return null;
  for (let at = last.mention.last + 1; at < event.mention.first; at++) {
    if (isAt(sentence, at, 'preposition') || sentence.tokens[at]?.kind === 'punctuation')
      return null;
  }
  const owns = sentence.tokens[last.mention.last]?.possessive ?? false;
  const adjective = last.mention.readings.some((reading) => reading.form === 'adjective');
  return owns || adjective ? last : null;
}

/** The clause with "who" or "which" that a clause goes on behind: "Kim, who sent sappers, will hire builders". */
function brokenOffAt({ clauses }: Grammar, clause: Clause): number | null {
  const within = clauses[clauses.indexOf(clause) - 1];
  return clause.relative ? null : (within?.relativeFrom ?? null);
}

/**
 * The phrase that "who", "which" or a participle takes up: the last one before the clause. A clause that goes on
 * behind such a one has what that one takes up.
 */
function antecedent(grammar: Grammar, clause: Clause): Phrase[] {
  const within = brokenOffAt(grammar, clause);
  const meant = within === null ? null : thingMeant(grammar, within);
  if (meant) return [meant];
  const found = grammar.phrases
    .filter((phrase) => phrase.mention.last < clause.first && !phrase.head)
    .at(-1);
  return found ? [found] : [];
}

/** "The sanctions on the North, which expired": what no preposition puts behind something else. */
function thingMeant(grammar: Grammar, before: number): Phrase | null {
  return (
    grammar.phrases.findLast(
      ({ mention, head, preposition }) => mention.last < before && !head && !preposition,
    ) ?? null
  );
}

/** A verb without a subject of its own has that of the clause before it, or the phrase it relates to. */
function inheritedSubject(
  sentence: TaggedSentence,
  grammar: Grammar,
  clause: Clause | undefined,
  event: Event,
  earlier: readonly Frame[],
): Phrase | null {
  if (!clause || event.clause === 0) return null;
  if (clause.relative)
    return antecedent(grammar, clause).find(isActor) ?? thingMeant(grammar, clause.first);
  if (hasUnknownSubject(sentence, clause, event)) return null;
  for (const frame of [...earlier].reverse()) {
    if (frame.event.kind === 'verb' && frame.event.clause < event.clause) {
      const subject = frame.event.passive ? (frame.thing[0] ?? null) : frame.agent;
      if (subject && isActor(subject)) return subject;
    }
  }
  const first = grammar.phrases.find(
    (phrase) => !phrase.preposition && !phrase.head && isActor(phrase),
  );
  return first && first.mention.last < clause.first ? first : null;
}

/** "…, an inquiry found": a subject of its own, though nothing is known of it. */
function hasUnknownSubject(
  sentence: TaggedSentence,
  { first }: Clause,
  { mention }: Event,
): boolean {
  const start = sentence.tokens[first]?.kind === 'punctuation' ? first + 1 : first;
  return isAt(sentence, start, 'determiner') && mention.first > start + 1;
}

/** The country a phrase belongs to: its owner's, else the one it can stand for. */
export function countryOf(phrase: Phrase): string | null {
  return (phrase.owner && country(phrase.owner)) ?? country(phrase);
}

function filler(phrase: Phrase | null): Filler | null {
  if (!phrase) return null;
  const told = countryOf(phrase);
  return told ? { country: told, phrase } : null;
}

function giver(
  roles: string,
  agent: Phrase | null,
  thing: readonly Phrase[],
  source: Phrase | null,
): Filler | null {
  const explicit = source && placed(source);
  if (explicit && explicit.country !== null) return explicit;
  const goods =
    thing.find(
      (phrase) =>
        phrase !== agent &&
        countryOf(phrase) !== null &&
        !standsFor(phrase.mention, 'place') &&
        !standsFor(phrase.mention, 'country'),
    ) ?? null;
  if (roles === 'taking') return filler(goods);
  return roles === 'giving' || roles === 'moving'
    ? (filler(agent) ?? filler(goods))
    : (filler(goods) ?? filler(agent));
}

function receiver(
  roles: string,
  agent: Phrase | null,
  target: Phrase | null,
  at: Phrase | null,
): Filler | null {
  const place = target ?? at;
  if (roles === 'taking') return filler(agent) ?? placed(place);
  return placed(place);
}

function placed(phrase: Phrase | null): Filler | null {
  if (!phrase) return null;
  const told =
    countryOf(phrase) ?? phrase.mention.readings.find((r) => r.concept.in)?.concept.in ?? null;
  return { country: told, phrase };
}
