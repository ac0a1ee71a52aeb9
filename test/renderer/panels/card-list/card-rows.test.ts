import { expect, test } from "vitest";
import { cardRows } from "../../../../renderer/panels/card-list/list-cards.ts";
import { cardOrderOf } from "../../../../shared/model/reading-order.ts";
import { markedArticle } from "../../../helpers/marked-article.ts";

const { annotations } = markedArticle(
  "{o:speaker|He} {s:cue|said} {c:claim|{p:speaker|she} agreed {d:claim|to go}}. {e:claim|It rains}.",
  {
    cards: {
      outer: { voice: ["o"], cue: "s", claim: "c" },
      inner: { voice: ["p"], claim: "d", within: "outer" },
      last: { claim: "e" },
    },
  },
);

test("cards stand in reading order, each under the one it lies within", () => {
  expect(cardRows(annotations.set.attributions, cardOrderOf(annotations.set))).toEqual([
    { id: "outer", depth: 0 },
    { id: "inner", depth: 1 },
    { id: "last", depth: 0 },
  ]);
});
