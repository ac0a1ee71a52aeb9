// Sets made into standoffs and back: what a standoff holds comes back, and the losses say all that does not.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ExportBundle } from "../../../shared/exporters/bundle.ts";
import { buildSets } from "../../../shared/interchange/build-sets.ts";
import { flatten } from "../../../shared/interchange/flatten.ts";
import { guessMapping, mapped } from "../../../shared/interchange/mapping.ts";
import { setFromJson } from "../../../shared/model/annotation-set.ts";
import { articleTextOf } from "../../../shared/model/article-text.ts";
import { violations } from "../../../shared/model/invariants.ts";
import { tableOf } from "../../../shared/model/table.ts";
import { hashOf, randomBundle, sampleBundle } from "../../helpers/bundles.ts";
import { clock, idSource } from "../../helpers/sources.ts";
import { canonical } from "../../helpers/standoffs.ts";

function rebuilt(bundle: ExportBundle) {
  const { documents } = flatten(bundle);
  const mapping = guessMapping(documents, bundle.tagset);
  const built = buildSets(
    documents.map((document) => mapped(document, mapping).document),
    { tagset: bundle.tagset, newId: idSource("i"), now: clock(), hashOf, from: "test", unnamed: "Nobody" },
  );
  const { articles, annotators, entities } = built;
  return { documents, built, again: { ...bundle, articles, annotators, entities } };
}

const withoutKeys = (documents: ReturnType<typeof flatten>["documents"]) =>
  documents.map((document) => ({
    ...document,
    title: "",
    spans: document.spans.map((span) => ({
      ...span,
      values: span.values.filter(({ name }) => name !== "entity_key"),
    })),
  }));

/** Without articles that nobody has marked anything in: they come back with no set. */
const marked = (documents: ReturnType<typeof flatten>["documents"]) =>
  documents.map((document) => (document.spans.length === 0 ? { ...document, annotator: null } : document));

describe("a set made into a standoff and back", () => {
  it("says the same as before", () => {
    fc.assert(
      fc.property(randomBundle, (bundle) => {
        const { documents, built, again } = rebuilt(bundle);
        expect(built.rejected).toEqual([]);
        expect(canonical(marked(withoutKeys(flatten(again).documents)))).toEqual(
          canonical(marked(withoutKeys(documents))),
        );
      }),
    );
  });

  it("keeps the laws of the model", () => {
    fc.assert(
      fc.property(randomBundle, (bundle) => {
        const { again } = rebuilt(bundle);
        for (const { article, text, sets } of again.articles)
          for (const set of sets) {
            const annotations = { set: setFromJson(set), entities: tableOf(again.entities) };
            const context = { text: articleTextOf(text).text, articleId: article.id, tagset: again.tagset };
            expect(violations(annotations, context).filter(({ severity }) => severity === "error")).toEqual(
              [],
            );
          }
      }),
    );
  });

  it("counts what a standoff does not hold", () => {
    expect(flatten(sampleBundle()).losses).toMatchInlineSnapshot(`
      [
        {
          "count": 19,
          "examples": [
            "Ana Ruiz",
            "inspection report",
            "Tobias Lindqvist",
          ],
          "what": "entity-details",
        },
        {
          "count": 113,
          "examples": [],
          "what": "provenance",
        },
        {
          "count": 11,
          "examples": [
            "Harbour bridge to close for a year",
            "Fishers and ministry at odds over cod quota",
          ],
          "what": "metadata",
        },
      ]
    `);
  });
});
