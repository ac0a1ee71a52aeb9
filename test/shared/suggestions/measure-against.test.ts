// Suggestions measured against an analyst's own cards.
import { expect, test } from "vitest";
import { measureAgainst } from "../../../shared/suggestions/measure-against.ts";
import { uncovered } from "../../../shared/suggestions/new-suggestions.ts";
import { noOwnWords } from "../../../shared/suggestions/own-words.ts";
import { suggestCards } from "../../../shared/suggestions/suggest-cards.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import { markedArticle, provenance } from "../../helpers/marked-article.ts";

const marked =
  "{v:speaker|Hart} {c:cue|said} {k:claim|that it would hold}. Critics say that it is cracked. “We will see,” Moreno added.";
const whole = { voice: ["v"], cue: "c", claim: "k" };

test("one card of three suggested ones: every card found, one suggestion in three right", () => {
  const { text, set } = markedArticle(marked, {
    cards: {
      a: {
        ...whole,
        provenance: {
          ...provenance,
          origin: { by: "suggested", rule: "that-clause", reason: "So." },
          editedAt: "2026-01-02T00:00:00.000Z",
        },
      },
    },
  });
  const { cards } = suggestCards(text.text, noOwnWords);
  const figures = measureAgainst([{ id: "article", text, set, cards }], 0);
  expect(figures).toMatchObject({ articles: 1, cards: 1, suggested: 3, accepted: 1, edited: 1 });
  expect(figures.scores["triple exact"]).toEqual({ precision: 33.3, recall: 100, f1: 50 });
  expect(figures.tripleRecallByType).toEqual({ indirect: { recall: 100, gold: 1 } });
  expect(measureAgainst([{ id: "article", text, set, cards }], 1).suggested).toBe(0);
});

test("an article without cards says nothing about suggestions", () => {
  const { text, set } = markedArticle(marked);
  const { cards } = suggestCards(text.text, noOwnWords);
  expect(measureAgainst([{ id: "article", text, set, cards }], 0)).toMatchObject({
    articles: 0,
    suggested: 0,
  });
});

test("what is in no card is listed until it is, and nothing of what is left out", () => {
  const { text, set } = markedArticle(marked, { cards: { a: whole } });
  const { missed } = suggestCards(text.text, noOwnWords);
  const words = (left: Parameters<typeof uncovered>[3] = []) =>
    uncovered(missed, set, newsAttribution, left).map(({ kind, range }) => [
      kind,
      text.text.slice(range.start, range.end),
    ]);
  expect(words()).toEqual([
    ["reporting-word", "say"],
    ["quotation", "“We will see,”"],
    ["reporting-word", "added"],
  ]);
  const start = text.text.indexOf("Critics");
  expect(words([{ start, end: text.text.indexOf(" “We") }])).toEqual([
    ["quotation", "“We will see,”"],
    ["reporting-word", "added"],
  ]);
});
