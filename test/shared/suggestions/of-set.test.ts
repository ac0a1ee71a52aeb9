import { expect, test } from "vitest";
import { setFromJson, setToJson } from "../../../shared/model/annotation-set.ts";
import { selectorOf } from "../../../shared/model/selector.ts";
import { newSuggestions } from "../../../shared/suggestions/of-set.ts";
import { suggest } from "../../../shared/suggestions/suggest.ts";
import { markedArticle } from "../../helpers/marked-article.ts";

const marked =
  "{v:speaker|Hart} {c:cue|said} {k:claim|that it would hold}. Critics say that it is cracked. Moreno called for a vote.";

test("where a card has the cue nothing is proposed, and the rest is", () => {
  const { text, set } = markedArticle(marked, { cards: { a: { voice: ["v"], cue: "c", claim: "k" } } });
  const all = suggest(text.text);
  expect(all).toHaveLength(3);
  expect(newSuggestions(all, set)).toEqual(all.slice(1));
});

test("a card that has no cue yet stands for its claim; spans without a card stand for nothing", () => {
  const all = suggest(markedArticle(marked).text.text);
  const { set } = markedArticle(marked, { cards: { a: { claim: "k" } } });
  expect(newSuggestions(all, set)).toEqual(all.slice(1));
  expect(newSuggestions(all, markedArticle(marked).set)).toEqual(all);
});

test("nothing is proposed in what is left out of the analysis", () => {
  const { text, set } = markedArticle(marked);
  const all = suggest(text.text);
  const start = text.text.indexOf("Critics");
  const segment = selectorOf(text.text, { start, end: text.text.indexOf(" Moreno") });
  const without = setFromJson({ ...setToJson(set), exclusions: [{ id: "x", segment, reason: "" }] });
  expect(newSuggestions(all, without)).toEqual([all[0], all[2]]);
});
