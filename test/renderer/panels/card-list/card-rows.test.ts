import { expect, test } from "vitest";
import { cardRows } from "../../../../renderer/panels/card-list/list-cards.ts";
import { cardWords } from "../../../../renderer/panels/card-words.ts";
import { cardOrderOf } from "../../../../shared/model/reading-order.ts";
import { get } from "../../../../shared/model/table.ts";
import { entity, markedArticle } from "../../../helpers/marked-article.ts";

const { annotations } = markedArticle(
  "{o:speaker|He} {s:cue|said} {c:claim|{p:speaker|she} agreed {d:claim|to go}}. {e:claim|It rains}.",
  {
    cards: {
      outer: { voice: ["o"], cue: "s", claim: "c" },
      inner: { voice: ["p"], claim: "d", within: "outer" },
      last: { claim: "e" },
    },
    entities: [entity("aalto", "Johan Aalto")],
    points: { o: "aalto" },
  },
);

test("cards stand in reading order, each under the one it lies within", () => {
  expect(cardRows(annotations.set.attributions, cardOrderOf(annotations.set))).toEqual([
    { id: "outer", depth: 0 },
    { id: "inner", depth: 1 },
    { id: "last", depth: 0 },
  ]);
});

test("a card is told in a few words, with the entity's name where it is known and ? for what is missing", () => {
  const words = ["outer", "inner", "last"].map((id) => {
    const card = get(annotations.set.attributions, id);
    return card && cardWords(card, annotations);
  });
  expect(words).toEqual(["Johan Aalto said: she agreed to go", "she: to go", "?: It rains"]);
});
