// The words and marks of a sentence as the stages read them.
import type { Range } from "../model/range.ts";

/** Universal parts of speech (universaldependencies.org/u/pos), and `QUOTE` for a quotation that is read as one. */
export type PartOfSpeech =
  | "ADJ"
  | "ADP"
  | "ADV"
  | "AUX"
  | "CCONJ"
  | "DET"
  | "INTJ"
  | "NOUN"
  | "NUM"
  | "PART"
  | "PRON"
  | "PROPN"
  | "PUNCT"
  | "SCONJ"
  | "SYM"
  | "VERB"
  | "X"
  | "QUOTE";

/** Offsets are of the article's text. `lower` has straight apostrophes. */
export interface TaggedToken extends Range {
  readonly text: string;
  readonly lower: string;
  readonly lemma: string;
  readonly pos: PartOfSpeech;
  /** Inside quotation marks. */
  readonly quoted: boolean;
}

export const isNominal = (token: TaggedToken | undefined): boolean =>
  token?.pos === "NOUN" || token?.pos === "PROPN" || token?.pos === "NUM";

/** From the first token's start to the last one's end; the indexes must be of tokens. */
export function rangeOf(tokens: readonly Range[], first: number, last: number): Range {
  const [from, to] = [tokens[first], tokens[last]];
  if (!from || !to || first > last) throw new RangeError(`no tokens from ${first} to ${last}`);
  return { start: from.start, end: to.end };
}
