// The confidence in who is meant is what our own gold comes to, and keeps its promise on articles held out.
import { join } from "node:path";
import { expect, test } from "vitest";
import { countedReasons, sureOfPerson } from "../../../shared/suggestions/person-confidence.ts";
import { countReasons, judgedMentions, personError } from "../../bench/suggestions/measure-persons.ts";
import { goldArticles } from "../../helpers/gold.ts";
import { sampleGold } from "../../helpers/sample-gold.ts";

const judged = [
  ...judgedMentions([...goldArticles(), ...sampleGold()], "en"),
  ...judgedMentions(goldArticles(join(import.meta.dirname, "../../fixtures/gold-de")), "de"),
];

test("what is counted is what the gold comes to now", () => {
  expect(countReasons(judged)).toEqual(countedReasons);
});

test("held out, the expected calibration error over ten bins is under 0.05", () => {
  expect(personError(judged)).toBeLessThan(0.05);
});

test("a pronoun is less sure than the same words again, and nothing is certain", () => {
  expect(sureOfPerson("pronoun")).toBeLessThan(sureOfPerson("same-words"));
  for (const reason of Object.keys(countedReasons) as (keyof typeof countedReasons)[]) {
    expect(sureOfPerson(reason)).toBeGreaterThan(0);
    expect(sureOfPerson(reason)).toBeLessThan(1);
  }
});
