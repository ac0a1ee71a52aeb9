// What is made of our own gold beside voice, cue and claim (`npx vitest -u` writes the figures anew).
import { expect, test } from "vitest";
import { cardReport } from "../../bench/suggestions/measure-cards.ts";
import { entityReport } from "../../bench/suggestions/measure-entities.ts";
import { goldArticles } from "../../helpers/gold.ts";
import { sampleGold } from "../../helpers/sample-gold.ts";

test("the figures of entities, fields and vias are those of the table", async () => {
  const articles = [...goldArticles(), ...sampleGold()];
  const text = `${entityReport("our own gold", articles)}\n${cardReport("our own gold", articles)}`;
  await expect(text).toMatchFileSnapshot("../../golden/suggestions-people.txt");
});

test("every entity of the gold says what it is, and every via as what it is meant", () => {
  for (const { id, mentions, entities, cards } of goldArticles()) {
    const known = new Set(entities.map(({ key }) => key));
    expect([id, mentions.filter(({ entity }) => !known.has(entity))]).toEqual([id, []]);
    expect([id, cards.flatMap(({ via }) => via).filter(({ role }) => role === "")]).toEqual([id, []]);
  }
});
