import { expect, test } from "vitest";
import { cardsNear } from "../../../../renderer/panels/margin/margin-model.ts";
import { cardOrderOf } from "../../../../shared/model/reading-order.ts";
import { markedArticle } from "../../../helpers/marked-article.ts";

const { annotations } = markedArticle(
  "{a:claim|One}. {b:claim|two {c:claim|three}}. {d:claim|four}. {e:speaker|He} five.",
  {
    cards: {
      first: { claim: "a" },
      second: { claim: "b" },
      inner: { claim: "c", within: "second" },
      third: { claim: "d" },
      empty: {},
    },
  },
);
const order = cardOrderOf(annotations.set);
const near = (start: number, end: number) =>
  cardsNear(annotations.set, order, { start, end }).map(({ card, at, depth }) => [card.id, at, depth]);

test("the cards whose words begin in a part of the article are found in their order, with their depth", () => {
  expect(near(0, 1_000)).toEqual([
    ["first", 0, 0],
    ["second", 1, 0],
    ["inner", 2, 1],
    ["third", 3, 0],
  ]);
});

test("cards before and behind that part are left out, and so are those without a place", () => {
  expect(near(3, 10)).toEqual([
    ["second", 1, 0],
    ["inner", 2, 1],
  ]);
  expect(near(19, 1_000)).toEqual([]);
});
