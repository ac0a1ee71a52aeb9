// The words of a text and where each of them stands, found once for all that is looked for in it.
import { type Token, tokensOf } from "../carry/tokens.ts";

export interface WordIndex {
  /** UTF-16 code units, as all offsets of its words. */
  readonly text: string;
  /** In order, without punctuation. */
  readonly words: readonly Token[];
  /** The places in `words` of each word, by its key in small letters. */
  readonly placesOf: ReadonlyMap<string, readonly number[]>;
}

/** Linear in the length of the text. */
export function wordIndexOf(text: string): WordIndex {
  const words = tokensOf(text).filter(({ isWord }) => isWord);
  const placesOf = new Map<string, number[]>();
  for (const [at, word] of words.entries()) {
    const places = placesOf.get(wordKey(word));
    if (places) places.push(at);
    else placesOf.set(wordKey(word), [at]);
  }
  return { text, words, placesOf };
}

export const wordKey = ({ key }: Token): string => key.toLowerCase();
