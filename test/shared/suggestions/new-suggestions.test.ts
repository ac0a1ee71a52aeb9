import { expect, test } from "vitest";
import { setFromJson, setToJson } from "../../../shared/model/annotation-set.ts";
import { patternKey } from "../../../shared/model/rejection.ts";
import { selectorOf } from "../../../shared/model/selector.ts";
import { newSuggestions } from "../../../shared/suggestions/new-suggestions.ts";
import { noOwnWords } from "../../../shared/suggestions/own-words.ts";
import { suggestCards } from "../../../shared/suggestions/suggest-cards.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import { markedArticle, provenance } from "../../helpers/marked-article.ts";

const marked =
  "{v:speaker|Hart} {c:cue|said} {k:claim|that it would hold}. Critics say that it is cracked. Moreno called for a vote.";
const none: ReadonlySet<string> = new Set();

const all = suggestCards(markedArticle(marked).text.text, noOwnWords).cards;
const open = (set: Parameters<typeof newSuggestions>[1], rejected = none) =>
  newSuggestions(all, set, newsAttribution, rejected);

test("where a card has the cue nothing is proposed, and the rest is", () => {
  const { set } = markedArticle(marked, { cards: { a: { voice: ["v"], cue: "c", claim: "k" } } });
  expect(all).toHaveLength(3);
  expect(open(set)).toEqual(all.slice(1));
});

test("a claim that waits for its card or its cue is known, a voice or a cue without a card is not", () => {
  const { set } = markedArticle(marked, { cards: { a: { claim: "k" } } });
  expect(open(set)).toEqual(all.slice(1));
  expect(open(markedArticle(marked).set)).toEqual(all.slice(1));
  const others = markedArticle(marked.replace("{k:claim|that it would hold}", "that it would hold"));
  expect(open(others.set)).toEqual(all);
});

test("nothing is proposed in what is left out of the analysis", () => {
  const { text, set } = markedArticle(marked, { cards: { a: { claim: "k" } } });
  const start = text.text.indexOf("Critics");
  const segment = selectorOf(text.text, { start, end: text.text.indexOf(" Moreno") });
  const without = setFromJson({ ...setToJson(set), exclusions: [{ id: "x", segment, reason: "" }] });
  expect(open(without)).toEqual([all[2]]);
});

test("a rejected place stays silent, and so does a rejected pattern wherever it stands", () => {
  const { text, set } = markedArticle(marked, { cards: { a: { claim: "k" } } });
  const start = text.text.indexOf("say that");
  const segment = selectorOf(text.text, { start, end: start + 3 });
  const rejections = [{ id: "r", segment, pattern: null, provenance }];
  expect(open(setFromJson({ ...setToJson(set), rejections }))).toEqual([all[2]]);
  const last = all[2];
  expect(last && open(set, new Set([patternKey(last.pattern)]))).toEqual([all[1]]);
});
