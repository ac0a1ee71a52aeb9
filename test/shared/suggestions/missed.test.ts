import { expect, test } from "vitest";
import { setFromJson, setToJson } from "../../../shared/model/annotation-set.ts";
import { selectorOf } from "../../../shared/model/selector.ts";
import { missedIn } from "../../../shared/suggestions/missed.ts";
import { markedArticle } from "../../helpers/marked-article.ts";

const marked =
  "{v:speaker|Hart} {c:cue|said} {k:claim|that engineers warned of cracks}. “It will hold,” she insisted. According to Moreno, it is a “disaster”.";

const cards = { a: { voice: ["v"], cue: "c", claim: "k" } };

test("quotations without a claim and reporting words without a card are listed in order", () => {
  const { text, set } = markedArticle(marked, { cards });
  const words = missedIn(text, set).map(({ kind, range, inClaim }) => [
    kind,
    text.text.slice(range.start, range.end),
    inClaim,
  ]);
  expect(words).toEqual([
    ["reporting-word", "warned", true],
    ["quotation", "“It will hold,”", false],
    ["reporting-word", "insisted", false],
    ["reporting-word", "According to", false],
    ["quotation", "“disaster”", false],
  ]);
});

test("what is left out of the analysis is not missed, and a card takes its words away", () => {
  const { text, set } = markedArticle(marked, { cards });
  const start = text.text.indexOf("According");
  const segment = selectorOf(text.text, { start, end: text.text.length });
  const without = setFromJson({ ...setToJson(set), exclusions: [{ id: "x", segment, reason: "" }] });
  expect(missedIn(text, without)).toEqual(missedIn(text, set).slice(0, 3));
  expect(missedIn(text, set, [segment])).toEqual(missedIn(text, set).slice(0, 3));
  const bare = markedArticle(marked).set;
  expect(missedIn(text, bare).length).toBe(missedIn(text, set).length + 1);
});

test("in German and French by their own words", () => {
  const missed = (words: string): readonly string[] => {
    const { text, set } = markedArticle(words);
    return missedIn(text, set).map(({ range }) => text.text.slice(range.start, range.end));
  };
  expect(
    missed("Der Rat sagte, dass der Damm hält. „Er hält“, so der Rat. Laut der Polizei ist er nass."),
  ).toEqual(["sagte", "„Er hält“", "Laut"]);
  expect(missed("Le maire a dit que le pont est fermé. « C’est la loi », a-t-il ajouté.")).toEqual([
    "« C’est la loi »",
  ]);
});

test("nothing is missed in a text that holds nothing", () => {
  for (const words of ["", "a", "“”", "\n\n", "It rained."])
    expect(missedIn(markedArticle(words).text, markedArticle(words).set)).toEqual([]);
});
