// The articles of the list, the board and the table: the same ones in all three, in the order that is chosen.
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  columnsOf,
  listedArticles,
  shownArticles,
  sortArticles,
} from "../../../../renderer/state/review/listed-articles.ts";
import type { ArticleSummary, SetProgress } from "../../../../shared/api/contract.ts";
import { articleSorts } from "../../../../shared/api/preferences.ts";
import { everyArticle, matches } from "../../../../shared/model/article-filter.ts";
import { articleStates } from "../../../../shared/model/progress.ts";
import { progressOf } from "../../../../shared/review/assignments.ts";
import { articleFacts, articleFilter } from "../../../helpers/article-filters.ts";
import { runs } from "../../../helpers/tier.ts";

const { compare } = new Intl.Collator("en");
const summary = (of: Partial<ArticleSummary>): ArticleSummary => ({
  id: "a",
  title: "Bridge",
  addedAt: "2026-01-01",
  textHash: "",
  length: 10,
  original: null,
  spans: 0,
  attributions: 0,
  state: "new",
  hasNote: false,
  markedTo: 0,
  ...of,
});
const listed = fc
  .record({ id: fc.uuid(), facts: articleFacts, addedAt: fc.constantFrom("2026-01-01", "2026-01-02") })
  .map(({ id, facts, addedAt }) => {
    const of = summary({ id, addedAt, title: facts.title, state: facts.state, hasNote: facts.hasNote });
    return { ...of, summary: of, facts, work: [] };
  });
const articles = fc.uniqueArray(listed, { selector: ({ id }) => id, maxLength: 15 });
const sorts = fc.constantFrom(...articleSorts);

test("every filter has the same articles in the list and the table as on the board, whatever the order", () => {
  fc.assert(
    fc.property(articles, articleFilter, sorts, (all, filter, sort) => {
      const shown = shownArticles(all, filter, { sort, compare });
      expect(new Set(shown)).toEqual(new Set(all.filter(({ facts }) => matches(filter, facts))));
      const columns = columnsOf(shown);
      expect(columns.map(({ state }) => state)).toEqual(articleStates);
      for (const column of columns)
        expect(column.articles).toEqual(shown.filter(({ state }) => state === column.state));
      expect(columns.flatMap((column) => column.articles)).toHaveLength(shown.length);
    }),
    { numRuns: runs(300) },
  );
});

test("without a filter every article is shown once, and sorting again changes nothing", () => {
  fc.assert(
    fc.property(articles, sorts, (all, sort) => {
      const shown = shownArticles(all, everyArticle, { sort, compare });
      expect(shown.map(({ id }) => id).toSorted()).toEqual(all.map(({ id }) => id).toSorted());
      expect(sortArticles(shown, { sort, compare })).toEqual(shown);
    }),
    { numRuns: runs(100) },
  );
});

test("they are sorted by when they came, by title, or by what calls for somebody first", () => {
  const three = [
    summary({ id: "a", title: "Cod quota", addedAt: "2026-01-03", state: "done" }),
    summary({ id: "b", title: "Bridge to close", addedAt: "2026-01-01", state: "new" }),
    summary({ id: "c", title: "Another bridge", addedAt: "2026-01-02", state: "needs-discussion" }),
  ];
  const order = (sort: (typeof articleSorts)[number]): string =>
    sortArticles(three, { sort, compare })
      .map(({ id }) => id)
      .join("");
  expect(["added", "title", "state"].map((sort) => order(sort as (typeof articleSorts)[number]))).toEqual([
    "bca",
    "cba",
    "cba",
  ]);
});

test("what a filter asks of an article is told by its summary, the assignments, everybody's sets and its publication", () => {
  const summaries = [
    summary({ id: "a", hasNote: true }),
    summary({ id: "b", title: "Quota", state: "done", tags: ["Election"] }),
  ];
  const set = (annotator: string, gaps: number): SetProgress => ({
    article: "b",
    annotator: { id: annotator, name: annotator, role: "colleague" },
    summary: { spans: 3, attributions: 1, state: "done", hasNote: false, markedTo: 5 },
    gaps,
  });
  const progress = progressOf({
    articles: ["a", "b"],
    people: ["ana", "ben"],
    assignments: [{ article: "a", annotator: "ben" }],
    sets: [{ article: "b", annotator: "ana", isCuration: false, state: "done" }],
  });
  const known = {
    progress,
    sets: [set("ana", 2), set("ben", 7)],
    publications: [{ article: "b", publisher: "Tide", date: "2025" }],
    annotator: "ana",
  };
  const all = listedArticles(summaries, known);
  // A list of ten thousand draws only those again that have become another object.
  for (const [at, one] of all.entries()) expect(one.summary).toBe(summaries[at]);
  expect(all.map(({ facts }) => facts)).toEqual([
    {
      ...{ article: "a", title: "Bridge", state: "new", work: "assigned", assigned: ["ben"], annotated: [] },
      ...{ publisher: null, date: null, tags: [], gaps: 0, hasNote: true },
    },
    {
      ...{ article: "b", title: "Quota", state: "done", work: "done", assigned: [], annotated: ["ana"] },
      ...{ publisher: "Tide", date: "2025", tags: ["Election"], gaps: 2, hasNote: false },
    },
  ]);
});
