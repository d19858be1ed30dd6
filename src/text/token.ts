/** A word, a number or a punctuation mark of one sentence. */
export interface Token {
  /** Normal form for look-ups: NFKC, lower case, straight quotes, without possessive ending. */
  text: string;
  /** Offsets in the original text, in UTF-16 code units; the possessive ending is inside. */
  start: number;
  end: number;
  kind: 'word' | 'number' | 'punctuation';
  /** Whether the original begins with a capital letter. */
  capital: boolean;
  /** Whether the original carried a possessive ending ("Russia's", "leaders'"). */
  possessive: boolean;
  /** Whether a hyphen joins this token to the one before ("Jong-un", "5,000-strong"). */
  joined: boolean;
}

/** A half-open range of UTF-16 code units. */
export interface TextRange {
  start: number;
  end: number;
}
