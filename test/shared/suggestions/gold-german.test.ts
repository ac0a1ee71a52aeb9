// Our own German gold: that it is sound, and what the engine makes of it (`npx vitest run PATH -u` writes the table anew).
import { join } from "node:path";
import { expect, test } from "vitest";
import { articleTextOf } from "../../../shared/model/article-text.ts";
import { languageOf } from "../../../shared/model/language.ts";
import { joinRanges, overlaps } from "../../../shared/model/range.ts";
import { lineOfSuggestions } from "../../../shared/suggestions/attribution-line.ts";
import { evaluate } from "../../../shared/suggestions/evaluate.ts";
import { suggest } from "../../../shared/suggestions/suggest.ts";
import { cardReport } from "../../bench/suggestions/measure-cards.ts";
import { entityReport } from "../../bench/suggestions/measure-entities.ts";
import { type GoldArticle, goldArticles, goldLineOf } from "../../helpers/gold.ts";

const articles = goldArticles(join(import.meta.dirname, "../../fixtures/gold-de"));

test("there are fifteen, and each is taken for German", () => {
  expect(articles.map(({ text }) => languageOf(text))).toEqual(Array.from({ length: 15 }, () => "de"));
});

test.each(articles.map((article) => [article.id, article] as const))(
  "%s keeps the house rules",
  (_, article) => {
    expect(article.cards.length).toBeGreaterThan(5);
    for (const { card, voice, cue, apart, claim } of article.cards) {
      const words = (ranges: readonly { start: number; end: number }[]): string =>
        ranges.map(({ start, end }) => article.text.slice(start, end)).join(" … ");
      expect([card, cue === null, claim.length === 0]).toEqual([card, false, false]);
      expect(words(claim)).not.toMatch(/[^.!?…“»]\.$|^\s|\s$/u);
      const own = [...(cue ? [cue] : []), ...(apart ?? []), ...voice];
      expect(words(own)).not.toMatch(/\b(?:dass|Montag|Freitag|gestern)\b/u);
      expect([card, own.some((range) => claim.some((other) => overlaps(range, other)))]).toEqual([
        card,
        false,
      ]);
      expect(joinRanges([...claim])).toEqual(claim);
    }
  },
);

const percent = (share: number): string => share.toFixed(1).padStart(6);

function tableOf(all: readonly GoldArticle[]): string {
  const rows = [["all", all] as const, ...all.map((article) => [article.id, [article]] as const)].map(
    ([name, some]) => {
      const gold = some.map((article) => goldLineOf(article));
      const predicted = some.map(({ id, text }) => lineOfSuggestions(id, articleTextOf(text), suggest(text)));
      const { scores } = evaluate(gold, predicted);
      const figures = ["triple overlap", "triple exact"].flatMap((row) => {
        const { precision = 0, recall = 0, f1 = 0 } = scores[row] ?? {};
        return [precision, recall, f1].map(percent);
      });
      return `${name.padEnd(22)}${figures.join(" ")}`;
    },
  );
  return [`${"article".padEnd(22)}overlap P     R     F1  exact P     R     F1`, ...rows, ""].join("\n");
}

test("the figures on our own German gold are those of the table", async () => {
  await expect(tableOf(articles)).toMatchFileSnapshot("../../golden/suggestions-german.txt");
});

test("the figures of entities, fields and vias are those of the table", async () => {
  const text = `${entityReport("our own gold in German", articles)}\n${cardReport("our own gold in German", articles)}`;
  await expect(text).toMatchFileSnapshot("../../golden/suggestions-people-german.txt");
});

test("every entity of the gold says what it is, and every via as what it is meant", () => {
  for (const { id, mentions, entities, cards } of articles) {
    const known = new Set(entities.map(({ key }) => key));
    expect([id, mentions.filter(({ entity }) => !known.has(entity))]).toEqual([id, []]);
    expect([id, cards.flatMap(({ via }) => via).filter(({ role }) => role === "")]).toEqual([id, []]);
  }
});

test.each(articles.map(({ id, text }) => [id, text] as const))(
  "in %s the parts of a card stand in order and share no words",
  (_, text) => {
    for (const { voice, cue, apart, claim } of suggest(text, { nested: true, atLeast: 0 })) {
      expect(joinRanges([cue, ...apart])).toEqual([cue, ...apart]);
      expect(joinRanges([...claim])).toEqual(claim);
      const parts = [...(voice ? [voice] : []), cue, ...apart];
      expect(joinRanges(parts)).toHaveLength(parts.length);
      expect(parts.filter((part) => claim.some((other) => overlaps(part, other)))).toEqual([]);
    }
  },
);
