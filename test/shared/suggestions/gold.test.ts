// Our own gold: that it is sound, and what the engine makes of it (`npx vitest run PATH -u` writes the table anew).
import { expect, test } from "vitest";
import { articleTextOf } from "../../../shared/model/article-text.ts";
import { joinRanges, overlaps } from "../../../shared/model/range.ts";
import { lineOfSuggestions } from "../../../shared/suggestions/attribution-line.ts";
import { evaluate } from "../../../shared/suggestions/evaluate.ts";
import { suggest } from "../../../shared/suggestions/suggest.ts";
import { type GoldArticle, goldArticles, goldLineOf, parseGold } from "../../helpers/gold.ts";
import { sampleGold } from "../../helpers/sample-gold.ts";

const articles = [...goldArticles(), ...sampleGold()];

test("marks are read off the text, nested and in several segments", () => {
  const { text, cards, mentions } = parseGold(
    "a",
    "{k1|It {v2@a|she} {c2|said} {k2|rains}}, {v1@b|he} {c1|added}, {k1|often}.",
  );
  expect(text).toBe("It she said rains, he added, often.");
  expect(cards).toMatchObject([
    {
      card: "1",
      claim: [
        { start: 0, end: 17 },
        { start: 29, end: 34 },
      ],
      within: null,
    },
    { card: "2", claim: [{ start: 12, end: 17 }], within: "1" },
  ]);
  expect(mentions.map(({ entity }) => entity)).toEqual(["a", "b"]);
  expect(() => parseGold("a", "{k1|x")).toThrow(RangeError);
  expect(() => parseGold("a", "x}")).toThrow(RangeError);
});

test.each(articles.map((article) => [article.id, article] as const))(
  "%s keeps the house rules",
  (_, article) => {
    expect(article.cards.length).toBeGreaterThan(5);
    for (const { card, voice, cue, claim } of article.cards) {
      const words = (ranges: readonly { start: number; end: number }[]): string =>
        ranges.map(({ start, end }) => article.text.slice(start, end)).join(" … ");
      expect([card, cue === null, claim.length === 0]).toEqual([card, false, false]);
      expect(words(claim)).not.toMatch(/[^.!?…”’"]\.$|^\s|\s$/u);
      expect(words(cue ? [cue] : [])).not.toMatch(/\b(?:that|Monday|Tuesday|Friday|yesterday)\b/u);
      const own = [...(cue ? [cue] : []), ...voice];
      const passive = own.some((range) => claim.some((other) => overlaps(range, other)));
      expect([card, passive]).toEqual([card, false]);
      expect(joinRanges([...claim])).toEqual(claim);
    }
  },
);

const percent = (share: number): string => (100 * share).toFixed(1).padStart(6);

function tableOf(all: readonly GoldArticle[]): string {
  const rows = [["all", all] as const, ...all.map((article) => [article.id, [article]] as const)].map(
    ([name, some]) => {
      const gold = some.map((article) => goldLineOf(article));
      const { scores } = evaluate(
        gold,
        some.map(({ id, text }) => lineOfSuggestions(id, articleTextOf(text), suggest(text))),
      );
      const figures = ["triple overlap", "triple exact"].flatMap((row) => {
        const { precision = 0, recall = 0, f1 = 0 } = scores[row] ?? {};
        return [precision, recall, f1].map((figure) => percent(figure / 100));
      });
      return `${name.padEnd(22)}${figures.join(" ")}`;
    },
  );
  return [`${"article".padEnd(22)}overlap P     R     F1  exact P     R     F1`, ...rows, ""].join("\n");
}

test("the figures on our own gold are those of the table", async () => {
  await expect(tableOf(articles)).toMatchFileSnapshot("../../golden/suggestions.txt");
});

test("what is surest is right", () => {
  const counts = { right: 0, all: 0 };
  for (const article of articles) {
    const line = goldLineOf(article);
    const sure = suggest(article.text).filter(({ confidence }) => confidence >= 0.9);
    const { scores } = evaluate([line], [lineOfSuggestions(article.id, articleTextOf(article.text), sure)]);
    counts.all += sure.length;
    counts.right += ((scores["triple overlap"]?.precision ?? 0) / 100) * sure.length;
  }
  expect(counts.right / counts.all).toBeGreaterThan(0.92);
});

test.each(articles.map(({ id, text }) => [id, text] as const))(
  "in %s no claim that is suggested begins or ends with a mark whose other one it lacks",
  (_, text) => {
    for (const { claim } of suggest(text, { nested: true, atLeast: 0 })) {
      const words = claim.map(({ start, end }) => text.slice(start, end)).join(" ");
      const opening = words.split("“").length;
      const closing = words.split("”").length;
      const paragraph = /^[^\n]*/u.exec(text.slice(claim.at(-1)?.end ?? 0))?.[0] ?? "";
      expect([words, words.endsWith("”") && closing > opening]).toEqual([words, false]);
      // One that is closed nowhere in its paragraph goes on in the next.
      const isOpen = words.startsWith("“") && opening > closing && paragraph.includes("”");
      expect([words, isOpen]).toEqual([words, false]);
    }
  },
);
