// Articles of several files that are one, and those of one file that are not, whatever their text: no set may go missing.
import fc from "fast-check";
import { expect, test } from "vitest";
import { measuredIn } from "../../../main/cli/commands/agreement.ts";
import type { ExportBundle, ExportedArticle } from "../../../shared/annotated-json/bundle.ts";
import type { Span } from "../../../shared/model/span.ts";
import { mergeBundles } from "../../../shared/review/merge-bundles.ts";
import { gatherColumns, sameArticles } from "../../../shared/review/same-articles.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import { runs } from "../../helpers/tier.ts";

const texts = ["aa bb", "cc dd"];
const people = ["ana", "ben"];

interface Article {
  readonly id: string;
  readonly text: string;
  readonly title: string;
  /** Who has a set. */
  readonly by: readonly string[];
}

/** Each set has one mark, whose id says of which file, article and person it is. */
function bundleOf(source: number, articles: readonly Article[]): ExportBundle {
  return {
    project: { id: "project", name: "Project" },
    annotators: people.map((id) => ({ id, name: id })),
    tagset: newsAttribution,
    entities: [],
    articles: articles.map(({ id, text, title, by }): ExportedArticle => {
      const article = { id, title, textHash: text, length: text.length, metadata: [], original: null };
      return {
        article: { ...article, addedAt: "2026-01-01T00:00:00.000Z" },
        text,
        sets: by.map((annotatorId) => {
          const quote = text.slice(0, 2);
          const span: Span = {
            id: `${source} ${id} ${annotatorId}`,
            type: "claim",
            segments: [{ start: 0, end: 2, quote, prefix: "", suffix: text.slice(2) }],
            provenance: {
              annotator: annotatorId,
              at: `2026-01-0${source + 1}T00:00:00.000Z`,
              origin: { by: "human" },
            },
          };
          return {
            articleId: id,
            annotatorId,
            textHash: text,
            spans: [span],
            attributions: [],
            exclusions: [],
          };
        }),
      };
    }),
    exportedAt: "2026-02-02T00:00:00.000Z",
    generator: "Sayso 0.0.0",
  };
}

const idOf = fc.constantFrom("1", "2", "3", "4");
const filed = fc.uniqueArray(
  fc.record({
    id: idOf,
    title: fc.constantFrom("One", "Other"),
    by: fc.subarray(people),
  }),
  { selector: ({ id }) => id, maxLength: 4 },
);
/** An article keeps its text wherever it is, but for one. */
const files = fc
  .tuple(filed, filed, fc.func(fc.constantFrom(...texts)))
  .map(([one, other, textOf]) =>
    [one, other].map((articles) => articles.map((article) => ({ ...article, text: textOf(article.id) }))),
  );

const marksIn = (bundles: readonly ExportBundle[]): string[] =>
  bundles
    .flatMap(({ articles }) => articles.flatMap(({ sets }) => sets.flatMap(({ spans }) => spans)))
    .map(({ id }) => id)
    .sort();

test("two articles of one file are never one, and the same article of two always is", () => {
  fc.assert(
    fc.property(files, (all) => {
      const bundles = all.map((articles, source) => bundleOf(source, articles));
      const groups = sameArticles(bundles);
      expect(groups.flat().length).toBe(all.flat().length);
      for (const group of groups) {
        expect(new Set(group.map(({ source }) => source)).size).toBe(group.length);
        expect(new Set(group.map(({ text }) => text)).size).toBe(1);
      }
      for (const { id } of all[0] ?? [])
        if (all[1]?.some((other) => other.id === id))
          expect(groups.filter((group) => group.some(({ article }) => article.id === id))).toHaveLength(1);
    }),
    { numRuns: runs(200) },
  );
});

test("every set is compared and measured", () => {
  fc.assert(
    fc.property(files, (all) => {
      const bundles = all.map((articles, source) => bundleOf(source, articles));
      const columns = gatherColumns(bundles.map((bundle, at) => ({ from: `${at}`, bundle })));
      const compared = columns.flatMap((one) => one.columns.flatMap(({ set }) => set.spans));
      expect(compared.map(({ id }) => id).sort()).toEqual(marksIn(bundles));
      const [one, other] = bundles as [ExportBundle, ExportBundle];
      const { articles, leftOut } = measuredIn([one, other], []);
      expect(articles.length + leftOut.length).toBe(columns.length);
    }),
    { numRuns: runs(200) },
  );
});

test("merging keeps every set of both", () => {
  fc.assert(
    fc.property(files, (all) => {
      const [ours, theirs] = all.map((articles, source) => bundleOf(source, articles)) as [
        ExportBundle,
        ExportBundle,
      ];
      const { bundle } = mergeBundles(null, ours, theirs);
      // Marks of one person that are alike are one: whose it is has to be there, in as many articles as one of them had it.
      const setsIn = ({ articles }: ExportBundle, text: string, who: string): number =>
        articles.filter((one) => one.text === text && one.sets.some((set) => set.annotatorId === who)).length;
      for (const text of texts)
        for (const who of people)
          expect(setsIn(bundle, text, who)).toBeGreaterThanOrEqual(
            Math.max(setsIn(ours, text, who), setsIn(theirs, text, who)),
          );
      const ids = bundle.articles.map(({ article }) => article.id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of marksIn([ours])) expect(marksIn([bundle])).toContain(id);
      // Over itself nothing is added, whatever has its text.
      expect(mergeBundles(ours, ours, ours).bundle).toEqual(ours);
    }),
    { numRuns: runs(200) },
  );
});
