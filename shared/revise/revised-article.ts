// The record of an article when its text becomes another: what was recognised in it moves along.
import {
  type Article,
  type ArticleBlock,
  type ArticleFact,
  articleFacts,
  type Metadata,
} from "../model/article.ts";
import type { Range } from "../model/range.ts";
import type { Carrier } from "./carrier.ts";

/** What comes with the new text, where it was read from a file; the rest follows from the text. */
export type ReadDetails = Partial<Pick<Article, "title" | "titleFrom" | "metadata" | "blocks" | "about">>;

/**
 * The record of the article with its new text, of which the carrier knows. What a person has said of it stays said. `textHash`: of
 * that text.
 */
export function revisedArticle(
  { revision: _revision, ...article }: Article,
  carrier: Carrier,
  { textHash, about: freshFacts = [], ...read }: ReadDetails & { readonly textHash: string },
): Article {
  const { blocks: before, about: facts = [], titleFrom: was, ...rest } = article;
  const metadata = read.metadata ?? article.metadata.flatMap((part) => moved(part, carrier));
  const blocks = read.blocks ?? before?.flatMap((block) => movedBlock(block, carrier)) ?? [];
  const fresh = was === "person" ? undefined : read.title;
  const titleFrom = fresh === undefined ? was : read.titleFrom;
  const about = factsOver(facts, freshFacts);
  return {
    ...rest,
    title: fresh ?? (titleIn(article, metadata, carrier) || article.title),
    textHash,
    length: carrier.to.length,
    metadata,
    ...(titleFrom !== undefined && { titleFrom }),
    ...(blocks.length > 0 && { blocks }),
    ...(about.length > 0 && { about }),
  };
}

/** Field by field: what a person said, else what the fresh file says, else what was known before. */
const factsOver = (before: readonly ArticleFact[], fresh: readonly ArticleFact[]): readonly ArticleFact[] =>
  articleFacts.flatMap((field) => {
    const of = (facts: readonly ArticleFact[]) => facts.filter((fact) => fact.field === field);
    const personFacts = of(before).filter(({ from }) => from === "person");
    return [personFacts, of(fresh), of(before)].find(({ length }) => length > 0) ?? [];
  });

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
  const titleWords = wordsOf(from, before.find(isTitle));
  return titleWords === oneLine(title) ? (wordsOf(to, after.find(isTitle)) ?? title) : title;
}

function moved<T extends Range>(part: T, carrier: Carrier): T[] {
  if (part.start >= part.end || part.end > carrier.from.length) return [];
  const placement = carrier.place([{ start: part.start, end: part.end }]);
  const [place] = placement.how === "placed" ? placement.segments : [];
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
