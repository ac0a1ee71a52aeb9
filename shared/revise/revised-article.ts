// The record of an article when its text becomes another: what was recognised in it moves along.

import { mergeSets } from "../merge/merge-sets.ts";
import { type AnnotationSetJson, setFromJson, setToJson, stretchesIn } from "../model/annotation-set.ts";
import {
  type Article,
  type ArticleBlock,
  type ArticleFact,
  articleFacts,
  type Metadata,
} from "../model/article.ts";
import type { Entity } from "../model/entity.ts";
import type { Id } from "../model/id.ts";
import type { Range } from "../model/range.ts";
import { sameValue } from "../model/same-value.ts";
import type { Table } from "../model/table.ts";
import type { Tagset } from "../model/tagset.ts";
import type { Carrier } from "./carrier.ts";
import { type CarriedSet, carryRecords, toldOf } from "./carry-records.ts";

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

// Takes a revision back: everybody's sets become what they were before it, with what was done since on top. What nobody has
// touched is exactly as it was, ends and contexts included, so that the steps of before fit again.

interface TakenBackFrom {
  /** The set before the revision; `null` where there was none. */
  readonly before: AnnotationSetJson | null;
  /** As the revision first had it; `null` where that is not known: then all of it counts as done since. */
  readonly first: AnnotationSetJson | null;
  readonly now: AnnotationSetJson;
}

interface TakeBackContext {
  /** From the text that the revision made to the one before it. */
  readonly carrier: Carrier;
  readonly textHash: string;
  readonly tagset: Tagset;
  readonly entities: Table<Entity>;
}

export function takenBack({ before, first, now }: TakenBackFrom, context: TakeBackContext): CarriedSet {
  const { carrier, textHash, tagset, entities } = context;
  const carriedSet = carryRecords(now, carrier, textHash);
  if (!before) return carriedSet;
  if (first && sameValue(first, now)) return asCarriedSet(before, now);
  const ground = first ? carryRecords(first, carrier, textHash).set : null;
  const { merged } = mergeSets(
    ground && { set: setFromJson(ground), entities },
    { set: setFromJson(carriedSet.set), entities },
    { set: setFromJson(before), entities },
    { text: carrier.to, articleId: now.articleId, tagset },
    () => "ours",
  );
  return asCarriedSet(setToJson(merged.set), now);
}

/** What became of the spans and exclusions of `now`. */
function asCarriedSet(set: AnnotationSetJson, now: AnnotationSetJson): CarriedSet {
  const stretches = stretchesIn(set);
  const placed = (id: Id) => {
    const segments = stretches.get(id);
    return segments ? { segments, confidence: 1 } : null;
  };
  return {
    set,
    records: [
      ...now.spans.map((record) => toldOf({ kind: "span", record }, placed(record.id))),
      ...now.exclusions.map((record) => toldOf({ kind: "exclusion", record }, placed(record.id))),
    ],
  };
}
