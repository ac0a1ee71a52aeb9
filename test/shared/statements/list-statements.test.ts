// The words by which statements are found: those of whoever speaks, whether it is an entity or not, of the cue, of the claim and of whom it is about; and what tells
// them apart, in which nothing that is known can be taken for what is not.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { ExportBundle } from "../../../shared/annotated-json/bundle.ts";
import { articlesIn, defaultScope, indexedProject } from "../../../shared/insight/scope.ts";
import type { Id } from "../../../shared/model/id.ts";
import { finish } from "../../../shared/model/work.ts";
import { listStatements, rowsOf, type StatementQuery } from "../../../shared/statements/list-statements.ts";
import { statementFacets } from "../../../shared/statements/statement-facets.ts";
import { entity } from "../../helpers/marked-article.ts";
import {
  plantedArticles,
  plantedEntities,
  plantedProject,
  randomPlanted,
} from "../../helpers/planted-statements.ts";
import { runs } from "../../helpers/tier.ts";

const project = plantedProject(
  [
    {
      id: "a1",
      cards: [
        { voices: ["ines"], cue: "said", claim: "the bridge is shut" },
        { voices: [{ words: "A dock worker" }], cue: "warned", claim: "the steel is old", about: ["mills"] },
        {
          voices: ["ines", { words: "Neighbours" }],
          cue: "agreed",
          claim: "the noise is bad",
          about: ["old", "ines"],
        },
      ],
    },
  ],
  [
    entity("ines", "Ines Prado"),
    entity("mills", "Norrland Mills"),
    entity("old", "The Mills", { mergedInto: "mills" }),
  ],
);

const scope = { sets: defaultScope.sets, set: defaultScope.set, filter: defaultScope.filter };

function listed(bundle: ExportBundle, more: Partial<StatementQuery> = {}) {
  const texts = new Map(bundle.articles.map(({ article, text }) => [article.id, text]));
  const query = {
    ...{ scope, cards: null, typed: "", where: {}, node: null },
    sort: { by: "text", isDescending: false },
    ...more,
  };
  const textOf = (article: Id): string => texts.get(article) ?? "";
  const result = finish(listStatements(indexedProject(bundle), query, { textOf, isCounting: true }));
  if (!result.ok) throw new RangeError(result.problem.key);
  return { listing: result.listing, rows: rowsOf(result.listing, { from: 0, count: 500 }, textOf) };
}

function found(typed: string, where: StatementQuery["where"] = {}): readonly string[] {
  return listed(project, { typed, where }).listing.found.map(({ statement }) => statement.card);
}

test("finds statements by the words of those who speak, whether they are entities or not", () => {
  expect(found("prado")).toEqual(["c1", "c3"]);
  expect(found("DOCK worker")).toEqual(["c2"]);
  expect(found("prado neighbours")).toEqual(["c3"]);
  expect(found("worker steel warned")).toEqual(["c2"]);
  expect(found("worker bridge")).toEqual([]);
});

test("finds statements by whom they are about, through merges, and those about nobody", () => {
  expect(found("norrland")).toEqual(["c2", "c3"]);
  expect(found("", { about: ["mills"] })).toEqual(["c2", "c3"]);
  expect(found("", { about: ["ines"] })).toEqual(["c3"]);
  expect(found("", { about: [""] })).toEqual(["c1"]);
});

test("a publisher, an author or a tag of any name is never taken for one that is not known", () => {
  const names = fc.oneof(
    fc.constantFrom("-", "–", "not known", "unknown", "null", " ", "?", "declined to say"),
    fc.string({ minLength: 1, maxLength: 4 }).filter((name) => name.trim() !== ""),
  );
  fc.assert(
    fc.property(fc.uniqueArray(names, { minLength: 1, maxLength: 5 }), (publishers) => {
      const card = { voices: ["ines"], cue: "said", claim: "so" };
      const of = publishers.map((publisher, at) => ({
        id: `A${at}`,
        publisher,
        authors: [publisher],
        cards: [card],
      }));
      const bundle = plantedProject([{ id: "none", cards: [card] }, ...of], plantedEntities);
      for (const facet of ["publisher", "author"]) {
        const { listing, rows } = listed(bundle);
        const unknown = rows[0]?.values[facet] ?? [];
        for (const row of rows.slice(1)) expect(row.values[facet]).not.toEqual(unknown);
        const counts = new Map(listing.counts?.find((one) => one.facet === facet)?.values);
        expect(counts.get(unknown[0] ?? "-")).toBe(1);
        expect(listed(bundle, { where: { [facet]: unknown } }).rows.map(({ article }) => article)).toEqual([
          "none",
        ]);
        const facets = statementFacets({ tagset: bundle.tagset, entities: listing.entities });
        expect(facets.find(({ id }) => id === facet)?.nameOf(unknown[0] ?? "-")).toMatchObject({
          key: "statements.not-known",
        });
      }
    }),
    { numRuns: runs(60) },
  );
});

test("cards that begin in what is left out of the analysis are listed and told apart, with their own words", () => {
  const { listing, rows } = listed(plantedProject(plantedArticles, plantedEntities));
  const out = rows.filter(({ values }) => values.excluded?.[0] === "yes");
  expect(out.map(({ article, claim }) => [article, claim])).toEqual([["A6", "buy now"]]);
  expect(new Map(listing.counts?.find(({ facet }) => facet === "excluded")?.values)).toEqual(
    new Map([
      ["yes", 1],
      ["no", rows.length - 1],
    ]),
  );
  const bundle = plantedProject(plantedArticles, plantedEntities);
  expect(listed(bundle, { typed: "buy now" }).rows.map(({ article }) => article)).toEqual(["A6"]);
});

test("a list has every card of its articles, and what figures count and what they leave out is all of it", () => {
  fc.assert(
    fc.property(randomPlanted, fc.boolean(), (bundle, nested) => {
      const { rows } = listed(bundle);
      const cards = bundle.articles.flatMap(({ sets }) => sets.flatMap(({ attributions }) => attributions));
      expect(rows).toHaveLength(cards.length);
      const counted = articlesIn(indexedProject(bundle), { ...defaultScope, nested });
      if (!counted.ok) throw new RangeError(counted.problem.key);
      const inFigures = counted.articles.flatMap(({ statements }) => statements).length;
      const asked = rows.filter(({ values }) => nested || values.nested?.[0] === "no");
      expect(inFigures + counted.excludedCards).toBe(asked.length);
      expect(counted.excludedCards).toBe(asked.filter(({ values }) => values.excluded?.[0] === "yes").length);
    }),
    { numRuns: runs(100) },
  );
});
