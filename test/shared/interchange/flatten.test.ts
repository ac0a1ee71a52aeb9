// Sets made into standoffs and back: what a standoff holds comes back, and the losses say all that does not.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ExportBundle } from "../../../shared/annotated-json/bundle.ts";
import { startBuilding } from "../../../shared/interchange/build-sets.ts";
import { flatten } from "../../../shared/interchange/flatten.ts";
import { guessMapping, mapped } from "../../../shared/interchange/mapping.ts";
import { articlesIn } from "../../../shared/interchange/sort-by-text.ts";
import { type AnnotationSetJson, setFromJson } from "../../../shared/model/annotation-set.ts";
import { articleTextOf } from "../../../shared/model/article-text.ts";
import { type Attribution, spansOf } from "../../../shared/model/attribution.ts";
import { aboutOf } from "../../../shared/model/card-about.ts";
import { type Entity, entityBehind } from "../../../shared/model/entity.ts";
import { violations } from "../../../shared/model/invariants.ts";
import { tableOf } from "../../../shared/model/table.ts";
import { hashOf, randomBundle, sampleBundle } from "../../helpers/bundles.ts";
import { clock, idSource } from "../../helpers/sources.ts";
import { canonical } from "../../helpers/standoffs.ts";

function rebuilt(bundle: ExportBundle) {
  const { documents } = flatten(bundle);
  const mapping = guessMapping(documents, bundle.tagset);
  const building = startBuilding({
    ...{ tagset: bundle.tagset, newId: idSource("i"), now: clock(), hashOf },
    ...{ from: "test", unnamed: "Nobody" },
  });
  const ours = documents.map((document) => mapped(document, mapping).document);
  const articles = articlesIn(ours, hashOf).groups.map(building.article);
  const built = building.around();
  const { annotators, entities } = built;
  return { documents, built, again: { ...bundle, articles, annotators, entities } };
}

const withoutKeys = (documents: ReturnType<typeof flatten>["documents"]) =>
  documents.map((document) => ({
    ...document,
    title: "",
    spans: document.spans.map((span) => ({
      ...span,
      values: span.values.filter(({ name }) => name !== "entity_key" && name !== "about_key"),
    })),
  }));

/** Without articles that nobody has marked anything in: they come back with no set. */
const marked = (documents: ReturnType<typeof flatten>["documents"]) =>
  documents.map((document) => (document.spans.length === 0 ? { ...document, annotator: null } : document));

/** All that a set says, in words and places in place of ids; cards without a span are left out. */
function described(set: AnnotationSetJson, entities: readonly Entity[]) {
  const spans = new Map(set.spans.map((span) => [span.id, span]));
  const cards = new Map(set.attributions.map((card) => [card.id, card]));
  const place = (id: string | null | undefined): string | null => {
    const span = id ? spans.get(id) : undefined;
    return span ? `${span.type} ${span.segments.map(({ start, end }) => `${start}-${end}`).join(" ")}` : null;
  };
  const slots = (card: Attribution) => ({
    voice: card.voice.map(place).sort(),
    cue: place(card.cue),
    claim: place(card.claim),
    via: card.via.map(({ span, role }) => `${role} ${place(span)}`).sort(),
  });
  const text = (value: unknown): string => JSON.stringify(value);
  return {
    spans: set.spans
      .map(({ id, entity }) => {
        const meant = entity === undefined ? undefined : entityBehind(tableOf(entities), entity);
        return text([place(id), meant?.name, meant?.type]);
      })
      .sort(),
    exclusions: set.exclusions
      .map(({ segment, reason }) => text([segment.start, segment.end, reason]))
      .sort(),
    cards: set.attributions
      .filter((card) => spansOf(card).length > 0)
      .map((card) => {
        const outer = card.within === null ? undefined : cards.get(card.within);
        const { kind, note, flags } = card;
        const fields = Object.entries(card.fields).sort(([a], [b]) => (a < b ? -1 : 1));
        const within = outer && spansOf(outer).length > 0 ? slots(outer) : null;
        const about = aboutOf(card, tableOf(entities)).map(({ name, type }) => `${type} ${name}`);
        return text({
          ...slots(card),
          within,
          about: about.sort(),
          kind,
          note,
          flags: [...flags].sort(),
          fields,
        });
      })
      .sort(),
  };
}

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

  /** What a bundle says before, and once it has been a standoff. */
  function beforeAndAfter(bundle: ExportBundle) {
    const { again } = rebuilt(bundle);
    return [bundle, again].map(({ articles, entities }) =>
      articles.flatMap(({ sets }) => sets.map((set) => described(set, entities))),
    );
  }

  it("leaves nothing of the sample project out", () => {
    const [before, after] = beforeAndAfter(sampleBundle());
    expect(after).toEqual(before);
  });

  it("leaves nothing out but what it counts", () => {
    fc.assert(
      fc.property(randomBundle, (bundle) => {
        const [before, after] = beforeAndAfter(bundle);
        expect(after).toEqual(before);
        const losses = new Map(flatten(bundle).losses.map(({ what, count }) => [what, count]));
        const cards = bundle.articles.flatMap(({ sets }) => sets).flatMap(({ attributions }) => attributions);
        expect(losses.get("empty-cards") ?? 0).toBe(
          cards.filter((card) => spansOf(card).length === 0).length,
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
    expect(flatten(sampleBundle()).losses).toMatchInlineSnapshot(`[]`);
  });
});
