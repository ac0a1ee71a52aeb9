// Full stops that belong to a word and end no sentence. Lists of each language (`prose-words.ts`), because no rule tells "Gen." from "men.".
import type { ArticleLanguage } from "./language.ts";
import { proseWordsOf } from "./prose-words.ts";

/** Letters with full stops between them: U.S, D.C, e.g, J.D. */
const lettered = /^\p{L}(?:\.\p{L})+$/u;
const initial = /^\p{Lu}$/u;
/** "am 3. Mai", "das 20. Jahrhundert": no year. */
const ordinal = /^\p{N}{1,2}$/u;

/** How a full stop after this word is to be read: `null` when it is no abbreviation's. `next` is the text after the stop. */
export function abbreviationAt(
  word: string,
  next: string,
  language: ArticleLanguage | null = "en",
): "leading" | "trailing" | null {
  const { leading, trailing, numbered, plain, hasOrdinals } = proseWordsOf(language);
  const lower = word.toLowerCase();
  if (numbered.has(lower)) return /^\s*\p{N}/u.test(next) ? "leading" : null;
  const isPlainWord = word === lower && plain.has(lower);
  if (leading.has(lower)) return isPlainWord ? null : "leading";
  if (lettered.test(word)) return "trailing";
  if (trailing.has(lower)) return isPlainWord ? null : "trailing";
  if (hasOrdinals && ordinal.test(word) && /^\s\p{L}/u.test(next)) return "trailing";
  if (initial.test(word) && word !== "I" && /^\s*\p{Lu}/u.test(next)) return "leading";
  return null;
}

/** True when the word that follows shows that a sentence ended at the abbreviation before it. */
export function opensSentence(next: string, language: ArticleLanguage | null = "en"): boolean {
  const word = /^[\s“"‘'„«»(]*(\p{Lu}[\p{L}’']*)/u.exec(next)?.[1];
  return word !== undefined && proseWordsOf(language).openers.has(word.toLowerCase());
}
