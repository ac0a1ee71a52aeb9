// The cards behind the numbers of a figure: each number on the screen opens what it counts.
import type { Id } from "../model/id.ts";
import type { Range } from "../model/range.ts";
import { type Message, message } from "../words/message.ts";
import type { CountedArticle, Statement } from "./counted-article.ts";
import type { GroupKey } from "./groupings.ts";
import { everySelection, groupsOfArticles, selectionsOf } from "./groups.ts";
import type { InsightMeasure, StatementsBehind } from "./measure.ts";
import { askedFigures, groupingsOf } from "./query.ts";
import { countedBy, readingsIn } from "./readings.ts";
import { countContext, defaultScope, type IndexedProject, type InsightScope } from "./scope.ts";

/** The numbers of a figure that stand for cards or articles; `units`: its n. */
export const figureParts = ["numerator", "denominator", "unknown", "units"] as const;

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
  /** In reading order. */
  | { readonly ok: true; readonly cards: readonly CountedCard[] }
  /** A number that counts articles, or all their words, whatever cards they have. */
  | { readonly ok: true; readonly cards: null; readonly articles: readonly Id[] }
  | { readonly ok: false; readonly problem: Message };

const noArticle: CountedArticle = {
  ...{ id: "", annotatorId: "", title: "", publisher: null, date: null, authors: [], tags: [] },
  ...{ length: 0, words: 0, statements: [] },
};

/** Whether a number of a measure counts what cards stand for, and not articles whatever cards they have. */
export const countsCards = ({ statementsBehind }: InsightMeasure, part: FigureQuery["part"]): boolean =>
  statementsIn(
    noArticle,
    statementsBehind([], everySelection, countContext(defaultScope, []))(noArticle),
    part,
  ) !== null;

/** The statements of an article that one of the numbers stands for. */
function statementsIn(
  { statements }: CountedArticle,
  { units, ...behind }: StatementsBehind,
  part: FigureQuery["part"],
): readonly Statement[] | null {
  if (part !== "units") return behind[part];
  if (units !== undefined) return units;
  const counted = new Set(Object.values(behind).flatMap((some) => some ?? []));
  return statements.filter((one) => counted.has(one));
}

/** A statement behind a number, with its article. */
export interface StatementBehind {
  readonly article: CountedArticle;
  readonly statement: Statement;
}

type FigureStatements =
  | {
      readonly ok: true;
      /** In reading order; none where there is no such group; `null` for a number that counts articles whatever cards they have. */
      behind(group: GroupKey["by"], part: FigureQuery["part"]): readonly StatementBehind[] | null;
      /** The articles of a group; none where there is no such group. */
      articlesOf(group: GroupKey["by"]): readonly CountedArticle[];
    }
  | { readonly ok: false; readonly problem: Message };

/** Finds the statements behind the figures of one measure, group by group; of pairs only those of the sources `among`, where these are given. */
export function statementsOfFigures(
  project: IndexedProject,
  { measure: id, by, scope }: Pick<FigureQuery, "measure" | "by" | "scope">,
  among: ReadonlySet<Id> | null = null,
): FigureStatements {
  const asked = askedFigures(project, { measures: [id], by });
  if (!asked.ok) return asked;
  const [measure] = asked.measures;
  const groupings = measure ? groupingsOf(measure, asked.groupings) : [];
  const read = readingsIn(project, scope, groupings);
  if (!read.ok) return read;
  const counted = read.readings.map((reading) => {
    const articles = measure ? countedBy(measure, reading) : [];
    return {
      reading,
      groups: groupsOfArticles(articles, groupings),
      selections: selectionsOf(articles, groupings, among),
    };
  });
  if (counted.some(({ groups }) => !groups))
    return { ok: false, problem: message("insight.too-many-groups") };
  const countedIn = (group: GroupKey["by"]) => {
    const isAsked = ({ by: values }: GroupKey): boolean =>
      Object.entries(values).every(([column, value]) => (group[column] ?? null) === value);
    const { reading, groups, selections } = counted.find((one) => isAsked(one.reading)) ?? {};
    const articles = groups?.find(isAsked)?.articles;
    const selection = selections?.find(isAsked)?.selection;
    return reading && articles && selection ? { reading, articles, selection } : null;
  };
  return {
    ok: true,
    articlesOf: (group) => countedIn(group)?.articles ?? [],
    behind(group, part) {
      const found = countedIn(group);
      if (!measure || !found) return [];
      const { reading, articles, selection } = found;
      const behindIn = measure.statementsBehind(articles, selection, reading.context);
      const all: StatementBehind[] = [];
      for (const article of articles) {
        const statements = statementsIn(article, behindIn(article), part);
        if (statements === null) return null;
        for (const statement of statements) all.push({ article, statement });
      }
      return all;
    },
  };
}

/** Names the cards that a number of a figure counts, or the articles; none where the project has no such group any more. */
export function cardsOfFigure(project: IndexedProject, { group, part, ...of }: FigureQuery): FigureCards {
  const found = statementsOfFigures(project, of, new Set([group.entityId ?? "", group.otherId ?? ""]));
  if (!found.ok) return found;
  const cards = found.behind(group, part)?.map(({ article, statement: { card, place } }) => ({
    ...{ article: article.id, annotator: article.annotatorId },
    ...{ card, place },
  }));
  if (cards) return { ok: true, cards };
  return { ok: true, cards: null, articles: found.articlesOf(group).map(({ id }) => id) };
}
