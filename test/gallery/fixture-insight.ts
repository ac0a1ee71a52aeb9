// What the core would say of figures and statements: counted from the articles of the gallery, all of which its person annotated.
import { articlePart } from "../../shared/insight/article-part.ts";
import { cardsOfFigure, type FigureQuery } from "../../shared/insight/figure-cards.ts";
import { type InsightQuery, insightReport } from "../../shared/insight/report.ts";
import type { IndexedProject } from "../../shared/insight/scope.ts";
import { finish } from "../../shared/model/work.ts";
import {
  listStatements,
  placesOf,
  rowsOf,
  type StatementListing,
  type StatementQuery,
} from "../../shared/statements/list-statements.ts";
import { openArticles, openProject } from "./fixture-project.ts";

const { project, entities } = openProject(false);

/** What is counted; by nobody before it is asked for, since most exhibits count nothing. */
const indexed = (): IndexedProject => ({
  ...{ annotators: project.annotators, tagset: project.tagset, entities },
  parts: openArticles.map(({ article, text, set }) => articlePart({ article, text, sets: [set] })),
});

const textOf = (article: string): string =>
  openArticles.find((one) => one.article.id === article)?.text ?? "";

let listing: StatementListing | null = null;

interface RowWindow {
  readonly from: number;
  readonly count: number;
}

function listed(query: StatementQuery, window: RowWindow, isCounting: boolean) {
  const made = finish(listStatements(indexed(), query, { textOf, isCounting }));
  if (!made.ok) return made;
  listing = made.listing;
  const { all, leftOut, counts, found } = listing;
  const rows = rowsOf(listing, window, textOf);
  return {
    ...{ ok: true, listing: "listing", total: found.length, all, leftOut, counts, rows },
    ...{ at: null, from: window.from },
  };
}

const windowIn = ({ from, count }: Readonly<Record<string, unknown>>): RowWindow => ({
  from: Number(from),
  count: Number(count),
});

/** Answers to calls, by the method. */
export const insightAnswers: Readonly<Record<string, (input: Readonly<Record<string, unknown>>) => unknown>> =
  {
    "insight.measure": (query) => ({
      report: finish(insightReport(indexed(), query as unknown as InsightQuery)),
      damaged: [],
    }),
    "insight.cards": (query) => ({
      found: cardsOfFigure(indexed(), query as unknown as FigureQuery),
      damaged: [],
    }),
    "insight.stop": () => null,
    "statements.list": ({ query, window, isCounting }) => ({
      listed: listed(query as StatementQuery, windowIn(Object(window)), isCounting === true),
      damaged: [],
    }),
    "statements.rows": (window) => ({ rows: listing && rowsOf(listing, windowIn(window), textOf) }),
    "statements.places": (window) => ({ places: listing && placesOf(listing, windowIn(window)) }),
    "statements.stop": () => null,
  };
