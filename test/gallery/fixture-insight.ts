// What the core would say of figures and statements: counted from the articles of the gallery, all of which its person annotated, or from all
// of the sample.
import type { Publication } from "../../shared/api/contract.ts";
import { articlePart } from "../../shared/insight/article-part.ts";
import {
  type ComparedProject,
  type DisagreementQuery,
  disagreementsOn,
} from "../../shared/insight/disagreements.ts";
import { cardsOfFigure, type FigureQuery } from "../../shared/insight/figure-cards.ts";
import { type InsightQuery, insightReport } from "../../shared/insight/report.ts";
import type { IndexedProject } from "../../shared/insight/scope.ts";
import { type SideQuery, sideBySide } from "../../shared/insight/side-by-side.ts";
import { articleStrips, type StripsQuery } from "../../shared/insight/strips.ts";
import { finish } from "../../shared/model/work.ts";
import {
  listStatements,
  placesOf,
  rowsOf,
  type StatementListing,
  type StatementQuery,
} from "../../shared/statements/list-statements.ts";
import { openArticles, openProject, wholeSample } from "./fixture-project.ts";

const { project, entities } = openProject(false);

const opened: ComparedProject = {
  ...{ annotators: project.annotators, tagset: project.tagset, entities },
  articles: openArticles.map(({ article, text, set }) => ({ article, text, sets: [set] })),
};

let counted = opened;

/** What the gallery opens is counted from now on, or all of the sample, annotated by so many people. */
export function countFrom(from: "opened" | { readonly sampleBy: number }): void {
  counted = from === "opened" ? opened : wholeSample(from.sampleBy);
}

/** What is counted; made when it is asked for, since most exhibits count nothing. */
function indexed(): IndexedProject {
  const { articles, ...head } = counted;
  return { ...head, parts: articles.map(articlePart) };
}

/** By whom and when articles were published, where more are counted than the gallery opens. */
export const countedPublications = (): readonly Publication[] =>
  counted === opened
    ? []
    : indexed().parts.map(({ id, publisher, date }) => ({ article: id, publisher, date }));

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
  const { all, leftOut, curatedInPart, counts, found } = listing;
  const rows = rowsOf(listing, window, textOf);
  return {
    ...{ ok: true, listing: "listing", total: found.length, all, leftOut, curatedInPart, counts, rows },
    ...{ at: null, notListed: [], from: window.from },
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
    "insight.strips": (query) => ({
      found: articleStrips(indexed(), query as unknown as StripsQuery),
      damaged: [],
    }),
    "insight.sides": (query) => ({
      report: finish(sideBySide([indexed(), indexed()], query as unknown as SideQuery)),
      damaged: [],
    }),
    "insight.disagreements": (query) => ({
      found: finish(disagreementsOn(counted, query as unknown as DisagreementQuery)),
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
