/** Kinds of near misses, told by the words of the reason given; the first that fits counts. */
const kinds: readonly (readonly [kind: string, words: RegExp])[] = [
  ['rebuttal', /rebut|debunk|fact.?check|calls? (?:it|the claim) (?:false|wrong)/i],
  ['denial', /den(?:y|ies|ied|ial)|negat/i],
  ['question', /question|asks|whether/i],
  ['condition or wish', /hypothe|condition|\bif\b|would|could|might|wish/i],
  ['right statement', /correct|accurate|right|true/i],
  ['other figure', /figure|number|amount|share|per cent|percent/i],
  ['other date', /date|day|month|year|time|20\d\d/i],
  ['other direction', /direction|reverse/i],
  ['other actor or country', /actor|countr|person|minister|leader|office|agent|army|armies/i],
  ['other event or thing', /event|thing|subject|treaty|visit|topic|object|goods|weapon/i],
];

/** The kind of a near miss, from why it is one. */
export function kindOf(why: string | null): string {
  if (why === null) return 'no reason given';
  return kinds.find(([, words]) => words.test(why))?.[0] ?? 'other';
}
