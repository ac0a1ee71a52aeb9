// What is known of an article when its text becomes another: what was recognised in it moves along.
import type { Article, ArticleBlock, Metadata } from "../model/article.ts";
import type { Range } from "../model/range.ts";
import type { Carrier } from "./carrier.ts";

/** What comes with the new text, where it was read from a file; the rest follows from the text. */
export type ReadDetails = Partial<Pick<Article, "title" | "titleFrom" | "metadata" | "blocks" | "about">>;

/** The record of the article with its new text, of which the carrier knows. `textHash`: of that text. */
export function revisedArticle(
  { revision: _revision, ...article }: Article,
  carrier: Carrier,
  { textHash, ...read }: ReadDetails & { readonly textHash: string },
): Article {
  const { blocks: before, ...rest } = article;
  const metadata = read.metadata ?? article.metadata.flatMap((part) => moved(part, carrier));
  const blocks = read.blocks ?? before?.flatMap((block) => movedBlock(block, carrier)) ?? [];
  return {
    ...rest,
    ...read,
    title: read.title ?? (titleIn(article, metadata, carrier) || article.title),
    textHash,
    length: carrier.to.length,
    metadata,
    ...(blocks.length > 0 && { blocks }),
  };
}

const oneLine = (text: string): string => text.replace(/\s+/gu, " ").trim();

/** A title that was read from the text follows it. */
function titleIn(
  { title, metadata: before }: Article,
  after: readonly Metadata[],
  { from, to }: Carrier,
): string {
  const wordsOf = (text: string, range: Range | undefined): string | null =>
    range ? oneLine(text.slice(range.start, range.end)) : null;
  const isTitle = ({ field }: Metadata): boolean => field === "title";
  const said = wordsOf(from, before.find(isTitle));
  return said === oneLine(title) ? (wordsOf(to, after.find(isTitle)) ?? title) : title;
}

function moved<T extends Range>(part: T, carrier: Carrier): T[] {
  if (part.start >= part.end || part.end > carrier.from.length) return [];
  const carried = carrier.place([{ start: part.start, end: part.end }]);
  const [place] = carried.how === "placed" ? carried.segments : [];
  return place ? [{ ...part, start: place.start, end: place.end }] : [];
}

/** One that was parted ends where its first line does. */
function movedBlock(block: ArticleBlock, carrier: Carrier): ArticleBlock[] {
  return moved(block, carrier).map((one) => {
    const wasOneLine = !/[\n\r]/u.test(carrier.from.slice(block.start, block.end));
    const cut = wasOneLine ? carrier.to.slice(one.start, one.end).search(/[\n\r]/u) : -1;
    return cut > 0 ? { ...one, end: one.start + cut } : one;
  });
}
