// Whether a stretch is made of whole words, as an analyst counts them. A possessive ending is left out of the word: the
// name in “Putin’s” is a whole word too.
import type { ArticleText } from "../model/article-text.ts";
import type { Range } from "../model/range.ts";
import { wordAround } from "../model/words.ts";

/** True when neither edge cuts a word in two. */
export function isWholeWords(article: Pick<ArticleText, "text">, { start, end }: Range): boolean {
  if (wordAround(article, start)) return false;
  const cut = wordAround(article, end);
  return cut === null || /^['’]s?$/iu.test(article.text.slice(end, cut.end));
}
