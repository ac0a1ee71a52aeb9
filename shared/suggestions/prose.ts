// The prose of a text: code, markup and tables of data that came along say nothing, whatever words and quotation marks are in them.
import type { ArticleText } from "../model/article-text.ts";
import type { Range } from "../model/range.ts";

/** Marks that programs, markup and tables are full of, and words that stand against them as they never do in prose. */
const sign = /[{}[\]<>=;|\\_^~`]|\p{L}\(|["'”]\)|:{2}|\/\/|(?<=["”'\p{L}]),(?=["“']?\p{L}|\p{N})|"(?=:)/gu;
/** That many of them, and that many for each hundred characters. */
const least = { count: 3, perHundred: 4 };
/** No paragraph is read further to know what it is. */
const sampleLength = 2_000;

const isProse = (text: string, { start, end }: Range): boolean => {
  const part = text.slice(start, Math.min(end, start + sampleLength));
  const count = part.match(sign)?.length ?? 0;
  return count < least.count || (100 * count) / part.length < least.perHundred;
};

/**
 * The same text with the paragraphs that are prose, and their quotations; with none where most of it is something else. Linear in the
 * length of the text.
 */
export function proseOf(article: ArticleText): ArticleText {
  const { paragraphs, quotations, text } = article;
  const prose = paragraphs.filter((one) => isProse(text, one));
  if (prose.length === paragraphs.length) return article;
  if (2 * lengthOf(prose) < lengthOf(paragraphs)) return { ...article, paragraphs: [], quotations: [] };
  const starts = new Set(prose.map(({ start }) => start));
  let at = 0;
  const proseQuotations = quotations.filter(({ start }) => {
    while ((paragraphs[at]?.end ?? Infinity) <= start) at += 1;
    return starts.has(paragraphs[at]?.start ?? -1);
  });
  return { ...article, paragraphs: prose, quotations: proseQuotations };
}

const lengthOf = (ranges: readonly Range[]): number =>
  ranges.reduce((sum, { start, end }) => sum + end - start, 0);
