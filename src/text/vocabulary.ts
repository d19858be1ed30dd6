import { APOSTROPHE, classAt, IGNORED, isWordPart } from './character-class.ts';

/** A text may be made to have any number of words: what is kept of them is bounded. */
const mostWords = 10_000;
const longestWord = 40;

interface Kept<Entry> {
  word: string;
  hash: number;
  entry: Entry;
}

/**
 * What is known of words by their spelling, worked out when a text first has the word. A word of plain
 * Latin letters, as most are, is found without being cut out of its text.
 */
export class Vocabulary<Entry> {
  /** Where the word ends that was read last. */
  end = 0;
  private readonly slots: (Kept<Entry> | undefined)[] = new Array(2 * mostWords).fill(undefined);
  private kept = 0;

  private readonly entryOf: (word: string) => Entry;

  constructor(entryOf: (word: string) => Entry) {
    this.entryOf = entryOf;
  }

  /** The entry of the word that begins at `start`; null where it is not all of plain letters. */
  read(text: string, start: number, limit: number): Entry | null {
    let at = start;
    let hash = 0;
    for (; at < limit; at++) {
      const unit = text.charCodeAt(at);
      // Without its sixth bit a small letter is a capital.
      const letter = unit & ~32;
      if (letter < 65 || letter > 90 || unit > 122) break;
      hash = (Math.imul(hash, 31) + unit) | 0;
    }
    if (at === start || at - start > longestWord || !endsPlainly(text, start, at, limit))
      return null;
    this.end = at;
    return this.find(text, start, at, hash);
  }

  private find(text: string, start: number, end: number, hash: number): Entry {
    const { slots } = this;
    let slot = (hash >>> 0) % slots.length;
    for (let kept = slots[slot]; kept; kept = slots[slot]) {
      if (kept.hash === hash && isSpelled(kept.word, text, start, end)) return kept.entry;
      slot = slot + 1 === slots.length ? 0 : slot + 1;
    }
    const word = text.slice(start, end);
    const entry = this.entryOf(word);
    if (this.kept < mostWords) {
      this.kept++;
      slots[slot] = { word, hash, entry };
    }
    return entry;
  }
}

function isSpelled(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let at = 0; at < word.length; at++)
    if (word.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  return true;
}

/** Whether a word ends where its plain letters do: no apostrophe, letter or point of an acronym goes on. */
function endsPlainly(text: string, start: number, end: number, limit: number): boolean {
  if (end >= limit) return true;
  const unit = text.charCodeAt(end);
  if (unit === 32) return true;
  if (unit === 46) return end - start > 1;
  const kind = classAt(text, end);
  return !isWordPart(kind) && kind !== APOSTROPHE && kind !== IGNORED;
}
