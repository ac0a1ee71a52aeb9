// The cards behind the numbers of a figure: each number on the screen opens what it counts.
import type { Id } from "../model/id.ts";
import type { Range } from "../model/range.ts";
import { type Message, message } from "../words/message.ts";
import type { CountedArticle } from "./counted-article.ts";
import type { GroupKey } from "./groupings.ts";
import { everySelection, groupsOfArticles, selectionsOf } from "./groups.ts";
import type { InsightMeasure } from "./measure.ts";
import { askedFigures, groupingsOf } from "./query.ts";
import {
  articlesIn,
  countContext,
  defaultScope,
  type IndexedProject,
  type InsightScope,
  withoutDuplicates,
} from "./scope.ts";

/** The numbers of a figure that stand for cards. */
export const figureParts = ["numerator", "denominator", "unknown"] as const;

/** One figure of a measurement, and which of its numbers is meant. */
export interface FigureQuery {
  /** The id of the measure. */
  readonly measure: string;
  /** Ids of groupings. */
  readonly by: readonly string[];
  /** The group, as the figures name it. */
  readonly group: GroupKey["by"];
  readonly part: (typeof figureParts)[number];
  readonly scope: InsightScope;
}

/** A card as it was counted: in whose set of which article it stands, and where in its text. */
export interface CountedCard {
  readonly article: Id;
  readonly annotator: Id;
  readonly card: Id;
  /** `null`: no mark of it is in the text. */
  readonly place: Range | null;
}

export type FigureCards =
  /** In reading order; `null` for a denominator that counts something else than what cards stand for. */
  | { readonly ok: true; readonly cards: readonly CountedCard[] | null }
  | { readonly ok: false; readonly problem: Message };

const noArticle: CountedArticle = {
  ...{ id: "", annotatorId: "", title: "", publisher: null, date: null, authors: [], tags: [] },
  ...{ length: 0, words: 0, statements: [] },
};

/** Whether the denominators of a measure count what cards stand for. */
export const hasDenominatorCards = ({ statementsBehind }: InsightMeasure): boolean =>
  statementsBehind([], everySelection, countContext(defaultScope, []))(noArticle).denominator !== null;

/** Names the cards that a figure counts; none where the project has no such group any more. */
export function cardsOfFigure(
  project: IndexedProject,
  { measure: id, by, group, part, scope }: FigureQuery,
): FigureCards {
  const asked = askedFigures(project, { measures: [id], by });
  if (!asked.ok) return asked;
  const scoped = articlesIn(project, scope);
  if (!scoped.ok) return scoped;
  const [measure] = asked.measures;
  const groupings = measure ? groupingsOf(measure, asked.groupings) : [];
  const articles = measure?.heedsDuplicates
    ? withoutDuplicates(scoped.articles, scope.duplicates)
    : scoped.articles;
  const groups = groupsOfArticles(articles, groupings);
  if (!groups) return { ok: false, problem: message("insight.too-many-groups") };
  const isAsked = ({ by: values }: GroupKey): boolean =>
    Object.entries(values).every(([column, value]) => (group[column] ?? null) === value);
  const inGroup = groups.find(isAsked)?.articles;
  const among = new Set([group.entityId ?? "", group.otherId ?? ""]);
  const selection = selectionsOf(articles, groupings, among).find(isAsked)?.selection;
  if (!measure || !inGroup || !selection) return { ok: true, cards: [] };
  const behind = measure.statementsBehind(inGroup, selection, countContext(scope, scoped.articles));
  const cards: CountedCard[] = [];
  for (const article of inGroup) {
    const statements = behind(article)[part];
    if (statements === null) return { ok: true, cards: null };
    for (const { card, place } of statements)
      cards.push({ article: article.id, annotator: article.annotatorId, card, place });
  }
  return { ok: true, cards };
}
