import { expect, test } from "vitest";
import { facetsOf, listCards } from "../../../../renderer/panels/card-list/list-cards.ts";
import { allCards, type CardQuery, withValue } from "../../../../renderer/state/window/ui-state.ts";
import { cardWords } from "../../../../shared/model/card-words.ts";
import { cardOrderOf } from "../../../../shared/model/reading-order.ts";
import { newsAttribution } from "../../../../shared/tagsets/news-attribution.ts";
import { createWords } from "../../../../shared/words/say.ts";
import { defaultFields, entity, markedArticle, provenance } from "../../../helpers/marked-article.ts";

const words = createWords({ language: "en", tag: "en-GB" });
const article = markedArticle(
  "{z:speaker|Zoe} {s:cue|said} {a:claim|{b:claim|it} rains}. {c:claim|“Snow,”} {t:cue|wrote} {y:speaker|Ann}. {d:claim|Sun}.",
  {
    cards: {
      outer: { voice: ["z"], cue: "s", claim: "a", flags: ["discuss"] },
      inner: { claim: "b", within: "outer", fields: { ...defaultFields, polarity: "denies" } },
      quoted: { voice: ["y"], cue: "t", claim: "c", note: "Which snow?" },
      last: { claim: "d", provenance: { ...provenance, editedAt: "2026-02-01T00:00:00.000Z" } },
    },
    entities: [entity("zoe", "Zoe"), entity("ann", "Ann")],
    points: { z: "zoe", y: "ann" },
  },
);
const { annotations, text } = article;
const facets = facetsOf({ annotations, text, tagset: newsAttribution });
const list = (query: CardQuery, counting = false) =>
  listCards({
    attributions: annotations.set.attributions,
    order: cardOrderOf(annotations.set),
    facets,
    query,
    counting,
    holds: (card, typed) => cardWords(card, annotations).includes(typed),
    tell: words.tell,
    compare: words.compare,
  });
const ids = (query: CardQuery) => list(query).rows.map(({ id }) => id);

test("all cards in reading order stand as a tree", () => {
  expect(list(allCards).rows).toEqual([
    { id: "outer", depth: 0 },
    { id: "inner", depth: 1 },
    { id: "quoted", depth: 0 },
    { id: "last", depth: 0 },
  ]);
});

test("cards are found by their words, and narrowed by everything that they say", () => {
  expect(ids({ ...allCards, typed: " Snow " })).toEqual(["quoted"]);
  expect(ids(withValue(allCards, "voice", "zoe"))).toEqual(["outer"]);
  expect(ids(withValue(allCards, "voice", ""))).toEqual(["inner", "last"]);
  expect(ids(withValue(allCards, "kind", "direct"))).toEqual(["quoted"]);
  expect(ids(withValue(allCards, "field polarity", "denies"))).toEqual(["inner"]);
  expect(ids(withValue(allCards, "field hedged", "yes"))).toEqual([]);
  expect(ids(withValue(allCards, "flag", "discuss"))).toEqual(["outer"]);
  expect(ids(withValue(allCards, "note", "yes"))).toEqual(["quoted"]);
  expect(ids(withValue(allCards, "missing", "cue"))).toEqual(["inner", "last"]);
  expect(ids(withValue(withValue(allCards, "missing", "cue"), "field polarity", "asserts"))).toEqual([
    "last",
  ]);
});

test("cards are sorted by the order of a field's values, by a name, or by their last edit", () => {
  expect(ids({ ...allCards, sort: "field polarity" })).toEqual(["outer", "quoted", "last", "inner"]);
  expect(ids({ ...allCards, sort: "voice" })).toEqual(["quoted", "inner", "last", "outer"]);
  expect(ids({ ...allCards, sort: "edited" })[0]).toBe("last");
});

test("counts tell how many cards each value would show, with all else that is asked for", () => {
  const { counts } = list(
    withValue(withValue(allCards, "missing", "cue"), "field polarity", "asserts"),
    true,
  );
  expect(counts.get("field polarity")).toEqual(
    new Map([
      ["denies", 1],
      ["asserts", 1],
    ]),
  );
  expect(counts.get("missing")).toEqual(
    new Map([
      ["", 2],
      ["voice", 1],
      ["cue", 1],
    ]),
  );
});

test("a value that nobody asks for any more is asked for no more", () => {
  expect(withValue(withValue(allCards, "note", "yes"), "note", null)).toEqual(allCards);
});
