import { expect, test } from "vitest";
import { cardWords } from "../../../shared/model/card-words.ts";
import { get } from "../../../shared/model/table.ts";
import { entity, markedArticle } from "../../helpers/marked-article.ts";

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

test("a card is told in a few words, with the entity's name where it is known and ? for what is missing", () => {
  const words = ["outer", "inner", "last"].map((id) => {
    const card = get(annotations.set.attributions, id);
    return card && cardWords(card, annotations);
  });
  expect(words).toEqual(["Johan Aalto said: she agreed to go", "she: to go", "?: It rains"]);
});

test("a long card ends between two characters", () => {
  const long = markedArticle(`{c:claim|a${"😀".repeat(120)}}`, { cards: { k: { claim: "c" } } });
  const card = get(long.annotations.set.attributions, "k");
  expect(card && cardWords(card, long.annotations)).toBe(`?: a${"😀".repeat(99)}…`);
});
