// Articles as strips: where in each article whose words stand, in words of the text without what is excluded. The strips of a scope are put
// in order together and sent as they come into view.

import { compareCodeUnits } from "../model/compare-code-units.ts";
import type { Id } from "../model/id.ts";
import { memoize } from "../model/memoize.ts";
import type { Range } from "../model/range.ts";
import type { Message } from "../words/message.ts";
import type { CountedArticle, Statement } from "./counted-article.ts";
import type { CountedCard } from "./figure-cards.ts";
import { lacksFact, type MissingFact } from "./missing-fact.ts";
import { articlesIn, type IndexedProject, type InsightScope } from "./scope.ts";
import { claimsBySource, wordsIn } from "./space.ts";

/** In the order of the project; the latest first, those without a date last; or by the share of words in claims, the largest first. */
export const stripOrders = ["project", "date", "share"] as const;
export type StripOrder = (typeof stripOrders)[number];

export interface StripsQuery {
  readonly scope: InsightScope;
  readonly order: StripOrder;
  /** Only articles of which this is not known; absent: all. */
  readonly lacks?: MissingFact;
  readonly from: number;
  /** At most so many strips are answered. */
  readonly count: number;
}

/** Words of a claim that follow each other. */
export interface StripSegment extends CountedCard {
  /** Numbers of the article's words, from 0; exclusive at the end. */
  readonly words: Range;
  /** Who says them: indexes of `voices`; `null` for a source that is none of these, or for nobody who is known. */
  readonly voices: readonly (number | null)[];
  /** The names of these sources; of one that is no entity `null`. */
  readonly names: readonly (string | null)[];
}

export interface ArticleStrip {
  readonly article: Id;
  readonly title: string;
  readonly publisher: string | null;
  readonly date: string | null;
  /** Words of the article, and those of them that stand in claims. */
  readonly words: number;
  readonly wordsInClaims: number;
  /** By where they begin. */
  readonly segments: readonly StripSegment[];
}

/** A source with a colour of its own. */
interface StripVoice {
  readonly id: Id;
  readonly name: string;
  /** Words of its claims over all strips. */
  readonly words: number;
}

export type ArticleStrips =
  | {
      readonly ok: true;
      readonly total: number;
      readonly leftOut: number;
      /** The sources with the most words, those with more first. */
      readonly voices: readonly StripVoice[];
      readonly from: number;
      readonly strips: readonly ArticleStrip[];
    }
  | { readonly ok: false; readonly problem: Message };

/** So many sources can be told from each other. */
const mostVoices = 6;

export function articleStrips(
  project: IndexedProject,
  { scope, order, lacks, from, count }: StripsQuery,
): ArticleStrips {
  const scoped = articlesIn(project, scope);
  if (!scoped.ok) return scoped;
  const { leftOut } = scoped;
  const articles =
    lacks === undefined ? scoped.articles : scoped.articles.filter((article) => lacksFact(article, lacks));
  const voices = mostWords(articles);
  const places = new Map(voices.map(({ id }, at) => [id, at]));
  const strips = inOrder(articles, order)
    .slice(from, from + count)
    .map((article) => stripOf(article, places));
  return { ok: true, total: articles.length, leftOut, voices, from, strips };
}

const inClaims = memoize(({ statements }: CountedArticle): number =>
  wordsIn(statements.flatMap(({ claimWords }) => claimWords)),
);

/** Of the articles of a scope, which are the same for all of their strips. */
const mostWords = memoize((articles: readonly CountedArticle[]): readonly StripVoice[] => {
  const words = new Map<Id, number>();
  const names = new Map<Id, string>();
  for (const { statements } of articles) {
    for (const { voices } of statements)
      for (const { entity } of voices) if (entity) names.set(entity.id, entity.name);
    for (const [id, ranges] of claimsBySource(statements))
      words.set(id, (words.get(id) ?? 0) + wordsIn(ranges));
  }
  return Array.from(words, ([id, count]) => ({ id, name: names.get(id) ?? "", words: count }))
    .filter((voice) => voice.words > 0)
    .sort((one, other) => other.words - one.words || compareCodeUnits(one.name, other.name))
    .slice(0, mostVoices);
});

function inOrder(articles: readonly CountedArticle[], order: StripOrder): readonly CountedArticle[] {
  if (order === "project") return articles;
  if (order === "date")
    return [...articles].sort((one, other) => compareCodeUnits(other.date ?? "", one.date ?? ""));
  const shares = new Map(articles.map((one) => [one, inClaims(one) / Math.max(1, one.words)]));
  return [...articles].sort((one, other) => (shares.get(other) ?? 0) - (shares.get(one) ?? 0));
}

const stripOf = (article: CountedArticle, places: ReadonlyMap<Id, number>): ArticleStrip => ({
  ...{ article: article.id, title: article.title, publisher: article.publisher, date: article.date },
  ...{ words: article.words, wordsInClaims: inClaims(article) },
  segments: article.statements
    .flatMap((statement) => segmentsOf(statement, article, places))
    .sort((one, other) => one.words.start - other.words.start || one.words.end - other.words.end),
});

const segmentsOf = (
  { card, place, claimWords, voices }: Statement,
  { id, annotatorId }: Pick<CountedArticle, "id" | "annotatorId">,
  places: ReadonlyMap<Id, number>,
): readonly StripSegment[] =>
  claimWords.map((words) => ({
    ...{ article: id, annotator: annotatorId, card, place, words },
    voices: voices.map(({ entity }) => (entity ? (places.get(entity.id) ?? null) : null)),
    names: voices.map(({ entity }) => entity?.name ?? null),
  }));
